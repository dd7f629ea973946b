"""Rules SC501 to SC506: figures that contradict each other, the unit, or the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl import Finding

Expect = Callable[..., list[Finding]]


def measure(text: str) -> str:
    return f"measures:\n  - {{id: M, title: M, {text}}}\n"


def steps(*targets: str) -> str:
    """Milestones a year apart from 2023."""
    dated = (f"{{by: {2023 + n}-07, target: {one}}}" for n, one in enumerate(targets))
    return f"milestones: [{', '.join(dated)}]"


# SC501


@pytest.mark.parametrize(
    "text",
    [
        "direction: higher, baseline: {value: 41%}, target: {value: 70%}",
        "direction: higher, baseline: {value: 41%}, target: {value: »40.9%}",
        "direction: higher, baseline: {value: 41%}, target: {value: 41.0%}",
        "direction: lower, baseline: {value: '1,204'}, target: {value: »'1,300'}",
        "direction: lower, baseline: {value: 28.92}, target: {value: 18.59}",
        "direction: higher, baseline: {value: -1.5 %}, target: {value: »-2%}",
        "direction: lower, baseline: {value: fewer than 5}, target: {value: 9}",
        "direction: lower, baseline: {value: 5}, target: {value: more than 9}",
        "direction: lower, baseline: {value: 5%}, target: {value: 9}",
        "baseline: {value: 5}, target: {value: 9}",
        "direction: lower, target: {value: 9}",
        "direction: lower, unit: yes_no, baseline: {value: 0}, target: {value: 1}",
        (
            "direction: lower, baseline: {value: 5}, target: {value: 9}, "
            "breaks: [{on: 2022-09, reason: Counted anew}]"
        ),
    ],
)
def test_target_on_the_wrong_side(expect: Expect, text: str) -> None:
    expect("SC501", measures=measure(text))


# SC502


@pytest.mark.parametrize(
    "text",
    [
        f"direction: higher, target: {{value: 70%, by: 2025-07}}, {steps('55%', '70%')}",
        f"direction: higher, target: {{value: 70%, by: 2025-07}}, {steps('»71%', '70%')}",
        f"direction: higher, target: {{value: 70%, by: 2025-07}}, {steps('60%', '70%', '»75%')}",
        # after the target's date the plan may go on
        f"direction: higher, target: {{value: 70%, by: 2024-07}}, {steps('60%', '70%', '75%')}",
        f"direction: lower, target: {{value: 18}}, {steps('25', '»17')}",
        f"direction: lower, target: {{value: 18}}, {steps('about 17')}",
        f"direction: lower, target: {{value: 18}}, {steps('17%')}",
        f"target: {{value: 18}}, {steps('99')}",
        "direction: lower, target: {value: 9}, milestones: [{by: 2023-07}, {by: ongoing}]",
    ],
)
def test_milestone_beyond_target(expect: Expect, text: str) -> None:
    expect("SC502", measures=measure(text))


# SC503


@pytest.mark.parametrize(
    "text",
    [
        f"direction: lower, baseline: {{value: 31}}, {steps('29', '25', '25')}",
        f"direction: lower, baseline: {{value: 31}}, {steps('29', '»30', '31')}",
        f"direction: lower, baseline: {{value: 31}}, {steps('»32', '25')}",
        f"direction: lower, {steps('32', 'fewer than 40', '»33')}",
        f"direction: lower, {steps('32', '40')}, note: A backlog is cleared first.",
        f"direction: lower, {steps('32', '40')}, breaks: [{{on: 2024-01, reason: Anew}}]",
        "direction: higher, milestones: [{by: 2024-07, target: 9}, {by: 2023-07, target: 8}]",
        "direction: higher, milestones: [{by: 2024-07, target: »8}, {by: 2023-07, target: 9}]",
        (
            "direction: higher, milestones: [{by: 2023-07, target: 9}, {by: 2023-09}, "
            "{by: 2024-07, target: 10}]"
        ),
    ],
)
def test_worse_before_better(expect: Expect, text: str) -> None:
    expect("SC503", measures=measure(text))


# SC504

RATE = "unit: rate, direction: lower, baseline: {value: 3.99}"


def actual(*values: str) -> str:
    dated = (f"{{by: 2022-07, actual: {{value: {one}}}}}" for one in values)
    return f"milestones: [{', '.join(dated)}]"


@pytest.mark.parametrize(
    "text",
    [
        f"{RATE}, {actual('3.08', '4.2')}",
        f"{RATE}, {actual('»30.8%')}",
        f"{RATE}, {actual('»3.08%')}",
        f"{RATE}, {actual('»30.8')}",  # ten times what it began with
        f"{RATE}, {actual('19.0')}",
        f"{RATE}, {actual('0.3')}",
        f"{RATE}, {actual('0.03')}",  # it may well get that much better
        f"{RATE}, target: {{value: 3.5}}, {actual('»0.03')}",  # a fraction where a rate is meant
        f"{RATE}, {actual('0')}",
        f"{RATE}, {actual('fewer than 5')}",
        # the two: 0.45% beside 0.45, 30.8% where the baseline is 3.99%
        "baseline: {value: 0.45}, target: {value: 0.40}, " + actual("»0.45%"),
        "unit: percent, direction: lower, baseline: {value: 3.99%}, " + actual("»30.8%"),
        "unit: percent, direction: lower, baseline: {value: 3.99%}, target: {value: 3.0%}, "
        + actual("»30.8%", "3.5%"),
        # it may well get that much better
        "unit: percent, direction: higher, baseline: {value: 4%}, " + steps("20%", "40%", "85%"),
        "unit: percent, direction: higher, baseline: {value: 4%}, target: {value: 85%}, "
        + steps("20%", "40%"),
        "unit: percent, direction: higher, baseline: {value: 41%}, target: {value: 70%}, "
        + actual("»0.55%"),
        "unit: percent, baseline: {value: »41}, target: {value: 70%}",
        "unit: percent, baseline: {value: 41}, target: {value: 70}",
        "unit: count, baseline: {value: 6}, target: {value: 9}, " + actual("60", "600"),
        "unit: count, baseline: {value: 6}, target: {value: »9%}",
        "unit: yes_no, baseline: {value: no}, target: {value: yes}, " + actual("no", "»1"),
        "unit: yes_no, baseline: {value: »0}, " + steps("yes"),
        "unit: weeks, direction: lower, baseline: {value: 31}, target: {value: 18}, "
        + actual("»33%"),
    ],
)
def test_unit_does_not_fit(expect: Expect, text: str) -> None:
    expect("SC504", measures=measure(text))


def test_a_figure_of_any_length_is_compared(expect: Expect) -> None:
    expect("SC504", measures=measure(f"{RATE}, {actual('9' * 5000)}"))


# SC505


@pytest.mark.parametrize(
    "text",
    [
        "milestones: [{by: 2022-12, actual: {value: 1, on: 2022-09-30}}]",
        "milestones: [{by: 2022-12, actual: {value: 1, on: »2022-10-01}}]",
        "milestones: [{by: 2022-12, actual: {value: few, on: »2022-10-01, state: final}}]",
        "milestones: [{by: 2022-12, actual: {value: 1, on: 2022-10-01, state: projected}}]",
        "milestones: [{by: 2022-12, actual: {value: 1}}, {by: 2023-07}]",
        "baseline: {value: 1, on: »2022-10-01}",
    ],
)
def test_actual_in_the_future(expect: Expect, text: str) -> None:
    expect("SC505", measures=measure(text))


# SC506


@pytest.mark.parametrize(
    "text",
    [
        "milestones: [{by: 2022-09-02, target: 1}]",
        "milestones: [»{by: 2022-09-01, target: 1}]",
        "milestones: [»{by: 2022-08, target: 1, note: Late.}, {by: 2022-12, target: 2}]",
        "milestones: [{by: 2022-07, target: 1, actual: {value: c}}]",
        "milestones: [{by: 2022-07, target: fewer than 5, actual: {value: 2}}]",
        "milestones: [{by: 2022-07}, {by: 2022-06, target: }]",
        "milestones: [{by: ongoing, target: 1}]",
    ],
)
def test_milestone_without_actual(expect: Expect, text: str) -> None:
    expect("SC506", measures=measure(text))
