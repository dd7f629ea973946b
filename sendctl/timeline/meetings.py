"""Meetings: what a clock runs once for each of, and which reviews meet a repeating clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sendctl.plan import Plan
from sendctl.plan.framework import Each
from sendctl.plan.head import Review
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
    common = event_dates(plan)
    days = {review.on: review.events for review in plan.head.reviews}
    if REVIEW in common:
        days.setdefault(common[REVIEW], {})
    for number, day in enumerate(sorted(days), 1):
        own = {name: event.on for name, event in days[day].items()}
        about = f"review on {day_words(day)}"
        yield Entry(str(number), number, about, {**common, **own, REVIEW: day})


def held(reviews: Sequence[Review], start: date, dues: Sequence[date]) -> dict[date, Review]:
    """Which review meeting belongs to which round of a repeating clock.

    A meeting belongs to the round that it is nearest to, when it is less than half an interval
    away; of several the nearest. Meetings in between are reviews, but meet no round.

    Args:
        reviews: the plan's review meetings.
        start: what the first round is counted from.
        dues: the days of the rounds, in order.

    Returns:
        Reviews by the day of their round.
    """
    found: dict[date, Review] = {}
    for before, due in pairwise([start, *dues]):
        reach = (due - before) / 2
        near = [review for review in reviews if abs(review.on - due) < reach]
        if near:
            found[due] = min(near, key=lambda review: (abs(review.on - due), review.on))
    return found
