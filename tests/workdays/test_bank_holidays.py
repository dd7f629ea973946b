"""The days themselves: one by one where they were moved, by rule everywhere else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sendctl.workdays import LAST_ANNOUNCED_YEAR, Nation, Skipped, WorkingCalendar
from sendctl.workdays.bank_holidays import bank_holidays

ENGLAND = WorkingCalendar()
YEARS = range(1978, 2101)
MONDAY = 0

# The first Monday in May and the last in May, where they were moved; then the days added.
EARLY_MAY_MOVED = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
SPRING_MOVED = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}
EXTRA = {
    date(1981, 7, 29),
    date(1999, 12, 31),
    date(2002, 6, 3),
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}


def easter_sunday(year: int) -> date:
    """The Gregorian computus as Meeus gives it."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def first_monday(year: int, month: int) -> date:
    day = date(year, month, 1)
    return day + timedelta(days=-day.weekday() % 7)


def last_monday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=day.weekday())


def by_rule(year: int) -> set[date]:
    """England's holidays, worked out without the library."""
    easter = easter_sunday(year)
    days = {
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        EARLY_MAY_MOVED.get(year, first_monday(year, 5)),
        SPRING_MOVED.get(year, last_monday(year, 5)),
        last_monday(year, 8),
    } | {day for day in EXTRA if day.year == year}
    # The next weekday that is no holiday yet stands in for a weekend. Boxing Day goes first: on a
    # Monday it keeps its place, and Christmas Day moves past it.
    for day in (date(year, 1, 1), date(year, 12, 26), date(year, 12, 25)):
        while day.weekday() >= 5 or day in days:
            day += timedelta(days=1)  # noqa: PLW2901 - the walk is the rule
        days.add(day)
    return days


@pytest.mark.parametrize("year", YEARS)
def test_england_follows_the_rule(year: int) -> None:
    assert set(bank_holidays(Nation.ENGLAND, year)) == by_rule(year)


@pytest.mark.parametrize("nation", Nation)
def test_every_year_has_eight_or_more_on_weekdays_in_order(nation: Nation) -> None:
    for year in YEARS:
        days = list(bank_holidays(nation, year))
        assert len(days) >= 8
        assert days == sorted(days)
        assert all(day.year == year and day.weekday() < 5 for day in days)


@pytest.mark.parametrize("nation", Nation)
def test_what_every_nation_keeps_every_year(nation: Nation) -> None:
    for year in YEARS:
        named = {name: day for day, name in bank_holidays(nation, year).items()}
        assert named["Good Friday"].weekday() == 4
        assert named["Early May bank holiday"].month == 5
        assert "Spring bank holiday" in named
        assert named["Summer bank holiday"].weekday() == MONDAY
        assert any(name.startswith("Christmas Day") for name in named)
        if nation is not Nation.SCOTLAND:
            assert named["Easter Monday"] - named["Good Friday"] == timedelta(days=3)


def test_wales_keeps_the_same_days_as_england() -> None:
    for year in YEARS:
        assert bank_holidays(Nation.WALES, year) == bank_holidays(Nation.ENGLAND, year)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 5, 8), "Early May bank holiday"),
        (date(2022, 6, 2), "Spring bank holiday"),
        (date(2022, 6, 3), "Platinum Jubilee bank holiday"),
        (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        (date(2022, 12, 27), "Christmas Day (substitute day)"),
        (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
        (date(2026, 12, 28), "Boxing Day (substitute day)"),
        (date(2027, 12, 27), "Christmas Day (substitute day)"),
        (date(2027, 12, 28), "Boxing Day (substitute day)"),
        (date(2028, 1, 3), "New Year's Day (substitute day)"),
    ],
)
def test_a_one_off_or_substitute_is_a_holiday(day: date, name: str) -> None:
    for nation in (Nation.ENGLAND, Nation.WALES):
        calendar = WorkingCalendar(nation)
        assert not calendar.is_working_day(day)
        assert calendar.why_not(day) == name


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30), date(2012, 5, 28)])
def test_the_day_that_a_holiday_was_moved_from_is_worked(day: date) -> None:
    assert ENGLAND.is_working_day(day)
    assert ENGLAND.why_not(day) is None


def test_each_nation_has_its_own() -> None:
    boyne = date(2022, 7, 12)
    assert WorkingCalendar(Nation.NORTHERN_IRELAND).why_not(boyne) == (
        "Battle of the Boyne (Orangemen's Day)"
    )
    assert WorkingCalendar(Nation.SCOTLAND).why_not(date(2024, 1, 2)) == "2nd January"
    assert WorkingCalendar(Nation.SCOTLAND).is_working_day(date(2022, 4, 18))
    assert WorkingCalendar(Nation.SCOTLAND).why_not(date(2022, 11, 30)) == "St Andrew's Day"
    assert WorkingCalendar(Nation.SCOTLAND).why_not(date(2023, 1, 2)) == (
        "2nd January and New Year's Day (substitute day)"
    )
    assert ENGLAND.is_working_day(boyne)


def test_a_year_is_listed_in_date_order() -> None:
    assert ENGLAND.holidays_of(2022) == [
        Skipped(date(2022, 1, 3), "New Year's Day (substitute day)"),
        Skipped(date(2022, 4, 15), "Good Friday"),
        Skipped(date(2022, 4, 18), "Easter Monday"),
        Skipped(date(2022, 5, 2), "Early May bank holiday"),
        Skipped(date(2022, 6, 2), "Spring bank holiday"),
        Skipped(date(2022, 6, 3), "Platinum Jubilee bank holiday"),
        Skipped(date(2022, 8, 29), "Summer bank holiday"),
        Skipped(date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        Skipped(date(2022, 12, 26), "Boxing Day"),
        Skipped(date(2022, 12, 27), "Christmas Day (substitute day)"),
    ]


def test_what_is_not_announced_is_provisional() -> None:
    assert LAST_ANNOUNCED_YEAR == 2028
    assert not ENGLAND.provisional(date(2028, 12, 31))
    assert ENGLAND.provisional(date(2029, 1, 1))


def test_the_cached_days_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        bank_holidays(Nation.ENGLAND, 2022)[date(2022, 1, 4)] = "Mine"  # type: ignore[index]


def test_the_words_for_nations_are_those_of_plans_and_options() -> None:
    assert [nation.value for nation in Nation] == [
        "england",
        "wales",
        "scotland",
        "northern_ireland",
    ]
