"""The working days of one nation, with a council's own changes, and counting in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from sendctl.workdays.answer import Answer, Skipped
from sendctl.workdays.bank_holidays import LAST_ANNOUNCED_YEAR, Nation, bank_holidays
from sendctl.workdays.counting import Counting
from sendctl.workdays.day_index import DayIndex
from sendctl.workdays.supported import (
    FIRST_YEAR,
    LAST_YEAR,
    require_supported,
    require_supported_year,
    unsupported,
)

_SATURDAY = 5
_WEEKEND_NAMES = ("Saturday", "Sunday")

# Fewer than any real year has, so that an estimate of the years needed is rarely short.
_WORKING_DAYS_IN_A_YEAR = 200
# How many years more than needed are built on each side, so that neighbouring questions are ready.
_SPARE_YEARS = 4


class WorkingCalendar:
    """Which days are worked, and how far a number of working days reaches.

    A question costs the same however far it reaches: the days are numbered once, for the years that
    are asked about and a few around them. Nothing that a caller can see ever changes, so one
    calendar can be shared.

    Saturdays and Sundays are never worked; naming one in `added` or `removed` has no effect.

    Every method raises UnsupportedDate for a date before 1978 or after 2100, and for an answer
    that would lie there.
    """

    __slots__ = ("_added", "_index", "_nation", "_removed")

    def __init__(
        self,
        nation: Nation = Nation.ENGLAND,
        added: Mapping[date, str] | None = None,
        removed: Mapping[date, str] | None = None,
    ) -> None:
        """Take the nation's bank holidays and the plan's changes to them.

        Args:
            nation: whose bank holidays are kept.
            added: extra days that do NOT count, with the reason, such as a bank holiday announced
                at short notice. A bank holiday keeps its own name.
            removed: bank holidays that DO count, with the reason: days that the list holds but
                that are worked, such as a holiday that was moved. Removals come first, so a day
                in both does not count, and goes by the added reason.
        """
        self._nation = Nation(nation)
        self._added = dict(added or {})
        self._removed = dict(removed or {})
        self._index = DayIndex(range(0), ())

    @property
    def nation(self) -> Nation:
        """Whose bank holidays are kept."""
        return self._nation

    @property
    def added(self) -> Mapping[date, str]:
        """The extra days that do not count, with the reason."""
        return MappingProxyType(self._added)

    @property
    def removed(self) -> Mapping[date, str]:
        """The bank holidays that count all the same, with the reason."""
        return MappingProxyType(self._removed)

    def __repr__(self) -> str:
        return (
            f"WorkingCalendar({self._nation.value!r}, added={self._added!r},"
            f" removed={self._removed!r})"
        )

    def is_working_day(self, day: date) -> bool:
        """Whether this day counts."""
        return self._covering(day, day).is_working(day.toordinal())

    def why_not(self, day: date) -> str | None:
        """Why a day does not count: "Saturday", "Good Friday", the plan's reason; None if it does.

        Of a holiday on a weekend the weekday is named: its substitute is the holiday.
        """
        require_supported(day)
        if day.weekday() >= _SATURDAY:
            return _WEEKEND_NAMES[day.weekday() - _SATURDAY]
        return self._days_off(day.year).get(day)

    def provisional(self, day: date) -> bool:
        """Whether the bank holidays of that day's year are not yet announced, so only by rule."""
        require_supported(day)
        return day.year > LAST_ANNOUNCED_YEAR

    def holidays_of(self, year: int) -> list[Skipped]:
        """The weekdays of a year that do not count, in date order, with the plan's changes."""
        require_supported_year(year)
        return [Skipped(day, name) for day, name in sorted(self._days_off(year).items())]

    def holidays_between(self, first: date, last: date) -> tuple[Skipped, ...]:
        """The weekdays that do not count from one day to another, both included, in date order."""
        if last < first:
            return ()
        require_supported(first)
        require_supported(last)
        years = range(first.year, last.year + 1)
        named = (holiday for year in years for holiday in self.holidays_of(year))
        return tuple(holiday for holiday in named if first <= holiday.date <= last)

    def add(
        self,
        start: date,
        number: int,
        counting: Counting = Counting.EXCLUDING,
        *,
        before: bool = False,
    ) -> Answer:
        """Count working days from a date, and keep the reasoning.

        Args:
            start: the day to count from; any day of the week.
            number: how many working days, 0 or more; `Counting` says what 0 means.
            counting: which ends count.
            before: count backwards, as for "7 working days before the meeting".

        Raises:
            ValueError: the number is negative.
            UnsupportedDate: the start or the answer lies outside 1978 to 2100.
        """
        end = self.date_after(start, number, counting, before=before)
        # Making an enum of an enum would cost as much as the count.
        kind = counting if type(counting) is Counting else Counting(counting)
        return Answer(start, number, kind, before, end, self)

    def date_after(
        self,
        start: date,
        number: int,
        counting: Counting = Counting.EXCLUDING,
        *,
        before: bool = False,
    ) -> date:
        """The date alone of what `add` answers, in about a microsecond."""
        if number < 0:
            raise ValueError(
                f"A number of working days cannot be negative ({number});"
                " to count backwards, ask for the days before a date."
            )
        found = self._index.find(start.toordinal(), number, counting, before=before)
        if found is None:
            found = self._find_further(start, number, counting, before=before)
        return date.fromordinal(found)

    def between(self, first: date, last: date, counting: Counting = Counting.EXCLUDING) -> int:
        """How many working days lie from one day to another: the inverse of `add`.

        EXCLUDING counts the last day but not the first, INCLUDING both, CLEAR neither; a day that
        is not worked is never counted. So what `add` reached from any start, `between` finds again
        (from 1 on for INCLUDING, whose day 0 lies before the start).

        When `last` is the earlier one, the count is that of the two days exchanged, negated. So
        `between(a, b) == -between(b, a)` for two different days, and EXCLUDING counts join up:
        a to b and b to c make a to c. What `add` reached backwards is found again, negative, unless
        an EXCLUDING count began on a day that is not worked.
        """
        index = self._covering(first, last)
        if last < first:
            return -index.count(last.toordinal(), first.toordinal(), counting)
        return index.count(first.toordinal(), last.toordinal(), counting)

    def _find_further(self, start: date, number: int, counting: Counting, *, before: bool) -> int:
        """The ordinal that a count ends on, after building the years that it needs."""
        require_supported(start)
        years = number // _WORKING_DAYS_IN_A_YEAR + 1
        estimate = (start.year - years, start.year) if before else (start.year, start.year + years)
        for first, last in (estimate, (FIRST_YEAR, LAST_YEAR)):
            index = self._widened(first, last)
            found = index.find(start.toordinal(), number, counting, before=before)
            if found is not None:
                return found
        side = "before" if before else "after"
        raise unsupported(f"{number} working days {side} {start.isoformat()} is out of range")

    def _covering(self, one: date, other: date) -> DayIndex:
        """An index that covers both days."""
        years = self._index.years
        if one.year in years and other.year in years:
            return self._index
        require_supported(one)
        require_supported(other)
        return self._widened(min(one.year, other.year), max(one.year, other.year))

    def _widened(self, first: int, last: int) -> DayIndex:
        """The index grown to cover these years too, as far as they are supported."""
        built = self._index.years
        years = range(
            max(FIRST_YEAR, min([first - _SPARE_YEARS, *built[:1]])),
            min(LAST_YEAR, max([last + _SPARE_YEARS, *built[-1:]])) + 1,
        )
        # Replaced as a whole: a thread that reads meanwhile sees the old index or the new one.
        self._index = DayIndex(years, self._all_days_off(years))
        return self._index

    def _all_days_off(self, years: range) -> Iterator[date]:
        for year in years:
            yield from self._days_off(year)

    def _days_off(self, year: int) -> dict[date, str]:
        """The weekdays of one year that do not count, with why, in no particular order."""
        added = {
            day: reason
            for day, reason in self._added.items()
            if day.year == year and day.weekday() < _SATURDAY
        }
        kept = {
            day: name
            for day, name in bank_holidays(self._nation, year).items()
            if day not in self._removed
        }
        return added | kept
