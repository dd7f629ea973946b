"""From which earlier position a progress report tells what changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sendctl.plan import Plan
from sendctl.plan.when import parse_when
from sendctl.report import Request, WrongRequest
from sendctl.report.period import Period, period_of, three_months
from tests.report.rendered import TODAY, MakePlan


def asked(plan: Plan, today: date = TODAY, **given: Any) -> Period:
    return period_of(Request(plan, today, **given))


def test_the_day_of_the_earlier_position_is_not_told_again() -> None:
    period = Period(date(2022, 6, 30), date(2022, 9, 30))
    days = ("2022-06-29", "2022-06-30", "2022-07-01", "2022-09-30", "2022-10-01")
    held = [day for day in days if period.holds(date.fromisoformat(day))]
    assert held == ["2022-07-01", "2022-09-30"]
    assert not period.holds(None)


@pytest.mark.parametrize(
    ("when", "touches"),
    [
        ("2022-06", False), ("2022-07", True), ("2022-09", True), ("2022-10", False),
        ("2022-06-30", False), ("2022-07-01", True), ("2022/23-Q2", True), ("ongoing", False),
        ("2022-autumn", True), ("2021-autumn", False),
    ],
)  # fmt: skip
def test_dates_that_are_spans(make_plan: MakePlan, when: str, touches: bool) -> None:
    plan = make_plan(terms={"2022-autumn": {"start": "2022-09-05", "end": "2022-12-16"}})
    period = Period(date(2022, 6, 30), date(2022, 9, 30))
    assert period.touches(parse_when(when), plan) is touches
    assert not period.touches(None, plan)


def test_since_a_date(example: Plan) -> None:
    assert asked(example, since=date(2022, 7, 1)) == Period(date(2022, 7, 1), TODAY)
    assert asked(example, since=TODAY) == Period(TODAY, TODAY)


def test_since_a_meeting(example: Plan) -> None:
    report = asked(example, since_meeting="scrutiny-2022-06-30")
    assert report.since == date(2022, 6, 30)
    assert report.meeting == (
        "the meeting of Children and Young People's Scrutiny Committee on 30 June 2022"
    )
    review = asked(example, since_meeting="2022-05-24")
    assert (review.since, review.meeting) == (
        date(2022, 5, 24),
        "the review meeting on 24 May 2022",
    )


@pytest.mark.parametrize(
    ("reader", "since"),
    [
        ("", "2022-06-30"),  # three months
        ("families", "2022-06-30"),
        ("dfe", "2022-09-27"),  # the last review
        ("scrutiny", "2022-06-30"),  # the last meeting that had a report
    ],
)
def test_without_a_day(example: Plan, reader: str, since: str) -> None:
    assert asked(example, reader=reader).since == date.fromisoformat(since)


def test_a_meeting_on_the_day_itself_has_not_seen_this_report(example: Plan) -> None:
    assert asked(example, date(2022, 9, 27), reader="dfe").since == date(2022, 5, 24)
    assert asked(example, date(2022, 5, 24), reader="dfe").since == date(2022, 2, 24)


def test_of_several_meetings_of_a_report_the_last_one_before_the_position(
    make_plan: MakePlan,
) -> None:
    report = {
        "title": "R",
        "meetings": [
            {"body": "Cabinet", "date": "2022-09-01"},
            {"body": "Scrutiny", "date": "2022-10-20"},
            {"body": "Board", "date": "2022-08-01"},
        ],
    }
    plan = make_plan({"reports/autumn.yaml": report})
    assert (
        asked(plan, since_meeting="autumn").meeting == "the meeting of Cabinet on 1 September 2022"
    )
    with pytest.raises(WrongRequest, match="is on 2022-08-01, after the position, 2022-07-01"):
        asked(plan, date(2022, 7, 1), since_meeting="autumn")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"since": date(2022, 10, 1)}, "--since 2022-10-01 lies after the position, 2022-09-30."),
        (
            {"since_meeting": "gone"},
            "There are: 2022-05-24, scrutiny-2022-06-30, approval-2022-08, 2022-09-27.",
        ),
        ({"since": TODAY, "since_meeting": "x"}, "say the same thing: give one of them"),
    ],
)
def test_what_cannot_be_meant(example: Plan, given: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongRequest) as wrong:
        asked(example, **given)
    assert said in str(wrong.value)


def test_a_plan_without_meetings_says_so(make_plan: MakePlan) -> None:
    with pytest.raises(WrongRequest, match="There are: none yet"):
        asked(make_plan(), since_meeting="2022-05-24")


def test_at_the_edges_of_the_calendar() -> None:
    assert three_months(date(2022, 11, 30)) == date(2023, 2, 28)
    assert three_months(date(2022, 5, 31), back=True) == date(2022, 2, 28)
    assert three_months(date(1, 1, 1), back=True) == date(1, 1, 1)
    assert three_months(date(9999, 12, 31)) == date(9999, 12, 31)
