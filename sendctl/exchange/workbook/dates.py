"""Dates in cells: a day is a date, everything less exact is text.

Excel turns "Dec-22" into 1 December 2022 while it is typed. Such a cell says a day, and nobody
meant one: it is asked about and never taken.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from sendctl.plan.when import BadDate, When, parse_day, parse_edge, parse_when
from sendctl.timeline.words import MONTHS, day_words, month_words

_WORDS: Final = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]{3,9})\.? (\d{4})", re.ASCII)
_BRITISH: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_EDGE: Final = re.compile(r"(start|end) of (?:the )?(\S+)", re.ASCII | re.IGNORECASE)
_FORMS: Final = (
    "Write a whole date such as 16/12/2022, or as text 2022-12, 2022/23-Q3, 2022-autumn, ongoing "
    "or immediate."
)


class BadCell(ValueError):  # noqa: N818 - the cell is at fault, not the program
    """A cell that cannot be understood, with what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def when_of(value: object, form: str, before: str | None) -> str:
    """A date of any precision, as the plan's files hold it.

    Args:
        value: what the cell holds.
        form: its number format.
        before: what the plan held when the workbook was made.

    Raises:
        BadCell: it is no date, or has two readings.
    """
    if isinstance(value, date):
        day = _whole_day(value)
        _check_meant(day, form, before)
        return day.isoformat()
    return _as_text(_string(value)).text


def day_of(value: object, form: str) -> str:
    """An exact day, as the plan's files hold it; see `when_of`."""
    if isinstance(value, date):
        day = _whole_day(value)
        _check_meant(day, form, None)
        return day.isoformat()
    when = _as_text(_string(value))
    try:
        return parse_day(when.text).isoformat()
    except BadDate:
        raise BadCell(
            f"An exact day is needed here, and {when.text} is none.",
            "Write a whole date such as 16/12/2022.",
        ) from None


def month_shown(value: object, form: str) -> str | None:
    """The month that a cell shows, as the plan's files hold it; None where it shows a day."""
    shown = _letters(form)
    if isinstance(value, date) and value.day == 1 and "y" in shown and "d" not in shown:
        return f"{value:%Y-%m}"
    return None


def _letters(form: str) -> str:
    """What a number format says of dates, without words and colours: y, m and d."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", form.lower())


def is_first_of_month(value: object) -> bool:
    """Whether it is the day that Excel makes of a month."""
    return isinstance(value, date) and value.day == 1


def _whole_day(value: date) -> date:
    if not isinstance(value, datetime):
        return value
    if value.time() != time():
        raise BadCell(f"The date has a time of the day, {value:%H:%M}.", "Write the date alone.")
    return value.date()


def _check_meant(day: date, form: str, before: str | None) -> None:
    """A date that Excel made of a month must not pass for a day."""
    month = f"{day:%Y-%m}"
    asks = (
        f"Write {month} as text if the month is meant; for the day write {day.isoformat()} as text."
    )
    shown = _letters(form)
    if "y" in shown and "d" not in shown:
        raise BadCell(f"It shows a month, and Excel holds {day_words(day)}.", asks)
    if "d" in shown and "y" not in shown:
        raise BadCell(f"It shows no year, and Excel holds {day_words(day)}.", asks)
    if day.day == 1 and before is not None and not _is_day(before):
        raise BadCell(
            f"It was {before} and is {day_words(day)} now; Excel makes that of "
            f"“{month_words(day)}”.",
            asks,
        )


def _is_day(text: str) -> bool:
    try:
        parse_day(text)
    except BadDate:
        return False
    return True


def _string(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, time | timedelta):
        raise BadCell("A date is expected here, not a time.", _FORMS)
    raise BadCell(f"The number {value} is not shown as a date.", _FORMS)


def _as_text(text: str) -> When:
    """A date that was written as text.

    In the plan's forms, with the month in words, or day/month/year, which has one reading here.
    """
    try:
        if match := _EDGE.fullmatch(text):
            return parse_edge({"by": match[1].lower(), "term": match[2]})
        if (match := _WORDS.fullmatch(text)) and (month := _month(match[2])):
            day = f"-{int(match[1]):02d}" if match[1] else ""
            return parse_when(f"{match[3]}-{month:02d}{day}")
        if match := _BRITISH.fullmatch(text):
            return parse_when(f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}")
        return parse_when(text)
    except BadDate as bad:
        raise BadCell(bad.message, bad.advice) from None


def _month(word: str) -> int | None:
    """The number of a month by its name or its beginning: 9 for Sept."""
    found = [
        number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())
    ]
    return found[0] if len(found) == 1 else None
