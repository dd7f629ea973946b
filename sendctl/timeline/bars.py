"""A timeline as bars and marks on one scale of time: what its pictures are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sendctl.timeline.deadline import Deadline, Happened, State
from sendctl.timeline.whole import Timeline
from sendctl.timeline.words import MONTHS, date_words, day_words, status_words
from sendctl.workdays import FIRST_YEAR, LAST_YEAR

HAPPENED = "happened"
PLANNED = "planned"

_MOST_TICKS = 5
_STEPS = (1, 3, 6, 12, 24, 60, 120, 300)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the picture.

    Attributes:
        label: what it is.
        state: how it stands, a `State` or "happened" or "planned".
        day: where its mark stands.
        since: where its bar begins, the day it is counted from; None for a mark without a bar.
        when: the date in words, no more exact than it is.
        standing: how it stands, in words.
        is_next: whether it comes next.
    """

    label: str
    state: str
    day: date
    since: date | None
    when: str
    standing: str
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale: the first day of a month, and its name."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The time that a picture shows, from the first day of a month."""

    first: date
    last: date
    ticks: tuple[Tick, ...]

    def at(self, day: date) -> float:
        """Where a day lies, from 0 at the first day to 1 at the last."""
        return (day - self.first).days / max(1, (self.last - self.first).days)


def bars(timeline: Timeline) -> list[Bar]:
    """What a picture shows, in order of time: events, deadlines with a date, open steps.

    Left out are steps that are done and the papers of meetings: they crowd the picture, and the
    table holds them.
    """
    coming = timeline.next
    found = [
        *(_event(event, timeline.today) for event in timeline.events if event.meets is None),
        *(
            bar
            for one in timeline.deadlines
            if not one.about and not (one.step and one.done_on)
            for bar in _deadline(one, is_next=one is coming)
        ),
    ]
    shown = [bar for bar in found if can_be_shown(bar.day)]
    return sorted(shown, key=lambda bar: bar.day)


def can_be_shown(day: date) -> bool:
    """A slip such as the year 202 would leave no room for anything else."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _event(event: Happened, today: date) -> Bar:
    state = PLANNED if event.on > today else HAPPENED
    return Bar(event.title, state, event.on, None, day_words(event.on), state)


def _deadline(one: Deadline, *, is_next: bool) -> Iterator[Bar]:
    day = one.governing or one.done_on or one.latest_possible
    if day is None:
        return
    start = one.counted_from.date if one.counted_from else None
    # A bar for every round of a clock would say the same again and again.
    since = start if start and one.due and start < day and not one.occurrence else None
    state = HAPPENED if one.done_on and one.status is State.UNKNOWN else one.status.value
    yield Bar(one.label, state, day, since, date_words(one), status_words(one), is_next)


def scale(found: Sequence[Bar], today: date) -> Scale:
    """A scale on which all the bars lie, and today where it can.

    Args:
        found: at least one bar.
        today: the day of the position.
    """
    return scale_of([bar.day for bar in found] + [bar.since for bar in found if bar.since], today)


def scale_of(shown: Iterable[date], today: date) -> Scale:
    """A scale on which all the days lie, and today where it can.

    Args:
        shown: at least one day that `can_be_shown`.
        today: the day of the position.
    """
    days = list(shown)
    if can_be_shown(today):
        days.append(today)
    first, end = min(days), max(days)
    months = (end.year - first.year) * _MONTHS + end.month - first.month + 1
    step = next((step for step in _STEPS if months / step <= _MOST_TICKS), _STEPS[-1])
    starts = [_month(first, count) for count in range(0, months + step, step)]
    return Scale(starts[0], starts[-1], tuple(Tick(day, _name(day)) for day in starts[:-1]))


def _month(first: date, later: int) -> date:
    """The first day of the month that is so many months later."""
    years, month = divmod(first.month - 1 + later, _MONTHS)
    return date(first.year + years, month + 1, 1)


def _name(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
