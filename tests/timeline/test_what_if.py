"""Supposed dates, the dates that fit a stated deadline, and planning back from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl import Plan
from sendctl.timeline import (
    CannotPlanBack,
    PlanBack,
    Solution,
    load_framework,
    plan_back,
    solve,
    timeline_of,
)
from sendctl.timeline.run import run
from sendctl.timeline.what_if import _starts, supposing
from sendctl.workdays import WorkingCalendar

PlanOf = Callable[[str], Plan]
F2016 = "framework: area-send-2016\n"
STATED = F2016 + "stated: {wsoa: 2022-08-30}\n"


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_supposing_changes_the_answer_and_not_the_plan(plan_of: PlanOf) -> None:
    plan = plan_of(STATED + "events: {report_published: 2022-05-26}\n")
    supposed = timeline_of(plan, day("2022-06-30"), {"report_received": day("2022-05-20")})
    found = next(one for one in supposed.deadlines if one.key == "wsoa")
    assert found.due == day("2022-08-31")
    assert found.difference_working_days == -1
    assert supposed.plan.folder == plan.folder
    assert [one.event for one in supposed.events] == ["report_received", "report_published"]
    assert supposed.supposed == {"report_received": day("2022-05-20")}
    assert "report_received" not in plan.head.events
    plain = next(one for one in timeline_of(plan, day("2022-06-30")).deadlines if one.key == "wsoa")
    assert plain.due is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (STATED, ["2022-05-19"]),
        # The day after a Friday's receipt gives what the Friday gives.
        (F2016 + "stated: {wsoa: 2022-08-31}\n", ["2022-05-20", "2022-05-21", "2022-05-22"]),
        (F2016 + "stated: {wsoa: 2022-08-29}\n", []),  # a bank holiday
        (F2016 + "stated: {wsoa: 2022-08-27}\n", []),  # a Saturday
        (F2016 + "stated: {wsoa: 2022-08}\n", None),  # no exact day
        (F2016 + "stated: {monitoring: 2022-12-16}\n", None),  # runs again and again
        (F2016 + "stated: {wsoa_judged_fit: 2022-09-16}\n", None),  # no rule
        (F2016 + "stated: {revisit: 2022-02-28}\n", ["2020-08-28", "2020-08-29", "2020-08-30",
                                                     "2020-08-31"]),
        (F2016 + "stated: {revisit_notified: 2022-05-26}\n",
         ["2022-06-11", "2022-06-12", "2022-06-13"]),
        (F2016 + "stated: {wsoa: 1978-01-03}\n", []),  # the start would lie before 1978
        (F2016, None),
        ("", None),
    ],
)  # fmt: skip
def test_solve(plan_of: PlanOf, text: str, dates: list[str] | None) -> None:
    found = solve(plan_of(text))
    if dates is None:
        assert found == []
    else:
        assert [one.isoformat() for one in found[0].dates] == dates


def test_dates_that_the_plan_rules_out_are_marked(plan_of: PlanOf) -> None:
    published = "events: {report_published: 2022-05-18, inspection_ended: 2022-03-04}\n"
    (found,) = solve(plan_of(STATED + published))
    assert found.contradicted == found.dates == (day("2022-05-19"),)
    (free,) = solve(plan_of(STATED + published.replace("05-18", "05-19")))
    assert free.contradicted == ()
    assert (free.event, free.event_title) == ("report_received", "Report received")


def test_files_that_could_not_be_read_stay_unread(plan_of: PlanOf) -> None:
    plan = plan_of(STATED)
    broken = Plan(plan.folder, plan.files, frozenset({"risks.yaml"}))
    assert supposing(broken, {"report_received": day("2022-05-19")}).unread == {"risks.yaml"}


def test_a_deadline_that_cannot_be_solved_does_not_hide_the_next(plan_of: PlanOf) -> None:
    stated = "stated: {wsoa_judged_fit: 2022-09-16, revisit: 2023-11, wsoa: 2022-08-30}\n"
    (found,) = solve(plan_of(F2016 + stated))
    assert found == Solution(
        "wsoa", "Written statement of action made", "report_received", "Report received",
        day("2022-08-30"), (day("2022-05-19"),), (),
    )  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.dates(date(1979, 1, 1), date(2099, 1, 1)))
def test_every_receipt_solves_its_own_deadline(received: date) -> None:
    framework = load_framework("area-send-2016")
    assert framework is not None
    calendar = WorkingCalendar()
    for key in ("wsoa", "revisit", "revisit_notified"):
        clock = framework.clocks[key]
        due = run(clock, received, calendar).due
        starts = _starts(clock, due, calendar)
        assert received in starts
        assert all(run(clock, start, calendar).due == due for start in starts)


STEPS = (
    STATED
    + """
steps:
  - {id: draft, title: Draft, due: 2022-07-08, done: 2022-07-08}
  - {id: board, title: Board, due: 2022-08-05, working_days: 5}
  - {id: cabinet, title: Cabinet, due: 2022-08-19, working_days: 4}
  - {id: sign, title: Sign, due: 2022-08-26, working_days: 1}
