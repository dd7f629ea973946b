"""Every day and name against GOV.UK's own lists, which govuk-bank-holidays bundles."""

from __future__ import annotations

import importlib
from datetime import date
from typing import Any

import pytest

from sendctl.workdays import LAST_ANNOUNCED_YEAR, Nation
from sendctl.workdays.bank_holidays import bank_holidays

# Loaded by name: the package carries no types.
GOVUK: Any = importlib.import_module("govuk_bank_holidays.bank_holidays").BankHolidays(
    use_cached_holidays=True
)
DIVISIONS = {
    Nation.ENGLAND: GOVUK.ENGLAND_AND_WALES,
    Nation.WALES: GOVUK.ENGLAND_AND_WALES,
    Nation.SCOTLAND: GOVUK.SCOTLAND,
    Nation.NORTHERN_IRELAND: GOVUK.NORTHERN_IRELAND,
}

# Scotland's day for the World Cup was proclaimed in February 2026, after the lists were bundled.
# Whether `holidays` knows it depends on its version too.
PROCLAIMED_LATE = {Nation.SCOTLAND: {date(2026, 6, 15)}}


def listed(nation: Nation) -> dict[date, str]:
    """GOV.UK's titles by date, as far as sendctl calls the days announced."""
    return {
        event["date"]: full_title(event)
        for event in GOVUK.get_holidays(division=DIVISIONS[nation])
        if event["date"].year <= LAST_ANNOUNCED_YEAR
    }


def full_title(event: dict[str, Any]) -> str:
    title: str = event["title"].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    moved = title == "Spring bank holiday" or event["notes"] != "Substitute day"
    return title.removesuffix(" (VE day)") + ("" if moved else " (substitute day)")


@pytest.mark.parametrize("nation", Nation)
def test_every_day_agrees(nation: Nation) -> None:
    govuk = set(listed(nation))
    years = {day.year for day in govuk}
    ours = {day for year in years for day in bank_holidays(nation, year)}
    assert len(years) >= 10
    assert ours ^ govuk <= PROCLAIMED_LATE.get(nation, set())


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND])
def test_every_name_agrees(nation: Nation) -> None:
    for day, title in listed(nation).items():
        assert bank_holidays(nation, day.year)[day] == title
