"""What all charts share: words above bars, rows shared out over pictures, letters large enough."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sendctl.plan import Plan
from sendctl.report.counts import counts
from sendctl.report.lookup import lookup
from sendctl.report.pictures import LETTERS, WIDTH, in_parts, text_lines
from sendctl.report.statement_pictures import draw_all, statement_pictures
from sendctl.report.timeline_chart import draw_parts, timeline_pictures
from sendctl.timeline import timeline_of
from tests.report.made import checked_svg
from tests.report.rendered import TODAY

POINTS_ACROSS = 473
"""The narrowest room for a picture on an upright page of A4: in print from a browser."""


def test_two_texts_share_a_line_where_there_is_room() -> None:
    assert [(line.left, line.right) for line in text_lines("Name", "Due", 0)] == [("Name", "Due")]
    name, words = "n" * 60, "w" * 30
    lines = text_lines(name, words, 100)
    assert [(line.left, line.right) for line in lines] == [(name, ""), ("", words)]
    assert [line.y for line in lines] == [113, 130]


def test_long_texts_are_cut_and_say_so() -> None:
    lines = text_lines("name " * 100, "word " * 100, 0)
    assert len(lines) == 4
    assert lines[1].left.endswith(" …")
    assert lines[3].right.endswith(" …")
    assert all(len(text) <= LETTERS for line in lines for text in (line.left, line.right))


@given(st.lists(st.integers(30, 150), min_size=1, max_size=200))
def test_rows_are_shared_out_so_that_each_picture_has_room(heights: list[int]) -> None:
    parts = in_parts(heights, 700)
    assert [height for part in parts for height in heights[part]] == heights
    assert all(0 < sum(heights[part]) <= 700 for part in parts)


def test_no_letter_is_smaller_than_ten_points_on_upright_a4(example: Plan) -> None:
    known = lookup(example, TODAY)
    drawn = draw_all(statement_pictures(known, counts(known)), example.folder)
    drawn |= draw_parts(timeline_pictures(timeline_of(example, TODAY)), example.folder)
    assert len(drawn) > 10
    for svg in drawn.values():
        root = checked_svg(svg)
        assert float(root.get("width", "0")) == WIDTH
        sizes = [float(element.get("font-size", "14")) for element in root.iter()]
        assert min(sizes) * POINTS_ACROSS / WIDTH >= 10


def test_the_day_of_the_position_is_printed_inside_the_picture(example: Plan) -> None:
    for today in (date(2022, 2, 1), TODAY, date(2024, 1, 31)):
        pictures = timeline_pictures(timeline_of(example, today))
        words = pictures[0].chart.today
        root = checked_svg(draw_parts(pictures, example.folder)["timeline"])
        (label,) = (text for text in root.iter() if "".join(text.itertext()) == words)
        x, room = float(label.get("x", "0")), 7.0 * len(words)
        begin = {"start": x, "middle": x - room / 2, "end": x - room}[label.get("text-anchor", "")]
        assert 0 <= begin <= WIDTH - room
