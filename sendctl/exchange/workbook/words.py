"""The words that a workbook offers in its drop-downs, and the way back from them.

Files hold the fixed status and rating. A workbook shows the plan's own word for one of them where
that word says nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from sendctl.plan import Plan
from sendctl.plan.display import Shown
from sendctl.plan.measure import Direction, State, Unit
from sendctl.plan.owners import BodyKind
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.report.parties import Parties

OWNER: Final = "owner"
PARTY: Final = "party"
STRAND: Final = "strand"


@dataclass(frozen=True)
class Choices:
    """What a cell can say.

    Attributes:
        words: by value as the files hold it, what is shown.
        also: other words that are understood, folded, with their values.
        offered: the words of the drop-down, in order.
    """

    words: Mapping[str, str]
    also: Mapping[str, str]
    offered: tuple[str, ...]

    def word(self, value: str) -> str:
        """What is shown for a value; an unknown one stands for itself."""
        return self.words.get(value, value)

    def value(self, text: str) -> str | None:
        """The value that a word stands for; None when it is not known."""
        return self.also.get(folded(text))


def folded(text: str) -> str:
    """A word without what is no difference: capitals, spaces."""
    return " ".join(text.split()).casefold()


def choices_of(plan: Plan, today: date) -> Mapping[str, Choices]:
    """All choices that a workbook of this plan offers, by the name of the list."""
    shown = plan.head.vocabulary.shown
    owners, boards = _owners(plan), {board.id: board.title for board in plan.governance.boards}
    now = [key for key in owners if _is_there(plan, key, today)]
    strands = {strand.id: f"{strand.id} {strand.title}" for strand in plan.strands}
    return MappingProxyType(
        {
            "status": _fixed(Status, *_statuses(shown)),
            "rating": _fixed(Rating, *_ratings(shown)),
            "impact": _fixed(Impact),
            "unit": _fixed(Unit),
            "direction": _fixed(Direction),
            "state": _fixed(State),
            "body kind": _fixed(BodyKind),
            OWNER: _named(owners, now),
            PARTY: _named(boards | owners, [*now, *boards]),
            STRAND: _named(strands, strands),
        }
    )


def usual_word(value: str) -> str:
    """The word for a fixed value that no plan has a word of its own for: In progress."""
    return value.replace("_", " ").capitalize()


def _fixed(
    kind: type[StrEnum], own: Mapping[str, str] | None = None, more: Mapping[str, str] | None = None
) -> Choices:
    """The choices of a fixed scale.

    Args:
        kind: the scale.
        own: the plan's words to show.
        more: the plan's words that are understood beside them.
    """
    words = {one.value: usual_word(one.value) for one in kind}
    understood = dict(words) | dict(own or {})
    also = {folded(word): value for word, value in (more or {}).items()}
    also |= {folded(value): value for value in words}
    also |= {folded(word): value for value, word in words.items()}
    also |= {folded(word): value for value, word in understood.items()}
    return Choices(understood, also, tuple(understood.values()))


def _statuses(shown: tuple[Shown, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """The plan's words for statuses: those to show, and those that are understood.

    One is shown where every action of its status has it, whatever its rating and impact, so that
    no earlier word can stand in its place. One that has a status and nothing else is understood.
    Words that usually rate are neither: in a column beside the ratings they would mislead.
    """
    own: dict[str, str] = {}
    more: dict[str, str] = {}
    ratings = {folded(usual_word(rating.value)) for rating in Rating}
    for index, one in enumerate(shown):
        if len(one.status) != 1 or one.rating or one.impact:
            continue
        if folded(one.word) in ratings:
            continue
        value = one.status[0].value
        more.setdefault(one.word, value)
        earlier = (before.status for before in shown[:index])
        if all(status and one.status[0] not in status for status in earlier):
            own[value] = one.word
    return _once(own), more


def _ratings(shown: tuple[Shown, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """The plan's words for ratings: those that stand for a rating and nothing else."""
    own: dict[str, str] = {}
    for one in shown:
        if len(one.rating) == 1 and not one.status and not one.impact:
            own.setdefault(one.rating[0].value, one.word)
    usual = {usual_word(rating.value): rating.value for rating in Rating}
    kept = {value: word for value, word in own.items() if usual.get(word, value) == value}
    return _once(kept), {}


def _once(own: Mapping[str, str]) -> dict[str, str]:
    """Without words that stand for two values."""
    numbers = Counter(folded(word) for word in own.values())
    return {value: word for value, word in own.items() if numbers[folded(word)] == 1}


def _named(names: Mapping[str, str], offered: Iterable[str]) -> Choices:
    """Choices by key; a name that two share gets its key, and a key is always understood."""
    numbers = Counter(folded(name) for name in names.values())
    words = {
        key: " ".join(name.split()) if numbers[folded(name)] == 1 else f"{name} ({key})"
        for key, name in names.items()
    }
    also = {folded(key): key for key in names}
    also |= {folded(word): key for key, word in words.items()}
    in_order = sorted({words[key] for key in offered}, key=str.casefold)
    return Choices(words, also, tuple(in_order))


def _owners(plan: Plan) -> dict[str, str]:
    """Posts and bodies by key; a title that several posts have comes with the body."""
    parties, owners = Parties(plan), plan.owners
    names = {key: owners.name_of(key) for key in (*owners.posts, *owners.bodies)}
    numbers = Counter(map(folded, names.values()))
    return {
        key: name if numbers[folded(name)] == 1 else parties.name(key)
        for key, name in names.items()
    }


def _is_there(plan: Plan, key: str, today: date) -> bool:
    """Whether a post or body has not ended yet: it cannot be given anything new to do."""
    one = plan.owners.posts.get(key) or plan.owners.bodies.get(key)
    last = plan.deadline(one.until) if one else None
    return last is None or last >= today
