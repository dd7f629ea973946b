"""What happened to any part of the plan: reports, milestones, moved dates, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sendctl.plan.progress import Evidence, Milestone, Move, Update
from sendctl.plan.when import When
from sendctl.report.parties import Parties
from sendctl.report.status import standing_words


class UpdateLine(NamedTuple):
    """A report: who said what on which day; `standing` such as "On track, impact emerging"."""

    on: date
    by: str
    note: str
    standing: str


class MilestoneLine(NamedTuple):
    """A step on the way, in words."""

    title: str
    due: When | None
    done: date | None
    note: str


class MoveLine(NamedTuple):
    """A due date that was changed."""

    before: When
    to: When
    on: date
    reason: str
    agreed_by: str


class EvidenceLine(NamedTuple):
    """What shows that something was done, or that it helped."""

    title: str
    on: date | None


def updates(given: Iterable[Update], parties: Parties) -> tuple[UpdateLine, ...]:
    """Reports, the newest first; of one day, the one written last."""
    newest_first = sorted(given, key=lambda update: update.on)[::-1]
    return tuple(
        UpdateLine(
            update.on,
            parties.title(update.by),
            update.note,
            standing_words(update.status, update.rating, update.impact),
        )
        for update in newest_first
    )


def milestones(given: Iterable[Milestone]) -> tuple[MilestoneLine, ...]:
    """Milestones in their own order."""
    return tuple(MilestoneLine(one.title or "", one.due, one.done, one.note or "") for one in given)


def moves(given: Iterable[Move], parties: Parties) -> tuple[MoveLine, ...]:
    """Moved dates in the order of their moving."""
    return tuple(
        MoveLine(one.before, one.to, one.on, one.reason or "", parties.name(one.agreed_by))
        for one in sorted(given, key=lambda move: move.on)
    )


def evidence(given: Iterable[Evidence]) -> tuple[EvidenceLine, ...]:
    """Evidence in its own order; where it is kept is not for printing."""
    return tuple(EvidenceLine(one.title, one.on) for one in given)
