"""What comes next: actions and steps due soon, and the plan's next deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sendctl.plan.action import Action
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import upper_first
from sendctl.report.period import three_months
from sendctl.report.wording import when_words
from sendctl.timeline import State, Timeline
from sendctl.timeline.words import date_words, status_words

_MOST_DEADLINES = 6


class AheadLine(NamedTuple):
    """Something due: an action, or a step on the way to one.

    Attributes:
        ref: the action's id; "" when it has none.
        what: what is due; `plain` the same for families, "" for steps.
        when: its date, no more exact than it was given.
    """

    ref: str
    what: str
    plain: str
    when: str
    who: tuple[str, ...]
    is_step: bool


class NextDeadline(NamedTuple):
    """A deadline of the framework, or one of the plan's own steps."""

    title: str
    when: str
    standing: str


class Ahead(NamedTuple):
    """The next three months, and the next deadlines whenever they are.

    Attributes:
        until: the last of those days.
        due: in order of time.
    """

    until: date
    due: tuple[AheadLine, ...]
    deadlines: tuple[NextDeadline, ...]


def ahead(known: Lookup, times: Timeline) -> Ahead:
    """What comes after the position."""
    until = three_months(known.today)
    return Ahead(until, due_until(known, until), _deadlines(times))


def due_until(known: Lookup, until: date) -> tuple[AheadLine, ...]:
    """Open actions and steps that are due from the position to a day, in order of time."""
    found = [pair for action in known.plan.actions for pair in _due(action, known)]
    found.sort(key=lambda pair: pair[0])
    return tuple(line for day, line in found if known.today <= day <= until)


def _due(action: Action, known: Lookup) -> Iterator[tuple[date, AheadLine]]:
    """An open action and its open steps, each with its last day."""
    if not action.status.is_open:
        return
    who = known.parties.names(action.owners.first())
    ref = action.id or ""
    last = known.plan.deadline(action.due)
    for step in action.milestones:
        day = known.plan.deadline(step.due)
        # A step with the action's own date says nothing that the action does not.
        if day and step.done is None and step.title and day != last:
            yield day, AheadLine(ref, step.title, "", when_words(step.due), who, is_step=True)
    if last:
        when = when_words(action.due)
        yield last, AheadLine(ref, action.title, action.plain or "", when, who, is_step=False)


def _deadlines(times: Timeline) -> tuple[NextDeadline, ...]:
    """The area's own open deadlines and what is expected, the papers of meetings left out."""
    found: dict[str, NextDeadline] = {}
    for one in times.deadlines:
        is_open = one.status in {State.DUE, State.OVERDUE}
        is_expected = one.status is State.EXPECTED and (one.days_left or 0) >= 0
        if not one.about and one.governing and (is_open or is_expected):
            # Of a clock that repeats, only the next round.
            line = NextDeadline(one.label, upper_first(date_words(one)), status_words(one))
            found.setdefault(one.key, line)
    return tuple(found.values())[:_MOST_DEADLINES]
