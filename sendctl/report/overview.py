"""A plan at a glance: how much stands how, what is late, what comes next, what is not told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sendctl.checks.readiness import Part, readiness, submission
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.measure import Measure
from sendctl.plan.progress import Status
from sendctl.plan.verdict import Position, Verdict, position
from sendctl.report.ahead import AheadLine, due_until
from sendctl.report.counts import words_used
from sendctl.report.head import title_of
from sendctl.report.lookup import lookup
from sendctl.report.nouns import Words, words_of
from sendctl.report.period import three_months
from sendctl.report.status import KeyWord
from sendctl.timeline import Deadline, Timeline, timeline_of

SOON = timedelta(weeks=4)
"""How far ahead `status` looks: a house rule."""


class Late(NamedTuple):
    """An open action after its last day."""

    action: Action
    last_day: date
    who: tuple[str, ...]


class Silent(NamedTuple):
    """Work that should be under way, with its last report; None when there never was one."""

    action: Action
    last: date | None
    who: tuple[str, ...]


class Off(NamedTuple):
    """A measure whose last figure misses its milestone, or whose figures are missing."""

    measure: Measure
    position: Position


class Overview(NamedTuple):
    """A plan at a glance.

    Attributes:
        title: what the plan is called; `banner` what every page of it must say.
        words: what it calls its parts.
        scale: the words for how actions stand, each with how many have it.
        overdue: the one that is longest overdue first.
        soon: what is due until `soon_until`, in order of time.
        off: measures whose last figure misses its milestone; `missing` those that lack a figure.
        silent: what was not reported on since `silent_since`, those never reported on first.
        to_hand_in: the parts of a plan that is still to be handed in; empty for any other.
    """

    plan: Plan
    today: date
    title: str
    banner: str
    words: Words
    timeline: Timeline
    scale: tuple[KeyWord, ...]
    overdue: tuple[Late, ...]
    soon: tuple[AheadLine, ...]
    soon_until: date
    off: tuple[Off, ...]
    missing: tuple[Off, ...]
    silent: tuple[Silent, ...]
    silent_since: date
    to_hand_in: tuple[Part, ...]

    @property
    def next(self) -> Deadline | None:
        """The deadline to look at first."""
        return self.timeline.next


def overview(plan: Plan, today: date) -> Overview:
    """A plan at a glance, on a day."""
    known = lookup(plan, today, shown=())
    since = three_months(today, back=True)
    names = known.parties.names
    late = [
        Late(action, last, names(action.owners.first()))
        for action in plan.actions
        if plan.is_overdue(action, today) and (last := plan.deadline(action.due))
    ]
    silent = [
        Silent(action, last, names(action.owners.first()))
        for action, last in _reported(plan, today)
        if last is None or last < since
    ]
    positions = [Off(measure, position(plan, measure, today)) for measure in plan.measures]
    return Overview(
        plan=plan,
        today=today,
        title=title_of(plan),
        banner=plan.head.banner or "",
        words=words_of(plan),
        timeline=timeline_of(plan, today),
        scale=words_used(known),
        overdue=tuple(sorted(late, key=lambda one: one.last_day)),
        soon=due_until(known, today + SOON),
        soon_until=today + SOON,
        off=tuple(one for one in positions if one.position.verdict is Verdict.NOT_MET),
        missing=tuple(one for one in positions if one.position.missing),
        silent=tuple(sorted(silent, key=lambda one: one.last or date.min)),
        silent_since=since,
        to_hand_in=tuple(readiness(plan, today)) if submission(plan, today) else (),
    )


def _reported(plan: Plan, today: date) -> Iterator[tuple[Action, date | None]]:
    """Actions that should be under way, each with the day of its last report."""
    for action in plan.actions:
        if not action.status.is_open or action.status is Status.ON_HOLD:
            continue
        start = plan.deadline(action.start)
        if action.status is Status.IN_PROGRESS or (start and start < today):
            days = (update.on for update in action.updates if update.on <= today)
            yield action, max(days, default=None)
