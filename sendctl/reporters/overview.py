"""A plan at a glance, for a terminal of 80 columns and 24 lines; of several, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from sendctl.plan.verdict import Position
from sendctl.report.nouns import upper_first
from sendctl.report.overview import Overview
from sendctl.report.wording import counted, when_words
from sendctl.reporters.drawn import Cell, grid
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import columns, one_line, wrapped
from sendctl.reporters.tones import TONE_STYLES
from sendctl.timeline.words import date_words, day_words, status_words

_MOST = 4
"""Lines of one section; `sendctl list` and JSON have all."""

_Line = tuple[str, str, str]
"""An id, a short word such as a date, and a title."""


def as_text(view: Overview, *, colour: bool, width: int) -> str:
    """One screen: numbers, what is late, what comes next."""
    paint, room = Paint(on=colour), max(width, 60) - 1
    parts = [*_head(view, paint, room), *_deadlines(view, paint, room)]
    for heading, style, lines, more in _sections(view):
        if lines:
            parts.append(paint(heading, style or None, bold=True))
            parts += _listed(lines, more, room)
    parts += _all_well(view, paint, room)
    return "\n".join(parts) + "\n"


def _head(view: Overview, paint: Paint, width: int) -> Iterator[str]:
    yield paint(wrapped(f"{view.title}, {day_words(view.today)}", width, ""), bold=True)
    if view.banner:
        yield wrapped(view.banner, width, "")
    total = sum(word.actions for word in view.scale)
    yield f"{upper_first(counted(total, view.words.action))}{':' * bool(view.scale)}"
    line, taken = "", 0
    for word in view.scale:
        text = f"{word.actions} {one_line(word.badge.word)}"
        if taken and taken + columns(text) + 3 > width:
            yield line
            line, taken = "", 0
        lead = " · " if taken else "  "
        style = TONE_STYLES[word.badge.tone]
        line += lead + (paint(text, style) if style else text)
        taken += columns(lead + text)
    if line:
        yield line


def _deadlines(view: Overview, paint: Paint, width: int) -> Iterator[str]:
    late = view.timeline.overdue
    for one in late[:_MOST]:
        said = f"Overdue: {one.label}, {date_words(one)} ({status_words(one)})."
        yield paint(wrapped(said, width, ""), "red")
    if len(late) > _MOST:
        yield f"  … and {len(late) - _MOST} more: sendctl deadlines"
    coming = view.next
    if coming and coming not in view.timeline.overdue:
        said = f"Next: {coming.label}, {date_words(coming)} ({status_words(coming)})."
        yield wrapped(said, width, "")
    missing = [part for part in view.to_hand_in if not part.ready]
    if view.to_hand_in:
        ready = len(view.to_hand_in) - len(missing)
        lacks = "; ".join(part.title for part in missing)
        said = f"To be handed in: {ready} of {len(view.to_hand_in)} parts ready."
        yield wrapped(f"{said}{lacks and f' Not yet so: {lacks}.'}", width, "")


def _sections(view: Overview) -> Iterator[tuple[str, str, list[_Line], str]]:
    """What needs somebody: heading, colour, lines, and the command that lists all of them."""
    late = [
        (one.action.id or "-", one.last_day.isoformat(), one.action.title) for one in view.overdue
    ]
    yield f"Overdue ({len(late)})", "red", late, "sendctl list actions --overdue"
    soon = [(one.ref or "-", one.when, one.what) for one in view.soon]
    heading = f"Due by {day_words(view.soon_until)} ({len(soon)})"
    yield heading, "", soon, "sendctl status --format json"
    off = [(one.measure.id, _figures(one.position), one.measure.title) for one in view.off]
    yield f"Off their milestone ({len(off)})", "yellow", off, "sendctl list measures"
    missing = [
        (one.measure.id, f"due {when_words(one.position.missing[0].by)}", one.measure.title)
        for one in view.missing
    ]
    yield f"Figures missing ({len(missing)})", "yellow", missing, "sendctl list measures --overdue"
    silent = [
        (one.action.id or "-", one.last.isoformat() if one.last else "never", one.action.title)
        for one in view.silent
    ]
    heading = f"No update since {day_words(view.silent_since)} ({len(silent)})"
    yield heading, "", silent, "sendctl status --format json"


def _figures(position: Position) -> str:
    latest = position.latest
    actual = latest.actual.value if latest and latest.actual else "?"
    return f"{actual} for {latest.target if latest else '?'}"


def _listed(lines: Sequence[_Line], more: str, width: int) -> Iterator[str]:
    """A line each, the title as far as there is room for it: `sendctl show` has the whole."""
    shown = [tuple(map(one_line, line)) for line in lines[:_MOST]]
    ids, words = (max(columns(line[at]) for line in shown) for at in (0, 1))
    for name, word, title in shown:
        lead = f"  {_padded(name, ids)}  {_padded(word, words)}  "
        room = max(20, width - columns(lead))
        yield f"{lead}{shorten(title, room, placeholder=' …')}"
    if len(lines) > _MOST:
        yield f"  … and {len(lines) - _MOST} more: {more}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _all_well(view: Overview, paint: Paint, width: int) -> Iterator[str]:
    """What there is nothing to say about, so that nobody wonders."""
    actions, measures = view.plan.actions, view.plan.measures
    well = [
        words
        for words, of, found in (
            ("no action is overdue", actions, view.overdue),
            ("no measure is off its milestone", measures, view.off),
            ("no figure is missing", measures, view.missing),
            ("all that is under way was reported on", actions, view.silent),
        )
        if of and not found
    ]
    if well:
        yield paint(wrapped(f"{upper_first('; '.join(well))}.", width, ""), "green")


def all_as_text(
    views: Sequence[tuple[str, Overview]], *, piped: bool, colour: bool, width: int
) -> str:
    """A line for each plan.

    Args:
        views: each with the plan's folder as the user gave it.
        piped: whether another program reads it.
        colour: whether to colour it.
        width: of the terminal.
    """
    headings = ("Area", "Late", "Off", "Silent", "Date", "Next deadline", "Plan")
    rows = [
        [
            Cell(view.plan.head.area),
            _number(len(view.overdue) + len(view.timeline.overdue), "red"),
            _number(len(view.off), "yellow"),
            _number(len(view.silent), ""),
            Cell(view.next.governing.isoformat() if view.next and view.next.governing else "-"),
            Cell(f"{view.next.label} ({status_words(view.next)})" if view.next else "-"),
            Cell(path),
        ]
        for path, view in views
    ]
    page = grid(headings, rows, piped=piped, colour=colour, width=width)
    return f"{page}\n" if piped else f"{page}\n\n{_KEY}\n"


_KEY = (
    "Late: actions and deadlines that are overdue. Off: measures off their milestone.\n"
    "Silent: work that nobody reported on for three months."
)


def _number(number: int, style: str) -> Cell:
    return Cell(str(number), style if number else "")
