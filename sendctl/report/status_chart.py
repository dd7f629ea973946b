"""How many actions stand how, as bars: one for each strand, a part for each word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sendctl.report.counts import Counts
from sendctl.report.nouns import Noun, upper_first
from sendctl.report.pictures import Swatch, key_height, key_of, wrapped
from sendctl.report.status import Badge
from sendctl.report.wording import counted
from sendctl.timeline.words import day_words

TEMPLATE = "charts/status.svg.j2"
NAME = "status"

_WIDTH = 1000
_LEFT = 330
_SCALE = 520
_TOP = 20
_BAR = 34
_GAP = 18
_LETTERS = 40
_LINE = 18
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
    """One strand: its name in lines, its bar, and what stands at the end of it."""

    lines: tuple[str, ...]
    y: float
    parts: tuple[Part, ...]
    end: float
    sums: tuple[str, ...]


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
    bar: float
    bars: tuple[BarOfParts, ...]
    key: tuple[Swatch, ...]


class BarRow(NamedTuple):
    """What one bar shows: its name, the number of each word, and what stands at its end."""

    name: str
    numbers: tuple[int, ...]
    sums: tuple[str, ...]


def status_chart(counts: Counts, today: date) -> StatusChart | None:
    """The picture of the counts; None when there is nothing to count."""
    if not counts.total:
        return None
    title = f"{upper_first(counts.action.plural)} by {counts.strand} and by how they stand"
    rows = [
        BarRow(
            f"{upper_first(counts.strand.singular)} {row.id}: {row.title}",
            row.numbers,
            sums_of(counts.action, row.total, row.overdue),
        )
        for row in counts.rows
    ]
    return bars(title, _words(counts, today), rows, [word.badge for word in counts.words])


def bars(
    title: str, words: str, rows: Sequence[BarRow], badges: Sequence[Badge]
) -> StatusChart:  # fmt: skip
    """Bars of parts, one below the other, with their key.

    Args:
        title: what they show.
        words: the same with all figures, as alternative text.
        rows: the bars; one of them at least counts something.
        badges: the words that their numbers count.
    """
    height = _TOP + len(rows) * (_BAR + _GAP)
    key = key_of(badges, badges, height + 14)
    each = _SCALE / max(sum(row.numbers) for row in rows)
    drawn = tuple(
        _bar(row, _TOP + index * (_BAR + _GAP), each, key) for index, row in enumerate(rows)
    )
    below = height + key_height(len(key)) + 14
    return StatusChart(title, words, _WIDTH, below, _LEFT, _BAR, drawn, key)


def sums_of(action: Noun, total: int, overdue: int) -> tuple[str, ...]:
    """What stands at the end of a bar: how many, and how many of them are overdue."""
    return (counted(total, action), *([f"{overdue} overdue"] if overdue else []))


def _bar(row: BarRow, y: float, each: float, key: tuple[Swatch, ...]) -> BarOfParts:
    parts = []
    x = float(_LEFT)
    for number, swatch in zip(row.numbers, key, strict=True):
        width = round(number * each, 1)
        if number:
            shows = width >= _DIGIT * len(str(number)) + 10
            parts.append(Part(round(x, 1), width, number, swatch, shows))
        x += width
    return BarOfParts(wrapped(row.name, _LETTERS, 2), y, tuple(parts), round(x, 1), row.sums)


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
