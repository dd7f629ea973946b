"""What comes next in a timeline, and what is overdue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl import Plan
from sendctl.timeline import Timeline, timeline_of

PlanOf = Callable[[str], Plan]
PLAN = """
framework: area-send-2016
events: {wsoa_judged_fit: 2022-09-16}
stated: {revisit: 2022-11-30}
steps:
  - {id: a, title: A, due: 2022-10-05}
  - {id: b, title: B, due: 2022-10-20}
  - {id: c, title: C, due: 2022-09-20, done: 2022-09-20}
"""


def at(plan: Plan, today: str) -> Timeline:
    return timeline_of(plan, date.fromisoformat(today))


@pytest.mark.parametrize(
    ("today", "coming", "overdue"),
    [
        ("2022-10-01", "step:a", []),
        ("2022-10-05", "step:a", []),
        ("2022-10-06", "step:a", ["step:a"]),  # late, and so the first thing to look at
        ("2022-10-21", "step:a", ["step:a", "step:b"]),
    ],
)
def test_the_areas_own_oldest_open_deadline_comes_next(
    plan_of: PlanOf, today: str, coming: str, overdue: list[str]
) -> None:
    found = at(plan_of(PLAN), today)
    assert found.next is not None
    assert found.next.key == coming
    assert [one.key for one in found.overdue] == overdue


def test_what_is_expected_comes_next_when_nothing_of_its_own_is_open(plan_of: PlanOf) -> None:
    plan = plan_of(PLAN.partition("steps:")[0])

    def coming(today: str) -> tuple[str, date | None] | None:
        found = at(plan, today).next
        return (found.key, found.governing) if found else None

    assert coming("2022-11-29") == ("revisit", date(2022, 11, 30))
    assert coming("2022-11-30") == ("revisit", date(2022, 11, 30))
    assert coming("2022-12-01") == ("monitoring", date(2022, 12, 16))
    own = plan_of(PLAN.replace("2022-10-05", "2022-12-14"))
    first = at(own, "2022-10-20").next
    assert first is not None
    assert first.key == "step:b"  # not the revisit, though both are ahead


def test_an_expectation_that_has_passed_is_not_next(plan_of: PlanOf) -> None:
    plan = plan_of("framework: area-send-2016\nstated: {revisit: 2022-11-30}\n")
    assert at(plan, "2022-12-01").next is None


def test_nothing_comes_next_where_nothing_is_known(plan_of: PlanOf) -> None:
    found = at(plan_of("framework: area-send-2016\n"), "2022-10-01")
    assert found.next is None
    assert found.overdue == []
    assert at(plan_of(""), "2022-10-01").deadlines == ()
