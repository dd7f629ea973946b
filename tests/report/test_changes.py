"""What changed in a time: exact counts, and the edges."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sendctl.plan import Plan
from sendctl.report.changes import Changes, changes
from sendctl.report.lookup import lookup
from sendctl.report.period import Period
from tests.report.rendered import TODAY, MakePlan

SINCE = date(2022, 6, 30)


def changed(plan: Plan, since: date = SINCE, until: date = TODAY) -> Changes:
    return changes(lookup(plan, until, shown=()), Period(since, until))


def sizes(found: Changes) -> dict[str, int]:
    return {name: len(getattr(found, name)) for name in found._fields}


def test_the_example_since_the_scrutiny_meeting(example: Plan) -> None:
    found = changed(example)
    assert sizes(found) == {
        "done": 5,
        "moved": 1,
        "reached": 18,
        "evidence": 6,
        "figures": 11,
        "reports": 22,
        "risks": 2,
        "closed_risks": 0,
        "happened": 13,
    }
    assert [line.to.id for line in found.done] == ["1.5", "1.2", "1.4", "4.1", "3.1"]
    assert found.moved[0].move.agreed_by == "SEND Partnership Board"


def test_nothing_changed_since_today(example: Plan) -> None:
    assert not changed(example, TODAY).any
    assert changed(example).any


def test_two_reports_in_a_row_tell_everything_once(example: Plan) -> None:
    middle = date(2022, 9, 14)  # a day on which much happened
    first, second = changed(example, until=middle), changed(example, middle)
    whole = sizes(changed(example))
    both = {name: sizes(first)[name] + sizes(second)[name] for name in whole}
    # One part of the plan can have reports in both.
    for name in ("reports", "risks"):
        both[name] = whole[name]
    assert both == whole
    told = [line for found in (first, second) for one in found.reports for line in one.updates]
    assert len(told) == sum(len(one.updates) for one in changed(example).reports)


FIRST, LAST = "2022-07-01", "2022-09-30"
BEFORE, AFTER = "2022-06-30", "2022-10-01"


def _action(day: str) -> dict[str, Any]:
    return {
        "id": "1.1",
        "title": "A",
        "status": "complete",
        "completed": day,
        "moved": [{"from": "2022-07", "to": "2022-08", "on": day}],
        "milestones": [{"title": "S", "done": day}],
        "evidence": [{"title": "E", "on": day}],
        "updates": [{"on": day, "note": "N"}],
    }


def _files(day: str) -> dict[str, Any]:
    return {
        "strands/1.yaml": {"id": "1", "title": "S", "actions": [_action(day)]},
        "measures.yaml": {
            "measures": [
                {"id": "M", "title": "M",
                 "milestones": [{"by": "2022-01", "actual": {"value": "1", "on": day}}]},
            ]
        },
        "risks.yaml": {
            "risks": [
                {"id": "R", "title": "R", "closed": day, "updates": [{"on": day, "note": "N"}]}
            ]
        },
        "weaknesses.yaml": {
            "weaknesses": [
                {"id": "W", "milestones": [{"title": "S", "done": day}],
                 "judgements": [{"on": day, "result": "signed_off"}]},
            ]
        },
        "reports/a.yaml": {"title": "T", "meetings": [{"body": "B", "date": day}]},
    }  # fmt: skip


@pytest.mark.parametrize(("day", "inside"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_the_edges_are_the_same_for_every_record(
    make_plan: MakePlan, day: str, inside: int
) -> None:
    plan = make_plan(
        _files(day),
        events={"report_published": day},
        reviews=[{"on": day}],
        versions=[{"number": "1", "on": day}],
        steps=[{"id": "s", "title": "S", "done": day}],
        updates=[{"on": day, "note": "N"}],
        framework="area-send-2016",
    )
    assert sizes(changed(plan)) == {
        "done": inside,
        "moved": inside,
        "reached": 3 * inside,
        "evidence": inside,
        "figures": inside,
        "reports": 2 * inside,
        "risks": inside,
        "closed_risks": inside,
        "happened": 5 * inside,
    }


@pytest.mark.parametrize(
    ("by", "inside"), [("2022-06", 0), ("2022-07", 1), ("2022-09", 1), ("2022-10", 0)]
)
def test_a_figure_without_a_day_counts_by_its_milestone(
    make_plan: MakePlan, by: str, inside: int
) -> None:
    measure = {"id": "M", "title": "M", "milestones": [{"by": by, "actual": {"value": "1"}}]}
    plan = make_plan({"measures.yaml": {"measures": [measure]}})
    assert len(changed(plan).figures) == inside
