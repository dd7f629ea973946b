"""Dates in cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from sendctl.exchange.workbook.dates import BadCell, day_of, when_of


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2022, 12, 16), "2022-12-16"),  # noqa: DTZ001 - as Excel has it
        (date(2022, 12, 16), "2022-12-16"),
        ("2022-12-16", "2022-12-16"),
        (" 2022-12 ", "2022-12"),
        ("2022/23-Q3", "2022/23-Q3"),
        ("2022-autumn", "2022-autumn"),
        ("Ongoing", "ongoing"),
        ("16/12/2022", "2022-12-16"),
        ("5.6.2022", "2022-06-05"),
        ("16 December 2022", "2022-12-16"),
        ("Dec 2022", "2022-12"),
        ("Sept. 2022", "2022-09"),
        ("start of 2023-spring", "start of 2023-spring"),
        ("End of the 2023-spring", "end of 2023-spring"),
    ],
)
def test_a_date_of_any_precision(value: object, expected: str) -> None:
    assert when_of(value, "General", None) == expected


@pytest.mark.parametrize(
    ("value", "form", "before", "words"),
    [
        (date(2022, 12, 1), "mmm-yy", None, "shows a month"),
        (date(2022, 12, 22), "d-mmm", None, "shows no year"),
        (date(2022, 12, 1), "dd/mm/yyyy", "2022-11", "It was 2022-11"),
        (date(2022, 12, 1), "@", "2022/23-Q3", "It was 2022/23-Q3"),
        (date(2022, 12, 1), "General", "2022-autumn", "Excel makes that of “December 2022”"),
        (datetime(2022, 12, 16, 9, 30), "General", None, "a time of the day"),  # noqa: DTZ001
        ("Dec-22", "@", None, "is not a date"),
        ("12/16/2022", "@", None, "no such day"),
        ("2022-Q4", "@", None, "two readings"),
        ("Ma 2022", "@", None, "is not a date"),
        (44911, "General", None, "The number 44911"),
        (True, "General", None, "not shown as a date"),
        (time(9), "General", None, "not a time"),
        (timedelta(1), "[h]:mm", None, "not a time"),
    ],
)
def test_what_is_asked_about(value: object, form: str, before: str | None, words: str) -> None:
    with pytest.raises(BadCell) as bad:
        when_of(value, form, before)
    assert words in bad.value.message
    assert bad.value.advice


@pytest.mark.parametrize("form", ["dd/mm/yyyy", '"Day" d mmmm yyyy', "[$-809]d mmm yy", "@"])
def test_a_first_of_the_month_that_was_a_day_is_one(form: str) -> None:
    assert when_of(date(2022, 12, 1), form, "2022-11-30") == "2022-12-01"


def test_an_exact_day_takes_no_month() -> None:
    assert day_of("16/12/2022", "@") == "2022-12-16"
    with pytest.raises(BadCell, match="An exact day is needed here, and 2022-12 is none"):
        day_of("2022-12", "@")
