"""What a new plan takes over from the one that it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sendctl.findings import did_you_mean
from sendctl.plan import Plan
from sendctl.plan import weakness as earlier
from sendctl.plan.kind import Kind
from sendctl.plan.owners import BodyKind
from sendctl.plan.weakness import Result
from sendctl.report.nouns import WEAKNESSES, nouns_of
from sendctl.scaffold.answers import BadAnswer, Weakness, name_from

_DONE = frozenset({Result.SUFFICIENT_PROGRESS, Result.SIGNED_OFF, Result.CLOSED})


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier plan says that holds for the new one too.

    Attributes:
        area: its area.
        council: the name of the council that is responsible; "" when it names none.
        health: those of the NHS bodies.
        weaknesses: what is carried on, with the ids that it has there.
        next_kind: the kind of plan that follows one of its kind; None where that is not settled.
    """

    area: str
    council: str
    health: tuple[str, ...]
    weaknesses: tuple[Weakness, ...]
    next_kind: Kind | None = None


def carried_on(plan: Plan, ids: Sequence[str] = ()) -> Earlier:
    """What is taken over from an earlier plan.

    Args:
        plan: the earlier plan.
        ids: the weaknesses to carry on; without any, all that nobody has judged to be done.

    Raises:
        BadAnswer: it has no weakness of such an id, or none is left to carry on.
    """
    known = {one.id: one for one in plan.weaknesses}
    for name in ids:
        if name not in known:
            near = did_you_mean(name, known)
            raise BadAnswer(f"The earlier plan has no weakness {name!r}. {near}".rstrip())
    wanted = set(ids) or {one.id for one in plan.weaknesses if not _is_done(one)}
    if not wanted:
        raise BadAnswer("The earlier plan has no weakness that is left to carry on.")
    usual = nouns_of(plan).weakness
    carried = tuple(
        Weakness(
            one.id,
            one.kind or usual,
            one.short or name_from(one.wording or "", WEAKNESSES[one.kind or usual].singular),
            one.wording or one.name,
            one.plain or "",
            one.id,
        )
        for one in plan.weaknesses
        if one.id in wanted
    )
    councils = _names(plan, BodyKind.COUNCIL)
    health = tuple(_names(plan, BodyKind.HEALTH))
    follows = Kind.ACCELERATED_PROGRESS_PLAN if plan.head.kind is Kind.WSOA else None
    return Earlier(plan.head.area, councils[0] if councils else "", health, carried, follows)


def _is_done(weakness: earlier.Weakness) -> bool:
    """Whether the last judgement says so."""
    last = max(weakness.judgements, key=lambda one: one.on, default=None)
    return last is not None and last.result in _DONE


def _names(plan: Plan, kind: BodyKind) -> list[str]:
    """The responsible bodies of a kind that nobody has followed since."""
    bodies = plan.owners.bodies
    found = [bodies[key] for key in plan.head.authorities if key in bodies]
    return [one.name for one in found if one.kind is kind and one.until is None]
