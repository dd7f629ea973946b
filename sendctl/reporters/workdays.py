"""Answers of the working-day calculator, with what was skipped and why."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sendctl.reporters.shown import one_line
from sendctl.timeline.words import COUNTINGS, WEEKDAYS, day_words, number_of, weekday_words
from sendctl.workdays import LAST_ANNOUNCED_YEAR, Answer, CountedDay, Counting, Nation, Skipped

_COUNTED = ("not counted", "counted")
_FIRST = {Counting.INCLUDING}
_LAST = {Counting.EXCLUDING, Counting.INCLUDING}
"""The countings in which the first, and the last, of two days counts if it is a working day."""

_PROVISIONAL = (
    f"Provisional: bank holidays are announced up to {LAST_ANNOUNCED_YEAR}; later ones follow the "
    "usual rule."
)


def answer_json(answer: Answer, *, days: bool = False) -> str:
    """The answer as one object; with every day of the count when asked for."""
    listed = {"days": [counted_day(day) for day in answer.days()]} if days else {}
    return _json(
        {
            "start": answer.start.isoformat(),
            "working_days": answer.working_days,
            "counting": answer.counting.value,
            "date": answer.date.isoformat(),
            "skipped": [_object(day) for day in answer.skipped],
            "weekend_days": answer.weekend_days,
            "provisional": answer.provisional,
            "before": answer.before,
            **listed,
        }
    )


def counted_day(day: CountedDay) -> dict[str, Any]:
    """One day of a count: its number, or why it has none."""
    return {"date": day.date.isoformat(), "number": day.number, "why_not": day.why_not or None}


def counted_lines(answer: Answer) -> Iterator[str]:
    """Every day of a count, a line each: its number, or why it has none."""
    for day in answer.days():
        number = f"{day.number:>5}" if day.number else "    -"
        why_not = "weekend" if day.why_not in WEEKDAYS else one_line(day.why_not)
        reason = f"  {why_not}" if why_not else ""
        yield f"{number}  {weekday_words(day.date)}{reason}"


def answer_text(answer: Answer, width: int, *, days: bool = False) -> str:
    """The date first, then how it was counted, then every day when asked for."""
    side = "before" if answer.before else "after"
    count = number_of(answer.working_days, "working day")
    lines = [
        weekday_words(answer.date),
        f"  {count} {side} {weekday_words(answer.start)}, {COUNTINGS[answer.counting]}",
        *_skipped(answer.skipped, answer.weekend_days, width),
    ]
    lines += [f"  {_PROVISIONAL}"] if answer.provisional else []
    return "\n".join([*lines, *(counted_lines(answer) if days else ())])


def between_json(
    first: date,
    last: date,
    counting: Counting,
    number: int,
    skipped: Sequence[Skipped],
    *,
    provisional: bool,
) -> str:
    """The number of working days between two days as one object."""
    return _json(
        {
            "start": first.isoformat(),
            "end": last.isoformat(),
            "counting": counting.value,
            "working_days": number,
            "skipped": [_object(day) for day in skipped],
            "provisional": provisional,
        }
    )


def between_text(
    first: date,
    last: date,
    counting: Counting,
    number: int,
    skipped: Sequence[Skipped],
    *,
    provisional: bool,
) -> str:
    """The number, then the days it does not count."""
    lines = [
        number_of(number, "working day"),
        (
            f"  from {day_words(first)} ({_COUNTED[counting in _FIRST]}) "
            f"to {day_words(last)} ({_COUNTED[counting in _LAST]})"
        ),
        *(f"  skipped {day_words(day.date)}: {day.name}" for day in skipped),
    ]
    lines += [f"  {_PROVISIONAL}"] if provisional else []
    return "\n".join(lines)


def list_json(nation: Nation, year: int, days: Sequence[Skipped], *, provisional: bool) -> str:
    """The bank holidays of a year as one object."""
    return _json(
        {
            "year": year,
            "nation": nation.value,
            "holidays": [_object(day) for day in days],
            "provisional": provisional,
        }
    )


def list_text(days: Sequence[Skipped], *, provisional: bool) -> str:
    """One bank holiday a line."""
    lines = [
        f"{day.date.isoformat()}  {WEEKDAYS[day.date.weekday()]:<9}  {day.name}" for day in days
    ]
    return "\n".join([*lines, *([_PROVISIONAL] if provisional else [])])


def _skipped(days: Sequence[Skipped], weekend_days: int, width: int) -> list[str]:
    parts = [f"{day_words(day.date)} ({day.name})" for day in days]
    parts.append(number_of(weekend_days, "weekend day"))
    return textwrap.wrap(
        "skipped " + "; ".join(parts), max(width, 60) - 1, initial_indent="  ",
        subsequent_indent="    ",
    )  # fmt: skip


def _object(day: Skipped) -> dict[str, str]:
    return {"date": day.date.isoformat(), "name": day.name}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