"""
)


def planned(plan_of: PlanOf, text: str = STEPS, today: str = "2022-07-20") -> PlanBack:
    return plan_back(timeline_of(plan_of(text), day(today)))


def test_steps_are_counted_back_from_the_deadline(plan_of: PlanOf) -> None:
    found = planned(plan_of)
    assert [(one.step.id, one.proposed.isoformat(), one.slack) for one in found.proposals] == [
        ("board", "2022-08-15", 6),
        ("cabinet", "2022-08-22", 1),
        ("sign", "2022-08-26", 0),
    ]
    assert found.target == day("2022-08-30")
    assert found.start == day("2022-07-20")
    assert found.short_by == 0
    assert not any(one.is_share for one in found.proposals)
    assert [one.planned and one.planned.isoformat() for one in found.proposals] == [
        "2022-08-05",
        "2022-08-19",
        "2022-08-26",
    ]
    assert found.deadline.key == "wsoa"


def test_a_step_that_is_done_later_than_today_is_open(plan_of: PlanOf) -> None:
    assert planned(plan_of, today="2022-07-07").proposals[0].step.id == "draft"
    assert planned(plan_of, today="2022-07-08").proposals[0].step.id == "board"


def test_steps_without_a_number_share_the_time(plan_of: PlanOf) -> None:
    steps = "steps: [{id: a, title: A}, {id: b, title: B, working_days: 2}, {id: c, title: C}]\n"
    found = planned(plan_of, STATED + steps, "2022-08-08")  # 15 working days are left
    assert [(one.working_days, one.is_share) for one in found.proposals] == [
        (4, True),
        (2, False),
        (4, True),
    ]
    assert [one.proposed.isoformat() for one in found.proposals] == [
        "2022-08-15",
        "2022-08-19",
        "2022-08-23",
    ]
    assert [one.slack for one in found.proposals] == [None, None, None]


def test_what_does_not_fit_is_said(plan_of: PlanOf) -> None:
    found = planned(plan_of, today="2022-08-24")  # three working days for ten
    assert found.short_by == 7
    tight = "steps: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n"
    squeezed = planned(plan_of, STATED + tight, "2022-08-26")
    assert [one.working_days for one in squeezed.proposals] == [1, 1, 1]
    assert squeezed.short_by == 2


def test_the_time_begins_with_a_receipt_that_is_still_to_come(plan_of: PlanOf) -> None:
    text = STEPS + "events: {report_received: 2022-05-19}\n"
    assert planned(plan_of, text, "2022-05-02").start == day("2022-05-19")
    assert planned(plan_of, text, "2022-06-01").start == day("2022-06-01")


@pytest.mark.parametrize(
    ("text", "today", "why"),
    [
        (
            "steps: [{id: a, title: A}]",
            "2022-07-20",
            r"^The plan's framework has no date by which the plan is handed in\.$",
        ),
        (
            F2016 + "steps: [{id: a, title: A}]\nevents: {report_published: 2022-05-26}",
            "2022-07-20",
            (
                r"“Written statement of action made” has no date to plan back from\. Cannot be "
                r"computed: .*\(events: report_received\)\. It cannot be later than 6 Sept"
            ),
        ),
        (
            F2016 + "steps: [{id: a, title: A}]\nstated: {wsoa: 2022-autumn}",
            "2022-07-20",
            r"no date to plan back from\. Stated by the area\. Cannot be computed",
        ),
        (
            STATED,
            "2022-07-20",
            r"^The plan has no steps to plan\. Add `steps:` to plan\.yaml\.$",
        ),
        (
            STATED + "steps: [{id: a, title: A, done: 2022-07-01}]",
            "2022-07-20",
            r"^Every step is done\.$",
        ),
        (STEPS, "2022-08-30", "no time is left"),
        (STEPS, "2022-09-30", "no time is left"),
        (STEPS + "events: {wsoa_submitted: 2022-08-26}", "2022-08-27", "is done"),
        (STATED + "steps: [{id: a, title: A, working_days: 99999}]", "2022-07-20", "out of range"),
    ],
)
def test_when_there_is_nothing_to_plan(plan_of: PlanOf, text: str, today: str, why: str) -> None:
    with pytest.raises(CannotPlanBack, match=why):
        planned(plan_of, text, today)


def test_a_submission_without_a_rule_is_said_to_have_no_date(
    plan_of: PlanOf, tmp_path: Path
) -> None:
    own = """
submission: reply
events: {agreed: {title: Agreed}}
clocks: {reply: {title: Reply, from: agreed, duty: area, force: agreed, source: None found}}
"""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "ours.yaml").write_text(own, encoding="utf-8")
    said = "^“Reply” has no date to plan back from. Its date is not known.$"
    with pytest.raises(CannotPlanBack, match=said):
        planned(plan_of, "framework: ours\nsteps: [{id: a, title: A}]")
