"""Meetings: what a clock runs once for each of, and which reviews meet a repeating clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sendctl.plan import Plan
from sendctl.plan.framework import Each
from sendctl.timeline.dates import event_dates
from sendctl.timeline.words import day_words

REVIEW = "review_meeting"
"""The event that a review meeting is: one of `reviews:`, or the plan's event of that name."""

MEETING = "meeting"
"""The event that the meeting of a committee report is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting.

    Attributes:
        name: unique among meetings of its kind, such as "scrutiny-2022-06-30:1".
        number: which review it is, in order of time, from 1; None for a report's meeting.
        about: the meeting in words.
        dates: the events that are known for it.
    """

    name: str
    number: int | None
    about: str
    dates: Mapping[str, date]


def entries(plan: Plan, each: Each) -> Iterator[Entry]:
    """The meetings of one sort: review meetings by date, reports' meetings as they are written."""
    if each is Each.REVIEWS:
        yield from _reviews(plan)
        return
    for stem, report in plan.reports.items():
        for number, meeting in enumerate(report.meetings, 1):
            dates = {name: event.on for name, event in meeting.events.items()}
            yield Entry(f"{stem}:{number}", None, meeting.body, {**dates, MEETING: meeting.on})


def _reviews(plan: Plan) -> Iterator[Entry]:
    """Every review meeting, with its own events and those of the plan that it is nearest to."""
    common = event_dates(plan)
    days = {review.on: review.events for review in plan.head.reviews}
    if REVIEW in common:
        days.setdefault(common[REVIEW], {})
    belongs = {name: nearest(on, days) for name, on in common.items()}
    for number, day in enumerate(sorted(days), 1):
        near = {name: on for name, on in common.items() if belongs[name] == day}
        own = {name: event.on for name, event in days[day].items()}
        about = f"review on {day_words(day)}"
        yield Entry(str(number), number, about, {**near, **own, REVIEW: day})


def held(days: Iterable[date], start: date, dues: Sequence[date]) -> dict[date, date]:
    """Which meeting belongs to which round of a repeating clock.

    A meeting belongs to the round that it is nearest to, when it is less than half an interval
    away; of several the nearest. Meetings in between are reviews, but meet no round.

    Args:
        days: when the meetings are.
        start: what the first round is counted from.
        dues: the days of all rounds, in order.

    Returns:
        The days of meetings by the day of their round.
    """
    reach = {due: (due - before) / 2 for before, due in pairwise([start, *dues])}
    found: dict[date, list[date]] = {}
    for day in days:
        due = nearest(day, reach)
        if due and abs(day - due) < reach[due]:
            found.setdefault(due, []).append(day)
    return {due: min(near, key=lambda day: (abs(day - due), day)) for due, near in found.items()}


def nearest(day: date, others: Iterable[date]) -> date | None:
    """The nearest of some days, of two equally near the earlier; None when there are none."""
    return min(others, key=lambda other: (abs(other - day), other), default=None)
