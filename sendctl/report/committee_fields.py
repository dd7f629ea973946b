"""What one committee report says in each field of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sendctl.plan.filling import APPENDIX, Filling
from sendctl.plan.layout import PLACEHOLDER, Labels, LayoutFile
from sendctl.plan.report import Meeting, Report
from sendctl.plan.when import BadDate, parse_day
from sendctl.report.lookup import Lookup
from sendctl.timeline.words import day_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class AppendixLine(NamedTuple):
    """An appendix under the label that it has in this copy of the report."""

    id: str
    label: str
    title: str
    link: str


@dataclass(frozen=True)
class Copy:
    """One copy of a report: for one of its meetings, or for all of them.

    Attributes:
        layout: the form that it is printed in.
        meetings: those that it is for.
        drafting: whether the author still works on it, so that instructions are shown.
    """

    known: Lookup
    report: Report
    layout: LayoutFile
    meetings: tuple[Meeting, ...]
    drafting: bool

    def texts(self, field: str) -> tuple[str, ...]:
        """What the report says in a field; empty when it says nothing."""
        return tuple(self.with_references(_as_words(text)) for text in self._fields.get(field, ()))

    def answer(self, field: str) -> str:
        """The same as one text, such as the answer to a question."""
        return "\n\n".join(self.texts(field))

    def filled(self, text: str) -> str:
        """A note's text with the report's words in place of its {fields}."""
        return PLACEHOLDER.sub(lambda match: self.answer(match[1]), text)

    def with_references(self, text: str) -> str:
        """A text with appendices called as they are labelled in this copy."""

        def named(match: re.Match[str]) -> str:
            words, key = match.groups()
            label = self._labels.get(key, f"[appendix {key}]")
            return f"{words} ({label})" if words else label

        return APPENDIX.sub(named, text)

    @cached_property
    def filling(self) -> Filling:
        """What the report says, and what is printed of it."""
        return Filling(self.report, self.layout, self.meetings)

    @cached_property
    def appendices(self) -> tuple[AppendixLine, ...]:
        """The appendices in order, labelled by the layout's pattern."""
        items = {meeting.agenda_item for meeting in self.meetings}
        item = items.pop() if len(items) == 1 else None
        return tuple(
            AppendixLine(
                one.id, label(self.layout.appendix, item, number), one.title, one.link or ""
            )
            for number, one in enumerate(self.report.appendices, 1)
        )

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {appendix.id: appendix.label for appendix in self.appendices}

    @cached_property
    def _fields(self) -> Mapping[str, tuple[str, ...]]:
        """All fields; what a report writes itself goes before what every report has."""
        report = self.report
        roles = {one.role: (self._officer(one.post),) for one in report.officers}
        officer = report.relevant_officer
        return {
            "title": (report.title,),
            "body": _each(meeting.body for meeting in self.meetings),
            "date": _each(day_words(meeting.on) for meeting in self.meetings),
            "meetings": tuple(f"{one.body}, {day_words(one.on)}" for one in self.meetings),
            "agenda_item": _each(one.agenda_item for one in self.meetings if one.agenda_item),
            "area": (self.known.plan.head.area,),
            "council": _each([self._council(officer)] if officer else []),
            "relevant_officer": (self._officer(officer),) if officer else (),
            **roles,
            **self.filling.words,
        }

    def _officer(self, key: str) -> str:
        """A post; with its holder's name where the plan lets names be printed."""
        parties, title = self.known.parties, self.known.parties.title(key)
        names = self.known.plan.head.public.names
        holder = parties.holder(key, self.known.today) if names else ""
        return f"{holder} – {title}" if holder else title  # noqa: RUF001 - as councils write it

    def _council(self, key: str) -> str:
        body = self.known.plan.owners.body_of(key)
        return self.known.parties.title(body) if body else ""


def label(labels: Labels, item: str | None, number: int) -> str:
    """What the appendix with this number is called.

    Args:
        labels: the layout's patterns.
        item: the agenda item; None as long as it is not known.
        number: from 1.
    """
    letter = _letter(number)
    parts = {"item": item or "", "letter": letter, "capital": letter.upper(), "number": str(number)}
    pattern = labels.label if item else labels.before
    return PLACEHOLDER.sub(lambda match: parts.get(match[1], match[0]), pattern)


def _letter(number: int) -> str:
    """The letters a to z, then aa, ab."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _as_words(text: str) -> str:
    """A text; an exact day in words."""
    if not _DAY.fullmatch(text):
        return text
    try:
        day: date = parse_day(text)
    except BadDate:
        return text
    return day_words(day)


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in order; empty ones left out."""
    return tuple(dict.fromkeys(text for text in texts if text))
