"""What a count of working days came to, with its reasoning."""

from __future__ import annotations

import datetime as dt  # the fields named `date` hide the type of that name
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sendctl.workdays.bank_holidays import LAST_ANNOUNCED_YEAR
from sendctl.workdays.counting import Counting

if TYPE_CHECKING:
    from sendctl.workdays.working_calendar import WorkingCalendar

_DAY = dt.timedelta(days=1)
_WEEK = 7
_WEEKEND = 2
_SATURDAY = 5


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """A weekday that does not count, and why: a bank holiday's name, or the council's reason."""

    date: dt.date
    name: str


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count: its number, or why it has none.

    Attributes:
        date: the day.
        number: which working day of the count it is, from 1; None when it was passed over.
        why_not: "Saturday", "Good Friday", the plan's reason, "not counted"; "" when it counts.
    """

    date: dt.date
    number: int | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The day that a count ends on, and what was asked.

    Attributes:
        start: the day counted from.
        working_days: how many working days were counted.
        counting: which ends counted.
        before: whether the count ran backwards.
        date: the answer, always a working day.
    """

    start: dt.date
    working_days: int
    counting: Counting
    before: bool
    date: dt.date
    _calendar: WorkingCalendar = field(repr=False, compare=False)

    @property
    def provisional(self) -> bool:
        """Whether the count reaches into years whose bank holidays are not announced yet."""
        return max(self.start, self.date).year > LAST_ANNOUNCED_YEAR

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The weekday holidays that were passed over, in date order.

        Together with `weekend_days` and the working days they make up every day of the count. The
        start is among them only when it would have counted (INCLUDING) had it been a working day.
        """
        first, last = self._passed_over()
        return self._calendar.holidays_between(first, last)

    @property
    def weekend_days(self) -> int:
        """How many Saturdays and Sundays were passed over."""
        first, last = self._passed_over()
        weeks, rest = divmod(max(0, (last - first).days + 1), _WEEK)
        in_part_week = sum((first.weekday() + n) % _WEEK >= _SATURDAY for n in range(rest))
        return weeks * _WEEKEND + in_part_week

    def days(self) -> Iterator[CountedDay]:
        """Every day from the start to the answer, in the order they were counted."""
        step = -_DAY if self.before else _DAY
        day, number = self.start, 0
        if self.counting is not Counting.INCLUDING:
            yield CountedDay(day, None, "not counted")
            day += step
        while number < self.working_days:
            why_not = self._calendar.why_not(day)
            number += not why_not
            yield CountedDay(day, None if why_not else number, why_not or "")
            day += step
        if self.counting is Counting.CLEAR:
            while day != self.date + step:
                why_not = self._calendar.why_not(day)
                yield CountedDay(day, None, why_not or "not counted")
                day += step

    def _passed_over(self) -> tuple[dt.date, dt.date]:
        """The first and last day of the stretch that was counted over, in date order.

        The answer is a working day, so whether it belongs to the stretch makes no difference.
        """
        step = -_DAY if self.before else _DAY
        start = self.start if self.counting == Counting.INCLUDING else self.start + step
        return (self.date, start) if self.before else (start, self.date)
