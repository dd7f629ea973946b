"""Every phrase that says how a deadline stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sendctl.plan.framework import Duty, Force, Grade, Unit
from sendctl.plan.head import Step
from sendctl.timeline import CountedFrom, Deadline, State
from sendctl.timeline.words import (
    comparison_words,
    date_words,
    day_words,
    month_words,
    rule_words,
    status_words,
    weekday_words,
    working_words,
)
from sendctl.workdays import Counting, WorkingCalendar

AUGUST = date(2022, 8, 30)
RECEIPT = CountedFrom("report_received", "Report received", date(2022, 5, 19))
STEP = Step.model_construct(id="cabinet", title="Cabinet approves")


def deadline(**given: Any) -> Deadline:
    plain = {
        "key": "wsoa",
        "label": "Statement made",
        "duty": Duty.AREA,
        "force": Force.STATUTORY,
        "status": State.UNKNOWN,
        "source": "SI 2015/1792",
        "number": 70,
        "unit": Unit.WORKING_DAYS,
        "counting": Counting.EXCLUDING,
        "counted_from": RECEIPT,
        "grade": Grade.B,
    }
    return Deadline(**{**plain, **given})


def test_days_and_months() -> None:
    assert day_words(date(2022, 5, 1)) == "1 May 2022"
    assert [month_words(date(2022, month, 1)) for month in range(1, 13)] == [
        "January 2022", "February 2022", "March 2022", "April 2022", "May 2022", "June 2022",
        "July 2022", "August 2022", "September 2022", "October 2022", "November 2022",
        "December 2022",
    ]  # fmt: skip
    assert [weekday_words(date(2022, 5, day)) for day in range(2, 9)] == [
        "Monday 2 May 2022", "Tuesday 3 May 2022", "Wednesday 4 May 2022", "Thursday 5 May 2022",
        "Friday 6 May 2022", "Saturday 7 May 2022", "Sunday 8 May 2022",
    ]  # fmt: skip


DATES = [
    ("30 August 2022", {"due": AUGUST}),
    ("30 August 2022", {"due": AUGUST, "force": Force.REQUIRED}),
    ("about August 2022", {"due": AUGUST, "force": Force.USUAL}),
    ("about August 2022", {"due": AUGUST, "force": Force.APPROXIMATE}),
    ("30 August 2022", {"stated": AUGUST, "stated_text": "2022-08-30", "due": date(2022, 9, 1)}),
    ("30 August 2022", {"stated": AUGUST, "stated_text": "2022-08-30", "force": Force.USUAL}),
    ("November 2023", {"stated": date(2023, 11, 30), "stated_text": "2023-11"}),
    ("2022/23-Q3", {"stated": date(2022, 12, 31), "stated_text": "2022/23-Q3"}),
    ("start of 2022-autumn", {"stated": AUGUST, "stated_text": "start of 2022-autumn"}),
    ("not after 30 August 2022", {"latest_possible": AUGUST}),
    ("30 August 2022", {"latest_possible": date(2022, 9, 6), "done_on": AUGUST}),
    ("30 August 2022", {"done_on": AUGUST}),
    ("not known", {}),
]


@pytest.mark.parametrize(("said", "given"), DATES)
def test_date(said: str, given: dict[str, Any]) -> None:
    assert date_words(deadline(**given)) == said


def left(days: int, working_days: int | None) -> dict[str, Any]:
    return {"days_left": days, "working_days_left": working_days}


STATUSES = [
    ("met on 30 August 2022", State.MET, {"done_on": AUGUST}),
    ("met on 30 August 2022", State.MET, {"done_on": AUGUST, "margin_working_days": 0}),
    (
        "met on 30 August 2022, 2 working days early",
        State.MET,
        {"done_on": AUGUST, "margin_working_days": 2},
    ),
    (
        "met on 30 August 2022, 1 working day early",
        State.MET,
        {"done_on": AUGUST, "margin_working_days": 1},
    ),
    (
        "took place on 30 August 2022",
        State.MET,
        {"done_on": AUGUST, "duty": Duty.GOVERNMENT, "margin_working_days": 2},
    ),
    ("nothing recorded", State.UNKNOWN, {"due": AUGUST}),
    ("met", State.MET, {}),
    ("missed by 1 working day", State.MISSED, {"done_on": AUGUST, "margin_working_days": -1}),
    ("missed by 2 working days", State.MISSED, {"done_on": AUGUST, "margin_working_days": -2}),
    ("missed", State.MISSED, {"done_on": AUGUST, "margin_working_days": 0}),
    ("missed", State.MISSED, {"done_on": AUGUST}),
    (
        "missed by 1 day",
        State.MISSED,
        {"done_on": date(2022, 8, 28), "due": date(2022, 8, 27), "margin_working_days": 0},
    ),
    (
        "missed by 2 days",
        State.MISSED,
        {"done_on": date(2022, 8, 28), "due": date(2022, 8, 26), "margin_working_days": 0},
    ),
    ("due today", State.DUE, left(0, 0)),
    ("due in 1 working day", State.DUE, left(3, 1)),
    ("due in 42 working days", State.DUE, left(61, 42)),
    ("due in 1 day", State.DUE, left(1, 0)),
    ("due in 9000 days", State.DUE, left(9000, None)),
    ("overdue by 1 working day", State.OVERDUE, left(-1, -1)),
    ("overdue by 22 working days", State.OVERDUE, left(-31, -22)),
    ("overdue by 2 days", State.OVERDUE, left(-2, 0)),
    ("overdue", State.OVERDUE, {"latest_possible": AUGUST}),
    ("expected", State.EXPECTED, left(-200, -140)),
    ("not expected", State.NOT_EXPECTED, {}),
    ("no date yet", State.UNKNOWN, {}),
    ("no date yet", State.UNKNOWN, {"step": STEP, "number": None}),
    ("no rule found", State.UNKNOWN, {"number": None}),
    ("done", State.UNKNOWN, {"done_on": AUGUST}),
    ("done", State.UNKNOWN, {"done_on": AUGUST, "step": STEP, "number": None}),
    ("done; no rule found", State.UNKNOWN, {"done_on": AUGUST, "number": None}),
]


@pytest.mark.parametrize(("said", "status", "given"), STATUSES)
def test_status(said: str, status: State, given: dict[str, Any]) -> None:
    assert status_words(deadline(status=status, **given)) == said


def test_every_status_is_said() -> None:
    assert {status for _, status, _ in STATUSES} == set(State)


BEFORE = {"before": True, "force": Force.REQUIRED, "counting": None}
RULES = [
    (
        (
            "70 working days after “Report received” on 19 May 2022, that day not counted "
            "(statutory, a matter for the area, grade B)."
        ),
        {},
    ),
    (
        (
            "1 working day after “Report received” on 19 May 2022, that day counted "
            "(statutory, a matter for the area, grade B)."
        ),
        {"number": 1, "counting": Counting.INCLUDING},
    ),
    (
        (
            "5 working days before “Report received” on 19 May 2022, clear days "
            "(statutory, a matter for the area, grade B)."
        ),
        {"number": 5, "counting": Counting.CLEAR, "before": True},
    ),
    (
        "2 weeks before “Review meeting” (required, a matter for the area, grade B).",
        {
            **BEFORE,
            "number": 2,
            "unit": Unit.WEEKS,
            "counted_from": CountedFrom("review_meeting", "Review meeting", None),
        },
    ),
    (
        (
            "1 month after “Report received” on 19 May 2022 "
            "(usual, a matter for the government, grade C)."
        ),
        {
            "number": 1,
            "unit": Unit.MONTHS,
            "counting": None,
            "duty": Duty.GOVERNMENT,
            "force": Force.USUAL,
            "grade": Grade.C,
        },
    ),
    (
        (
            "3 years after “Report received” on 19 May 2022 "
            "(approximate, a matter for the inspectorate, no grade)."
        ),
        {
            "number": 3,
            "unit": Unit.YEARS,
            "counting": None,
            "duty": Duty.INSPECTORATE,
            "force": Force.APPROXIMATE,
            "grade": None,
        },
    ),
    (
        "No rule found (usual, a matter for the inspectorate, no grade).",
        {
            "number": None,
            "unit": None,
            "duty": Duty.INSPECTORATE,
            "force": Force.USUAL,
            "grade": None,
        },
    ),
    (
        (
            "5 working days after “Report received” on 19 May 2022, that day not counted "
            "(a local rule, grade B)."
        ),
        {"number": 5, "duty": Duty.LOCAL, "force": Force.LOCAL},
    ),
    (
        (
            "5 working days after “Report received” on 19 May 2022, that day not counted "
            "(required, a local rule, grade B)."
        ),
        {"number": 5, "duty": Duty.LOCAL, "force": Force.REQUIRED},
    ),
    (
        (
            "0 working days after “Report received” on 19 May 2022, that day not counted "
            "(statutory, a matter for the area, grade B)."
        ),
        {"number": 0},
    ),
    ("A step that the plan sets itself.", {"step": STEP}),
]


@pytest.mark.parametrize(("said", "given"), RULES)
def test_rule(said: str, given: dict[str, Any]) -> None:
    assert rule_words(deadline(**given)) == said


COMPARISONS = [
    ("The rule gives the same day, 30 August 2022.", AUGUST, 0),
    ("The rule gives 30 August 2022, 1 working day earlier than the stated date.",
     date(2022, 8, 31), 1),
    ("The rule gives 30 August 2022, 2 working days later than the stated date.",
     date(2022, 8, 25), -2),
]  # fmt: skip


@pytest.mark.parametrize(("said", "stated", "difference"), COMPARISONS)
def test_comparison(said: str, stated: date, difference: int) -> None:
    found = deadline(due=AUGUST, stated=stated, difference_working_days=difference)
    assert comparison_words(found) == said


@pytest.mark.parametrize("force", [Force.USUAL, Force.APPROXIMATE])
def test_a_loose_rule_is_compared_by_the_month(force: Force) -> None:
    found = deadline(due=AUGUST, stated=date(2022, 11, 30), force=force)
    assert comparison_words(found) == "The rule gives about August 2022."


@pytest.mark.parametrize("given", [{}, {"due": AUGUST}, {"stated": AUGUST}])
def test_no_comparison_without_both(given: dict[str, Any]) -> None:
    assert comparison_words(deadline(**given)) == ""


@pytest.mark.parametrize("day", [date(2022, 8, 27), date(2022, 8, 29)])
def test_a_stated_date_that_is_no_working_day_is_not_the_same_day(day: date) -> None:
    # From a Friday to the Saturday or bank holiday after it there are no working days.
    found = deadline(due=date(2022, 8, 26), stated=day, difference_working_days=0)
    apart = (day - date(2022, 8, 26)).days
    said = f"The rule gives 26 August 2022, {apart} day{'s' * (apart > 1)} earlier than"
    assert comparison_words(found) == f"{said} the stated date."


def test_the_working_names_what_was_passed_over() -> None:
    calendar = WorkingCalendar()
    said = working_words(deadline(answer=calendar.add(date(2022, 5, 19), 70)))
    assert said == (
        "From Thursday 19 May 2022 to Tuesday 30 August 2022: 70 working days, and passed over 30 "
        "weekend days and 3 bank holidays: 2 June 2022 (Spring bank holiday); 3 June 2022 "
        "(Platinum Jubilee bank holiday); 29 August 2022 (Summer bank holiday)."
    )
    short = working_words(deadline(answer=calendar.add(date(2022, 7, 8), 1)))
    assert short == (
        "From Friday 8 July 2022 to Monday 11 July 2022: 1 working day, and passed over 2 weekend "
        "days."
    )
    one = working_words(deadline(answer=calendar.add(date(2022, 8, 27), 1)))
    assert one.endswith("1 weekend day and 1 bank holiday: 29 August 2022 (Summer bank holiday).")
    assert working_words(deadline()) == ""
