"""Deadlines for spreadsheets and calendars."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from urllib.parse import quote

from sendctl.exchange.calendar import Entry
from sendctl.exchange.csv_table import csv_text
from sendctl.plan import Plan
from sendctl.timeline import Deadline, State, Timeline, calendar_of
from sendctl.timeline.words import (
    comparison_words,
    date_words,
    rule_words,
    status_words,
    working_words,
)
from sendctl.workdays import LAST_YEAR, UnsupportedDate, WorkingCalendar

REMINDERS = (20, 5)
"""How many working days before a deadline of the area's own a calendar reminds."""

_OPEN = (State.DUE, State.OVERDUE)
DEADLINE_HEADINGS = (
    "plan", "key", "occurrence", "label", "about", "date", "date_in_words", "status",
    "status_in_words", "due", "stated", "difference_working_days", "done_on", "days_left",
    "working_days_left", "margin_working_days", "latest_possible", "number", "unit", "counting",
    "before", "from_event", "from_date", "duty", "force", "responsible", "grade", "source",
    "provisional", "notes",
)  # fmt: skip
"""The columns of a table of deadlines."""


def deadlines_csv(timelines: Sequence[tuple[str, Timeline]]) -> str:
    """One line a deadline, all plans in one table.

    Args:
        timelines: each with the plan's folder as the user gave it.
    """
    rows = (row for path, timeline in timelines for row in deadline_rows(path, timeline))
    return csv_text(DEADLINE_HEADINGS, rows)


def deadline_rows(path: str, timeline: Timeline) -> Iterator[list[object]]:
    """A row for each deadline of a plan, which goes by this name."""
    return (_row(path, one) for one in timeline.deadlines)


def _row(path: str, one: Deadline) -> list[object]:
    start = one.counted_from
    return [
        path, one.key, one.occurrence, one.label, one.about, one.governing, date_words(one),
        one.status.value, status_words(one), one.due, one.stated, one.difference_working_days,
        one.done_on, one.days_left, one.working_days_left, one.margin_working_days,
        one.latest_possible, one.number, one.unit, one.counting, one.before,
        start.event if start else None, start.date if start else None, one.duty.value,
        one.force.value, " ".join(one.responsible), one.grade, one.source, one.provisional,
        " ".join(one.notes),
    ]  # fmt: skip


def calendar_entries(timeline: Timeline, owners: Collection[str] | None = None) -> Iterator[Entry]:
    """An entry for each deadline that has a date, but for slips such as the year 9999.

    What a deadline cannot be later than is no date, and never in a calendar. Only the area's own
    open deadlines remind; what is done stays, and says so.

    Args:
        timeline: the deadlines of a plan.
        owners: the keys of those whose deadlines are wanted; None for all.
    """
    calendar = calendar_of(timeline.plan)
    for one in timeline.deadlines:
        if one.governing is None or one.governing.year > LAST_YEAR:
            continue
        if owners is not None and not _is_of(one, owners):
            continue
        yield Entry(
            uid=uid(timeline.plan, one.key, str(one.occurrence or 1)),
            day=one.governing,
            title=_title(timeline, one),
            text="\n".join(_text(timeline, one)),
            reminders=reminders(one.governing, calendar) if one.status in _OPEN else (),
            is_cancelled=one.status is State.NOT_EXPECTED,
        )


def _is_of(one: Deadline, owners: Collection[str]) -> bool:
    """Whether some owners answer for a deadline; for the plan's own step, who owns that."""
    keys = [one.step.owner] if one.step else one.responsible
    return any(key in owners for key in keys)


def uid(plan: Plan, *parts: str) -> str:
    """A UID of area, folder and names: the same as long as they are called the same."""
    # A folder's name need not be UTF-8.
    named = (plan.head.area, plan.name, *parts)
    quoted = (quote(part, safe=":", errors="backslashreplace") for part in named)
    return "/".join(quoted) + "@sendctl"


def title(plan: Plan, what: str) -> str:
    """The line of an entry: whose it is, and what."""
    return f"{'Example: ' if plan.is_illustrative else ''}{plan.head.area}: {what}"


def _title(timeline: Timeline, one: Deadline) -> str:
    line = title(timeline.plan, one.label)
    if one.status in {State.MET, State.MISSED}:
        return f"{line} (done)"
    if one.status is State.EXPECTED:
        return f"{line} (expected {date_words(one)})"
    return line


def _text(timeline: Timeline, one: Deadline) -> Iterator[str]:
    """The reasoning, a line a thought."""
    if timeline.plan.head.banner:
        yield timeline.plan.head.banner
    said = (
        f"{date_words(one)}: {status_words(one)}.", one.wording, rule_words(one),
        comparison_words(one), *one.notes, working_words(one),
        f"Source: {one.source.rstrip('.')}.", f"Position as at {timeline.today.isoformat()}.",
    )  # fmt: skip
    yield from (" ".join(sentence.split()) for sentence in said if sentence)


def reminders(
    day: date, calendar: WorkingCalendar, numbers: Sequence[int] = REMINDERS
) -> tuple[date, ...]:
    """The days that lie some numbers of working days before a day."""
    try:
        return tuple(calendar.date_after(day, number, before=True) for number in numbers)
    except UnsupportedDate:
        return ()
