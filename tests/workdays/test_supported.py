from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl.workdays import Counting, UnsupportedDate, WorkingCalendar, add_months

CALENDAR = WorkingCalendar()
EARLY = date(1977, 12, 31)
LATE = date(2101, 1, 1)
QUESTIONS: list[Callable[[date], object]] = [
    CALENDAR.is_working_day,
    CALENDAR.why_not,
    CALENDAR.provisional,
    lambda day: CALENDAR.holidays_of(day.year),
    lambda day: CALENDAR.add(day, 1),
    lambda day: CALENDAR.date_after(day, 1, before=True),
    lambda day: CALENDAR.between(day, date(2022, 1, 1)),
    lambda day: CALENDAR.between(date(2022, 1, 1), day),
    lambda day: CALENDAR.holidays_between(min(day, date(2022, 1, 1)), max(day, date(2022, 1, 1))),
]


@pytest.mark.parametrize("ask", QUESTIONS)
@pytest.mark.parametrize("day", [EARLY, LATE, date.min, date.max])
def test_a_date_outside_the_range_is_refused_with_the_range_and_the_reason(
    ask: Callable[[date], object], day: date
) -> None:
    with pytest.raises(UnsupportedDate, match=r"out of range; .* 1978 to 2100: before 1978 other"):
        ask(day)


@pytest.mark.parametrize("day", [date(1978, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_are_within(day: date) -> None:
    fresh = WorkingCalendar()
    assert fresh.is_working_day(day) is (day.weekday() < 5)
    assert fresh.between(day, day) == 0


@pytest.mark.parametrize("number", [1, 50, 10**6, 10**30])
def test_an_answer_outside_the_range_is_refused(number: int) -> None:
    with pytest.raises(UnsupportedDate, match=f"^{number} working days after 2100-12-31 is out"):
        CALENDAR.date_after(date(2100, 12, 31), number)
    with pytest.raises(UnsupportedDate, match=f"^{number} working days before 1978-01-01 is out"):
        CALENDAR.date_after(date(1978, 1, 1), number, before=True)


def test_day_nought_of_the_first_day_would_be_in_1977() -> None:
    with pytest.raises(UnsupportedDate):
        CALENDAR.add(date(1978, 1, 1), 0)


@pytest.mark.parametrize("counting", Counting)
def test_a_negative_number_is_refused(counting: Counting) -> None:
    with pytest.raises(
        ValueError, match=r"cannot be negative \(-1\); to count backwards"
    ) as caught:
        CALENDAR.date_after(date(2022, 5, 19), -1, counting)
    assert not isinstance(caught.value, UnsupportedDate)


def test_unsupported_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="1066-10-14 is out of range"):
        add_months(date(1066, 10, 14), 1)


@pytest.mark.parametrize("year", [1978, 2100])
def test_the_first_and_the_last_year_can_be_listed(year: int) -> None:
    assert WorkingCalendar().holidays_of(year)


@pytest.mark.parametrize("year", [1977, 2101])
def test_the_years_beyond_them_cannot(year: int) -> None:
    with pytest.raises(UnsupportedDate, match=f"^The year {year} is out of range"):
        WorkingCalendar().holidays_of(year)
