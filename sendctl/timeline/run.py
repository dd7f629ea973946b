"""One clock from one date: where it ends, and round after round where it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sendctl.plan.framework import Unit
from sendctl.timeline.framework import Clock
from sendctl.workdays import (
    Answer,
    UnsupportedDate,
    WorkingCalendar,
    add_months,
    add_weeks,
    add_years,
)

MOST_ROUNDS = 40
"""Rounds of a repeating clock that are listed: ten years of quarterly reviews."""

_MOST_COUNTED = 2_000
"""Rounds that are counted at all: as many months as there are from 1978 to 2100, and more."""

_ADD = {Unit.WEEKS: add_weeks, Unit.MONTHS: add_months, Unit.YEARS: add_years}


class Run(NamedTuple):
    """Where a clock ends; for working days, with the count behind it."""

    due: date
    answer: Answer | None = None


def run(clock: Clock, start: date, calendar: WorkingCalendar, times: int = 1) -> Run:
    """Where a clock ends that was set off on a day.

    Args:
        clock: one that has a number.
        start: the day of the event that it counts from.
        calendar: the working days.
        times: for a repeating clock, which round. Each round is counted from the start, so that
            reviews from 30 November on come back to the 30th after a short February.

    Raises:
        UnsupportedDate: the start or the end lies outside 1978 to 2100.
    """
    number = (clock.number or 0) * times
    if clock.unit is Unit.WORKING_DAYS:
        answer = calendar.add(start, number, clock.counting, before=clock.before)
        return Run(answer.date, answer)
    return Run(_ADD[clock.unit](start, -number if clock.before else number))


def rounds(
    clock: Clock, start: date, calendar: WorkingCalendar, today: date, end: date | None
) -> list[tuple[int, Run]]:
    """The rounds of a repeating clock, with their numbers from 1.

    They go on to the end of the plan, and at least to the first one from today on.

    Args:
        clock: one that repeats and has a number.
        start: the day of the event that it counts from.
        calendar: the working days.
        today: the day that the timeline is about.
        end: the plan's last day; None when it sets none.
    """
    found: list[tuple[int, Run]] = []
    for number in range(1, _MOST_COUNTED + 1):
        try:
            one = run(clock, start, calendar, number)
        except UnsupportedDate:
            break
        last = found[-1][1].due if found else date.min
        if one.due <= last or (last >= today and one.due > (end or today)):
            break  # a clock that does not move on has one round
        found.append((number, one))
    return found


def listed(found: Sequence[tuple[int, Run]], today: date) -> Sequence[tuple[int, Run]]:
    """`MOST_ROUNDS` of a clock's rounds: the oldest past ones are left out first, then the last."""
    past = sum(one.due < today for _, one in found)
    first = min(past, max(0, len(found) - MOST_ROUNDS))
    return found[first : first + MOST_ROUNDS]
