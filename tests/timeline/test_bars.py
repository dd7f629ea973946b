"""What the pictures of a timeline are drawn from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl import Plan
from sendctl.timeline import Timeline, timeline_of
from sendctl.timeline.bars import Bar, Scale, Tick, bars, scale

PlanOf = Callable[[str], Plan]
PLAN = """
framework: area-send-2016
events: {report_received: 2022-05-19, report_published: 2022-05-26, wsoa_submitted: 2022-08-26,
         wsoa_judged_fit: 2022-09-16}
steps:
  - {id: draft, title: Draft, due: 2022-07-08, done: 2022-07-08}
  - {id: board, title: Board, due: 2022-08-05}
stated: {wsoa: 2022-08-30}
"""


def times(plan: Plan, today: str = "2022-08-01") -> Timeline:
    return timeline_of(plan, date.fromisoformat(today))


def bar(day: str, since: str | None = None) -> Bar:
    start = date.fromisoformat(since) if since else None
    return Bar("A", "due", date.fromisoformat(day), start, "", "")


def test_events_deadlines_and_open_steps_in_order_of_time(plan_of: PlanOf) -> None:
    found = bars(times(plan_of(PLAN)))
    assert [(one.label, one.state, one.day.isoformat()) for one in found] == [
        ("Report received", "happened", "2022-05-19"),
        ("Report published by the inspectorates", "happened", "2022-05-26"),
        ("Report published by each recipient", "unknown", "2022-05-26"),
        ("Board", "due", "2022-08-05"),
        ("Written statement of action submitted", "planned", "2022-08-26"),
        ("Written statement of action made", "due", "2022-08-30"),
        ("Written statement of action judged fit for purpose", "planned", "2022-09-16"),
        ("Monitoring by the DfE and NHS England", "expected", "2022-12-16"),
        ("Revisit by Ofsted and the CQC", "expected", "2024-03-16"),
    ]


def test_a_bar_says_all_that_its_row_shows(plan_of: PlanOf) -> None:
    found = {one.label: one for one in bars(times(plan_of(PLAN)))}
    assert found["Written statement of action made"] == Bar(
        "Written statement of action made", "due", date(2022, 8, 30), date(2022, 5, 19),
        "30 August 2022", "due in 20 working days",
    )  # fmt: skip
    assert found["Report received"] == Bar(
        "Report received", "happened", date(2022, 5, 19), None, "19 May 2022", "happened"
    )
    planned = found["Written statement of action submitted"]
    assert (planned.when, planned.standing) == ("26 August 2022", "planned")
    assert [one.label for one in found.values() if one.is_next] == ["Board"]


def test_only_what_is_counted_once_from_an_earlier_day_has_a_bar(plan_of: PlanOf) -> None:
    more = PLAN.replace("wsoa_judged_fit", "revisit_started: 2022-11-01, wsoa_judged_fit")
    found = {one.label: one.since for one in bars(times(plan_of(more)))}
    assert found["Monitoring by the DfE and NHS England"] is None  # a round of many
    assert found["Notice of the revisit"] is None  # counted backwards
    assert found["Report published by each recipient"] == date(2022, 5, 19)
    # Stated only: no rule gave the day, so no bar leads to it.
    stated = "framework: area-send-2016\nstated: {wsoa: 2022-08-30}\n"
    assert [one.since for one in bars(times(plan_of(stated)))] == [None]


def test_an_event_of_today_has_happened(plan_of: PlanOf) -> None:
    def state(today: str) -> str:
        return next(one for one in bars(times(plan_of(PLAN), today))).state

    assert [state("2022-05-18"), state("2022-05-19")] == ["planned", "happened"]


def test_what_is_done_without_a_rule_has_happened(plan_of: PlanOf) -> None:
    found = {one.label: one for one in bars(times(plan_of(PLAN), "2022-09-16"))}
    fit = found["Statement judged fit for purpose"]
    assert (fit.state, fit.day) == ("happened", date(2022, 9, 16))


def test_what_a_deadline_cannot_be_later_than_has_a_mark(plan_of: PlanOf) -> None:
    text = "framework: area-send-2016\nevents: {report_published: 2022-05-26}\n"
    found = {one.label: one for one in bars(times(plan_of(text)))}
    made = found["Written statement of action made"]
    assert (made.state, made.day, made.since) == ("unknown", date(2022, 9, 6), None)


def test_slips_of_the_year_are_left_out(plan_of: PlanOf) -> None:
    text = "steps: [{id: a, title: A, due: %s}]\n"
    for day, shown in (("1977-12-31", 0), ("1978-01-01", 1), ("2100-12-31", 1), ("2101-01-01", 0)):
        assert len(bars(times(plan_of(text % day)))) == shown


@pytest.mark.parametrize(
    ("last", "ticks", "end"),
    [
        ("2022-02-28", ["Feb 2022"], "2022-03-01"),
        ("2022-06-01", ["Feb 2022", "Mar 2022", "Apr 2022", "May 2022", "Jun 2022"], "2022-07-01"),
        ("2022-07-01", ["Feb 2022", "May 2022"], "2022-08-01"),
        ("2023-07-31", ["Feb 2022", "Aug 2022", "Feb 2023"], "2023-08-01"),
        ("2030-12-31", ["Feb 2022", "Feb 2024", "Feb 2026", "Feb 2028", "Feb 2030"], "2032-02-01"),
        ("2040-12-31", ["Feb 2022", "Feb 2027", "Feb 2032", "Feb 2037"], "2042-02-01"),
        ("2060-12-31", ["Feb 2022", "Feb 2032", "Feb 2042", "Feb 2052"], "2062-02-01"),
        ("2026-12-31", ["Feb 2022", "Feb 2023", "Feb 2024", "Feb 2025", "Feb 2026"], "2027-02-01"),
    ],
)
def test_a_scale_runs_over_whole_steps_with_five_ticks_at_most(
    last: str, ticks: list[str], end: str
) -> None:
    found = scale([bar("2022-02-11"), bar(last)], date(2022, 2, 20))
    assert [tick.label for tick in found.ticks] == ticks
    assert found.ticks[0] == Tick(date(2022, 2, 1), "Feb 2022")
    assert (found.first, found.last) == (date(2022, 2, 1), date.fromisoformat(end))


def test_a_scale_reaches_over_bars_and_today() -> None:
    found = scale([bar("2022-06-11", "2022-03-05")], date(2022, 8, 20))
    assert (found.first, found.last) == (date(2022, 3, 1), date(2022, 9, 1))
    alone = scale([bar("2022-06-11")], date(3022, 8, 20))
    assert (alone.first, alone.last) == (date(2022, 6, 1), date(2022, 7, 1))


def test_the_longest_scale() -> None:
    found = scale([bar("1978-01-01"), bar("2100-12-31")], date(2022, 8, 20))
    assert [tick.label for tick in found.ticks] == [
        "Jan 1978", "Jan 2003", "Jan 2028", "Jan 2053", "Jan 2078",
    ]  # fmt: skip
    assert found.last == date(2103, 1, 1)


def test_where_a_day_lies() -> None:
    span = Scale(date(2022, 6, 1), date(2022, 6, 11), ())
    assert [span.at(date(2022, 6, day)) for day in (1, 6, 11)] == [0, 0.5, 1]
    assert Scale(date(2022, 6, 1), date(2022, 6, 1), ()).at(date(2022, 6, 1)) == 0
