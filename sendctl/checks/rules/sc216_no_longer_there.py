"""Somebody who is to answer for something now is no longer there.

Plans outlive posts and bodies. Who leads a strand, answers for a measure or a risk, chairs a board
or is responsible for the plan must still exist on the day that the plan describes. A list in which
a successor stands too is in order.

Good:

    # owners.yaml
    posts:
      old-lead: {title: SEND Lead, body: council, until: 2022-07-31}
      head-of-send: {title: Head of SEND, body: council}
    # strands/1.yaml
    leads: [old-lead, head-of-send]

Bad:

    # owners.yaml
    posts:
      old-lead: {title: SEND Lead, body: council, until: 2022-07-31}
      head-of-send: {title: Head of SEND, body: council}
    # strands/1.yaml
    leads: [old-lead]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.checks.lives import Lives
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.action import ROLES
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.progress import Status
from sendctl.timeline.words import day_words

CODE = "SC216"
SEVERITY = Severity.WARNING

_OVER = (Status.COMPLETE, Status.STOPPED)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Everybody named without a date whose last day has passed, and whom nobody follows."""
    lives = Lives(plan)
    if not any(life.until < today for life in lives.known.values()):
        return
    for place, keys, what in _named(plan):
        if lives.known.keys().isdisjoint(keys):
            continue
        there = lives.there(keys, today)
        for index, key in enumerate(keys):
            life = lives.known.get(key)
            if life is None or life.until >= today or lives.heir_of(key) in there:
                continue
            yield Problem(
                place.at(index),
                f"{key!r} exists only until {day_words(life.until)}, but {what}.",
                lives.advice(key),
                (Related("its last day", life.ends),),
            )


_Named = tuple[Place, tuple[str, ...], str]
"""Where somebody is named for as long as it takes, who, and for what."""


def _named(plan: Plan) -> Iterator[_Named]:
    head = Place(PLAN_FILE)
    yield head.at("authorities"), plan.head.authorities, "is responsible for the plan"
    yield head.at("accountable_officers"), plan.head.accountable_officers, "answers for the plan"
    for weakness in plan.weaknesses:
        place = plan.place(weakness).at("responsible")
        yield place, weakness.responsible, f"is responsible for the weakness {weakness.id!r}"
    for strand in plan.strands:
        yield plan.place(strand).at("leads"), strand.leads, f"leads the strand {strand.id!r}"
    for measure in plan.measures:
        place = plan.place(measure).at("owner")
        yield place, measure.owner, f"answers for the measure {measure.id!r}"
    for risk in plan.risks:
        if risk.closed is None:
            place = plan.place(risk).at("owner")
            yield place, risk.owner, f"answers for the risk {risk.id!r}"
    for board in plan.governance.boards:
        if board.chair:
            yield plan.place(board).at("chair"), (board.chair,), f"chairs {board.title}"
    yield from _actions(plan)


def _actions(plan: Plan) -> Iterator[_Named]:
    """Owners of open actions without a day; those with one are SC213's matter."""
    for action in plan.actions:
        if action.status in _OVER or action.completed or days(plan, action.due):
            continue
        for role in ROLES:
            place, keys = plan.place(action).at("owners", role), getattr(action.owners, role)
            yield place, keys, f"owns the action {action.id or action.title!r}"
