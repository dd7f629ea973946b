"""How many actions stand how, strand by strand, in the plan's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sendctl.document.vocabulary import TONES
from sendctl.plan.action import Action
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import Noun, words_of
from sendctl.report.status import Badge, KeyWord


class CountRow(NamedTuple):
    """One strand: how many of its actions have each word, in the order of `Counts.words`."""

    id: str
    title: str
    numbers: tuple[int, ...]
    overdue: int

    @property
    def total(self) -> int:
        """All its actions."""
        return sum(self.numbers)


class Counts(NamedTuple):
    """The actions of a plan, counted.

    Attributes:
        strand: what the plan calls a strand; `action` likewise.
        words: those that some action has, with their meanings: done first, then from good to bad.
        rows: a strand each.
        totals: of all strands, in the order of `words`.
        overdue: open actions whose date has passed, of all strands.
    """

    strand: Noun
    action: Noun
    words: tuple[KeyWord, ...]
    rows: tuple[CountRow, ...]
    totals: tuple[int, ...]
    overdue: int

    @property
    def total(self) -> int:
        """All actions."""
        return sum(self.totals)


def counts(known: Lookup) -> Counts:
    """The actions by strand and by how they stand."""
    plan = known.plan
    words = words_used(known)
    badges = [word.badge for word in words]
    rows = tuple(
        CountRow(
            strand.id,
            strand.title,
            _numbers(strand.actions, badges, known),
            overdue(strand.actions, known),
        )
        for strand in plan.strands
    )
    nouns = words_of(plan)
    return Counts(
        strand=nouns.strand,
        action=nouns.action,
        words=words,
        rows=rows,
        totals=tuple(word.actions for word in words),
        overdue=sum(row.overdue for row in rows),
    )


def words_used(known: Lookup) -> tuple[KeyWord, ...]:
    """The words that some action has, as charts and tables of numbers order them."""
    used = (word for word in known.scale.key(known.plan.actions) if word.actions)
    return tuple(sorted(used, key=lambda word: TONES.index(word.badge.tone)))


def overdue(actions: Sequence[Action], known: Lookup) -> int:
    """How many of some actions are still open after their date."""
    return sum(known.plan.is_overdue(action, known.today) for action in actions)


def _numbers(actions: Sequence[Action], badges: list[Badge], known: Lookup) -> tuple[int, ...]:
    found = Counter(known.scale.badge(action) for action in actions)
    return tuple(found[badge] for badge in badges)
