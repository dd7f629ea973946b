"""Which years can be counted in, and the refusal of all others."""

from __future__ import annotations

from datetime import date

FIRST_YEAR = 1978
"""The first year with today's pattern of bank holidays: the early May one began then."""

LAST_YEAR = 2100
"""Far beyond any improvement plan; a later date is a slip of the keyboard."""

_RANGE = (
    f"sendctl counts only in the years {FIRST_YEAR} to {LAST_YEAR}: before {FIRST_YEAR} other bank"
    f" holidays were kept, and after {LAST_YEAR} no date is likely to be meant"
)


class UnsupportedDate(ValueError):  # noqa: N818 - reads as what it is, in `except` and in messages
    """A date, or the answer to a question, lies outside the years that can be counted in."""


def unsupported(what: str) -> UnsupportedDate:
    """The error for this thing outside the range, such as "1066-10-14 is out of range"."""
    return UnsupportedDate(f"{what}; {_RANGE}.")


def require_supported_year(year: int) -> None:
    """Refuse a year outside the range.

    Raises:
        UnsupportedDate: the year is before 1978 or after 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise unsupported(f"The year {year} is out of range")


def require_supported(day: date) -> None:
    """Refuse a date outside the range.

    Raises:
        UnsupportedDate: the date is before 1978 or after 2100.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise unsupported(f"{day.isoformat()} is out of range")
