from __future__ import annotations

from datetime import date

from sendctl.workdays import Counting
from sendctl.workdays.day_index import DayIndex

NEW_YEAR = date(2024, 1, 1)
INDEX = DayIndex(range(2024, 2025), [NEW_YEAR])


def find(day: date, number: int, *, before: bool = False) -> date | None:
    found = INDEX.find(day.toordinal(), number, Counting.EXCLUDING, before=before)
    return None if found is None else date.fromordinal(found)


def test_it_numbers_the_days_of_its_years() -> None:
    assert find(NEW_YEAR, 1) == date(2024, 1, 2)
    assert find(date(2024, 12, 31), 1, before=True) == date(2024, 12, 30)
    assert INDEX.count(
        NEW_YEAR.toordinal(), date(2024, 12, 31).toordinal(), Counting.INCLUDING
    ) == (366 - 104 - 1)


def test_what_lies_outside_its_years_is_not_found() -> None:
    assert find(date(2023, 12, 31), 1) is None
    assert find(date(2025, 1, 1), 1, before=True) is None
    assert find(date(2024, 12, 31), 1) is None
    assert find(NEW_YEAR, 1, before=True) is None
    assert find(NEW_YEAR, 0) is None


def test_an_index_of_no_years_finds_nothing() -> None:
    assert DayIndex(range(0), ()).find(1, 0, Counting.EXCLUDING, before=False) is None


def test_it_agrees_with_the_weekday() -> None:
    first = NEW_YEAR.toordinal()
    for day in range(first + 1, first + 366):
        assert INDEX.is_working(day) is (date.fromordinal(day).weekday() < 5)
