"""Dates as councils write them: a day, a month, a quarter, a school term, "ongoing".

A date is an interval. "2022-08" runs from the 1st to the 31st, and its deadline is the last day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})/(\d{2})-Q([1-4])", re.ASCII)
_BARE_QUARTER = re.compile(r"(\d{4})-?\s?Q([1-4])", re.ASCII | re.IGNORECASE)
_TERM = re.compile(r"\d{4}-[a-z][a-z0-9-]*", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_WORDS = ("ongoing", "immediate")


class BadDate(ValueError):  # noqa: N818 - the text is at fault, not the program
    """A date that cannot be understood.

    Attributes:
        code: the rule it breaks: SC105, or SC108 for a quarter with two readings.
        advice: how to write it.
    """

    def __init__(self, message: str, advice: str, code: str = "SC105") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.code = code


class Interval(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date


class HasDays(Protocol):
    """A school term: its first and last day."""

    @property
    def start(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """Its last day."""


@dataclass(frozen=True, slots=True)
class When:
    """A date with the precision it was given.

    Attributes:
        text: as written, or "start of 2023-spring" for a term's edge.
        interval: first and last day; None for a term (its days stand in the plan) and for words.
        term: the term's name, when the date is one.
        edge: "start" or "end" when only that day of the term is meant.
    """

    text: str
    interval: Interval | None = None
    term: str | None = None
    edge: str | None = None

    def __str__(self) -> str:
        return self.text

    def days(self, terms: Mapping[str, HasDays]) -> Interval | None:
        """First and last day, with the plan's dates of school terms; None when there are none."""
        if self.term is None:
            return self.interval
        term = terms.get(self.term)
        if term is None:
            return None
        if self.edge == "start":
            return Interval(term.start, term.start)
        if self.edge == "end":
            return Interval(term.end, term.end)
        return Interval(term.start, term.end)

    def deadline(self, terms: Mapping[str, HasDays]) -> date | None:
        """The last day on which it is still in time."""
        days = self.days(terms)
        return days.last if days else None


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date:
    """An exact day, written 2022-12-16.

    Raises:
        BadDate: anything else.
    """
    match = _DAY.fullmatch(text)
    if not match:
        raise _not_a_date(text, "2022-12-16", "an exact day")
    return _day(text, *(int(part) for part in match.groups()))


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """A date of any precision.

    Raises:
        BadDate: it cannot be understood, or has two readings.
    """
    if _DAY.fullmatch(text):
        day = parse_day(text)
        return When(text, Interval(day, day))
    if match := _MONTH.fullmatch(text):
        return When(text, _month(text, int(match[1]), int(match[2])))
    if match := _QUARTER.fullmatch(text):
        return When(text, _quarter(text, int(match[1]), int(match[2]), int(match[3])))
    if match := _BARE_QUARTER.fullmatch(text):
        raise _two_readings(text, int(match[1]), int(match[2]))
    if text.lower() in _WORDS:
        return When(text.lower())
    if _TERM.fullmatch(text):
        return When(text, term=text)
    raise _not_a_date(text, "2022-12-16, 2022-12, 2022/23-Q3, 2022-autumn, ongoing or immediate")


def parse_edge(value: Mapping[str, Any]) -> When:
    """The first or last day of a school term, written {by: start, term: 2023-spring}.

    Raises:
        BadDate: another key, or a word other than start and end.
    """
    term, edge = value.get("term"), value.get("by")
    if set(value) != {"term", "by"} or edge not in ("start", "end") or not isinstance(term, str):
        raise BadDate(
            "This date is a mapping, but not a term's start or end.",
            "Write {by: start, term: 2023-spring}, or a plain date such as 2022-12-16.",
        )
    return When(f"{edge} of {term}", term=term, edge=edge)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadDate(
            f"There is no such day as {text}.", "Check the month and the day; the order is "
            "year-month-day."
        ) from None  # fmt: skip


def _month(text: str, year: int, month: int) -> Interval:
    first = _day(f"{text}-01", year, month, 1)
    if year == date.max.year:
        raise _not_a_date(text, "2022-12")
    following = date(year + month // 12, month % 12 + 1, 1)
    return Interval(first, following - timedelta(days=1))


def _quarter(text: str, year: int, ends_in: int, quarter: int) -> Interval:
    """A quarter of a financial year, April to March, as councils and the NHS count."""
    if (year + 1) % 100 != ends_in:
        raise BadDate(
            f"{text} is not a financial year: {year} is followed by {(year + 1) % 100:02d}.",
            f"Write {year}/{(year + 1) % 100:02d}-Q{quarter}.",
        )
    starts_in, month = (year + 1, 1) if quarter == 4 else (year, 3 * quarter + 1)  # noqa: PLR2004
    first = _month(text, starts_in, month).first
    return Interval(first, _month(text, starts_in, month + 2).last)


def _two_readings(text: str, year: int, quarter: int) -> BadDate:
    months = ("January to March", "April to June", "July to September", "October to December")
    financial = f"{year}/{(year + 1) % 100:02d}-Q{quarter}"
    in_year = year + 1 if quarter == 4 else year  # noqa: PLR2004 - the financial year's last
    return BadDate(
        f"The quarter {text} has two readings.",
        f"For {months[quarter % 4]} {in_year} (financial year) write {financial}; for "
        f"{months[quarter - 1]} {year} (calendar year) write the last month, "
        f"{year}-{3 * quarter:02d}.",
        "SC108",
    )


def _not_a_date(text: str, examples: str, wanted: str = "a date") -> BadDate:
    shown = text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - fits in a message
    match = _BRITISH.fullmatch(text)
    if match:
        day, month, year = match.groups()
        iso = f"{year}-{month:0>2}-{day:0>2}"
        try:
            date.fromisoformat(iso)
        except ValueError:  # an American date, or no day at all
            iso = "year-month-day, such as 2022-12-16"
        return BadDate(f"{shown!r} is not written as a date here.", f"Write {iso}.")
    return BadDate(f"{shown!r} is not {wanted}.", f"Write {examples}.")
