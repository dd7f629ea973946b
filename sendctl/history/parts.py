"""What a plan is made of, part by part, and which part of one version is which of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sendctl.findings import Place
from sendctl.plan.base import Item
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.named import KINDS, named_items
from sendctl.plan.plan import Plan
from sendctl.plan.strand import Strand
from sendctl.plan.weakness import Weakness

_TITLES = ("title", "short", "wording", "name")
_LIKENESS = (
    *("plain", "success", "difference", "description", "now", "want", "see", "wording"),
    *("updates", "evidence", "moved", "milestones", "mitigation", "baseline", "target"),
)
"""What a part keeps when it gets another id and other words: texts and records of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan.

    Attributes:
        kind: one of `sendctl.plan.named.KINDS`, "plan" for plan.yaml, or "file" for the rest of any
            other file.
        id: its id or key; of a file its name; "" where it has none.
        item: what it holds.
        place: where it is written.
    """

    kind: str
    id: str
    item: Item
    place: Place

    @property
    def title(self) -> str:
        """What it is called; "" when it has no name of its own."""
        found = (getattr(self.item, name, None) for name in _TITLES)
        return next((text for text in found if isinstance(text, str)), "")


@dataclass(frozen=True, slots=True)
class Pair:
    """The same part in two versions; `is_guess` when only its looks say so."""

    before: Part
    after: Part
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """All parts of one kind in two versions: those in both, and those in one."""

    pairs: tuple[Pair, ...]
    added: tuple[Part, ...]
    dropped: tuple[Part, ...]


def parts_of(plan: Plan | None) -> dict[str, list[Part]]:
    """The parts of a plan by kind, in its order; of no plan, none."""
    found: dict[str, list[Part]] = {kind: [] for kind in ("plan", *KINDS, "file")}
    if plan is None:
        return found
    for one in named_items(plan):
        found[one.kind].append(Part(*one))
    for action in plan.actions:
        if not action.id:
            found["action"].append(Part("action", "", action, plan.place(action)))
    for name, item in plan.files.items():
        if name == PLAN_FILE:
            found["plan"].append(Part("plan", "", item, Place(name)))
        elif not isinstance(item, Strand):
            found["file"].append(Part("file", name, item, Place(name)))
    return found


def paired(before: Sequence[Part], after: Sequence[Part]) -> Pairing:
    """Which part is which.

    A part keeps its id and its title; or it is the one that the plan says it was (`formerly`); or
    the only one of the same title; or the one of the same id; or the only one with the same words
    and records. The third and the last are guesses.
    """
    search = _Search(list(before), list(after))
    search.match(lambda part: (part.id, part.title), unique=False)
    search.follow()
    search.match(lambda part: part.title or None, is_guess=True)
    search.match(lambda part: part.id or None, unique=False)
    for name in _LIKENESS:
        search.match(lambda part, name=name: _content(part, name), is_guess=True)  # type: ignore[misc]
    order = {id(part): index for index, part in enumerate(after)}
    pairs = sorted(search.pairs, key=lambda pair: order[id(pair.after)])
    return Pairing(tuple(pairs), tuple(search.after), tuple(search.before))


class _Search:
    """Pairs are taken out of both lists as they are found."""

    def __init__(self, before: list[Part], after: list[Part]) -> None:
        self.before = before
        self.after = after
        self.pairs: list[Pair] = []

    def match(
        self, key: Callable[[Part], Any], *, unique: bool = True, is_guess: bool = False
    ) -> None:
        """Pair the parts that have a key in common; with `unique`, one that no other part has."""
        if not self.before or not self.after:
            return
        keys = {id(part): _hashable(key(part)) for part in (*self.before, *self.after)}
        known: dict[Any, Part] = {}
        for part in self.before:
            known.setdefault(keys[id(part)], part)
        counts = Counter(keys[id(part)] for part in self.before)
        counts_after = Counter(keys[id(part)] for part in self.after)
        for part in list(self.after):
            one = keys[id(part)]
            if one is None or one not in known:
                continue
            if not unique or counts[one] == counts_after[one] == 1:
                earlier = known.pop(one)
                # The same id under another name is no guess: it was looked for by name alone.
                self.take(Pair(earlier, part, is_guess and earlier.id != part.id))
        self._forget()

    def follow(self) -> None:
        """Pair the parts that say which ids they had before."""
        known = {part.id: part for part in self.before}
        for part in self.after:
            if isinstance(part.item, Weakness):
                earlier = next((known[key] for key in part.item.formerly if key in known), None)
                if earlier is not None:
                    del known[earlier.id]
                    self.take(Pair(earlier, part))
        self._forget()

    def take(self, pair: Pair) -> None:
        """Note a pair."""
        self.pairs.append(pair)

    def _forget(self) -> None:
        """Leave out what has been paired."""
        found = {id(part) for pair in self.pairs for part in (pair.before, pair.after)}
        self.before = [part for part in self.before if id(part) not in found]
        self.after = [part for part in self.after if id(part) not in found]


def _content(part: Part, name: str) -> Any:
    return getattr(part.item, name, None) or None


def _hashable(key: Any) -> Any:
    """A key for a dictionary: items are frozen, but hold dictionaries in some places."""
    try:
        hash(key)
    except TypeError:
        return repr(key)
    return key
