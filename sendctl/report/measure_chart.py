"""A measure against its milestones as a picture: a column for each, figures beside targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor, log10
from typing import NamedTuple

from sendctl.report.measure_standing import Point, Series
from sendctl.report.nouns import upper_first
from sendctl.report.pictures import LETTERS, RIGHT, WIDTH, wrapped
from sendctl.timeline.words import MONTHS, day_words

TEMPLATE = "charts/measure.svg.j2"

_LEFT = 66
_TOP = 92
_PLOT = 180
_LETTER = 7.6
"""Pixels that a letter takes under a column."""
_FEWEST_COLUMNS = 6
_MOST_COLUMNS = 13
_ROOMY = 76
"""Pixels of a column below which the names of months are shortened under it."""
_TICKS = 4
_BASELINE = "Baseline"
"""The first word under a first column, which may stand out to both sides."""
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_LABEL = 17
"""How far a figure is printed above or below its mark."""


class Column(NamedTuple):
    """One column; heights are None where there is nothing to draw.

    Attributes:
        label: when it is, in lines.
        target_y: where the target's diamond stands; `target_text_y` where its figure does.
        actual_y: where the figure's circle stands, likewise.
        note: words in place of a mark: a figure that is no number, or that there is none; in lines.
        breaks: whether the series breaks before it.
    """

    x: float
    label: tuple[str, ...]
    is_baseline: bool
    is_end: bool
    target: str
    target_y: float | None
    target_text_y: float
    actual: str
    actual_y: float | None
    actual_text_y: float
    note: tuple[str, ...]
    breaks: bool
    left: float


class Grid(NamedTuple):
    """A line of the scale, with its figure."""

    y: float
    label: str


class Line(NamedTuple):
    """A line between the marks of two columns."""

    x1: float
    y1: float
    x2: float
    y2: float


class MeasureChart(NamedTuple):
    """What the template draws; lengths are pixels.

    Attributes:
        words: all that it shows, as its alternative text.
        subtitle: what is counted, and which way is better; in lines.
        actuals: lines between figures; none over a gap or a break. `targets` likewise.
        today_x: between what is past and what is ahead; None when nothing is ahead, or all.
    """

    title: str
    words: str
    subtitle: tuple[str, ...]
    width: int
    height: float
    left: float
    right: float
    top: float
    bottom: float
    grid: tuple[Grid, ...]
    columns: tuple[Column, ...]
    actuals: tuple[Line, ...]
    targets: tuple[Line, ...]
    today_x: float | None
    today: str


def measure_chart(series: Series) -> MeasureChart | None:
    """The picture of a series; None when it has fewer than two numbers to draw.

    Of a long series the baseline and the last columns are drawn; the table has them all.
    """
    points = _drawn(series.points)
    numbers = [number for point in points for number in _numbers(point)]
    if len(numbers) < 2:  # noqa: PLR2004 - one mark alone is no picture
        return None
    scale = _Heights(numbers)
    slot = (RIGHT - _LEFT) / len(points)
    columns = tuple(
        _column(point, _LEFT + slot * index, slot, scale) for index, point in enumerate(points)
    )
    begins = "" if scale.ticks[0] == 0 else f"The scale begins at {_plain(scale.ticks[0])}"
    lines = max(len(column.label) for column in columns)
    bottom = _TOP + _PLOT
    past = sum(point.is_past or bool(point.actual) for point in points)
    today_x = round(_LEFT + slot * past, 1) if 0 < past < len(points) else None
    return MeasureChart(
        title=f"{series.title}: figures and milestones",
        words=_words(series, begins),
        subtitle=wrapped(
            ". ".join(part for part in (_subtitle(series), begins) if part), LETTERS, 2
        ),
        width=WIDTH,
        height=bottom + 24 + 17 * lines + 34,
        left=_LEFT,
        right=RIGHT,
        top=_TOP,
        bottom=bottom,
        grid=tuple(Grid(scale.at(tick), _plain(tick)) for tick in scale.ticks),
        columns=columns,
        actuals=tuple(_lines(columns, "actual_y", over_breaks=False)),
        targets=tuple(_lines(columns, "target_y", over_breaks=True)),
        today_x=today_x,
        today=day_words(series.today),
    )


class _Heights:
    """A scale with round steps that begins at 0 where that leaves the differences readable."""

    def __init__(self, numbers: list[Decimal]) -> None:
        low, high = float(min(numbers)), float(max(numbers))
        if low > 0 and low < 0.6 * high:
            low = 0.0
        span = (high - low) or abs(high) or 1.0
        rough = span / _TICKS
        size = 10.0 ** floor(log10(rough))
        step = size * next(nice for nice in (1, 2, 2.5, 5, 10) if nice * size >= rough * 0.999)
        first, last = floor(low / step), ceil(high / step)
        if first * step > low - 0.05 * span and low != 0:
            first -= 1
        if last * step < high + 0.05 * span:
            last += 1
        exact = Decimal(repr(step))
        self.ticks = [exact * count for count in range(first, last + 1)]

    def at(self, number: Decimal) -> float:
        """How far down a number stands."""
        share = (number - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return round(_TOP + _PLOT * (1 - float(share)), 1)


def _drawn(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """As many as can stand side by side so that no word under one touches the next."""
    labels = [_short(point.label).removeprefix(_BASELINE) for point in points]
    figures = [point.actual for point in points if point.actual_number is not None]
    words = [word for label in labels for word in label.split()] + figures
    longest = max(map(len, words), default=1) + 1
    room = int((RIGHT - _LEFT) / (longest * _LETTER))
    most = min(max(room, _FEWEST_COLUMNS), _MOST_COLUMNS)
    if len(points) <= most:
        return points
    first = points[:1] if points[0].kind == "baseline" else ()
    return first + points[len(first) - most :]


def _short(label: str) -> str:
    """A label with the names of months in three letters."""
    return _MONTH.sub(lambda name: name[0][:3], label)


def _numbers(point: Point) -> list[Decimal]:
    both = (point.target_number, point.actual_number)
    return [number for number in both if number is not None]


def _column(point: Point, left: float, slot: float, scale: _Heights) -> Column:
    target, actual = point.target_number, point.actual_number
    # The higher of two figures stands above its mark, the lower one below, so that neither is hit.
    target_is_above = actual is None or (target is not None and target > actual)
    target_y = scale.at(target) if target is not None else None
    actual_y = scale.at(actual) if actual is not None else None
    letters = max(len(_BASELINE) if point.kind == "baseline" else 6, int(slot / _LETTER))
    return Column(
        x=round(left + slot / 2, 1),
        label=wrapped(point.label if slot >= _ROOMY else _short(point.label), letters, 3),
        is_baseline=point.kind == "baseline",
        is_end=point.kind == "target",
        target=point.target,
        target_y=target_y,
        target_text_y=_beside(target_y, above=target_is_above),
        actual=point.actual,
        actual_y=actual_y,
        actual_text_y=_beside(actual_y, above=target is None or not target_is_above),
        note=wrapped(_note(point), letters, 3) if _note(point) else (),
        breaks=bool(point.breaks),
        left=round(left, 1),
    )


def _beside(y: float | None, *, above: bool) -> float:
    return (y or 0.0) + (-_LABEL + 5 if above else _LABEL + 8)


def _note(point: Point) -> str:
    if point.actual:
        return point.actual if point.actual_number is None else ""
    return "No figure" if point.is_past else ""


def _lines(columns: tuple[Column, ...], name: str, *, over_breaks: bool) -> Iterator[Line]:
    """Lines between neighbours that both have a mark; targets are joined over what has none."""
    before: Column | None = None
    for column in columns:
        y = getattr(column, name)
        if y is None:
            before = before if over_breaks else None
            continue
        if before is not None and (over_breaks or not column.breaks):
            yield Line(before.x, getattr(before, name), column.x, y)
        before = column


def _subtitle(series: Series) -> str:
    better = f"{series.better} is better" if series.better else ""
    return upper_first("; ".join(part for part in (series.unit, better) if part))


def _plain(number: Decimal) -> str:
    """A number as people write it: 1,200 or 2.5."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _words(series: Series, begins: str) -> str:
    """The whole series in words, figures as they were published."""
    head = ". ".join(part for part in (series.title, _subtitle(series), begins) if part)
    return f"{head}. " + " ".join(_point_words(point) for point in series.points)


def _point_words(point: Point) -> str:
    parts = []
    if point.target:
        parts.append(point.target if point.kind == "target" else f"milestone {point.target}")
    if point.actual:
        actual = point.actual if point.kind == "baseline" else f"figure {point.actual}"
        parts.append(actual + (f" ({point.state})" if point.state else ""))
    elif point.is_past:
        parts.append("no figure")
    if point.breaks:
        parts.append(f"cannot be compared with earlier figures: {point.breaks.rstrip('.')}")
    return f"{point.label}: {', '.join(parts) or 'nothing set'}."
