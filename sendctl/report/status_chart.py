"""How many actions stand how, as bars: one for each strand, a part for each word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sendctl.report.counts import Counts
from sendctl.report.nouns import Noun, upper_first
from sendctl.report.pictures import (
    LEFT,
    LINE,
    RIGHT,
    WIDTH,
    Swatch,
    TextLine,
    key_height,
    key_of,
    text_lines,
)
from sendctl.report.status import Badge
from sendctl.report.wording import counted
from sendctl.timeline.words import day_words

TEMPLATE = "charts/status.svg.j2"
NAME = "status"

_TOP = 10
_BAR = 34
_GAP = 14
_DIGIT = 9
"""Pixels that a digit takes on a bar."""


class Part(NamedTuple):
    """The actions of one strand that share a word; `swatch` is its number in the key.

    Attributes:
        shows: whether there is room to print the number on it.
    """

    x: float
    width: float
    number: int
    swatch: Swatch
    shows: bool


class BarOfParts(NamedTuple):
    """One strand: its name and its sum in lines, and from `y` on its bar."""

    lines: tuple[TextLine, ...]
    y: float
    parts: tuple[Part, ...]


class StatusChart(NamedTuple):
    """What the template draws; lengths are pixels.

    Attributes:
        words: all that it shows, as its alternative text.
    """

    title: str
    words: str
    width: int
    height: float
    left: float
    right: float
    bar: float
    bars: tuple[BarOfParts, ...]
    key: tuple[Swatch, ...]


class BarRow(NamedTuple):
    """What one bar shows: its name, the number of each word, and their sum in words."""

    name: str
    numbers: tuple[int, ...]
    sum: str


def status_chart(counts: Counts, today: date) -> StatusChart | None:
    """The picture of the counts; None when there is nothing to count."""
    if not counts.total:
        return None
    title = f"{upper_first(counts.action.plural)} by {counts.strand} and by how they stand"
    rows = [
        BarRow(
            f"{upper_first(counts.strand.singular)} {row.id}: {row.title}",
            row.numbers,
            sum_of(counts.action, row.total, row.overdue),
        )
        for row in counts.rows
    ]
    return bars(title, _words(counts, today), rows, [word.badge for word in counts.words])


def bars(title: str, words: str, rows: Sequence[BarRow], badges: Sequence[Badge]) -> StatusChart:
    """Bars of parts, one below the other, with their key.

    Args:
        title: what they show.
        words: the same with all figures, as alternative text.
        rows: the bars; one of them at least counts something.
        badges: the words that their numbers count.
    """
    lines: list[tuple[TextLine, ...]] = []
    y = float(_TOP)
    for row in rows:
        lines.append(text_lines(row.name, row.sum, y))
        y += LINE * len(lines[-1]) + _BAR + _GAP
    key = key_of(badges, badges, y)
    each = (RIGHT - LEFT) / max(sum(row.numbers) for row in rows)
    drawn = tuple(
        BarOfParts(told, told[-1].y + 6, _parts(row, each, key))
        for row, told in zip(rows, lines, strict=True)
    )
    below = y + key_height(len(key))
    return StatusChart(title, words, WIDTH, below, LEFT, RIGHT, _BAR, drawn, key)


def sum_of(action: Noun, total: int, overdue: int) -> str:
    """What stands beside the name of a bar: how many, and how many of them are overdue."""
    return counted(total, action) + (f", {overdue} overdue" if overdue else "")


def _parts(row: BarRow, each: float, key: tuple[Swatch, ...]) -> tuple[Part, ...]:
    parts = []
    x = float(LEFT)
    for number, swatch in zip(row.numbers, key, strict=True):
        width = round(number * each, 1)
        if number:
            shows = width >= _DIGIT * len(str(number)) + 10
            parts.append(Part(round(x, 1), width, number, swatch, shows))
        x += width
    return tuple(parts)


def _words(counts: Counts, today: date) -> str:
    """The whole picture in words: for each strand how many actions stand how."""
    rows = " ".join(
        f"{upper_first(counts.strand.singular)} {row.id}, {row.title}: "
        f"{_numbers(counts, row.numbers, row.total, row.overdue)}."
        for row in counts.rows
    )
    every = _numbers(counts, counts.totals, counts.total, counts.overdue)
    return f"Position as at {day_words(today)}. {rows} In all: {every}."


def _numbers(counts: Counts, numbers: tuple[int, ...], total: int, overdue: int) -> str:
    parts = [
        f"{number} {word.badge.word}"
        for number, word in zip(numbers, counts.words, strict=True)
        if number
    ]
    whole = counted(total, counts.action)
    late = f"; {overdue} overdue" if overdue else ""
    return f"{whole} ({', '.join(parts)}{late})" if parts else whole
