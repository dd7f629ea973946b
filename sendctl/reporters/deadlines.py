"""A timeline as a table people read at a glance, with the reasoning below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sendctl.reporters.drawn import drawn, table
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import one_line, wrapped
from sendctl.reporters.workdays import counted_lines
from sendctl.timeline import Deadline, State, Timeline
from sendctl.timeline.deadline import Happened
from sendctl.timeline.words import (
    WORKING_DAY,
    comparison_words,
    date_words,
    day_words,
    number_of,
    rule_words,
    status_words,
    working_words,
)

_COLOURS = {
    State.MET: "green", State.DUE: "yellow", State.OVERDUE: "red", State.MISSED: "red",
}  # fmt: skip


def as_text(
    timeline: Timeline, *, colour: bool, width: int, explain: bool = False, days: bool = False
) -> str:
    """A heading, the table, and the reasoning: for the area's own deadlines, or for all.

    Args:
        timeline: what to show.
        colour: whether to colour it for a terminal.
        width: of the terminal; the middle column wraps to fit.
        explain: whether to give the rule, working, source and notes of every deadline.
        days: whether to list every day of each count too.
    """
    paint = Paint(on=colour)
    parts = [_head(timeline, paint, width), _table(timeline, colour=colour, width=width)]
    reasons = [
        "\n".join(_reasons(timeline, deadline, paint, width, explain=explain, days=days))
        for deadline in timeline.deadlines
        if explain or _needs_reasons(deadline)
    ]
    if explain and reasons:
        reasons.append(wrapped(WORKING_DAY, width - 1, ""))
    elif len(reasons) < len(timeline.deadlines):
        reasons.append("More reasoning and sources: sendctl deadlines --explain")
    return "\n\n".join([*parts, *reasons])


def _head(timeline: Timeline, paint: Paint, width: int) -> str:
    """Whose deadlines, what is supposed, and what comes next."""
    head = timeline.plan.head
    lines = [f"{one_line(head.area)}: deadlines on {day_words(timeline.today)}"]
    if head.banner:
        lines.append(wrapped(head.banner, width - 1, ""))
    lines = [paint("\n".join(lines), bold=True)]
    for name, day in timeline.supposed.items():
        said = f"Supposed for this answer, not in the plan: {name} on {day_words(day)}."
        lines.append(paint(wrapped(said, width - 1, ""), "magenta"))
    if timeline.overdue:
        count = number_of(len(timeline.overdue), "deadline")
        lines.append(paint(f"{count} overdue.", "red", bold=True))
    coming = timeline.next
    if coming:
        said = f"Next: {coming.label}, {date_words(coming)} ({status_words(coming)})."
        lines.append(wrapped(said, width - 1, ""))
    return "\n".join(lines)


def _table(timeline: Timeline, *, colour: bool, width: int) -> str:
    """Date, name and state, events and deadlines together; a mark stands before the next one."""
    if not timeline.deadlines:
        return "No deadlines: the plan names no framework and no steps."
    from rich.text import Text  # noqa: PLC0415 - loaded only for people

    made = table([("", None), ("Date", None), ("What", 24), ("How it stands", 18)])
    coming = timeline.next
    for one in _in_order(timeline):
        if isinstance(one, Happened):
            state = "planned" if one.on > timeline.today else "happened"
            made.add_row("", day_words(one.on), Text(one_line(one.title)), state, style="dim")
            continue
        style = f"{'bold ' if one is coming else ''}{_COLOURS.get(one.status, '')}".strip()
        made.add_row(
            ">" if one is coming else "",
            Text(date_words(one)),
            Text(one_line(one.label)),
            Text(status_words(one), style=style),
        )
    return drawn(made, colour=colour, width=width)


def _in_order(timeline: Timeline) -> list[Deadline | Happened]:
    """Deadlines and the events that are not told by one, in order of time."""
    events = [event for event in timeline.events if event.meets is None]
    rows: Sequence[Deadline | Happened] = [*events, *timeline.deadlines]
    return sorted(rows, key=_day)


def _day(row: Deadline | Happened) -> date:
    if isinstance(row, Happened):
        return row.on
    return row.governing or row.done_on or row.latest_possible or date.max


def _needs_reasons(deadline: Deadline) -> bool:
    """The area's own deadlines with something to explain, and whatever is not expected any more."""
    if deadline.about:
        return False
    return bool(deadline.notes) and (deadline.is_own or deadline.status is State.NOT_EXPECTED)


def _reasons(
    timeline: Timeline, deadline: Deadline, paint: Paint, width: int, *, explain: bool, days: bool
) -> Iterator[str]:
    yield paint(one_line(_named(deadline)), bold=True)
    said = [rule_words(deadline), comparison_words(deadline), *deadline.notes]
    if explain:
        owners = timeline.plan.owners
        names = ", ".join(owners.name_of(key) for key in deadline.responsible)
        said = [
            deadline.wording,
            *said,
            working_words(deadline),
            f"Answerable on that day: {names}." if names else "",
            f"Source: {deadline.source.rstrip('.')}.",
        ]
    for sentence in filter(None, said):
        yield wrapped(sentence, width - 1, "  - ")
    if days and deadline.answer:
        yield from counted_lines(deadline.answer)


def _named(deadline: Deadline) -> str:
    """Its label; of a repeating one, which round."""
    if deadline.occurrence is None or deadline.about:
        return deadline.label
    return f"{deadline.label}, round {deadline.occurrence}"
