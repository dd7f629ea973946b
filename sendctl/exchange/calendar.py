"""Calendar files (iCalendar, RFC 5545) that Outlook and Google Calendar open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_HOUR = 9
"""When a reminder rings, by the clock of whoever opens the file."""

_FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """An all-day entry.

    Attributes:
        uid: stable from file to file, so that a second import updates and does not duplicate.
        day: the day it stands on.
        title: its line in the calendar.
        text: the reasoning, lines of plain text.
        reminders: the days on which it reminds, at nine in the morning.
        is_cancelled: whether it is not expected any more; calendars then strike or drop it.
    """

    uid: str
    day: date
    title: str
    text: str
    reminders: Sequence[date] = ()
    is_cancelled: bool = False


def calendar_bytes(name: str, entries: Iterable[Entry], as_at: date) -> bytes:
    """A calendar file.

    Args:
        name: what calendars call it.
        entries: each with a UID of its own.
        as_at: the day of the position. It stands as the time stamp and, counted in days, as the
            sequence number: a later file replaces an earlier one, and the same plan on the same
            day gives the same bytes.

    Raises:
        ImportError: the package icalendar is not installed.
    """
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - an extra

    calendar = Calendar()
    calendar.add("prodid", "-//sendctl//SEND improvement plans//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", datetime.combine(as_at, time(), UTC))
        event.add("sequence", max(0, (as_at - _FIRST_DAY).days))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.text)
        event.add("transp", "TRANSPARENT")
        event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
        for day in entry.reminders:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", day - entry.day + timedelta(hours=_HOUR))
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
