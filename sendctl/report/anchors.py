"""Where in a document each part of the plan stands, so that other parts can point to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.base import Item

KINDS: Final = ("weakness", "strand", "objective", "action", "measure")
"""All parts that can be pointed to."""

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9._-]+", re.ASCII)


class Pointer(NamedTuple):
    """A mention of another part of the plan.

    Attributes:
        id: its id in the plan; "" when it has none.
        title: what it is called.
        anchor: where it stands in the document; "" when the plan holds no such part.
    """

    id: str
    title: str
    anchor: str


class Anchors:
    """Gives every weakness, strand, objective, action and measure an anchor of its own.

    An id is any text without spaces, and in a draft two parts can share one; an anchor is unique
    and plain.
    """

    def __init__(self, plan: Plan, shown: Collection[str] = KINDS) -> None:
        """Give them out.

        Args:
            plan: whose parts they are.
            shown: the kinds of parts that the document holds; of others a mention leads nowhere.
        """
        self._shown = shown
        self._by_item: dict[int, str] = {}
        self._pointers: dict[tuple[str, str], Pointer] = {}
        self._taken: set[str] = set()
        for weakness in plan.weaknesses:
            self._give("weakness", weakness.id, weakness.short or "", weakness)
        for strand in plan.strands:
            self._give("strand", strand.id, strand.title, strand)
        for objective in plan.objectives:
            self._give("objective", objective.id, objective.title, objective)
        for action in plan.actions:
            self._give("action", action.id or "", action.title, action)
        for measure in plan.measures:
            self._give("measure", measure.id, measure.tag or measure.title, measure)

    def of(self, item: Item) -> str:
        """The anchor of a part."""
        return self._by_item[id(item)]

    def pointer(self, kind: str, key: str) -> Pointer:
        """A mention by id."""
        return self._pointers.get((kind, key)) or Pointer(key, "", "")

    def pointers(self, kind: str, keys: tuple[str, ...]) -> tuple[Pointer, ...]:
        """Several mentions by id."""
        return tuple(self.pointer(kind, key) for key in keys)

    def subject(self, key: str) -> Pointer:
        """What a measure is about: a weakness, a strand or an objective."""
        kinds = ("weakness", "strand", "objective")
        found = (self._pointers.get((kind, key)) for kind in kinds)
        return next((pointer for pointer in found if pointer), Pointer(key, "", ""))

    def to(self, action: Action) -> Pointer:
        """A mention of an action, which need not have an id."""
        anchor = self.of(action) if "action" in self._shown else ""
        return Pointer(action.id or "", action.title, anchor)

    def _give(self, kind: str, key: str, title: str, item: Item) -> None:
        stem = f"{kind}-{_NOT_IN_ID.sub('-', key)}" if key else kind
        anchor, number = stem, 2
        while anchor in self._taken:
            anchor, number = f"{stem}-{number}", number + 1
        self._taken.add(anchor)
        self._by_item[id(item)] = anchor
        target = anchor if kind in self._shown else ""
        self._pointers.setdefault((kind, key), Pointer(key, title, target))
