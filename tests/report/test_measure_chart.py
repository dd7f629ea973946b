"""A measure against its milestones: its series, its picture, its words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.plan import Plan
from sendctl.report.lookup import lookup
from sendctl.report.measure_chart import TEMPLATE, MeasureChart, measure_chart
from sendctl.report.measure_standing import (
    Point,
    Series,
    count_verdicts,
    measure_standings,
)
from sendctl.report.pictures import draw
from tests.report.made import checked_svg, printed
from tests.report.rendered import TODAY, MakePlan


def series_of(make_plan: MakePlan, **measure: Any) -> Series:
    plan = make_plan({"measures.yaml": {"measures": [{"id": "M1", "title": "Waits", **measure}]}})
    return measure_standings(lookup(plan, TODAY))[0].series


def chart_of(series: Series) -> MeasureChart:
    chart = measure_chart(series)
    assert chart is not None
    return chart


def test_the_example(example: Plan) -> None:
    standings = measure_standings(lookup(example, TODAY))
    assert [one.verdict.word for one in standings] == [
        "Milestone met", "Milestone met", "Milestone not met", "Milestone met",
        "Milestone not met", "No figure yet", "Milestone met", "Milestone met", "Milestone met",
        "Milestone not met", "Milestone met", "No milestone set",
    ]  # fmt: skip
    counts = count_verdicts(standings)
    assert (counts.met, counts.not_met, counts.other) == (7, 3, 2)
    charts = {one.line.anchor: chart_of(one.series) for one in standings if one.line.id != "M3"}
    assert measure_chart(standings[2].series) is None  # yes and no are no numbers
    for name, svg in draw({TEMPLATE: charts}, example.folder).items():
        words = printed(checked_svg(svg))
        assert " ".join(charts[name].subtitle) in words
        assert {"Up to 30 September 2022", "After 30 September 2022"} & set(words)


LONG = {
    "unit": "weeks",
    "direction": "lower",
    "baseline": {"value": "31", "period": "May 2022"},
    "target": {"value": "18", "by": "2023-09"},
    "milestones": [
        {"by": "2022-06", "target": "30", "actual": {"value": "29", "state": "final"}},
        {"by": "2022-07", "target": "29"},
        {"by": "2022-08", "target": "28", "actual": {"value": "33"}},
        {"by": "2022-09", "actual": {"value": "fewer than 5"}},
        {"by": "2022-12", "target": "25"},
    ],
    "breaks": [{"on": "2022-08", "reason": "Counted from referral."}],
}


def test_the_words_hold_the_whole_series(make_plan: MakePlan) -> None:
    assert chart_of(series_of(make_plan, **LONG)).words == (
        "Waits. Weeks; lower is better. Baseline May 2022: 31. "
        "June 2022: milestone 30, figure 29 (final). "
        "July 2022: milestone 29, no figure. "
        "August 2022: milestone 28, figure 33, cannot be compared with earlier figures: Counted "
        "from referral. "
        "September 2022: figure fewer than 5. "
        "December 2022: milestone 25. "
        "Target September 2023: 18."
    ).replace("Lower is better. Baseline", "Lower is better. The scale begins at 15. Baseline")


def test_gaps_and_breaks_are_not_joined(make_plan: MakePlan) -> None:
    chart = chart_of(series_of(make_plan, **LONG))
    baseline, june = chart.columns[:2]
    # Only baseline and June: July has no figure, in August the series breaks.
    assert [(line.x1, line.x2) for line in chart.actuals] == [(baseline.x, june.x)]
    assert [column.breaks for column in chart.columns] == [False] * 3 + [True] + [False] * 3
    # Milestones are joined, over the one that sets none.
    assert len(chart.targets) == 4
    assert [" ".join(column.note) for column in chart.columns] == [
        "",
        "",
        "No figure",
        "",
        "fewer than 5",
        "",
        "",
    ]
    assert chart.columns[-1].is_end


def test_the_picture_marks_them_in_words(make_plan: MakePlan) -> None:
    chart = chart_of(series_of(make_plan, **LONG))
    svg = draw({TEMPLATE: {"a": chart}}, make_plan().folder)["a"]
    words = printed(checked_svg(svg))
    for text in ("Counted anew", "No figure", "fewer than", "Figure", "Baseline", "Ahead"):
        assert text in words


@pytest.mark.parametrize("break_on", ["2022-10", "2022-12-31", "2022/23-Q3"])
def test_a_break_comes_before_the_first_figure_that_it_touches(
    make_plan: MakePlan, break_on: str
) -> None:
    given = LONG | {"breaks": [{"on": break_on, "reason": "New."}]}
    breaks = [point.breaks for point in series_of(make_plan, **given).points]
    assert breaks == ["", "", "", "", "", "New.", ""]


def test_a_target_that_the_last_milestone_repeats_is_drawn_once(make_plan: MakePlan) -> None:
    last = {"by": "2023-09", "target": "18"}
    given = LONG | {"milestones": [*LONG["milestones"], last]}
    assert [point.kind for point in series_of(make_plan, **given).points][-1] == "milestone"
    other = given | {"target": {"value": "18", "by": "2024-09"}}
    assert [point.kind for point in series_of(make_plan, **other).points][-1] == "target"


def test_a_figure_in_another_unit_is_words_and_not_a_mark(make_plan: MakePlan) -> None:
    series = series_of(
        make_plan,
        baseline={"value": "3"},
        milestones=[{"by": "2022-06", "target": "4", "actual": {"value": "30.8%"}}],
    )
    point = series.points[1]
    assert (point.actual, point.actual_number) == ("30.8%", None)
    assert chart_of(series).columns[1].note == ("30.8%",)


def test_one_number_is_no_picture(make_plan: MakePlan) -> None:
    assert measure_chart(series_of(make_plan, baseline={"value": "3"})) is None
    assert measure_chart(series_of(make_plan)) is None


def test_of_a_long_series_the_baseline_and_the_end_are_drawn(make_plan: MakePlan) -> None:
    milestones = [
        {"by": f"20{year}-{month:02}", "target": f"{month}"}
        for year in range(20, 24)
        for month in range(1, 13)
    ]
    chart = chart_of(series_of(make_plan, baseline={"value": "3"}, milestones=milestones))
    assert len(chart.columns) == 13
    assert chart.columns[0].is_baseline
    assert chart.columns[-1].label[-1].endswith("2023")


def test_short_figures_leave_room_for_more_columns_than_long_ones(make_plan: MakePlan) -> None:
    def columns(figure: str) -> int:
        milestones = [
            {"by": f"2022-{month:02}", "actual": {"value": figure}} for month in range(1, 13)
        ]
        return len(chart_of(series_of(make_plan, milestones=milestones)).columns)

    assert columns("5") == 12
    assert columns("1,234,567") == 7
    assert columns("1,234,567,890") == 6


_NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(_NUMBERS, min_size=2, max_size=12))
def test_every_mark_lies_on_the_scale(numbers: list[Decimal]) -> None:
    points = tuple(
        Point(f"{index}", "milestone", actual=f"{number}", actual_number=number)
        for index, number in enumerate(numbers)
    )
    chart = chart_of(Series("A", "", "", points, TODAY))
    heights = [column.actual_y for column in chart.columns]
    numbers = numbers[-len(heights) :]  # where they are too long to stand side by side, the last
    assert all(y is not None and chart.top <= y <= chart.bottom for y in heights)
    assert 2 <= len(chart.grid) <= 9
    order = sorted(range(len(numbers)), key=lambda index: numbers[index])
    drawn = [heights[index] or 0.0 for index in order]
    assert drawn == sorted(drawn, reverse=True)
