"""What would be so: the timeline for a date that is not in the plan, and the dates that fit one.

Neither is ever a fact. What is supposed is said to be supposed wherever it is shown, and a date
that would give the stated deadline is a question to ask, never the receipt itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sendctl.plan import Plan
from sendctl.plan.event import Event
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline.dates import calendar_of, event_dates, misordered
from sendctl.timeline.framework import Clock, Framework, framework_of
from sendctl.timeline.run import run
from sendctl.workdays import UnsupportedDate, WorkingCalendar

_REACH = timedelta(days=20)
"""Around the day that counting back gives: wider than any run of holidays or short month."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The dates of one event that would give a stated deadline.

    Attributes:
        key: the clock; `label` its title.
        event: the event that it counts from; `event_title` what it is called.
        stated: the deadline as the area states it, an exact day.
        dates: every day that gives just this deadline; empty when none does.
        contradicted: those of them that the plan's other dates rule out.
    """

    key: str
    label: str
    event: str
    event_title: str
    stated: date
    dates: tuple[date, ...]
    contradicted: tuple[date, ...]


def supposing(plan: Plan, dates: Mapping[str, date]) -> Plan:
    """A plan in which some events have other dates.

    Args:
        plan: stays as it is.
        dates: days by the framework's event names.
    """
    if not dates:
        return plan
    given = {name: Event.model_construct(on=day) for name, day in dates.items()}
    head = plan.head.model_copy(update={"events": {**plan.head.events, **given}})
    return replace(plan, files={**plan.files, PLAN_FILE: head})


def solve(plan: Plan) -> list[Solution]:
    """Which dates would give the deadlines that the plan states, clock by clock.

    Only for clocks that run once and deadlines that are exact days.
    """
    framework = framework_of(plan)
    if framework is None:
        return []
    calendar = calendar_of(plan)
    return list(_solutions(plan, framework, calendar))


def _solutions(plan: Plan, framework: Framework, calendar: WorkingCalendar) -> Iterator[Solution]:
    known = event_dates(plan)
    for key, stated in plan.head.stated.items():
        clock = framework.clocks.get(key)
        day = plan.deadline(stated.due)
        if clock is None or not clock.number or clock.repeats or day is None:
            continue
        if str(stated.due) != day.isoformat():
            continue
        fitting = _starts(clock, day, calendar)
        ruled_out = tuple(
            start
            for start in fitting
            if any(
                clock.start in pair for pair in misordered(framework, {**known, clock.start: start})
            )
        )
        title = framework.event_title(clock.start)
        yield Solution(key, clock.title, clock.start, title, day, fitting, ruled_out)


def _starts(clock: Clock, due: date, calendar: WorkingCalendar) -> tuple[date, ...]:
    """Every day from which the clock ends on this one."""
    back = clock.model_copy(update={"before": not clock.before})
    try:
        about = run(back, due, calendar).due
        days = (about - _REACH + timedelta(days=n) for n in range(2 * _REACH.days + 1))
        return tuple(day for day in days if run(clock, day, calendar).due == due)
    except (UnsupportedDate, OverflowError):
        return ()
