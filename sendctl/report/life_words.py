"""The life of one part of a plan in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.history import Change, Entry, Life, What
from sendctl.report.change_words import Names, change_words
from sendctl.report.nouns import lower_first, words_of
from sendctl.report.version_changes import reference
from sendctl.timeline.words import day_words

_LABELS: Final = MappingProxyType[What, str](
    {
        What.COMPLETED: "Completed",
        What.REOPENED: "Open again",
        What.MOVED: "Date",
        What.STATUS: "Status",
        What.RATING: "Rating",
        What.RELABELLED: "Another id",
        What.RETITLED: "Another title",
        What.FIGURE: "Figure",
        What.RISK: "Risk",
        What.HAPPENED: "Event",
        What.JUDGED: "Judged",
        What.REACHED: "Step reached",
        What.REPORTED: "Report",
        What.EVIDENCE: "Evidence",
        What.OTHER: "Changed",
    }
)
"""What stands before the words of a change; what is whole by itself has none."""


class LifeLine(NamedTuple):
    """One change in a sentence, and the plan's own words with it."""

    words: str
    note: str


class LifeEntry(NamedTuple):
    """What one version changed: its day and who wrote it, its number and subject, the changes."""

    head: str
    version: str
    lines: tuple[LifeLine, ...]


class LifeView(NamedTuple):
    """A part through time, the oldest first; `notices` say what could not be read."""

    title: str
    entries: tuple[LifeEntry, ...]
    notices: tuple[str, ...]


def life_view(found: Life) -> LifeView:
    """The view of a part's life."""
    part = found.part
    notices = [
        f"Skipped, for it cannot be read there: {one.short} of {day_words(one.on)}."
        for one in found.skipped
    ]
    notices += [found.cut_off.strip()] if found.cut_off else []
    return LifeView(
        f"{reference(part.kind, part.id, words_of(found.plan))} {part.title}".strip(),
        tuple(_entry(entry) for entry in found.entries),
        tuple(notices),
    )


def _entry(entry: Entry) -> LifeEntry:
    names = Names.of(None, entry.plan)
    lines = tuple(_line(change, names) for change in entry.changes)
    revision = entry.revision
    if revision is None:
        return LifeEntry("Now, not committed", "", lines)
    who = ", ".join(entry.authors)
    version = f"{revision.short} {revision.subject}".strip()
    return LifeEntry(f"{day_words(revision.on)}, {who}", version, lines)


def _line(change: Change, names: Names) -> LifeLine:
    words, label = change_words(change, names), _LABELS.get(change.what)
    if label:
        words = f"{label}: {lower_first(words) if change.what is What.MOVED else words}"
    return LifeLine(words, "" if change.what is What.FIGURE else change.note)
