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

from sendctl.findings import Problem, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.base import Item

CODE = "SC307"
SEVERITY = Severity.WARNING

_Fact = tuple[Item, tuple[Step, ...], date | None, str]
"""The item that a day stands in, the way to it, the day, and what is said to have happened."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such fact."""
    for item, steps, day, what in chain(
        _updates(plan), _actions(plan), _weaknesses(plan), _head(plan)
    ):
        if day and day > today:
            yield Problem(
                plan.place(item).at(*steps),
                f"{what} is dated {day}, and that day has not come yet.",
                "Correct the day, or `as_at` in plan.yaml when the plan describes a later one.",
            )


def _updates(plan: Plan) -> Iterator[_Fact]:
    for item in plan.reported:
        for index, update in enumerate(item.updates):
            yield item, ("updates", index, "on"), update.on, "The report"


def _actions(plan: Plan) -> Iterator[_Fact]:
    for action in plan.actions:
        yield action, ("completed",), action.completed, "The completion"
        for index, milestone in enumerate(action.milestones):
            yield action, ("milestones", index, "done"), milestone.done, "The milestone"
        for index, move in enumerate(action.moved):
            yield action, ("moved", index, "on"), move.on, "The move"
        for index, evidence in enumerate(action.evidence):
            yield action, ("evidence", index, "on"), evidence.on, "The evidence"


def _weaknesses(plan: Plan) -> Iterator[_Fact]:
    for weakness in plan.weaknesses:
        for index, milestone in enumerate(weakness.milestones):
            yield weakness, ("milestones", index, "done"), milestone.done, "The milestone"
        for index, judgement in enumerate(weakness.judgements):
            yield weakness, ("judgements", index, "on"), judgement.on, "The judgement"
    for risk in plan.risks:
        yield risk, ("closed",), risk.closed, "The end of the risk"


def _head(plan: Plan) -> Iterator[_Fact]:
    head = plan.head
    for index, line in enumerate(head.signoff):
        yield head, ("signoff", index, "on"), line.on, "The signature"
    for index, step in enumerate(head.steps):
        yield head, ("steps", index, "done"), step.done, "The step"
    for index, version in enumerate(head.versions):
        yield head, ("versions", index, "on"), version.on, "The version"
    for index, approval in enumerate(head.public.approved):
        yield head, ("public", "approved", index, "on"), approval.on, "The approval"
