"""Counting by the calendar: weeks, months and years, in which every day counts.

A month that is too short for the day ends the count on its last day: one month after 31 January is
28 or 29 February. Going back from there gives the 28th, so these steps cannot be undone exactly.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sendctl.workdays.supported import (
    FIRST_YEAR,
    LAST_YEAR,
    require_supported,
    unsupported,
)

_MONTHS = 12
_DAYS_OF_WEEK = 7


def add_months(day: date, n: int) -> date:
    """The same day of the month n months later (earlier when negative), or that month's last day.

    Raises:
        UnsupportedDate: the day or the answer lies outside 1978 to 2100.
    """
    require_supported(day)
    year, month0 = divmod(day.year * _MONTHS + day.month - 1 + n, _MONTHS)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise unsupported(f"{n} months from {day.isoformat()} is out of range")
    _, length = monthrange(year, month0 + 1)
    return date(year, month0 + 1, min(day.day, length))


def add_years(day: date, n: int) -> date:
    """The same date n years later (earlier when negative); 28 February stands in for the 29th.

    Raises:
        UnsupportedDate: the day or the answer lies outside 1978 to 2100.
    """
    require_supported(day)
    if not FIRST_YEAR <= day.year + n <= LAST_YEAR:
        raise unsupported(f"{n} years from {day.isoformat()} is out of range")
    return add_months(day, n * _MONTHS)


def add_weeks(day: date, n: int) -> date:
    """The same weekday n weeks later (earlier when negative).

    Raises:
        UnsupportedDate: the day or the answer lies outside 1978 to 2100.
    """
    require_supported(day)
    ordinal = day.toordinal() + n * _DAYS_OF_WEEK
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        raise unsupported(f"{n} weeks from {day.isoformat()} is out of range")
    return date.fromordinal(ordinal)
