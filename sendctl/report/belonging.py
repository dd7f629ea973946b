"""Who owns what, in which strand, and for which weakness: found for all of a plan in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sendctl.plan import Plan
from sendctl.plan.ownership import owners_of
from sendctl.plan.strand import Strand


@dataclass(slots=True)
class Belongs:
    """The keys and ids of those that something belongs to."""

    owners: set[str] = field(default_factory=set)
    strands: set[str] = field(default_factory=set)
    weaknesses: set[str] = field(default_factory=set)


_Found = defaultdict[str, Belongs]


def belonging(plan: Plan, kind: str) -> list[Belongs]:
    """What everything of a kind belongs to, in the plan's order.

    An action belongs to its strand and the weaknesses it answers. What belongs to an action (its
    measures, its risks) belongs where the action does, and so does what says so itself. An owner
    belongs where it leads, has a part in an action, or is responsible; a weakness belongs to all
    who answer it.

    Args:
        plan: the plan.
        kind: "actions", "measures", "risks", "owners" (bodies first) or "weaknesses".
    """
    if kind == "actions":
        return [
            Belongs(
                set(owners_of(action)), {strand.id}, set(action.weaknesses or strand.weaknesses)
            )
            for strand in plan.strands
            for action in strand.actions
        ]
    found: _Found = defaultdict(Belongs)
    _FINDERS[kind](plan, found)
    if kind == "owners":
        keys = [*plan.owners.bodies, *plan.owners.posts]
    else:
        keys = [item.id for item in getattr(plan, kind)]
    return [found[key] for key in keys]


def _measures(plan: Plan, found: _Found) -> None:
    homes: dict[str, Strand] = {}
    for strand in plan.strands:
        homes[strand.id] = strand
        for objective in strand.objectives:
            homes[objective.id] = strand
            _add(found, objective.measures, {strand.id}, strand.weaknesses)
        for action in strand.actions:
            _add(found, action.measures, {strand.id}, action.weaknesses or strand.weaknesses)
    weaknesses = {weakness.id for weakness in plan.weaknesses}
    for measure in plan.measures:
        found[measure.id].owners.update(measure.owner)
        for key in measure.about:
            if key in weaknesses:
                _add(found, [measure.id], (), {key})
            elif home := homes.get(key):
                _add(found, [measure.id], {home.id}, home.weaknesses)


def _risks(plan: Plan, found: _Found) -> None:
    homes = {
        action.id: (strand.id, action.weaknesses or strand.weaknesses)
        for strand in plan.strands
        for action in strand.actions
        if action.id
    }
    for risk in plan.risks:
        found[risk.id].owners.update(risk.owner)
        _add(found, [risk.id], risk.strands, risk.weaknesses)
        for key in risk.actions:
            if key in homes:
                strand, weaknesses = homes[key]
                _add(found, [risk.id], {strand}, weaknesses)


def _owners(plan: Plan, found: _Found) -> None:
    for strand in plan.strands:
        _add(found, strand.leads, {strand.id}, strand.weaknesses)
        for action in strand.actions:
            _add(found, owners_of(action), {strand.id}, action.weaknesses or strand.weaknesses)
    for weakness in plan.weaknesses:
        _add(found, weakness.responsible, (), {weakness.id})
    for key in (*plan.owners.bodies, *plan.owners.posts):
        found[key].owners.add(key)


def _weaknesses(plan: Plan, found: _Found) -> None:
    for strand in plan.strands:
        _add(found, strand.weaknesses, {strand.id}, ())
        for action in strand.actions:
            answered = action.weaknesses or strand.weaknesses
            _add(found, answered, {strand.id}, ())
            for key in answered:
                found[key].owners.update(owners_of(action))
    for weakness in plan.weaknesses:
        found[weakness.id].owners.update(weakness.responsible)
        found[weakness.id].weaknesses.add(weakness.id)


def _add(
    found: _Found, keys: Iterable[str], strands: Iterable[str], weaknesses: Iterable[str]
) -> None:
    for key in keys:
        found[key].strands.update(strands)
        found[key].weaknesses.update(weaknesses)


_FINDERS = {"measures": _measures, "risks": _risks, "owners": _owners, "weaknesses": _weaknesses}
