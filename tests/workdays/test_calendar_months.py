from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.workdays import UnsupportedDate, add_months, add_weeks, add_years

DAYS = st.dates(date(1998, 1, 1), date(2080, 12, 31))
MONTHS = st.integers(-240, 240)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2022, 8, 31), 18, date(2024, 2, 29)),
        (date(2022, 5, 26), 18, date(2023, 11, 26)),
        (date(2022, 12, 31), 0, date(2022, 12, 31)),
        (date(2022, 12, 31), 12, date(2023, 12, 31)),
        (date(2022, 1, 15), -1, date(2021, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_years_and_weeks() -> None:
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2023, 9, 15), -3) == date(2020, 9, 15)
    assert add_weeks(date(2021, 11, 22), -2) == date(2021, 11, 8)
    assert add_weeks(date(2024, 2, 28), 1) == date(2024, 3, 6)


@settings(deadline=None)
@given(DAYS, MONTHS)
def test_the_month_is_always_the_one_meant_and_the_day_as_near_as_it_can_be(
    day: date, months: int
) -> None:
    answer = add_months(day, months)
    apart = (answer.year - day.year) * 12 + answer.month - day.month
    assert apart == months
    assert answer.day == day.day or (
        answer.day < day.day and (answer + timedelta(days=1)).month != answer.month
    )


@settings(deadline=None)
@given(DAYS, DAYS, MONTHS)
def test_a_later_start_never_ends_earlier(one: date, other: date, months: int) -> None:
    assert add_months(min(one, other), months) <= add_months(max(one, other), months)


@settings(deadline=None)
@given(DAYS, st.integers(-19, 19))
def test_a_year_is_twelve_months(day: date, years: int) -> None:
    assert add_years(day, years) == add_months(day, 12 * years)


@pytest.mark.parametrize("add", [add_months, add_years, add_weeks])
@pytest.mark.parametrize("n", [-(10**12), -6500, 6500, 10**12])
def test_leaving_the_range_is_refused(add: Callable[[date, int], date], n: int) -> None:
    with pytest.raises(UnsupportedDate, match=f"^{n} (month|year|week)s from 2022-05-26 is out of"):
        add(date(2022, 5, 26), n)


@pytest.mark.parametrize("add", [add_months, add_years, add_weeks])
def test_starting_outside_the_range_is_refused(
    add: Callable[[date, int], date],
) -> None:
    with pytest.raises(UnsupportedDate, match=r"^1977-12-31 is out of range"):
        add(date(1977, 12, 31), 1)


@pytest.mark.parametrize(
    ("add", "day", "n", "reached"),
    [
        (add_months, date(1978, 2, 28), -1, date(1978, 1, 28)),
        (add_months, date(2100, 11, 30), 1, date(2100, 12, 30)),
        (add_years, date(1979, 1, 1), -1, date(1978, 1, 1)),
        (add_years, date(2099, 12, 31), 1, date(2100, 12, 31)),
        (add_years, date(2099, 12, 31), -121, date(1978, 12, 31)),
        (add_weeks, date(1978, 1, 8), -1, date(1978, 1, 1)),
        (add_weeks, date(2100, 12, 24), 1, date(2100, 12, 31)),
    ],
)
def test_the_edges_of_the_range_can_be_reached(
    add: Callable[[date, int], date], day: date, n: int, reached: date
) -> None:
    assert add(day, n) == reached


@pytest.mark.parametrize(
    ("add", "day", "n"),
    [
        (add_months, date(1978, 1, 31), -1),
        (add_months, date(2100, 12, 1), 1),
        (add_years, date(1978, 12, 31), -1),
        (add_years, date(2100, 1, 1), 1),
        (add_weeks, date(1978, 1, 7), -1),
        (add_weeks, date(2100, 12, 25), 1),
    ],
)
def test_a_step_beyond_the_edge_is_refused(
    add: Callable[[date, int], date], day: date, n: int
) -> None:
    with pytest.raises(UnsupportedDate, match=f"^{n} (month|year|week)s from {day} is out of"):
        add(day, n)
