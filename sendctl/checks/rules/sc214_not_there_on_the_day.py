"""Somebody is named on a day on which they did not exist.

Signatures, reports, agreed moves, meetings and judgements are dated. A post or body that had ended
by then, or had not begun, cannot have given them: the day or the name is wrong.

Good:

    # owners.yaml
    posts: {chair: {title: Chair of the board, body: council, from: 2022-06}}
    # plan.yaml
    signoff: [{post: chair, on: 2022-08-25}]

Bad:

    # owners.yaml
    posts: {chair: {title: Chair of the board, body: council, from: 2022-09}}
    # plan.yaml
    signoff: [{post: chair, on: 2022-08-25}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from sendctl.checks.lives import Lives
from sendctl.findings import Problem, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.base import Item
from sendctl.plan.head import Head

CODE = "SC214"
SEVERITY = Severity.WARNING


class _Named(NamedTuple):
    """Somebody who is said to have done something on a day, and where that is written."""

    item: Item
    steps: tuple[Step, ...]
    key: str | None
    day: date | None
    did: str


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every name beside a day that its post or body does not reach."""
    del today
    lives = Lives(plan)
    if not lives.known:
        return
    for named in chain(_in_the_head(plan.head), _in_reports(plan), _elsewhere(plan)):
        life = lives.known.get(named.key or "")
        lack = life.lack(named.day, named.day) if life and named.day else None
        if lack:
            why, where = lack
            yield Problem(
                plan.place(named.item).at(*named.steps),
                f"{named.key!r} {why}, but is said to have {named.did} on {named.day}.",
                "Name who it was, or correct one of the dates.",
                (where,),
            )


def _in_the_head(head: Head) -> Iterator[_Named]:
    for index, review in enumerate(head.reviews):
        for number, key in enumerate(review.attended_by):
            yield _Named(head, ("reviews", index, "with", number), key, review.on, "met")
    for index, line in enumerate(head.signoff):
        yield _Named(head, ("signoff", index, "post"), line.post, line.on, "signed")
    for index, version in enumerate(head.versions):
        yield _Named(head, ("versions", index, "by"), version.by, version.on, "made a version")
    for index, step in enumerate(head.steps):
        yield _Named(head, ("steps", index, "owner"), step.owner, step.done, "done a step")
    for index, approval in enumerate(head.public.approved):
        at = ("public", "approved", index, "by")
        yield _Named(head, at, approval.by, approval.on, "approved the plan")


def _in_reports(plan: Plan) -> Iterator[_Named]:
    for item in plan.reported:
        for index, update in enumerate(item.updates):
            yield _Named(item, ("updates", index, "by"), update.by, update.on, "reported")


def _elsewhere(plan: Plan) -> Iterator[_Named]:
    for action in plan.actions:
        for index, move in enumerate(action.moved):
            yield _Named(action, ("moved", index, "agreed_by"), move.agreed_by, move.on, "agreed")
    for weakness in plan.weaknesses:
        for index, judgement in enumerate(weakness.judgements):
            at = ("judgements", index, "by")
            yield _Named(weakness, at, judgement.by, judgement.on, "judged")
