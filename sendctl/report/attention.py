"""Actions that are late or may be: why, and what is done about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sendctl.plan.action import Action
from sendctl.plan.progress import Milestone, Rating
from sendctl.plan.when import When
from sendctl.report.lookup import Lookup
from sendctl.report.progress import (
    MilestoneLine,
    MoveLine,
    UpdateLine,
    milestones,
    moves,
    updates,
)
from sendctl.report.status import Badge

_WORRYING = (Rating.AT_RISK, Rating.OFF_TRACK)


class AttentionLine(NamedTuple):
    """An action that is late, off track or at risk.

    Attributes:
        due: its date now; `moved` holds the earlier ones.
        is_overdue: whether that date has passed.
        why: the last report that rated it so, else the last report; None when there is none.
        then: what was reported after that, the oldest first.
        next_step: its first milestone that is still to be reached; `step_is_late` when its date
            has passed.
        mitigation: what is done about the open risks that name it.
    """

    id: str
    title: str
    plain: str
    who: tuple[str, ...]
    due: When | None
    badge: Badge
    is_overdue: bool
    why: UpdateLine | None
    then: tuple[UpdateLine, ...]
    moved: tuple[MoveLine, ...]
    next_step: MilestoneLine | None
    step_is_late: bool
    mitigation: tuple[str, ...]


def attention_lines(known: Lookup) -> tuple[AttentionLine, ...]:
    """Open actions that are overdue, off track or at risk; those at risk come last."""
    mitigation = _mitigation(known)
    found = [action for action in known.plan.actions if _needs_it(action, known)]
    found.sort(key=lambda action: _is_only_at_risk(action, known))
    return tuple(_line(action, mitigation, known) for action in found)


def _needs_it(action: Action, known: Lookup) -> bool:
    overdue = known.plan.is_overdue(action, known.today)
    return action.status.is_open and (overdue or action.rating in _WORRYING)


def _is_only_at_risk(action: Action, known: Lookup) -> bool:
    return action.rating is not Rating.OFF_TRACK and not known.plan.is_overdue(action, known.today)


def _line(action: Action, mitigation: Mapping[str, list[str]], known: Lookup) -> AttentionLine:
    # By the day, and of one day in the order of writing, as `updates` reads them backwards.
    order = sorted((one for one in action.updates if one.on <= known.today), key=lambda one: one.on)
    reports = updates(order, known.parties)[::-1]
    worried = [index for index, one in enumerate(order) if one.rating in _WORRYING]
    at = worried[-1] if worried else len(order) - 1
    steps = [one for one in action.milestones if one.done is None and one.title]
    return AttentionLine(
        id=action.id or "",
        title=action.title,
        plain=action.plain or "",
        who=known.parties.names(action.owners.first()),
        due=action.due,
        badge=known.scale.badge(action),
        is_overdue=known.plan.is_overdue(action, known.today),
        why=reports[at] if reports else None,
        then=reports[at + 1 :],
        moved=moves(action.moved, known.parties),
        next_step=milestones(steps)[0] if steps else None,
        step_is_late=bool(steps) and _is_past(steps[0], known),
        mitigation=tuple(mitigation[action.id or ""]),
    )


def _is_past(step: Milestone, known: Lookup) -> bool:
    last = known.plan.deadline(step.due)
    return last is not None and last < known.today


def _mitigation(known: Lookup) -> defaultdict[str, list[str]]:
    """What is done about the open risks, by the ids of the actions that they name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for risk in known.plan.risks:
        for key in risk.actions if risk.closed is None else ():
            found[key].extend(risk.mitigation)
    return found
