from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from sendctl.plan.when import parse_edge, parse_when
from sendctl.report.nouns import Noun
from sendctl.report.wording import counted, joined, period_words, term_words, when_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-08-30", "30 August 2022"),
        ("2022-12", "December 2022"),
        ("2022/23-Q3", "October to December 2022 (quarter 3 of 2022/23)"),
        ("2022/23-Q4", "January to March 2023 (quarter 4 of 2022/23)"),
        ("2022-autumn", "autumn term 2022"),
        ("2022-autumn-2", "autumn 2 term 2022"),
        ("ongoing", "ongoing"),
        ("immediate", "immediately"),
    ],
)
def test_dates_are_as_exact_as_they_were_given(text: str, words: str) -> None:
    assert when_words(parse_when(text)) == words


def test_the_edge_of_a_term() -> None:
    start = parse_edge({"by": "start", "term": "2023-spring"})
    assert when_words(start) == "start of the spring term 2023"


def test_a_day_and_no_date() -> None:
    assert when_words(date(2022, 8, 3)) == "3 August 2022"
    assert when_words(None) == ""


def test_a_term_with_another_name() -> None:
    assert term_words("Michaelmas") == "Michaelmas"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 2, 28), date(2022, 3, 4), "28 February to 4 March 2022"),
        (date(2022, 3, 1), date(2022, 3, 4), "1 to 4 March 2022"),
        (date(2021, 12, 30), date(2022, 1, 4), "30 December 2021 to 4 January 2022"),
        (date(2022, 3, 1), date(2022, 3, 1), "1 March 2022"),
        (date(2022, 3, 1), None, "1 March 2022"),
        (None, date(2022, 3, 4), "4 March 2022"),
        (None, None, ""),
    ],
)
def test_periods_say_once_what_both_dates_share(
    first: date | None, last: date | None, words: str
) -> None:
    assert period_words(first, last) == words


def test_lists_in_a_sentence() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined(["a", "b"], "or") == "a or b"
    assert joined(["Head, council", "b", "c"]) == "Head, council; b; and c"


def test_lists_escape_what_is_not_markup() -> None:
    assert joined(["<b>", Markup("<em>x</em>")]) == Markup("&lt;b&gt; and <em>x</em>")


def test_counting() -> None:
    noun = Noun("area of focus", "areas of focus")
    assert [counted(number, noun) for number in (0, 1, 2)] == [
        "no areas of focus",
        "1 area of focus",
        "2 areas of focus",
    ]
    assert counted(2, "child", "children") == "2 children"
    assert counted(3, "priority") == "3 priorities"
