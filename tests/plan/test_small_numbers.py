"""Which figures a public version does not show, and what stands in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sendctl.plan import Plan
from sendctl.plan.public import public_plan
from sendctl.plan.small_numbers import replaced

Made = Callable[..., Plan]

FEWER = "fewer than 5"
HIDDEN = "not shown (small numbers)"


def baseline(made: Made, measure: dict[str, Any], value: Any, **head: Any) -> str:
    """The baseline of a measure as everybody reads it."""
    reading = value if isinstance(value, dict) else {"value": value}
    given = {"id": "M1", "title": "Children", "baseline": reading, **measure}
    plan = made({"measures.yaml": {"measures": [given]}}, **head)
    shown = public_plan(plan).measures[0].baseline
    assert shown
    return shown.value.text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("1", FEWER),
        ("4", FEWER),
        ("3.5", FEWER),
        ("5", "5"),
        ("1,004", "1,004"),
        ("-2", "-2"),
        ("fewer than 5", "fewer than 5"),
        ("less than 3", "less than 3"),
        ("<3", "<3"),
        ("3 children", HIDDEN),
        ("12, of whom 2 at home", HIDDEN),
        ("12 children", "12 children"),
        ("not counted", "not counted"),
    ],
)
@pytest.mark.parametrize("unit", ["count", None])
def test_counts(make_plan: Made, unit: str | None, value: str, shown: str) -> None:
    measure = {"unit": unit} if unit else {}
    if unit is None and value == "3.5":
        shown = value  # without a unit a broken number counts nobody
    assert baseline(make_plan, measure, value) == shown


@pytest.mark.parametrize(
    ("reading", "shown"),
    [
        ({"value": "30%", "numerator": "30", "denominator": "100"}, "30%"),
        ({"value": "3%", "numerator": "3", "denominator": "100"}, HIDDEN),
        ({"value": "97%", "numerator": "97", "denominator": "100"}, HIDDEN),
        ({"value": "0%", "numerator": "0", "denominator": "100"}, "0%"),
        ({"value": "100%", "numerator": "100", "denominator": "100"}, "100%"),
        ({"value": "0%", "numerator": "0", "denominator": "4"}, HIDDEN),
        ({"value": "50%", "denominator": "4"}, HIDDEN),
        ({"value": "2%"}, "2%"),
        ({"value": "3 of 200"}, HIDDEN),
        ({"value": "30%", "numerator": "5", "denominator": "10"}, "30%"),
        ({"value": "12%", "held_back": "true"}, HIDDEN),
    ],
)
def test_percentages(make_plan: Made, reading: dict[str, str], shown: str) -> None:
    assert baseline(make_plan, {"unit": "percent"}, reading) == shown
    without_unit = shown if "%" in reading["value"] else HIDDEN
    assert baseline(make_plan, {}, reading) == without_unit


def test_rates_and_averages_rest_on_counts_too(make_plan: Made) -> None:
    of_three = {"value": "31", "denominator": "3"}
    for unit in ("rate", "weeks", "days", "score"):
        assert baseline(make_plan, {"unit": unit}, of_three) == HIDDEN
        assert baseline(make_plan, {"unit": unit}, "3") == "3"
    # What is left of a rate's denominator is not the number of those without.
    rate = {"value": "24.2", "numerator": "997", "denominator": "1000"}
    assert baseline(make_plan, {"unit": "rate"}, rate) == "24.2"


def test_what_counts_things_is_shown(make_plan: Made) -> None:
    assert baseline(make_plan, {"unit": "count", "people": "false"}, "3") == "3"
    held_back = {"value": "3", "held_back": "true"}
    assert baseline(make_plan, {"unit": "count", "people": "false"}, held_back) == HIDDEN


@pytest.mark.parametrize(
    ("public", "value", "shown"),
    [
        ({"threshold": "10"}, "9", "fewer than 10"),
        ({"threshold": "10"}, "10", "10"),
        ({"threshold": "1"}, "1", "1"),
        ({"threshold": "0"}, "1", "1"),
        ({"hide_zero": "true"}, "0", FEWER),
        ({"hide_zero": "true"}, "5", "5"),
    ],
)
def test_the_plan_says_what_is_small(
    make_plan: Made, public: dict[str, str], value: str, shown: str
) -> None:
    assert baseline(make_plan, {"unit": "count"}, value, public=public) == shown


def test_hiding_zero_hides_none_and_all(make_plan: Made) -> None:
    for top in ("0", "20"):
        reading = {"value": "x%", "numerator": top, "denominator": "20"}
        public = {"hide_zero": "true"}
        assert baseline(make_plan, {"unit": "percent"}, reading, public=public) == HIDDEN


def test_the_note_on_a_hidden_figure_goes_with_it_and_its_counts_too(make_plan: Made) -> None:
    reading = {"value": "3", "note": "All three from one school.", "period": "2021/22"}
    measure = {"id": "M1", "title": "Children", "unit": "count", "baseline": reading,
               "target": {"value": "2", "by": "2023-07"}, "note": "Kept."}  # fmt: skip
    plan = make_plan({"measures.yaml": {"measures": [measure]}})
    shown = public_plan(plan).measures[0]
    assert shown.baseline
    assert (shown.baseline.note, shown.baseline.period) == (None, "2021/22")
    assert shown.note == "Kept."
    assert shown.target
    assert shown.target.value.text == "2"  # an aim tells of nobody


def test_actuals_are_hidden_one_by_one(make_plan: Made) -> None:
    milestones = [
        {"by": f"2023-0{month}", "target": "2", "actual": {"value": value}}
        for month, value in enumerate(("4", "5", "1"), 1)
    ]
    measure = {"id": "M1", "title": "C", "unit": "count", "milestones": milestones}
    shown = public_plan(make_plan({"measures.yaml": {"measures": [measure]}})).measures[0]
    assert [one.actual and one.actual.value.text for one in shown.milestones] == [FEWER, "5", FEWER]
    assert [one.target and one.target.text for one in shown.milestones] == ["2", "2", "2"]


def test_a_rate_made_of_counts_is_hidden_where_one_of_them_is(make_plan: Made) -> None:
    count = {"id": "M1", "title": "C", "unit": "count",
             "baseline": {"value": "3", "period": "2021"},
             "milestones": [{"by": "2023-03", "actual": {"value": "8", "period": "2022"}},
                            {"by": "2023-07", "actual": {"value": "4"}}]}  # fmt: skip
    rate = {"id": "M2", "title": "R", "unit": "percent", "made_of": ["M1"],
            "baseline": {"value": "1%", "period": "2021"},
            "milestones": [{"by": "2023-03", "actual": {"value": "2%", "period": "2022"}},
                           {"by": "2023-07", "actual": {"value": "3%", "period": "2023"}}],
            }  # fmt: skip
    plan = public_plan(make_plan({"measures.yaml": {"measures": [count, rate]}}))
    shown = plan.measures[1]
    assert shown.baseline
    assert shown.baseline.value.text == HIDDEN
    assert [one.actual and one.actual.value.text for one in shown.milestones] == ["2%", HIDDEN]


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ({"value": "3"}, FEWER),
        ({"value": "0"}, "0"),
        ({"value": "3%"}, "3%"),
        ({"value": "3", "people": "false"}, "3"),
        ({"value": "1,240"}, "1,240"),
        ({"value": "2 children"}, FEWER),
    ],
)
def test_facts_about_the_area(make_plan: Made, fact: dict[str, str], shown: str) -> None:
    plan = public_plan(make_plan(local_data=[{"title": "Children", **fact}]))
    assert plan.head.local_data[0].value.text == shown


def test_the_example_has_nothing_to_hide(example: Plan) -> None:
    assert replaced(example) == {}
