"""Something is recorded for a day that has not come yet.

Reports, moves, evidence, judgements, signatures and whatever is done are facts; a fact dated after
the day on which the plan is checked is a slip of the pen, or was written before it was true. The
events of plan.yaml may lie ahead: they are planned.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        updates: [{on: 2022-09-05, note: One is hired.}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        updates: [{on: 2023-09-05, note: One is hired.}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline.words import day_words

CODE = "SC307"
SEVERITY = Severity.WARNING

_Fact = tuple[Place, date | None, str]
"""Where a day is written, the day, and what is said to have happened on it."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such fact."""
    for place, day, what in chain(_updates(plan), _actions(plan), _weaknesses(plan), _head(plan)):
        if day and day > today:
            yield Problem(
                place,
                f"{what} is dated {day}, which is after {day_words(today)}.",
                "Correct the day, or `as_at` in plan.yaml when the plan describes a later one.",
            )


def _updates(plan: Plan) -> Iterator[_Fact]:
    items = (
        plan.weaknesses,
        plan.strands,
        plan.objectives,
        plan.actions,
        plan.measures,
        plan.risks,
    )
    for item in chain((plan.head,), *items):
        if item.updates:
            place = plan.place(item)
            for index, update in enumerate(item.updates):
                yield place.at("updates", index, "on"), update.on, "The report"


def _actions(plan: Plan) -> Iterator[_Fact]:
    for action in plan.actions:
        if action.completed or action.milestones or action.moved or action.evidence:
            yield from _action(plan.place(action), action)


def _action(place: Place, action: Action) -> Iterator[_Fact]:
    yield place.at("completed"), action.completed, "The completion"
    for index, milestone in enumerate(action.milestones):
        yield place.at("milestones", index, "done"), milestone.done, "The milestone"
    for index, move in enumerate(action.moved):
        yield place.at("moved", index, "on"), move.on, "The move"
    for index, evidence in enumerate(action.evidence):
        yield place.at("evidence", index, "on"), evidence.on, "The evidence"


def _weaknesses(plan: Plan) -> Iterator[_Fact]:
    for weakness in plan.weaknesses:
        place = plan.place(weakness)
        for index, milestone in enumerate(weakness.milestones):
            yield place.at("milestones", index, "done"), milestone.done, "The milestone"
        for index, judgement in enumerate(weakness.judgements):
            yield place.at("judgements", index, "on"), judgement.on, "The judgement"
    for risk in plan.risks:
        yield plan.place(risk).at("closed"), risk.closed, "The end of the risk"


def _head(plan: Plan) -> Iterator[_Fact]:
    place = Place(PLAN_FILE)
    for index, line in enumerate(plan.head.signoff):
        yield place.at("signoff", index, "on"), line.on, "The signature"
    for index, step in enumerate(plan.head.steps):
        yield place.at("steps", index, "done"), step.done, "The step"
    for index, version in enumerate(plan.head.versions):
        yield place.at("versions", index, "on"), version.on, "The version"
    approved = plan.head.public.approved
    if approved:
        yield place.at("public", "approved", "on"), approved.on, "The approval"
