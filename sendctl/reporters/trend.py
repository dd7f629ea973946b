"""How a plan went, for people at a terminal and for programs."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sendctl.history.trend import Point, Slip, Trend
from sendctl.report.trend_report import SlipRow, TrendView
from sendctl.reporters.changes_json import revision_json
from sendctl.reporters.drawn import drawn, table
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import one_line, wrapped
from sendctl.timeline.words import day_words

_POSITION = "Position"
_HEADING = 9
_NAME = 20
"""Columns that names are wrapped to at the least."""


def trend_text(view: TrendView, *, colour: bool, width: int) -> str:
    """A heading, and tables of positions, of moved dates and of figures.

    Args:
        view: what to show.
        colour: whether to colour it for a terminal.
        width: of the terminal.
    """
    paint = Paint(on=colour)
    head = paint(one_line(view.title), bold=True)
    parts = [f"{head}\nPositions at {view.each}, up to {day_words(view.as_at)}"]
    words = [badge.word for badge in view.badges]
    rows = [
        (day_words(row.on), *row.numbers, row.total, row.overdue, row.working_days)
        for row in view.rows
    ]
    heads = [_POSITION, *words, "All", "Overdue", "Days moved"]
    parts.append(_table(heads, rows, colour=colour, width=width))
    by_strand, by_owner = view.words.strand.singular.capitalize(), "Who leads"
    for name, slips in ((by_strand, view.by_strand), (by_owner, view.by_owner)):
        if slips:
            parts.append(_slips(name, slips, colour=colour, width=width))
    if view.figures:
        figures = [(row.measure, day_words(row.on), row.value) for row in view.figures]
        heads = [view.words.measure.singular.capitalize(), "Position", "Figure"]
        parts.append(_table(heads, figures, colour=colour, width=width))
    parts += [wrapped(notice, width - 1, "") for notice in view.notices]
    return "\n\n".join(parts)


def _slips(name: str, slips: Sequence[SlipRow], *, colour: bool, width: int) -> str:
    heads = [name, "With a date", "Moved", "Working days", "Furthest"]
    rows = [(row.name, row.actions, row.moved, row.working_days, row.longest) for row in slips]
    return _table(heads, rows, colour=colour, width=width)


def _table(
    heads: Sequence[str], rows: Sequence[tuple[Any, ...]], *, colour: bool, width: int
) -> str:  # fmt: skip
    """A table whose first column holds names, and whose numbers stand at the right."""
    from rich.text import Text  # noqa: PLC0415 - loaded only for people

    numbers = [isinstance(value, int) for value in rows[0]]
    headings = [
        _lines(head) if number else head for head, number in zip(heads, numbers, strict=True)
    ]
    # Days and numbers are never wrapped, names of strands and people are.
    fewest = [
        None if number or head == _POSITION else _NAME
        for head, number in zip(heads, numbers, strict=True)
    ]
    made = table(list(zip(headings, fewest, strict=True)))
    needed = sum(max(map(len, head.split("\n"))) + 3 for head in headings)
    width = max(width, needed + (_NAME if fewest[0] is None else 0))
    for column, number in zip(made.columns, numbers, strict=True):
        column.justify = "right" if number else "left"
    for row in rows:
        made.add_row(*(Text(one_line(str(value))) for value in row))
    return drawn(made, colour=colour, width=width)


def _lines(head: str) -> str:
    """A heading in lines as short as its words allow: the numbers below it are short."""
    return "\n".join(textwrap.wrap(one_line(head), _HEADING, break_long_words=False))


def trend_json(path: str, found: Trend) -> str:
    """One object; keys are only ever added.

    Args:
        path: the plan's path as it was given.
        found: how the plan went.
    """
    answer = {
        "plan": path,
        "positions": [_point(point) for point in found.points],
        "by_strand": _slips_json(found.by_strand),
        "by_owner": _slips_json(found.by_owner),
        "skipped": [revision_json(revision) for revision in found.skipped],
        "cut_off": bool(found.cut_off),
    }
    return json.dumps(answer, indent=2, ensure_ascii=False)


def _point(point: Point) -> dict[str, Any]:
    status: Counter[str] = Counter()
    rating: Counter[str] = Counter()
    for condition, number in point.conditions.items():
        status[condition.status.value] += number
        if condition.status.is_open:
            rating[condition.rating.value if condition.rating else "none"] += number
    return {
        "date": point.on.isoformat(),
        "revision": point.revision.id,
        "actions": point.total,
        "status": dict(status),
        "rating": dict(rating),
        "overdue": point.overdue,
        "slip": _slip(point.slip),
        "figures": dict(point.figures),
    }


def _slips_json(found: Mapping[str, Slip]) -> list[dict[str, Any]]:
    return [{"id": key, **_slip(slip)} for key, slip in found.items()]


def _slip(slip: Slip) -> dict[str, int]:
    return dict(slip._asdict())
