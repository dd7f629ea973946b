"""How the plan stood at the earlier position, and what changed in it that no dated record tells."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from sendctl.document.vocabulary import TONES
from sendctl.history import Change, What, compare
from sendctl.plan import Plan
from sendctl.report.change_words import Names
from sendctl.report.counts import overdue, words_used
from sendctl.report.lookup import Lookup, lookup
from sendctl.report.nouns import words_of
from sendctl.report.period import Period
from sendctl.report.status import Badge
from sendctl.report.version_changes import ChangeGroup, change_groups

_TOLD: Final = frozenset(
    {What.ADDED, What.DROPPED, What.RELABELLED, What.RETITLED, What.OWNERS, What.TARGET}
)
"""What leaves no dated record in the plan; moves that were not recorded are told too."""

_KINDS: Final = frozenset({"action", "objective", "strand", "weakness", "measure", "risk"})


class ThenRow(NamedTuple):
    """How many actions had a word then, and have it now."""

    badge: Badge
    then: int
    now: int


class Then(NamedTuple):
    """The earlier position beside the present one.

    Attributes:
        on: the day of the earlier position.
        rows: a word each: done first, then from good to bad.
        total: all actions then; `overdue` those of them that were overdue.
        groups: changes that the plan's own records do not tell, by sort.
    """

    on: date
    rows: tuple[ThenRow, ...]
    total: int
    overdue: int
    groups: tuple[ChangeGroup, ...]


def then_of(earlier: Plan, known: Lookup, period: Period, *, public: bool) -> Then:
    """The earlier position, in the words that the plan has now.

    Args:
        earlier: the plan as it stood at the earlier position.
        known: the present plan.
        period: from the earlier position to the present one.
        public: whether it is the version for everybody, which tells no figures of targets.
    """
    was = lookup(earlier, period.since, shown=())._replace(scale=known.scale)
    then = {word.badge: word.actions for word in words_used(was)}
    now = {word.badge: word.actions for word in words_used(known)}
    badges = sorted({*then, *now}, key=lambda badge: (TONES.index(badge.tone), badge.word))
    told = _TOLD - {What.TARGET} if public else _TOLD
    found = compare(earlier, known.plan).changes
    shown = [change for change in found if _is_told(change, told)]
    return Then(
        on=period.since,
        rows=tuple(ThenRow(one, then.get(one, 0), now.get(one, 0)) for one in badges),
        total=len(earlier.actions),
        overdue=overdue(earlier.actions, was),
        groups=tuple(
            change_groups(shown, Names.of(earlier, known.plan), words_of(known.plan))
        ),
    )  # fmt: skip


def _is_told(change: Change, told: frozenset[What]) -> bool:
    if change.kind not in _KINDS:
        return False
    unrecorded = change.what is What.MOVED and change.kind == "action" and not change.recorded
    return change.what in told or unrecorded
