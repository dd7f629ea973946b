"""SC609: the second figure to hold back. » stands before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl import Finding
from tests.checks.conftest import MARK, marks

Told = Callable[..., list[str]]
Expect = Callable[..., list[Finding]]


@pytest.fixture
def expect(findings: Callable[..., list[Finding]]) -> Expect:
    """The same as the shared one, of this code alone: these measures lack what others ask for."""

    def checked(code: str, **marked: str) -> list[Finding]:
        files = {name: text.replace(MARK, "") for name, text in marked.items()}
        found = [one for one in findings(**files) if one.code == code]
        expected = [place for text in marked.values() for place in marks(text)]
        assert [(one.span.line, one.span.column) for one in found] == expected
        return found

    return checked


PLAN = "area: Exampleshire\nkind: wsoa\n"


def measure(key: str, value: str, more: str = "") -> str:
    return (
        f"  - {{id: {key}, title: {key}, unit: count, {more}"
        f"baseline: {{value: {value}, period: 2021/22}}}}\n"
    )


TOTAL = "measures:\n" + measure("M1", "30", "made_of: [M2, M3, M4], ")
TAGGED = "tag: Out of school, "


def test_the_smallest_part_that_is_shown(expect: Expect) -> None:
    parts = measure("M2", "3") + measure("M3", "19") + measure("M4", "»8")
    found = expect("SC609", measures=TOTAL + parts)
    assert found[0].message == (
        "The figure of 'M2', not shown, can be worked out from the total 'M1' while 'M4' is shown "
        "beside it."
    )
    assert found[0].related[0].place.path == ("measures", 1, "baseline", "value")


def test_two_small_parts_are_safe_only_when_they_are_not_few_together(
    told: Told, expect: Expect
) -> None:
    parts = measure("M2", "3") + measure("M3", "23") + measure("M4", "4")
    assert "SC609" not in " ".join(told(measures=TOTAL + parts))
    parts = measure("M2", "1") + measure("M3", "»27") + measure("M4", "2")
    found = expect("SC609", measures=TOTAL + parts)
    assert found[0].message.startswith("The figures together of 'M2' and 'M4', not shown,")


@pytest.mark.parametrize(
    "parts",
    [
        measure("M2", "3") + measure("M3", "19") + measure("M4", "{value: 8}"),
        measure("M2", "3") + measure("M3", "18") + measure("M4", "8"),  # they do not add up
        measure("M2", "9") + measure("M3", "13") + measure("M4", "8"),  # none is small
        measure("M2", "0") + measure("M3", "22") + measure("M4", "8"),  # 0 is shown
        measure("M2", "3") + measure("M3", "19"),  # a part is not there
    ],
)
def test_nothing_to_hold_back(told: Told, parts: str) -> None:
    parts = parts.replace("{value: 8}", "8, held_back: true")
    assert "SC609" not in " ".join(told(measures=TOTAL + parts))


def test_a_hidden_zero_can_be_worked_out_too(expect: Expect) -> None:
    parts = measure("M2", "0") + measure("M3", "22") + measure("M4", "»8")
    expect("SC609", plan=PLAN + "public: {hide_zero: true}\n", measures=TOTAL + parts)


def test_the_plans_own_threshold(expect: Expect) -> None:
    parts = measure("M2", "9") + measure("M3", "»10") + measure("M4", "11")
    expect("SC609", plan=PLAN + "public: {threshold: 10}\n", measures=TOTAL + parts)


def test_among_measures_of_one_tag(expect: Expect, told: Told) -> None:
    parts = measure("M2", "2", TAGGED) + measure("M3", "16", TAGGED.upper())
    total = "measures:\n" + measure("M1", "24", TAGGED)
    expect("SC609", measures=total + parts.replace("TAG:", "tag:") + measure("M4", "»6", TAGGED))
    without = total + parts.replace("TAG:", "tag:") + measure("M4", "7", TAGGED)
    assert "SC609" not in " ".join(told(measures=without))


def steps(*values: str, more: str = "cumulative: true, ") -> str:
    actuals = ", ".join(
        f"{{by: 2022-0{month}, actual: {{value: {value}}}}}"
        for month, value in enumerate(values, 1)
    )
    return f"measures:\n  - {{id: M1, title: C, unit: count, {more}milestones: [{actuals}]}}\n"


def test_figures_that_count_on_by_too_few(expect: Expect) -> None:
    found = expect("SC609", measures=steps("12", "»14", "30"))
    assert found[0].message == (
        "From 12 to 14, the figures of 'M1' tell of 2 people; the threshold is 5."
    )
    found = expect("SC609", measures=steps("12", "20", "»21"))
    assert "tell of 1 person;" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        steps("12", "14", more=""),  # a stock, not a count that goes on
        steps("12", "12", "17"),
        steps("3", "9"),  # the first is not shown
        steps("12", "4"),  # it began anew
        steps("12", "14, held_back: true", "17"),
        steps("12", "14", more="cumulative: true, people: false, "),
    ],
)
def test_figures_that_tell_of_nobody(told: Told, text: str) -> None:
    assert "SC609" not in " ".join(told(measures=text))
