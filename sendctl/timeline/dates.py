"""The dates that clocks count from, the calendar that they count in, and where the plan ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.plan.when import When
from sendctl.timeline.framework import Framework
from sendctl.workdays import WorkingCalendar


class Misordered(NamedTuple):
    """Two events of which the first is dated before one that must come earlier."""

    event: str
    earlier: str


def calendar_of(plan: Plan) -> WorkingCalendar:
    """The working days that the plan counts in."""
    settings = plan.head.calendar
    return WorkingCalendar(
        settings.nation,
        added={day.on: day.reason for day in settings.add},
        removed={day.on: day.reason for day in settings.remove},
    )


def event_dates(plan: Plan) -> dict[str, date]:
    """When each event happened; the inspection's own two dates are events too."""
    dates = {name: event.on for name, event in plan.head.events.items()}
    inspection = plan.head.inspection
    if inspection and inspection.started:
        dates.setdefault("inspection_started", inspection.started)
    if inspection and inspection.ended:
        dates.setdefault("inspection_ended", inspection.ended)
    return dates


def misordered(framework: Framework, dates: Mapping[str, date]) -> Iterator[Misordered]:
    """Each event that is dated before the nearest earlier one whose date is known."""
    for name, day in dates.items():
        earlier = _nearest_earlier(framework, name, dates)
        if earlier and day < dates[earlier]:
            yield Misordered(name, earlier)


def _nearest_earlier(framework: Framework, name: str, dates: Mapping[str, date]) -> str | None:
    """The nearest event in the chain of those that come first whose date is known."""
    for _ in framework.events:
        kind = framework.events.get(name)
        if kind is None or kind.after is None:
            return None
        name = kind.after
        if name in dates:
            return name
    return None


def plan_end(plan: Plan) -> date | None:
    """The last day that the plan sets itself for anything; None when it sets none."""
    return max((day for when in _aims(plan) if (day := plan.deadline(when))), default=None)


def _aims(plan: Plan) -> Iterator[When | None]:
    for action in plan.actions:
        yield action.due
        yield from (milestone.due for milestone in action.milestones)
    for weakness in plan.weaknesses:
        yield from (milestone.due for milestone in weakness.milestones)
    for measure in plan.measures:
        yield measure.target.by if measure.target else None
        yield from (milestone.by for milestone in measure.milestones)
    yield from (stated.due for stated in plan.head.stated.values())
    yield from (step.due for step in plan.head.steps)
