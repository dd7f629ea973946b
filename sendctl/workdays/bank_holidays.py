"""The bank holidays of each nation, by year, under GOV.UK's names.

The days come from the `holidays` library. Always of a subdivision: its United Kingdom without one
lacks Easter Monday and the August bank holiday. Its days were compared with GOV.UK's lists for 2012
to 2028 (the tests repeat that) and none needed a correction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

LAST_ANNOUNCED_YEAR = 2028
"""The last year whose bank holidays GOV.UK lists (www.gov.uk/bank-holidays).

No library knows it: `holidays` goes on by rule for ever. Raise it when GOV.UK adds a year.
"""

_SATURDAY = 5
_SUBSTITUTE = " (observed)"
_GOVUK_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
    "New Year Holiday": "2nd January",
    "Saint Patrick's Day": "St Patrick's Day",
    "Saint Andrew's Day": "St Andrew's Day",
    "Battle of the Boyne": "Battle of the Boyne (Orangemen's Day)",
    "Diamond Jubilee of Elizabeth II": "Queen's Diamond Jubilee",
    "Platinum Jubilee of Elizabeth II": "Platinum Jubilee bank holiday",
    "State Funeral of Queen Elizabeth II": (
        "Bank Holiday for the State Funeral of Queen Elizabeth II"
    ),
    "Coronation of Charles III": "Bank holiday for the coronation of King Charles III",
}


class Nation(StrEnum):
    """Whose bank holidays are kept. England and Wales keep the same."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(nation: Nation, year: int) -> Mapping[date, str]:
    """The weekdays of one year that are bank holidays, Good Friday or Christmas Day, in date order.

    A holiday that falls on a weekend is left out, as on GOV.UK: its substitute stands for it.

    Args:
        nation: whose holidays.
        year: any year from 1978 to 2100; the caller has checked.

    Returns:
        Read-only names by date, such as "Christmas Day (substitute day)" on 27 December 2022.
    """
    from holidays import country_holidays  # noqa: PLC0415 - costs 0.2 s, and only counting needs it

    found = country_holidays(
        "GB", subdiv=_SUBDIVISIONS[nation], years=year, expand=False, language="en_GB"
    )
    return MappingProxyType(
        {day: _govuk_name(found[day]) for day in sorted(found) if day.weekday() < _SATURDAY}
    )


def _govuk_name(name: str) -> str:
    """GOV.UK's name for a day that the library names, perhaps with two names ("A; B")."""
    return " and ".join(_govuk_single_name(part) for part in name.split("; "))


def _govuk_single_name(name: str) -> str:
    plain = name.removesuffix(_SUBSTITUTE)
    substitute = " (substitute day)" if plain != name else ""
    return _GOVUK_NAMES.get(plain, plain) + substitute
