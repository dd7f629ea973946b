"""An owner of an action does not exist when the action is due.

A post that ended, or whose body ended, before an action's date leaves nobody to do it; one that
begins only afterwards cannot have done it. Clinical commissioning groups were abolished on 30 June
2022 and integrated care boards began on 1 July 2022, whatever owners.yaml says. A role in which a
successor is named too is handed over, and in order.

Good:

    # owners.yaml
    bodies:
      ccg: {name: Exampleshire CCG, kind: health, until: 2022-06-30, successor: icb}
      icb: {name: NHS Exampleshire Integrated Care Board, kind: health, from: 2022-07-01}
    posts:
      ccg-nurse: {title: Chief Nurse, body: ccg}
      icb-nurse: {title: Chief Nurse, body: icb}
    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway, due: 2022-12, owners: {lead: [ccg-nurse, icb-nurse]}}

Bad:

    # owners.yaml
    bodies:
      ccg: {name: Exampleshire CCG, kind: health, until: 2022-06-30, successor: icb}
      icb: {name: NHS Exampleshire Integrated Care Board, kind: health, from: 2022-07-01}
    posts:
      ccg-nurse: {title: Chief Nurse, body: ccg}
      icb-nurse: {title: Chief Nurse, body: icb}
    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway, due: 2022-12, owners: {lead: ccg-nurse}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.checks.lives import Lives
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.action import ROLES, Action
from sendctl.plan.progress import Status
from sendctl.plan.when import Interval

CODE = "SC213"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such owner, in every role."""
    del today
    lives = Lives(plan)
    if not lives.known:
        return
    for action in plan.actions:
        done = days(plan, action.completed or action.due)
        if done is None or action.status is Status.STOPPED:
            continue
        for role in ROLES:
            keys = getattr(action.owners, role)
            if not lives.known.keys().isdisjoint(keys):
                yield from _missing(plan, lives, action, role, done)


def _missing(
    plan: Plan, lives: Lives, action: Action, role: str, done: Interval
) -> Iterator[Problem]:
    """Those in one role of an action who do not exist on its day, and for whom nobody else does."""
    keys = getattr(action.owners, role)
    lacks = [
        (index, key, lack)
        for index, key in enumerate(keys)
        if key in lives.known and (lack := lives.known[key].lack(*done))
    ]
    if not lacks:
        return
    there = lives.there(keys, done.last)
    when = f"done ({action.completed})" if action.completed else f"due ({action.due})"
    for index, key, (why, where) in lacks:
        if lives.heir_of(key) not in there:
            yield Problem(
                plan.place(action).at("owners", role, index),
                f"{key!r} {why}, but the action {action.id or action.title!r} is {when}.",
                lives.advice(key),
                (where,),
            )
