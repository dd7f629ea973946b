"""The timeline as a picture: an SVG that can be read without colour, and its words."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sendctl.report.nouns import upper_first
from sendctl.timeline import Timeline
from sendctl.timeline.bars import Bar, Scale, bars, scale
from sendctl.timeline.words import day_words

TEMPLATE = "charts/timeline.svg.j2"

_WIDTH = 1000
_LABEL = 330
"""Where the scale begins; the labels stand to the left of it."""
_SCALE = 380
_TOP = 64
_LINE = 18
_GAP = 8
_LETTERS = 42
"""Letters of a label on a line."""
_LETTERS_OF_STATE = 36
"""Letters on a line to the right of the scale."""

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
    """One row: its label in lines, its mark and bar in pixels; when and how it stands, in lines."""

    lines: tuple[str, ...]
    y: float
    state: str
    x: float
    from_x: float | None
    words: tuple[str, ...]
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
    ticks: tuple[TickLine, ...]
    today_x: float | None
    today: str
    marks: tuple[Mark, ...]
    key: tuple[tuple[str, str], ...]


def timeline_chart(timeline: Timeline) -> TimelineChart | None:
    """The picture of a timeline; None when nothing on it has a date."""
    found = bars(timeline)
    if not found:
        return None
    span = scale(found, timeline.today)
    marks: list[Mark] = []
    y = float(_TOP)
    for bar in found:
        lines = _wrapped(bar.label, _LETTERS)
        standing = _wrapped(upper_first(bar.standing), _LETTERS_OF_STATE)
        height = max(len(lines), 1 + len(standing)) * _LINE
        marks.append(
            Mark(
                lines,
                y + height / 2,
                bar.state,
                _x(span, bar.day),
                _x(span, bar.since) if bar.since else None,
                (upper_first(bar.when), *standing),
                bar.is_next,
            )
        )
        y += height + _GAP
    at_today = span.at(timeline.today)
    states = {mark.state for mark in marks}
    return TimelineChart(
        title=f"{timeline.plan.head.area}: timeline as at {day_words(timeline.today)}",
        words=_words(timeline, found, span),
        width=_WIDTH,
        height=y + 60,
        top=_TOP - 12,
        bottom=y,
        left=_LABEL,
        right=_LABEL + _SCALE,
        ticks=tuple(TickLine(_x(span, tick.day), tick.label) for tick in span.ticks),
        today_x=_LABEL + round(at_today * _SCALE, 1) if 0 <= at_today <= 1 else None,
        today=f"Position as at {day_words(timeline.today)}",
        marks=tuple(marks),
        key=tuple(entry for entry in LEGEND if entry[0] in states),
    )


def drawn(chart: TimelineChart, plan_folder: Path) -> str:
    """The picture as SVG text, with its title and its words inside.

    Raises:
        TemplateProblem: the plan's own template of it cannot be used.
    """
    from sendctl.report.environment import render  # noqa: PLC0415 - Jinja only for who draws

    return render(TEMPLATE, {"chart": chart}, plan_folder).strip() + "\n"


def _wrapped(text: str, letters: int) -> tuple[str, ...]:
    """The text in lines, three at the most: the alternative text and the tables hold all of it."""
    return tuple(textwrap.wrap(text, letters, max_lines=3, placeholder=" …")) or ("",)


def _x(span: Scale, day: date) -> float:
    return _LABEL + round(span.at(day) * _SCALE, 1)


def _words(timeline: Timeline, found: list[Bar], span: Scale) -> str:
    """The whole picture in words: for each row what, when and how it stands."""
    rows = "; ".join(f"{bar.label}: {bar.when}, {bar.standing}" for bar in found)
    first, last = span.ticks[0].label, day_words(found[-1].day)
    return f"Timeline from {first} to {last}, position as at {day_words(timeline.today)}. {rows}."
