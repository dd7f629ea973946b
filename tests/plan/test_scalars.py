from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sendctl.plan.scalars import Dated, Day, Figure, Flag, Id, Several, Text, Value, Whole


def parsed(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        parsed(kind, value)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("007", 7), ("9" * 12, 10**12 - 1)]
)
def test_whole_numbers(text: str, number: int) -> None:
    assert parsed(Whole, text) == number


FULL_WIDTH = "\uff11\uff12"
NO_WHOLE = [
    *("1_000", "1,000", "-1", "+1", "1.0", "1e3", "0x1F", " 1", "1 ", "", "yes", "9" * 13),
    *(FULL_WIDTH, "\u0661"),
]


@pytest.mark.parametrize("value", [*NO_WHOLE, 1, True, None, ["1"], {"a": "1"}])
def test_what_is_no_whole_number(value: object) -> None:
    assert refused(Whole, value) == "SC106"


def test_flags_are_two_words() -> None:
    assert parsed(Flag, "true") is True
    assert parsed(Flag, "false") is False


@pytest.mark.parametrize("value", ["yes", "no", "True", "TRUE", "on", "1", "", True, ["true"], {}])
def test_what_is_no_flag(value: object) -> None:
    assert refused(Flag, value) == "SC107"


@pytest.mark.parametrize("value", ["0", "1970", "1661817600", "2022-08-30T00:00:00", "20220830"])
def test_days_are_not_guessed(value: str) -> None:
    assert refused(Day, value) == "SC105"
    assert refused(Dated, value) == "SC105"


@pytest.mark.parametrize("value", [["2022-08-30"], 0, None])
def test_a_date_is_a_text(value: object) -> None:
    assert refused(Day, value) == "SC103"
    assert refused(Dated, value) == "SC103"


def test_only_a_date_of_any_precision_can_be_the_edge_of_a_term() -> None:
    edge = {"by": "start", "term": "2022-autumn"}
    assert str(parsed(Dated, edge)) == "start of 2022-autumn"
    assert refused(Day, edge) == "SC103"


@pytest.mark.parametrize(
    ("text", "number", "percent"),
    [
        ("30.8%", "30.8", True),
        ("30.8 %", "30.8", True),
        ("1,234", "1234", False),
        ("1,234,567.89", "1234567.89", False),
        ("-0.50", "-0.50", False),
        ("+5", "5", False),
        ("0", "0", False),
        ("28.92", "28.92", False),
    ],
)
def test_figures_with_a_number(text: str, number: str, percent: bool) -> None:
    figure = parsed(Value, text)
    assert figure == Figure(text, Decimal(number), percent)
    assert str(figure) == text


@pytest.mark.parametrize(
    "text",
    [
        *("fewer than 5", "yes", "1,23", "12,34,567", ",5", ".5", "5.", "1e3", "%", "£5", "NaN"),
        *("inf", "1_000", "--1", FULL_WIDTH),
    ],
)
def test_figures_in_words(text: str) -> None:
    assert parsed(Value, text) == Figure(text)


def test_a_figure_keeps_its_last_nought() -> None:
    assert str(parsed(Value, " 1.10 ")) == "1.10"
    assert str(parsed(Value, "1.10").number) == "1.10"


@pytest.mark.parametrize(
    ("value", "code"),
    [("", "SC110"), ("  ", "SC110"), (["1"], "SC106"), ({}, "SC106"), (1, "SC106")],
)
def test_what_is_no_figure(value: object, code: str) -> None:
    assert refused(Value, value) == code


def test_texts_and_ids() -> None:
    assert parsed(Text, "  two words\n") == "two words"
    assert parsed(Id, "1.10") == "1.10"
    assert parsed(Id, "é" * 60) == "é" * 60


@pytest.mark.parametrize("value", ["", " ", "\u00a0"])
def test_an_empty_text_is_refused(value: str) -> None:
    assert refused(Text, value) == "string_too_short"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("", "string_too_short"),
        ("x" * 61, "string_too_long"),
        ("a b", "string_pattern_mismatch"),
        (" a", "string_pattern_mismatch"),
        ("a\n", "string_pattern_mismatch"),
        ("a\u00a0b", "string_pattern_mismatch"),
        (1, "string_type"),
        (["a"], "string_type"),
    ],
)
def test_what_is_no_id(value: object, kind: str) -> None:
    assert refused(Id, value) == kind


def test_one_text_stands_for_a_list_of_it() -> None:
    assert parsed(Several[Id], "a") == ("a",)
    assert parsed(Several[Id], ["a", "b"]) == ("a", "b")
    assert parsed(Several[Id], []) == ()
    assert refused(Several[Id], {"a": "b"}) == "tuple_type"
