"""One action, ready to be printed."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan.action import ROLES, Action
from sendctl.plan.when import When
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.progress import (
    EvidenceLine,
    MilestoneLine,
    MoveLine,
    UpdateLine,
    evidence,
    milestones,
    moves,
    updates,
)
from sendctl.report.status import IMPACTS, Badge

ROLE_WORDS: Final = MappingProxyType(
    {
        "lead": "Lead",
        "accountable": "Accountable",
        "sponsor": "Sponsor",
        "lead_agency": "Lead agency",
        "delivery": "Delivered by",
        "partners": "With",
    }
)
"""What documents call the roles."""


class RoleLine(NamedTuple):
    """Who has one role in an action."""

    role: str
    names: tuple[str, ...]


class ActionLine(NamedTuple):
    """An action.

    Attributes:
        id: "" when it has none yet.
        anchor: where it stands in the document.
        parent: the action it is part of.
        impact: what families notice, in words; "" when nothing is said about it.
        weaknesses: what it answers, by its own list or its strand's.
        updates: the newest first.
    """

    id: str
    anchor: str
    title: str
    plain: str
    parent: Pointer | None
    weaknesses: tuple[Pointer, ...]
    now: str
    success: tuple[str, ...]
    difference: str
    resources: str
    roles: tuple[RoleLine, ...]
    coproduced_with: tuple[str, ...]
    start: When | None
    due: When | None
    review: When | None
    completed: date | None
    moved: tuple[MoveLine, ...]
    measures: tuple[Pointer, ...]
    depends_on: tuple[Pointer, ...]
    milestones: tuple[MilestoneLine, ...]
    badge: Badge
    impact: str
    updates: tuple[UpdateLine, ...]
    evidence: tuple[EvidenceLine, ...]


class ActionMention(NamedTuple):
    """An action that is printed in full elsewhere in the document."""

    to: Pointer
    badge: Badge


def action_line(action: Action, known: Lookup) -> ActionLine:
    """The line of one action."""
    anchors, parties = known.anchors, known.parties
    return ActionLine(
        id=action.id or "",
        anchor=anchors.of(action),
        title=action.title,
        plain=action.plain or "",
        parent=anchors.pointer("action", action.parent) if action.parent else None,
        weaknesses=anchors.pointers("weakness", known.plan.weaknesses_of(action)),
        now=action.now or "",
        success=action.success,
        difference=action.difference or "",
        resources=action.resources or "",
        roles=_roles(action, known),
        coproduced_with=parties.names(action.coproduced_with),
        start=action.start,
        due=action.due,
        review=action.review,
        completed=action.completed,
        moved=moves(action.moved, parties),
        measures=anchors.pointers("measure", action.measures),
        depends_on=anchors.pointers("action", action.depends_on),
        milestones=milestones(action.milestones),
        badge=known.scale.badge(action),
        impact=IMPACTS[action.impact] if action.impact else "",
        updates=updates(action.updates, parties),
        evidence=evidence(action.evidence),
    )


def mention(action: Action, known: Lookup) -> ActionMention:
    """A pointer to an action, with how it stands."""
    return ActionMention(known.anchors.to(action), known.scale.badge(action))


def _roles(action: Action, known: Lookup) -> tuple[RoleLine, ...]:
    given = ((ROLE_WORDS[role], getattr(action.owners, role)) for role in ROLES)
    return tuple(RoleLine(role, known.parties.names(keys)) for role, keys in given if keys)
