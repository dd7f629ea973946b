"""Strands with their objectives and actions, cut so that each action is printed exactly once.

Strands and weaknesses are many-to-many. An action is printed in full at its home, the first
weakness in the document that it answers; the others only mention it. What answers no weakness has
its home at the end of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.strand import Objective, Strand
from sendctl.report.actions import ActionLine, action_line
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.progress import UpdateLine, updates

Home = int | None
"""Where something is printed: the index of a weakness, or None for the end."""


class ObjectiveLine(NamedTuple):
    """An objective; `continued` when it was printed before and only more actions follow."""

    id: str
    anchor: str
    title: str
    continued: bool
    plain: str
    want: str
    now: str
    see: str
    difference: str
    measures: tuple[Pointer, ...]
    updates: tuple[UpdateLine, ...]


class ActionBlock(NamedTuple):
    """Actions that are printed as one table, under an objective or straight under a strand."""

    objective: ObjectiveLine | None
    actions: tuple[ActionLine, ...]


class StrandPart(NamedTuple):
    """A strand, or that part of it that belongs to one place in the document.

    Attributes:
        continued: whether it was introduced before, and only more actions follow.
        weaknesses: all that it answers.
    """

    id: str
    anchor: str
    title: str
    continued: bool
    plain: str
    description: str
    leads: tuple[str, ...]
    weaknesses: tuple[Pointer, ...]
    outcomes: tuple[str, ...]
    updates: tuple[UpdateLine, ...]
    blocks: tuple[ActionBlock, ...]


class Homes:
    """Where each strand, objective and action of a plan is printed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._order = {weakness.id: index for index, weakness in enumerate(plan.weaknesses)}

    @cached_property
    def actions(self) -> dict[int, Home]:
        """The home of each action, by identity."""
        return {
            id(action): self._first(self._plan.weaknesses_of(action))
            for action in self._plan.actions
        }

    def of_strand(self, strand: Strand) -> Home:
        """Where a strand is introduced: with its first action, else with its first weakness."""
        homes = [self.actions[id(action)] for action in strand.actions]
        known = [home for home in homes if home is not None]
        return min(known) if known else self._first(strand.weaknesses)

    def of_objective(self, objective: Objective, strand: Strand) -> Home:
        """Where an objective is introduced: with its first action, else with its strand."""
        homes = [
            self.actions[id(action)]
            for action in strand.actions
            if action.objective == objective.id
        ]
        known = [home for home in homes if home is not None]
        if homes and not known:
            return None
        return min(known) if known else self.of_strand(strand)

    def _first(self, weaknesses: Iterable[str]) -> Home:
        return min((self._order[key] for key in weaknesses if key in self._order), default=None)


def strand_parts(known: Lookup, homes: Homes, home: Home) -> tuple[StrandPart, ...]:
    """The strands, and parts of strands, that are printed at one place."""
    parts = []
    for strand in known.plan.strands:
        here = [action for action in strand.actions if homes.actions[id(action)] == home]
        introduced = homes.of_strand(strand) == home
        blocks = tuple(_blocks(strand, here, known, homes, home))
        if blocks or introduced:
            parts.append(_part(strand, blocks, known, continued=not introduced))
    return tuple(parts)


def _blocks(
    strand: Strand, here: list[Action], known: Lookup, homes: Homes, home: Home
) -> Iterator[ActionBlock]:
    """The actions by objective, in the order of the objectives; those without one come first."""
    ids = {objective.id for objective in strand.objectives}
    loose = [action for action in here if action.objective not in ids]
    if loose:
        yield ActionBlock(None, tuple(action_line(action, known) for action in loose))
    for objective in strand.objectives:
        own = [action for action in here if action.objective == objective.id]
        introduced = homes.of_objective(objective, strand) == home
        if own or introduced:
            yield ActionBlock(
                _objective(objective, known, continued=not introduced),
                tuple(action_line(action, known) for action in own),
            )


def _objective(objective: Objective, known: Lookup, *, continued: bool) -> ObjectiveLine:
    return ObjectiveLine(
        id=objective.id,
        anchor="" if continued else known.anchors.of(objective),
        title=objective.title,
        continued=continued,
        plain=objective.plain or "",
        want=objective.want or "",
        now=objective.now or "",
        see=objective.see or "",
        difference=objective.difference or "",
        measures=known.anchors.pointers("measure", objective.measures),
        updates=updates(objective.updates, known.parties),
    )


def _part(
    strand: Strand, blocks: tuple[ActionBlock, ...], known: Lookup, *, continued: bool
) -> StrandPart:
    return StrandPart(
        id=strand.id,
        anchor="" if continued else known.anchors.of(strand),
        title=strand.title,
        continued=continued,
        plain=strand.plain or "",
        description=strand.description or "",
        leads=known.parties.names(strand.leads),
        weaknesses=known.anchors.pointers("weakness", strand.weaknesses),
        outcomes=strand.outcomes,
        updates=updates(strand.updates, known.parties),
        blocks=blocks,
    )
