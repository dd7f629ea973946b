"""Deadlines as a table people read at a glance, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from sendctl.plan import Plan
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import one_line, wrapped
from sendctl.timeline import Deadline, State
from sendctl.timeline.framework import Duty
from sendctl.timeline.words import (
    WORKING_DAY,
    comparison_words,
    date_words,
    day_words,
    rule_words,
    skipped_words,
    status_words,
)

if TYPE_CHECKING:
    from rich.table import Table

_COLOURS = {
    State.MET: "green", State.DUE: "yellow", State.OVERDUE: "red", State.MISSED: "red",
}  # fmt: skip
_NARROWEST = 70
"""Columns below which a table of dates cannot be read."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plan's deadlines on a day; `path` is its folder as the user gave it."""

    path: str
    plan: Plan
    today: date
    deadlines: Sequence[Deadline]


def as_json(timelines: Sequence[Timeline], *, as_list: bool = False) -> str:
    """One object for one plan; an array of them when asked for."""
    objects = [
        {
            "plan": timeline.path,
            "today": timeline.today.isoformat(),
            "deadlines": [_object(deadline) for deadline in timeline.deadlines],
        }
        for timeline in timelines
    ]
    return json.dumps(objects if as_list else objects[0], indent=2, ensure_ascii=False)


def _object(deadline: Deadline) -> dict[str, Any]:
    start = deadline.counted_from
    return {
        "key": deadline.key,
        "label": deadline.label,
        "due": _iso(deadline.due),
        "counted_from": {"event": start.event, "date": _iso(start.date)} if start else None,
        "number": deadline.number,
        "unit": deadline.unit,
        "counting": deadline.counting,
        "duty": deadline.duty,
        "force": deadline.force,
        "status": deadline.status,
        "done_on": _iso(deadline.done_on),
        "days_left": deadline.days_left,
        "working_days_left": deadline.working_days_left,
        "stated": _iso(deadline.stated),
        "difference_working_days": deadline.difference_working_days,
        "margin_working_days": deadline.margin_working_days,
        "latest_possible": _iso(deadline.latest_possible),
        "grade": deadline.grade,
        "source": deadline.source,
        "provisional": deadline.provisional,
        "skipped": [{"date": day.date.isoformat(), "name": day.name} for day in deadline.skipped],
        "notes": list(deadline.notes),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_text(timeline: Timeline, *, colour: bool, width: int, explain: bool) -> str:
    """A heading, the table, and the reasoning: for the area's own deadlines, or for all.

    Args:
        timeline: what to show.
        colour: whether to colour it for a terminal.
        width: of the terminal; the middle column wraps to fit.
        explain: whether to give the rule, source and notes of every deadline.
    """
    paint = Paint(on=colour)
    head = f"{one_line(timeline.plan.head.area)}: deadlines on {day_words(timeline.today)}"
    if timeline.plan.head.banner:
        head += "\n" + wrapped(timeline.plan.head.banner, width - 1, "")
    parts = [paint(head, bold=True), _table(timeline.deadlines, colour=colour, width=width)]
    reasons = [
        "\n".join(_reasons(deadline, paint, width, explain=explain))
        for deadline in timeline.deadlines
        if explain or _needs_reasons(deadline)
    ]
    if explain:
        reasons.append(wrapped(WORKING_DAY, width - 1, ""))
    elif len(reasons) < len(timeline.deadlines):
        reasons.append("More reasoning and sources: sendctl deadlines --explain")
    return "\n\n".join([*parts, *reasons])


def _table(deadlines: Sequence[Deadline], *, colour: bool, width: int) -> str:
    """Date, name and state; a mark stands before the next deadline of the area's own."""
    if not deadlines:
        return "No deadlines: the plan names no framework and no steps."
    # Loaded only for people: JSON does without.
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    table.add_column("")
    table.add_column("Date", no_wrap=True)
    table.add_column("What", min_width=20)
    table.add_column("How it stands", no_wrap=True)
    upcoming = next((one for one in deadlines if one.status in {State.DUE, State.OVERDUE}), None)
    for one in deadlines:
        is_next = one is upcoming
        style = f"{'bold ' if is_next else ''}{_COLOURS.get(one.status, '')}".strip()
        table.add_row(
            ">" if is_next else "",
            Text(date_words(one)),
            Text(one_line(one.label)),
            Text(status_words(one), style=style),
        )
    return _drawn(table, colour=colour, width=width)


def _drawn(table: Table, *, colour: bool, width: int) -> str:
    """What rich makes of a table, whatever terminal this process has."""
    from rich.console import Console  # noqa: PLC0415

    page = StringIO()
    console = Console(
        file=page,
        width=max(width, _NARROWEST),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
    )
    console.print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().rstrip().splitlines())


def _needs_reasons(deadline: Deadline) -> bool:
    """The area's own deadlines with something to explain, and whatever is not expected any more."""
    own = deadline.duty in {Duty.AREA, Duty.LOCAL}
    return bool(deadline.notes) and (own or deadline.status is State.NOT_EXPECTED)


def _reasons(deadline: Deadline, paint: Paint, width: int, *, explain: bool) -> Iterator[str]:
    yield paint(one_line(deadline.label), bold=True)
    said = [rule_words(deadline), *deadline.notes]
    comparison = comparison_words(deadline)
    if comparison:
        said.insert(1, comparison)
    if explain:
        said += [skipped_words(deadline)] if deadline.skipped else []
        said.append(f"Source: {deadline.source.rstrip('.')}.")
    for sentence in said:
        yield wrapped(sentence, width - 1, "  - ")
