"""The progress report, for each of its readers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.plan import Plan
from sendctl.report import Request, WrongRequest
from sendctl.report.attention import attention_lines
from sendctl.report.documents import make, stem_of
from sendctl.report.lookup import lookup
from tests.report.made import Made, checked_svg
from tests.report.rendered import TODAY, MakePlan, told
from tests.report.test_statement import MarkdownFile

SINCE = date(2022, 6, 30)


@pytest.mark.parametrize("reader", ["", "dfe", "scrutiny", "families"])
def test_the_example(example: Plan, snapshot: SnapshotAssertion, reader: str) -> None:
    shown = Made("progress", example, since=SINCE, reader=reader)
    assert told(shown.findings) == []
    assert shown.markdown == snapshot(extension_class=MarkdownFile)
    for svg in shown.document.pictures.values():
        checked_svg(svg)
    assert shown.html == Made("progress", example, since=SINCE, reader=reader).html


@pytest.mark.parametrize(
    ("reader", "first", "without"),
    [
        ("", "At a glance", []),
        ("dfe", "At a glance", []),
        ("scrutiny", "At a glance", ["What was reported", "one by one", "New figures"]),
        ("families", "How things stand", ["| Ref |", "| Score |", "Impact emerging"]),
    ],
)
def test_what_each_reader_gets(example: Plan, reader: str, first: str, without: list[str]) -> None:
    shown = Made("progress", example, since=SINCE, reader=reader).markdown
    assert re.findall("^## (.*)", shown, re.MULTILINE)[0] == first
    assert "Position as at 30 September 2022" in shown
    assert "What comes next" in shown
    assert "We get five letters from five services" in shown
    assert not [text for text in without if text in shown]


def test_for_dfe_impact_comes_before_activity(example: Plan) -> None:
    shown = Made("progress", example, since=SINCE, reader="dfe").markdown
    headings = re.findall("^## (.*)", shown, re.MULTILINE)
    assert headings.index("Impact and evidence") < headings.index("Finished since 30 June 2022")


def test_the_plans_own_words_of_status_are_used(example: Plan) -> None:
    shown = Made("progress", example, since=SINCE).markdown
    assert "| **1 Leadership and management** | 3 | 2 | 0 | 1 | 0 | 6 | 1 |" in shown
    assert "| Strand | Done | On track | Likely to miss its date | Late | Not started |" in shown
    assert "The date will be met." in shown


def test_the_meeting_is_named(example: Plan) -> None:
    shown = Made("progress", example, since_meeting="scrutiny-2022-06-30").markdown
    assert (
        "- **Compared with:** 30 June 2022, the position at the meeting of Children and Young "
        "People's Scrutiny Committee on 30 June 2022"
    ) in shown


WORRY: dict[str, Any] = {
    "owners.yaml": {"posts": {"head": {"title": "Head of SEND"}}},
    "strands/1.yaml": {
        "id": "1",
        "title": "S",
        "actions": [
            {"id": "1.1", "title": "At risk", "rating": "at_risk", "due": "2022-12"},
            {"id": "1.2", "title": "Fine", "rating": "on_track", "due": "2022-12"},
            {
                "id": "1.3",
                "title": "Late",
                "status": "in_progress",
                "rating": "off_track",
                "due": "2022-10-31",
                "moved": [
                    {"from": "2022-08", "to": "2022-10-31", "on": "2022-09-03", "reason": "Ill"}
                ],
                "updates": [
                    {"on": "2022-08-30", "note": "Behind.", "rating": "off_track"},
                    {"on": "2022-09-20", "note": "A helper came."},
                    {"on": "2022-10-05", "note": "Not yet known.", "rating": "off_track"},
                ],
                "milestones": [
                    {"title": "Begun", "due": "2022-07", "done": "2022-07-10"},
                    {"title": "Half", "due": "2022-09-15"},
                ],
            },
            {"id": "1.4", "title": "Passed", "due": "2022-09-29"},
            {"id": "1.5", "title": "Done", "status": "complete", "rating": "off_track"},
            {"id": "1.6", "title": "Waits", "status": "on_hold", "due": "2022-08"},
        ],
    },
    "risks.yaml": {
        "risks": [
            {"id": "R1", "title": "R", "actions": ["1.3"], "mitigation": ["Hire"]},
            {"id": "R2", "title": "R", "actions": ["1.3"], "mitigation": ["Old"],
             "closed": "2022-08-01"},
        ]
    },
}  # fmt: skip


def test_reason_and_recovery_of_what_is_late(make_plan: MakePlan) -> None:
    lines = attention_lines(lookup(make_plan(WORRY), TODAY, shown=()))
    assert [line.id for line in lines] == ["1.3", "1.4", "1.1"]
    late, passed, risky = lines
    assert late.why is not None
    assert late.why.note == "Behind."
    assert [update.note for update in late.then] == ["A helper came."]
    assert [move.reason for move in late.moved] == ["Ill"]
    assert late.next_step is not None
    assert (late.next_step.title, late.step_is_late, late.is_overdue) == ("Half", True, False)
    assert late.mitigation == ("Hire",)
    assert (passed.is_overdue, passed.why, passed.next_step) == (True, None, None)
    assert not risky.is_overdue
    shown = Made("progress", make_plan(WORRY)).markdown
    assert "New date:** 31 October 2022, moved on 3 September 2022: Ill" in shown
    assert "No report yet | Nothing recorded yet |" in shown


def test_nothing_to_worry_about_is_said(make_plan: MakePlan) -> None:
    actions = [{"id": "1.1", "title": "Fine", "due": "2022-12"}]
    plan = make_plan({"strands/1.yaml": {"id": "1", "title": "S", "actions": actions}})
    assert "No action is overdue, off track or at risk." in Made("progress", plan).markdown


def test_feedback_of_the_future_is_not_told_and_the_newest_is_first(make_plan: MakePlan) -> None:
    feedback = [
        {"said": "Undated"},
        {"said": "Old", "on": "2022-05"},
        {"said": "New", "on": "2022-09"},
        {"said": "Future", "on": "2022-10"},
    ]
    shown = Made("progress", make_plan({"governance.yaml": {"feedback": feedback}})).markdown
    assert re.findall(r"^\| (\w+) \| Not yet answered \| (.*) \|", shown, re.MULTILINE) == [
        ("New", "September 2022<br>New since 30 June 2022"),
        ("Old", "May 2022"),
        ("Undated", "Not dated"),
    ]


def test_of_what_repeats_only_the_next_comes_next(example: Plan) -> None:
    shown = Made("progress", example).markdown
    lines = re.findall(r"^\| \*\*(Monitoring by .*?)\*\* \| (.*?) \|", shown, re.MULTILINE)
    assert lines == [("Monitoring by the DfE and NHS England", "About December 2022")]


@pytest.mark.parametrize(
    ("name", "asked", "stem"),
    [
        ("progress", {}, "blackpool-progress"),
        ("progress", {"reader": "dfe"}, "blackpool-progress-dfe"),
        ("progress", {"reader": "families", "draft": True}, "blackpool-progress-families-draft"),
        ("actions", {}, "blackpool-actions"),
        ("actions", {"by": "owner"}, "blackpool-actions-by-owner"),
    ],
)
def test_file_names(example: Plan, name: str, asked: dict[str, Any], stem: str) -> None:
    assert stem_of(name, Request(example, TODAY, **asked)) == stem


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("plan", {"by": "owner"}, "--by is for actions, not for plan: leave it out."),
        ("wsoa", {"reader": "dfe"}, "--for is for progress, not for wsoa: leave it out."),
        ("actions", {"since": TODAY}, "--since is for progress, not for actions: leave it out."),
        ("progress", {"by": "month"}, "--by is for actions, not for progress: leave it out."),
    ],
)
def test_an_option_of_another_document_is_wrong_use(
    example: Plan, name: str, asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(WrongRequest) as wrong:
        make(name, Request(example, TODAY, **asked))
    assert str(wrong.value) == said
