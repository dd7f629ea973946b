"""The action tracker, in each of its orders."""

from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.plan import Plan
from sendctl.report.grouping import GROUPS
from sendctl.report.request import GROUPINGS
from sendctl.report.tracker import Tracker, tracker
from tests.report.made import Made
from tests.report.rendered import TODAY, MakePlan, told
from tests.report.test_statement import MarkdownFile


def test_every_grouping_is_there() -> None:
    assert tuple(GROUPS) == GROUPINGS


def test_the_example(example: Plan, snapshot: SnapshotAssertion) -> None:
    shown = Made("actions", example)
    assert told(shown.findings) == []
    assert shown.markdown == snapshot(extension_class=MarkdownFile)


@pytest.mark.parametrize("by", GROUPINGS)
def test_no_action_is_lost(example: Plan, by: str) -> None:
    shown = Made("actions", example, by=by)
    assert told(shown.findings) == []
    lines = [line for group in tracker(example, TODAY, by).groups for line in group.actions]
    assert {line.id for line in lines} == {action.id for action in example.actions}
    anchors = [line.anchor for line in lines if line.anchor]
    assert len(anchors) == len(set(anchors)) == 25


PLAN: dict[str, Any] = {
    "owners.yaml": {
        "bodies": {"council": {"name": "Council"}},
        "posts": {"dco": {"title": "DCO"}, "head": {"title": "Head", "body": "council"}},
    },
    "weaknesses.yaml": {"weaknesses": [{"id": "W1", "short": "Waits"}, {"id": "W2"}, {"id": "W3"}]},
    "strands/1.yaml": {
        "id": "1",
        "title": "One",
        "weaknesses": ["W1"],
        "actions": [
            {"id": "1.1", "title": "A", "owners": {"lead": ["head", "dco"]}, "due": "2022-12-16"},
            {"id": "1.2", "title": "B", "owners": {"partners": "council"}, "due": "2022-12",
             "weaknesses": ["W1", "W2"]},
            {"id": "1.3", "title": "C", "due": "ongoing"},
        ],
    },
    "strands/2.yaml": {
        "id": "2",
        "title": "Two",
        "actions": [
            {"id": "2.1", "title": "D", "owners": {"lead": "dco"}, "due": "2022-09"},
            {"id": "2.2", "title": "E"},
            {"id": "2.3", "title": "F", "due": "2022-08"},
        ],
    },
    "strands/3.yaml": {"id": "3", "title": "Empty"},
}  # fmt: skip


def grouped(view: Tracker) -> list[tuple[str, list[str]]]:
    return [(group.heading, [line.id for line in group.actions]) for group in view.groups]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "strand",
            [("Strand 1: One", ["1.1", "1.2", "1.3"]), ("Strand 2: Two", ["2.1", "2.2", "2.3"])],
        ),
        (
            "weakness",
            [
                ("W1: Waits", ["1.1", "1.2", "1.3"]),
                ("Area of significant weakness W2", ["1.2"]),
                ("Answers no area of significant weakness", ["2.1", "2.2", "2.3"]),
            ],
        ),
        (
            "owner",
            [
                ("DCO", ["1.1", "2.1"]),
                ("Head, Council", ["1.1"]),
                ("Council", ["1.2"]),
                ("Nobody named yet", ["1.3", "2.2", "2.3"]),
            ],
        ),
        (
            "month",
            [
                ("Due in August 2022", ["2.3"]),
                ("Due in September 2022", ["2.1"]),
                ("Due in December 2022", ["1.1", "1.2"]),
                ("Not yet dated", ["2.2"]),
                ("Ongoing", ["1.3"]),
            ],
        ),
    ],
)
def test_groups(make_plan: MakePlan, by: str, expected: list[tuple[str, list[str]]]) -> None:
    view = tracker(make_plan(PLAN), TODAY, by)
    assert grouped(view) == expected
    assert view.repeats is (by in {"weakness", "owner"})


def test_overdue_is_said_in_words(make_plan: MakePlan) -> None:
    shown = Made("actions", make_plan(PLAN)).markdown
    assert "**1 of 3 overdue.**" in shown
    assert (
        "| **2.3** | F | Nobody named yet | **Due August 2022** | Not started<br>**Overdue** |"
        in shown
    )
    assert "| **2.1** | D | DCO | **Due September 2022** | Not started |" in shown
    assert "| **1.3** | C | Nobody named yet | **Ongoing** | Not started |" in shown


def test_a_report_of_the_future_is_not_told(make_plan: MakePlan) -> None:
    updates = [{"on": "2022-09-30", "note": "Now."}, {"on": "2022-10-01", "note": "Later."}]
    actions = [{"id": "1.1", "title": "A", "updates": updates}]
    plan = make_plan({"strands/1.yaml": {"id": "1", "title": "S", "actions": actions}})
    shown = Made("actions", plan).markdown
    assert "Now." in shown
    assert "Later." not in shown


def test_a_plan_without_actions(make_plan: MakePlan) -> None:
    shown = Made("actions", make_plan())
    assert told(shown.findings) == []
    assert "No actions have been written down yet." in shown.markdown
