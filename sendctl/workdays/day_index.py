"""Working days by number and numbers by working day, over a window of whole years.

With both tables at hand every question is a subtraction and a look-up, however far it reaches.
Days are proleptic Gregorian ordinals (`date.toordinal`), whose day 1 was a Monday.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import accumulate, compress

from sendctl.workdays.counting import Counting

_WEEK = 7
_WORKING_WEEK = 5

# Of each counting: does the start count, and how many days more lie between the ends?
_SHAPES = {
    Counting.EXCLUDING: (False, 0),
    Counting.INCLUDING: (True, 0),
    Counting.CLEAR: (False, 1),
}


class DayIndex:
    """The working days of some consecutive years, numbered from 0. Never changes once built.

    Attributes:
        years: the years that the index covers; may be empty.
    """

    __slots__ = ("_first", "_length", "_passed", "_working", "years")

    def __init__(self, years: range, days_off: Iterable[date]) -> None:
        """Number the days.

        Args:
            years: the years to cover.
            days_off: the days that are not worked, besides Saturdays and Sundays.
        """
        self.years = years
        days = range(0)
        if years:
            days = range(date(years[0], 1, 1).toordinal(), date(years[-1], 12, 31).toordinal() + 1)
        off = {day.toordinal() for day in days_off}
        worked = [(day - 1) % _WEEK < _WORKING_WEEK and day not in off for day in days]
        self._first = days.start
        self._length = len(days)
        self._working = list(compress(days, worked))
        self._passed = list(accumulate(worked, initial=0))

    def find(self, start: int, number: int, counting: Counting, *, before: bool) -> int | None:
        """The day that a count ends on.

        Args:
            start: the day to count from.
            number: how many working days, 0 or more.
            counting: which ends count.
            before: count backwards.

        Returns:
            A working day, or None when the start or the answer lies outside these years.
        """
        start_counts, between = _SHAPES[counting]
        offset = start - self._first
        if not 0 <= offset < self._length:
            return None
        rank = self._passed[offset + (before == start_counts)]
        rank = rank - number - between if before else rank + number + between - 1
        # A negative rank would wrap round to the end of the list.
        return self._working[rank] if 0 <= rank < len(self._working) else None

    def count(self, first: int, last: int, counting: Counting) -> int:
        """How many working days from one day to another, not earlier, both within these years."""
        start_counts, between = _SHAPES[counting]
        upto_last = self._passed[last - self._first + 1 - between]
        upto_first = self._passed[first - self._first + 1 - start_counts]
        # Nothing is between a day and itself, where the subtraction would find -1.
        return max(0, upto_last - upto_first)

    def is_working(self, day: int) -> bool:
        """Whether a day within these years is worked."""
        offset = day - self._first
        return self._passed[offset + 1] > self._passed[offset]
