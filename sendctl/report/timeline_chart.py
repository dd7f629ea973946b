"""The timeline as a picture: an SVG that can be read without colour, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sendctl.report.nouns import upper_first
from sendctl.report.pictures import (
    LEFT,
    LINE,
    RIGHT,
    TALLEST,
    WIDTH,
    TextLine,
    draw,
    in_parts,
    text_lines,
)
from sendctl.timeline import Timeline
from sendctl.timeline.bars import Bar, Scale, bars, scale
from sendctl.timeline.words import day_words

TEMPLATE = "charts/timeline.svg.j2"

_TOP = 60
_LANE = 14
"""How high the stripe is in which a mark stands."""
_GAP = 5
_KEY_COLUMNS = 4
_KEY_LINE = 26
_FOOT = 16
_TOLD = 3
"""Lines at the most of what something is called, and of how it stands."""

LEGEND = (
    ("happened", "Happened"),
    ("planned", "Planned"),
    ("met", "Met"),
    ("missed", "Missed"),
    ("due", "Due"),
    ("overdue", "Overdue"),
    ("expected", "Expected"),
    ("not_expected", "Not expected"),
    ("unknown", "Not known"),
)
"""The marks and their words, in the order of the key."""


class Mark(NamedTuple):
    """One row: its words in lines, and below them its mark and bar; lengths are pixels."""

    lines: tuple[TextLine, ...]
    y: float
    state: str
    x: float
    from_x: float | None
    is_next: bool


class TickLine(NamedTuple):
    """A line of the scale, with its name."""

    x: float
    label: str


class TimelineChart(NamedTuple):
    """What the template draws; lengths are pixels.

    Attributes:
        title: what the picture is.
        words: all that it shows, as its alternative text.
        today_x: where the line of the position stands; None when it lies outside.
        marks: the rows, in order of time.
        key: the marks that occur, with their words.
    """

    title: str
    words: str
    width: int
    height: float
    top: float
    bottom: float
    left: float
    right: float
    lane: float
    ticks: tuple[TickLine, ...]
    today_x: float | None
    today: str
    marks: tuple[Mark, ...]
    key: tuple[tuple[str, str], ...]


class TimelinePicture(NamedTuple):
    """A part of a timeline, and the name of its picture."""

    name: str
    chart: TimelineChart


def timeline_chart(timeline: Timeline) -> TimelineChart | None:
    """The whole of a timeline in one picture; None when nothing on it has a date."""
    found = bars(timeline)
    return _chart(timeline, found, scale(found, timeline.today)) if found else None


def timeline_pictures(timeline: Timeline) -> tuple[TimelinePicture, ...]:
    """A timeline in pictures that each stand on a page; none when nothing on it has a date."""
    found = bars(timeline)
    if not found:
        return ()
    span = scale(found, timeline.today)
    key = _key_height(len({bar.state for bar in found}))
    parts = in_parts([_height(_lines(bar, 0)) for bar in found], TALLEST - _TOP - key)
    return tuple(
        TimelinePicture(
            f"timeline-{number}" if number > 1 else "timeline",
            _chart(
                timeline,
                found[part],
                span,
                f", part {number} of {len(parts)}" if len(parts) > 1 else "",
            ),
        )
        for number, part in enumerate(parts, 1)
    )


def _chart(timeline: Timeline, found: Sequence[Bar], span: Scale, part: str = "") -> TimelineChart:
    marks: list[Mark] = []
    y = float(_TOP)
    for bar in found:
        lines = _lines(bar, y)
        marks.append(
            Mark(
                lines,
                y + LINE * len(lines) + _LANE / 2,
                bar.state,
                _x(span, bar.day),
                _x(span, bar.since) if bar.since else None,
                bar.is_next,
            )
        )
        y += _height(lines)
    at_today = span.at(timeline.today)
    states = {mark.state for mark in marks}
    key = tuple(entry for entry in LEGEND if entry[0] in states)
    return TimelineChart(
        title=f"{timeline.plan.head.area}: timeline as at {day_words(timeline.today)}{part}",
        words=_words(timeline, found),
        width=WIDTH,
        height=y + _key_height(len(key)),
        top=_TOP - 8,
        bottom=y,
        left=LEFT,
        right=RIGHT,
        lane=_LANE,
        ticks=tuple(TickLine(_x(span, tick.day), tick.label) for tick in span.ticks),
        today_x=_x(span, timeline.today) if 0 <= at_today <= 1 else None,
        today=f"Position as at {day_words(timeline.today)}",
        marks=tuple(marks),
        key=key,
    )


def drawn(chart: TimelineChart, plan_folder: Path) -> str:
    """The picture as SVG text, with its title and its words inside.

    Raises:
        TemplateProblem: the plan's own template of it cannot be used.
    """
    return draw({TEMPLATE: {"": chart}}, plan_folder)[""]


def draw_parts(pictures: Iterable[TimelinePicture], plan_folder: Path) -> dict[str, str]:
    """Parts of a timeline as SVG texts, by name.

    Raises:
        TemplateProblem: the plan's own template of them cannot be used.
    """
    return draw({TEMPLATE: {one.name: one.chart for one in pictures}}, plan_folder)


def _lines(bar: Bar, y: float) -> tuple[TextLine, ...]:
    standing = f"{upper_first(bar.when)}, {bar.standing}{' (next)' * bar.is_next}"
    return text_lines(bar.label, standing, y, most=_TOLD)


def _height(lines: Sequence[TextLine]) -> float:
    return LINE * len(lines) + _LANE + _GAP


def _key_height(entries: int) -> float:
    return _KEY_LINE * -(-entries // _KEY_COLUMNS) + _FOOT


def _x(span: Scale, day: date) -> float:
    return LEFT + round(span.at(day) * (RIGHT - LEFT), 1)


def _words(timeline: Timeline, found: Sequence[Bar]) -> str:
    """The whole picture in words: for each row what, when and how it stands."""
    rows = "; ".join(f"{bar.label}: {bar.when}, {bar.standing}" for bar in found)
    first, last = day_words(found[0].day), day_words(found[-1].day)
    return f"Timeline from {first} to {last}, position as at {day_words(timeline.today)}. {rows}."
