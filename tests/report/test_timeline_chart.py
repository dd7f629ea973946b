"""The picture of a timeline."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.plan import Plan
from sendctl.report.pictures import TALLEST
from sendctl.report.timeline_chart import (
    LEGEND,
    draw_parts,
    drawn,
    timeline_chart,
    timeline_pictures,
)
from sendctl.timeline import State, timeline_of
from sendctl.timeline.bars import Bar, bars, scale
from tests.report.rendered import MakePlan

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2022, 9, 30)


def test_every_state_has_a_word_in_the_key() -> None:
    assert {state for state, _ in LEGEND} == {
        *(state.value for state in State),
        "happened",
        "planned",
    }


def test_the_words_hold_all_that_the_picture_shows(example: Plan) -> None:
    timeline = timeline_of(example, TODAY)
    chart = timeline_chart(timeline)
    assert chart is not None
    for bar in bars(timeline):
        assert f"{bar.label}: {bar.when}, {bar.standing}" in chart.words
    assert "position as at 30 September 2022" in chart.words


def test_the_picture_is_svg_that_says_what_it_is(example: Plan) -> None:
    chart = timeline_chart(timeline_of(example, TODAY))
    assert chart is not None
    root = ET.fromstring(drawn(chart, example.folder))  # noqa: S314 - our own
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.words
    ids = (root.get("aria-labelledby") or "").split()
    assert ids == [root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")]  # type: ignore[union-attr]
    printed = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert "(next)" in printed
    assert "Position as at 30 September 2022" in printed
    assert "script" not in {element.tag.removeprefix(SVG) for element in root.iter()}


def test_marks_lie_inside_the_picture_and_in_order(example: Plan) -> None:
    chart = timeline_chart(timeline_of(example, TODAY))
    assert chart is not None
    xs = [mark.x for mark in chart.marks]
    assert xs == sorted(xs)
    assert all(chart.left <= x <= chart.right for x in xs)
    ys = [mark.y for mark in chart.marks]
    assert ys == sorted(ys)
    assert ys[-1] < chart.bottom < chart.height
    assert chart.today_x is not None
    assert chart.left <= chart.today_x <= chart.right


def test_a_long_timeline_is_cut_into_pictures_that_fit_a_page(make_plan: MakePlan) -> None:
    steps = [
        {"id": f"s{number}", "title": f"Step {number} " + "with many words " * 9, "due": day}
        for number in range(12)
        for day in ("2022-10-03", "2023-04-03")
    ]
    plan = make_plan(steps=[step | {"id": f"s{at}"} for at, step in enumerate(steps)])
    timeline = timeline_of(plan, TODAY)
    pictures = timeline_pictures(timeline)
    assert [one.name for one in pictures] == ["timeline", "timeline-2", "timeline-3"]
    assert sum(len(one.chart.marks) for one in pictures) == len(bars(timeline)) == 24
    assert all(one.chart.height <= TALLEST for one in pictures)
    assert pictures[1].chart.title.endswith("timeline as at 30 September 2022, part 2 of 3")
    assert len({one.chart.ticks for one in pictures}) == 1  # one scale for all
    assert list(draw_parts(pictures, plan.folder)) == [one.name for one in pictures]


def test_a_short_timeline_is_one_picture(example: Plan) -> None:
    timeline = timeline_of(example, TODAY)
    (picture,) = timeline_pictures(timeline)
    assert picture.chart == timeline_chart(timeline)
    assert picture.chart.height <= TALLEST


def test_text_of_the_plan_is_text(make_plan: MakePlan) -> None:
    hostile = '<script>alert(1)</script> & "x" {{ 7*7 }}'
    plan = make_plan(steps=[{"id": "a", "title": hostile, "due": "2022-10-03"}])
    chart = timeline_chart(timeline_of(plan, TODAY))
    assert chart is not None
    root = ET.fromstring(drawn(chart, plan.folder))  # noqa: S314 - our own
    assert hostile in (root.findtext(f"{SVG}desc") or "")


def test_no_dates_no_picture(make_plan: MakePlan) -> None:
    assert timeline_chart(timeline_of(make_plan(), TODAY)) is None
    assert timeline_pictures(timeline_of(make_plan(), TODAY)) == ()
    undated = make_plan(steps=[{"id": "a", "title": "A"}])
    assert timeline_chart(timeline_of(undated, TODAY)) is None


def test_a_slip_of_the_year_does_not_squeeze_the_rest(make_plan: MakePlan) -> None:
    steps = [
        {"id": "a", "title": "A", "due": "2022-10-03"},
        {"id": "b", "title": "B", "due": "0202-10-03"},
        {"id": "c", "title": "C", "due": "9999-10-03"},
    ]
    timeline = timeline_of(make_plan(steps=steps), date(1, 1, 1))
    assert [bar.label for bar in bars(timeline)] == ["A"]
    chart = timeline_chart(timeline)
    assert chart is not None
    assert chart.today_x is None


def test_done_steps_and_papers_are_left_to_the_table(example: Plan) -> None:
    labels = {bar.label for bar in bars(timeline_of(example, TODAY))}
    assert "Council's Executive approves" not in labels
    assert not any(label.startswith("Agenda open") for label in labels)
    early = {bar.label for bar in bars(timeline_of(example, date(2022, 6, 1)))}
    assert "Council's Executive approves" in early


@pytest.mark.parametrize(
    ("days", "first", "last", "labels"),
    [
        (["2022-02-28", "2022-06-30"], "2022-02-01", "2022-07-01",
         ["Feb 2022", "Mar 2022", "Apr 2022", "May 2022", "Jun 2022"]),
        (["2022-02-28", "2022-07-01"], "2022-02-01", "2022-08-01",
         ["Feb 2022", "May 2022"]),
        (["2022-12-31"], "2022-12-01", "2023-01-01", ["Dec 2022"]),
        (["2020-01-01", "2029-12-31"], "2020-01-01", "2030-01-01",
         ["Jan 2020", "Jan 2022", "Jan 2024", "Jan 2026", "Jan 2028"]),
    ],
)  # fmt: skip
def test_scale(days: list[str], first: str, last: str, labels: list[str]) -> None:
    found = [Bar("A", "due", date.fromisoformat(day), None, "", "") for day in days]
    span = scale(found, found[0].day)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)
    assert [tick.label for tick in span.ticks] == labels


@given(st.lists(st.dates(date(1978, 1, 1), date(2100, 12, 31)), min_size=1), st.dates())
def test_every_day_lies_on_the_scale(days: list[date], today: date) -> None:
    found = [Bar("A", "due", day, None, "", "") for day in days]
    span = scale(found, today)
    assert all(0 <= span.at(day) < 1 for day in days)
    assert 1 <= len(span.ticks) <= 5
    assert span.at(span.first) == 0
