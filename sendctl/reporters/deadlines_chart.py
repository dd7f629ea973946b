"""A timeline as a picture for the terminal: a scale of months, a line for each date."""

from __future__ import annotations

from sendctl.reporters.drawn import NARROWEST, drawn, table
from sendctl.reporters.shown import one_line
from sendctl.timeline import Timeline
from sendctl.timeline.bars import Bar, Scale, bars, scale
from sendctl.timeline.words import day_words

MARKS = {
    "happened": "●", "planned": "○", "met": "■", "missed": "✗", "due": "◆", "overdue": "▲",
    "expected": "◇", "not_expected": "x", "unknown": "?",
}  # fmt: skip
"""The mark of each state; its words stand beside it."""

_STYLES = {"met": "green", "missed": "red", "due": "yellow", "overdue": "bold red"}
_LABEL, _WHEN = 26, 22


def chart_text(timeline: Timeline, *, colour: bool, width: int) -> str:
    """The picture, its marks explained below it; a sentence when nothing has a date."""
    from rich.text import Text  # noqa: PLC0415 - loaded only for people

    found = bars(timeline)
    if not found:
        return "No picture: nothing in the timeline has a date."
    span = scale(found, timeline.today)
    room = max(16, max(width, NARROWEST) - _LABEL - _WHEN - 4)
    made = table([("", 20), (_ticks(span, room), None), ("", 10)])
    for bar in found:
        style = _STYLES.get(bar.state, "")
        made.add_row(
            Text(one_line(bar.label)), Text(_line(bar, span, timeline, room), style=style),
            Text(bar.when),
        )  # fmt: skip
    states = dict.fromkeys(bar.state for bar in found)
    key = "  ".join(f"{MARKS[state]} {state.replace('_', ' ')}" for state in states)
    today = f"│ {day_words(timeline.today)}"
    return f"{drawn(made, colour=colour, width=width)}\n\n{key}  {today}"


def _ticks(span: Scale, room: int) -> str:
    """The names of the months where they begin, as many as there is room for."""
    line = [" "] * room
    free = 0
    for tick in span.ticks:
        at = _at(span.at(tick.day), room)
        if at >= free and at + len(tick.label) <= room:
            line[at : at + len(tick.label)] = tick.label
            free = at + len(tick.label) + 1
    return "".join(line)


def _line(bar: Bar, span: Scale, timeline: Timeline, room: int) -> str:
    line = [" "] * room
    today = span.at(timeline.today)
    if 0 <= today <= 1:
        line[_at(today, room)] = "│"
    at = _at(span.at(bar.day), room)
    if bar.since:
        start = _at(span.at(bar.since), room)
        line[start:at] = "─" * (at - start)
    line[at] = MARKS[bar.state]
    return "".join(line)


def _at(share: float, room: int) -> int:
    return min(room - 1, int(share * room))
