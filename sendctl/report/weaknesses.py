"""What the inspectors found, each with what the plan does about it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan.weakness import Judgement, Result, Weakness, WeaknessKind
from sendctl.report.actions import ActionMention, mention
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.measures import measures_of_weaknesses
from sendctl.report.nouns import Noun, nouns_of, upper_first, weakness_noun
from sendctl.report.progress import MilestoneLine, UpdateLine, milestones, updates
from sendctl.report.strands import Homes, StrandPart, strand_parts

RESULTS: Final = MappingProxyType(
    {
        Result.SUFFICIENT_PROGRESS: "Sufficient progress",
        Result.NOT_SUFFICIENT_PROGRESS: "Not sufficient progress",
        Result.SIGNED_OFF: "Signed off",
        Result.CLOSED: "Closed",
    }
)
"""Judgements in words."""


class JudgementLine(NamedTuple):
    """What somebody who may judge said, and where that can be read."""

    on: date
    by: str
    result: str
    source: str
    note: str


class CoverLine(NamedTuple):
    """Why a weakness needs no action of its own."""

    weaknesses: tuple[Pointer, ...]
    reason: str


class WeaknessPart(NamedTuple):
    """A weakness, and all that is done about it.

    Attributes:
        heading: its id and short name; without one, its id and what it is.
        wording: the inspectors' words.
        formerly: ids it had before.
        follows: ids in the earlier plan that it carries on.
        strands: what is printed here in full.
        elsewhere: actions that answer it too, but are printed with another weakness.
        measures: those that tell whether it gets better.
    """

    id: str
    anchor: str
    noun: Noun
    heading: str
    wording: str
    plain: str
    formerly: tuple[str, ...]
    follows: tuple[str, ...]
    responsible: tuple[str, ...]
    covered_by: CoverLine | None
    milestones: tuple[MilestoneLine, ...]
    judgements: tuple[JudgementLine, ...]
    updates: tuple[UpdateLine, ...]
    measures: tuple[Pointer, ...]
    strands: tuple[StrandPart, ...]
    elsewhere: tuple[ActionMention, ...]

    @property
    def has_actions(self) -> bool:
        """Whether anything is done about it, here or elsewhere."""
        own = any(block.actions for strand in self.strands for block in strand.blocks)
        return own or bool(self.elsewhere)


class WeaknessGroup(NamedTuple):
    """All weaknesses of one kind, as the inspectors called it."""

    kind: str
    noun: Noun
    weaknesses: tuple[WeaknessPart, ...]


def weakness_groups(known: Lookup, homes: Homes) -> tuple[WeaknessGroup, ...]:
    """The weaknesses by kind, in the order in which the kinds first come."""
    usual = nouns_of(known.plan).weakness
    by_kind: defaultdict[WeaknessKind, list[WeaknessPart]] = defaultdict(list)
    measures = measures_of_weaknesses(known.plan)
    mentions = _mentions(known, homes)
    for index, weakness in enumerate(known.plan.weaknesses):
        kind = weakness.kind or usual
        by_kind[kind].append(
            _part(
                weakness,
                weakness_noun(known.plan, kind),
                known,
                measures=known.anchors.pointers("measure", tuple(measures.get(weakness.id, ()))),
                strands=strand_parts(known, homes, index),
                elsewhere=tuple(mentions[index]),
            )
        )
    return tuple(
        WeaknessGroup(kind.value, weakness_noun(known.plan, kind), tuple(parts))
        for kind, parts in by_kind.items()
    )


def _mentions(known: Lookup, homes: Homes) -> defaultdict[int, list[ActionMention]]:
    """For each weakness the actions that answer it from another's section."""
    order = {weakness.id: index for index, weakness in enumerate(known.plan.weaknesses)}
    found: defaultdict[int, list[ActionMention]] = defaultdict(list)
    for action in known.plan.actions:
        for index in sorted(
            {order[key] for key in known.plan.weaknesses_of(action) if key in order}
        ):
            if index != homes.actions[id(action)]:
                found[index].append(mention(action, known))
    return found


def _part(
    weakness: Weakness,
    noun: Noun,
    known: Lookup,
    *,
    measures: tuple[Pointer, ...],
    strands: tuple[StrandPart, ...],
    elsewhere: tuple[ActionMention, ...],
) -> WeaknessPart:
    covered = weakness.covered_by
    return WeaknessPart(
        id=weakness.id,
        anchor=known.anchors.of(weakness),
        noun=noun,
        heading=f"{weakness.id}: {weakness.short}"
        if weakness.short
        else f"{upper_first(noun.singular)} {weakness.id}",
        wording=weakness.wording or "",
        plain=weakness.plain or "",
        formerly=weakness.formerly,
        follows=weakness.follows,
        responsible=known.parties.names(weakness.responsible),
        covered_by=CoverLine(
            known.anchors.pointers("weakness", covered.weaknesses), covered.reason or ""
        )
        if covered
        else None,
        milestones=milestones(weakness.milestones),
        judgements=tuple(_judgement(one, known) for one in weakness.judgements),
        updates=updates(weakness.updates, known.parties),
        measures=measures,
        strands=strands,
        elsewhere=elsewhere,
    )


def _judgement(given: Judgement, known: Lookup) -> JudgementLine:
    return JudgementLine(
        given.on,
        known.parties.name(given.by),
        RESULTS[given.result],
        given.source or "",
        given.note or "",
    )
