"""The actions of a strand on a scale of time: when each begins, when it is due, how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sendctl.plan.action import Action
from sendctl.plan.when import When
from sendctl.report.counts import words_used
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import upper_first, words_of
from sendctl.report.pictures import (
    LEFT,
    LINE,
    RIGHT,
    TALLEST,
    WIDTH,
    Swatch,
    TextLine,
    in_parts,
    key_height,
    key_of,
    text_lines,
)
from sendctl.report.status import Badge
from sendctl.report.wording import when_words
from sendctl.timeline.bars import Scale, can_be_shown, scale_of
from sendctl.timeline.words import day_words

TEMPLATE = "charts/gantt.svg.j2"

_TOP = 60
_BAR = 18
_GAP = 10
_FOOT = 36
"""Room below the rows and below the key."""
_ONGOING = "ongoing"


class Span(NamedTuple):
    """One action: what the picture is made of.

    Attributes:
        days: from its beginning (else its date) to its date; None when that names no day, or one
            that cannot be meant. What is ongoing has no last day.
        was: the date it had at first, when that was another one.
        overdue: whether the date has passed and it is still open.
    """

    name: str
    start: When | None
    due: When | None
    completed: date | None
    badge: Badge
    days: tuple[date, date | None] | None
    has_start: bool
    was: date | None
    was_words: str
    overdue: bool


class Row(NamedTuple):
    """One action in pixels: words, and below them its bar.

    Attributes:
        from_x: where its bar begins; None when it has none, and `to_x` likewise.
        late_x: up to where it is overdue; None when it is not.
        was_x: where its first date stands.
        is_point: whether it has no beginning, and is drawn as a mark at its date.
    """

    lines: tuple[TextLine, ...]
    y: float
    swatch: Swatch
    from_x: float | None
    to_x: float | None
    is_point: bool
    late_x: float | None
    was_x: float | None
    done_x: float | None


class Tick(NamedTuple):
    """A line of the scale, with its name."""

    x: float
    label: str


class GanttChart(NamedTuple):
    """What the template draws; lengths are pixels.

    Attributes:
        words: all that it shows, as its alternative text.
        today_x: where the line of the position stands; None when it lies outside.
        marks: which of "late", "was" and "done" occur.
    """

    title: str
    words: str
    width: int
    height: float
    left: float
    right: float
    top: float
    bottom: float
    bar: float
    ticks: tuple[Tick, ...]
    today_x: float | None
    today: str
    rows: tuple[Row, ...]
    key: tuple[Swatch, ...]
    marks: tuple[str, ...]


def gantt_charts(title: str, actions: Sequence[Action], known: Lookup) -> tuple[GanttChart, ...]:
    """The pictures of some actions, as many in each as a page has room for.

    There are none when no action has a date.

    Args:
        title: what they belong to, such as "Strand 2".
        actions: in the order of the rows.
        known: their plan, and the day of the position.
    """
    spans = [_span(action, known) for action in actions]
    if not any(span.days for span in spans):
        return ()
    plural = upper_first(words_of(known.plan).action.plural)
    every = [word.badge for word in words_used(known)]
    room = TALLEST - _TOP - key_height(len(every)) - _FOOT
    pieces = [spans[part] for part in in_parts([_height(_lines(span, 0)) for span in spans], room)]
    days = [day for span in spans for day in _days(span)]
    scale = scale_of(days, known.today)
    return tuple(
        _chart(
            f"{plural} of {title} in time"
            + (f", part {number} of {len(pieces)}" if len(pieces) > 1 else ""),
            piece,
            scale,
            every,
            known.today,
        )
        for number, piece in enumerate(pieces, 1)
    )


def _span(action: Action, known: Lookup) -> Span:
    plan = known.plan
    terms = plan.head.terms
    first = action.start.days(terms) if action.start else None
    last = plan.deadline(action.due) or action.completed
    begin = first.first if first else None
    days: tuple[date, date | None] | None = None
    if last:
        days = (min(begin or last, last), last)
    elif begin and action.due and action.due.text == _ONGOING:
        days = (begin, None)
    moves = sorted(action.moved, key=lambda move: move.on)
    was = plan.deadline(moves[0].before) if moves else None
    return Span(
        name=" ".join(part for part in (action.id, action.title) if part),
        start=action.start,
        due=action.due,
        completed=action.completed,
        badge=known.scale.badge(action),
        days=days if days and all(can_be_shown(day) for day in days if day) else None,
        has_start=begin is not None,
        was=was if was and was != last and can_be_shown(was) else None,
        was_words=when_words(moves[0].before) if moves else "",
        overdue=plan.is_overdue(action, known.today),
    )


def _days(span: Span) -> Iterator[date]:
    yield from (day for day in span.days or () if day)
    if span.was:
        yield span.was
    if span.completed and can_be_shown(span.completed):
        yield span.completed


def _chart(
    title: str, spans: Sequence[Span], scale: Scale, every: list[Badge], today: date
) -> GanttChart:
    here = {span.badge for span in spans}
    badges = [badge for badge in every if badge in here]
    swatches = dict(zip(badges, key_of(badges, every, 0), strict=True))
    rows: list[Row] = []
    y = float(_TOP)
    for span in spans:
        row = _row(span, y, swatches[span.badge], scale, today)
        rows.append(row)
        y += _height(row.lines)
    key = key_of(badges, every, y + 6)
    at_today = scale.at(today)
    late = any(row.late_x is not None for row in rows)
    was = any(row.was_x is not None for row in rows)
    done = any(row.done_x is not None for row in rows)
    marks = [name for name, there in (("done", done), ("late", late), ("was", was)) if there]
    return GanttChart(
        title=title,
        words=_words(spans, today),
        width=WIDTH,
        height=y + 6 + key_height(len(key)) + (_FOOT - 6 if marks else 0),
        left=LEFT,
        right=RIGHT,
        top=_TOP - 8,
        bottom=y,
        bar=_BAR,
        ticks=tuple(Tick(_x(scale, tick.day), tick.label) for tick in scale.ticks),
        today_x=_x(scale, today) if 0 <= at_today <= 1 else None,
        today=f"Position as at {day_words(today)}",
        rows=tuple(rows),
        key=key,
        marks=tuple(marks),
    )


def _row(span: Span, y: float, swatch: Swatch, scale: Scale, today: date) -> Row:
    lines = _lines(span, y)
    first, last = span.days or (None, None)
    late = span.overdue and scale.at(today) <= 1
    done = span.completed if span.completed and can_be_shown(span.completed) else None
    return Row(
        lines=lines,
        y=y + LINE * len(lines) + _BAR / 2,
        swatch=swatch,
        from_x=_x(scale, first) if first else None,
        to_x=_x(scale, last) if last else RIGHT if first else None,
        is_point=not span.has_start,
        late_x=_x(scale, today) if late and last else None,
        was_x=_x(scale, span.was) if span.was else None,
        done_x=_x(scale, done) if done else None,
    )


def _lines(span: Span, y: float) -> tuple[TextLine, ...]:
    standing = f"{upper_first(_when(span))}. {span.badge.word}{', overdue' * span.overdue}"
    return text_lines(span.name, standing, y)


def _height(lines: Sequence[TextLine]) -> float:
    return LINE * len(lines) + _BAR + _GAP


def _x(scale: Scale, day: date) -> float:
    return LEFT + round(scale.at(day) * (RIGHT - LEFT), 1)


def _when(span: Span) -> str:
    if span.completed:
        return f"done {when_words(span.completed)}"
    return _due(span.due)


def _due(when: When | None) -> str:
    """By when, as part of a sentence; "ongoing" and "immediately" are no days."""
    if when is None:
        return "not yet dated"
    is_word = when.interval is None and when.term is None
    return when_words(when) if is_word else f"due {when_words(when)}"


def _words(spans: Sequence[Span], today: date) -> str:
    """The whole picture in words: for each action from when to when, and how it stands."""
    rows = "; ".join(_span_words(span) for span in spans)
    return f"Position as at {day_words(today)}. {rows}."


def _span_words(span: Span) -> str:
    parts = []
    if span.start:
        parts.append(f"from {when_words(span.start)}")
    parts.append(_due(span.due))
    if span.was:
        parts.append(f"at first {span.was_words}")
    if span.completed:
        parts.append(f"done {when_words(span.completed)}")
    parts.append(span.badge.word)
    if span.overdue:
        parts.append("overdue")
    return f"{span.name}: {', '.join(parts)}"
