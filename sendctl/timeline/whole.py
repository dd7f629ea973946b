"""The whole timeline of a plan on a day: what happened, what is due, what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sendctl.plan import Plan
from sendctl.timeline.compute import deadlines
from sendctl.timeline.deadline import Deadline, Happened, State
from sendctl.timeline.happened import happened
from sendctl.timeline.what_if import supposing


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan's deadlines and events on a day.

    Attributes:
        plan: the plan, with the supposed dates.
        today: the day that it is about.
        deadlines: in order of time, those without a date last.
        events: in order of time; those after `today` are planned.
        supposed: the dates that only this timeline supposes, by event; the plan says otherwise.
    """

    plan: Plan
    today: date
    deadlines: tuple[Deadline, ...]
    events: tuple[Happened, ...]
    supposed: Mapping[str, date] = field(default_factory=dict)

    @property
    def next(self) -> Deadline | None:
        """What must be looked at first: the area's own oldest open deadline, else what is expected.

        None when nothing is ahead.
        """
        ahead = [one for one in self.deadlines if one.status in {State.DUE, State.OVERDUE}]
        expected = [
            one
            for one in self.deadlines
            if one.status is State.EXPECTED and (one.days_left or 0) >= 0
        ]
        return next(iter(ahead or expected), None)

    @property
    def overdue(self) -> list[Deadline]:
        """The area's own deadlines that have passed."""
        return [one for one in self.deadlines if one.status is State.OVERDUE]


def timeline_of(
    plan: Plan, today: date | None = None, supposed: Mapping[str, date] | None = None
) -> Timeline:
    """The timeline of a plan.

    Args:
        plan: the plan.
        today: the day that it is about; without it the plan's `as_at`, else the machine's date.
        supposed: dates to suppose for events, in place of the plan's own; the plan stays as it is.
    """
    plan, today = supposing(plan, supposed or {}), plan.today(today)
    found = deadlines(plan, today)
    return Timeline(plan, today, tuple(found), tuple(happened(plan, found)), dict(supposed or {}))
