from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.plan.when import BadDate, Interval, parse_day, parse_edge, parse_when

EXAMPLES = "2022-12-16, 2022-12, 2022/23-Q3, 2022-autumn, ongoing or immediate"


@dataclass(frozen=True)
class Term:
    start: date
    end: date


TERMS = {"2022-autumn": Term(date(2022, 9, 5), date(2022, 12, 16))}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-12-16", "2022-12-16", "2022-12-16"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("0001-01", "0001-01-01", "0001-01-31"),
        ("9998-12", "9998-12-01", "9998-12-31"),
        ("2022/23-Q1", "2022-04-01", "2022-06-30"),
        ("2022/23-Q2", "2022-07-01", "2022-09-30"),
        ("2022/23-Q3", "2022-10-01", "2022-12-31"),
        ("2022/23-Q4", "2023-01-01", "2023-03-31"),
        ("1999/00-Q4", "2000-01-01", "2000-03-31"),
        ("2099/00-Q1", "2099-04-01", "2099-06-30"),
    ],
)
def test_a_date_is_an_interval(text: str, first: str, last: str) -> None:
    when = parse_when(text)
    assert str(when) == text
    assert when.days({}) == Interval(date.fromisoformat(first), date.fromisoformat(last))
    assert when.deadline({}) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("2022-02-29", "There is no such day as 2022-02-29.", "year-month-day"),
        ("2022-13-01", "There is no such day as 2022-13-01.", "year-month-day"),
        ("2022-00-10", "There is no such day as 2022-00-10.", "year-month-day"),
        ("0000-01-01", "There is no such day as 0000-01-01.", "year-month-day"),
        ("2022-13", "There is no such day as 2022-13-01.", "year-month-day"),
        ("9999-12", "'9999-12' is not a date.", "Write 2022-12."),
        ("9998/99-Q4", "'9998/99-Q4' is not a date.", "Write 2022-12."),
        ("30/08/2022", "'30/08/2022' is not written as a date here.", "Write 2022-08-30."),
        ("1.9.2022", "'1.9.2022' is not written as a date here.", "Write 2022-09-01."),
        ("01-09-2022", "'01-09-2022' is not written as a date here.", "Write 2022-09-01."),
        ("30 8 2022", "'30 8 2022' is not written as a date here.", "Write 2022-08-30."),
        (
            "8/30/2022",
            "'8/30/2022' is not written as a date here.",
            "Write year-month-day, such as 2022-12-16.",
        ),
        (
            "2022/24-Q1",
            "2022/24-Q1 is not a financial year: 2022 is followed by 23.",
            "Write 2022/23-Q1.",
        ),
        (
            "2099/99-Q1",
            "2099/99-Q1 is not a financial year: 2099 is followed by 00.",
            "Write 2099/00-Q1.",
        ),
        *(
            (text, f"{text!r} is not a date.", f"Write {EXAMPLES}.")
            for text in (
                *("", " ", "soon", "2022", "2022-8-30", "22-08-30", "2022-08-30T00:00", "0"),
                *("1970", "2022/23-Q5", "2022-Q5", "2022-Autumn", "30 August 2022", "2022-08-30 "),
                *("-2022-01", "\uff12\uff10\uff12\uff12-08-30", "2022-0\u0668-30"),
            )
        ),
        ("x" * 50, f"'{'x' * 39}…' is not a date.", f"Write {EXAMPLES}."),
    ],
)
def test_what_is_no_date(text: str, message: str, advice: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_when(text)
    assert caught.value.message == message
    assert caught.value.advice.endswith((advice, f"{advice}."))
    assert caught.value.code == "SC105"


@pytest.mark.parametrize("text", ["2022-Q4", "2022Q4", "2022 q4", "2022-q4"])
def test_a_bare_quarter_has_two_readings_and_both_are_said(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_when(text)
    assert caught.value.code == "SC108"
    assert caught.value.message == f"The quarter {text} has two readings."
    assert caught.value.advice == (
        "For January to March 2023 (financial year) write 2022/23-Q4; for October to December 2022 "
        "(calendar year) write the last month, 2022-12."
    )


@pytest.mark.parametrize(
    ("text", "financial", "calendar"),
    [
        ("2022-Q1", ("April to June 2022", "2022/23-Q1"), ("January to March 2022", "2022-03")),
        ("2022-Q2", ("July to September 2022", "2022/23-Q2"), ("April to June 2022", "2022-06")),
        (
            "1999-Q3",
            ("October to December 1999", "1999/00-Q3"),
            ("July to September 1999", "1999-09"),
        ),
    ],
)
def test_both_readings_of_each_quarter_are_what_they_say(
    text: str, financial: tuple[str, str], calendar: tuple[str, str]
) -> None:
    with pytest.raises(BadDate) as caught:
        parse_when(text)
    assert caught.value.advice == (
        f"For {financial[0]} (financial year) write {financial[1]}; for {calendar[0]} (calendar "
        f"year) write the last month, {calendar[1]}."
    )
    parse_when(financial[1])
    parse_when(calendar[1])


@pytest.mark.parametrize("text", ["ongoing", "immediate", "Ongoing", "IMMEDIATE"])
def test_words_name_no_day(text: str) -> None:
    when = parse_when(text)
    assert str(when) == text.lower()
    assert when.days(TERMS) is None
    assert when.deadline(TERMS) is None


def test_a_term_has_the_days_that_the_plan_gives_it() -> None:
    when = parse_when("2022-autumn")
    assert when.term == "2022-autumn"
    assert when.days(TERMS) == Interval(date(2022, 9, 5), date(2022, 12, 16))
    assert when.deadline(TERMS) == date(2022, 12, 16)
    assert when.deadline({}) is None


@pytest.mark.parametrize(
    ("edge", "day"), [("start", date(2022, 9, 5)), ("end", date(2022, 12, 16))]
)
def test_the_edge_of_a_term(edge: str, day: date) -> None:
    when = parse_edge({"by": edge, "term": "2022-autumn"})
    assert str(when) == f"{edge} of 2022-autumn"
    assert when.days(TERMS) == Interval(day, day)
    assert when.deadline(TERMS) == day
    assert when.deadline({}) is None


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"by": "start"},
        {"term": "2022-autumn"},
        {"by": "middle", "term": "2022-autumn"},
        {"by": "start", "term": "2022-autumn", "of": "x"},
        {"by": ["start"], "term": "2022-autumn"},
        {"by": {"start": "x"}, "term": "2022-autumn"},
        {"by": "start", "term": ["2022-autumn"]},
    ],
)
def test_any_other_mapping_is_no_date(value: dict[str, object]) -> None:
    with pytest.raises(BadDate, match="not a term's start or end") as caught:
        parse_edge(value)
    assert caught.value.advice == (
        "Write {by: start, term: 2023-spring}, or a plain date such as 2022-12-16."
    )


@pytest.mark.parametrize(
    "text", ["2022-12", "2022/23-Q1", "ongoing", "2022-autumn", "16/12/2022", ""]
)
def test_an_exact_day_is_nothing_else(text: str) -> None:
    with pytest.raises(BadDate):
        parse_day(text)


@settings(deadline=None)
@given(st.dates())
def test_every_day_and_its_month_come_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_when(day.isoformat()).days({}) == Interval(day, day)
    if day.year < 9999:
        month = parse_when(day.isoformat()[:7]).days({})
        assert month is not None
        assert month.first <= day <= month.last
        assert (month.first.day, month.first.month) == (1, month.last.month)


@settings(deadline=None)
@given(st.text() | st.text("0123456789-/Q. autumn", max_size=14))
def test_any_text_is_a_date_or_is_refused_with_advice(text: str) -> None:
    try:
        days = parse_when(text).days({})
    except BadDate as error:
        sentences = [error.message, error.advice]
    else:
        sentences = []
        assert days is None or days.first <= days.last
    assert all(sentence.endswith(".") for sentence in sentences)
