"""A strand's actions in time."""

from __future__ import annotations

from typing import Any

from sendctl.plan import Plan
from sendctl.report.gantt_chart import TEMPLATE, GanttChart, gantt_charts
from sendctl.report.lookup import lookup
from sendctl.report.pictures import TALLEST, draw
from tests.report.made import checked_svg, printed
from tests.report.rendered import TODAY, MakePlan


def charts_of(plan: Plan, strand: int = 0) -> tuple[GanttChart, ...]:
    known = lookup(plan, TODAY)
    return gantt_charts("strand 1", plan.strands[strand].actions, known)


def plan_with(make_plan: MakePlan, *actions: dict[str, Any]) -> Plan:
    given = [{"id": f"1.{n}", "title": f"A{n}", **one} for n, one in enumerate(actions, 1)]
    return make_plan({"strands/1.yaml": {"id": "1", "title": "S", "actions": given}})


def test_the_example(example: Plan) -> None:
    for number, strand in enumerate(example.strands):
        (chart,) = charts_of(example, number)
        assert len(chart.rows) == len(strand.actions)
        for row in chart.rows:
            assert row.from_x is not None
            assert row.to_x is not None
            assert chart.left <= row.from_x <= row.to_x <= chart.right
        ys = [row.y for row in chart.rows]
        assert ys == sorted(ys)
        svg = draw({TEMPLATE: {"a": chart}}, example.folder)["a"]
        assert "Position as at 30 September 2022" in printed(checked_svg(svg))


def test_the_words_hold_every_row(example: Plan) -> None:
    words = charts_of(example)[0].words
    assert words.startswith("Position as at 30 September 2022. 1.1 Publish a SEND strategy")
    assert (
        "1.6 Build one dashboard of SEND figures that council and NHS read together every month: "
        "from 4 July 2022, due 23 September 2022, Late, overdue" in words
    )
    assert "due 29 July 2022, done 27 July 2022, Done" in words
    assert (
        "due 16 December 2022, at first 28 October 2022, On track" in charts_of(example, 1)[0].words
    )


def test_what_each_row_shows(make_plan: MakePlan) -> None:
    plan = plan_with(
        make_plan,
        {"start": "2022-07", "due": "2022-09-01"},
        {"due": "2022-12"},
        {"start": "2022-07", "due": "ongoing"},
        {"due": "ongoing"},
        {},
        {"start": "2022-07", "due": "2022-08", "completed": "2022-09-05", "status": "complete"},
        {"due": "2022-12", "moved": [{"from": "2022-10", "to": "2022-12", "on": "2022-09-01"}]},
        {"completed": "2022-08-01", "status": "complete"},
    )
    (chart,) = charts_of(plan)
    late, point, ongoing, no_start, undated, done, moved, only_done = chart.rows
    assert late.late_x == chart.today_x
    assert not late.is_point
    assert point.is_point
    assert point.late_x is None
    assert (ongoing.from_x, ongoing.to_x) == (late.from_x, chart.right)
    assert (no_start.to_x, undated.to_x) == (None, None)
    assert ongoing.lines[-1].right == "Ongoing. Not started"
    assert undated.lines[-1].right == "Not yet dated. Not started"
    assert done.done_x is not None
    assert done.to_x is not None
    assert done.done_x > done.to_x
    assert moved.was_x is not None
    assert moved.to_x is not None
    assert moved.was_x < moved.to_x
    assert only_done.to_x == only_done.done_x
    assert chart.marks == ("done", "late", "was")
    words = printed(checked_svg(draw({TEMPLATE: {"a": chart}}, plan.folder)["a"]))
    for text in ("Day it was done", "Overdue", "Date it had at first"):
        assert text in words


def test_without_dates_there_is_no_picture(make_plan: MakePlan) -> None:
    assert charts_of(plan_with(make_plan, {}, {"due": "ongoing"})) == ()


def test_a_slip_of_the_year_does_not_squeeze_the_rest(make_plan: MakePlan) -> None:
    plan = plan_with(make_plan, {"due": "2022-12"}, {"due": "0222-12"}, {"due": "2222-11"})
    (chart,) = charts_of(plan)
    assert [row.to_x is None for row in chart.rows] == [False, True, True]
    assert "December 222" in chart.words
    assert len(chart.ticks) <= 5


def test_many_actions_are_cut_into_pictures_that_fit_a_page(make_plan: MakePlan) -> None:
    plan = plan_with(make_plan, *({"due": "2022-12"} for _ in range(45)))
    charts = charts_of(plan)
    assert [len(chart.rows) for chart in charts] == [15, 15, 15]
    assert all(chart.height <= TALLEST for chart in charts)
    assert charts[2].title == "Actions of strand 1 in time, part 3 of 3"
    assert len({chart.ticks for chart in charts}) == 1  # one scale for all


def test_a_word_has_one_pattern_in_all_pictures(example: Plan) -> None:
    numbers: dict[str, set[int]] = {}
    for number in range(len(example.strands)):
        for swatch in charts_of(example, number)[0].key:
            numbers.setdefault(swatch.word, set()).add(swatch.number)
    assert all(len(found) == 1 for found in numbers.values())
    assert len(set.union(*numbers.values())) == len(numbers)


def test_text_of_the_plan_is_text(make_plan: MakePlan) -> None:
    hostile = '<script>alert(1)</script> & "x" {{ 7*7 }}'
    plan = plan_with(make_plan, {"title": hostile, "due": "2022-12"})
    (chart,) = charts_of(plan)
    root = checked_svg(draw({TEMPLATE: {"a": chart}}, plan.folder)["a"])
    assert hostile in "".join(root.itertext())
