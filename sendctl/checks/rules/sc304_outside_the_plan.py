"""A date lies outside the time of the plan.

An action that was due before the inspection answers something else; a date more than ten years
ahead is a slip of the pen. The plan's time begins with the earliest date under `inspection:` and
`events:`, or, where there is none, with the SEND reforms of 1 September 2014. What is complete may
be older. Ten years is a house rule.

Good:

    # plan.yaml
    inspection: {started: 2022-02-28}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-12}]

Bad:

    # plan.yaml
    inspection: {started: 2022-02-28}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2021-12}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from sendctl.checks.days import days
from sendctl.findings import Problem, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.base import Item
from sendctl.plan.progress import Status
from sendctl.plan.when import When
from sendctl.timeline import event_dates
from sendctl.timeline.words import day_words

CODE = "SC304"
SEVERITY = Severity.WARNING

_REFORMS = date(2014, 9, 1)
"""When the SEND reforms of the Children and Families Act 2014 began."""
_YEARS = 10


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Actions due before the inspection, then everything that is due in the far future."""
    dates = event_dates(plan).values()
    begin = min(dates, default=_REFORMS)
    for action in plan.actions:
        due = days(plan, action.due)
        if due and due.last < begin and action.status is not Status.COMPLETE:
            yield Problem(
                plan.place(action).at("due"),
                f"The action {action.id or action.title!r} is due ({action.due}) before the "
                f"plan's time begins ({day_words(begin)}).",
                "Correct the date, or mark the action as complete.",
            )
    last_year = max(today, max(dates, default=today)).year + _YEARS
    for item, steps, when in chain(_of_actions(plan), _of_the_rest(plan)):
        ahead = days(plan, when)
        if ahead and ahead.first.year > last_year:
            yield Problem(
                plan.place(item).at(*steps),
                f"The date {when} lies more than {_YEARS} years ahead.",
                "Correct the year.",
            )


_Date = tuple[Item, tuple[Step, ...], When | None]
"""The item that a date stands in, the way to it, and the date."""


def _of_actions(plan: Plan) -> Iterator[_Date]:
    for action in plan.actions:
        yield action, ("due",), action.due
        yield action, ("start",), action.start
        for index, milestone in enumerate(action.milestones):
            yield action, ("milestones", index, "due"), milestone.due


def _of_the_rest(plan: Plan) -> Iterator[_Date]:
    for step in plan.head.steps:
        yield step, ("due",), step.due
    for name, stated in plan.head.stated.items():
        yield plan.head, ("stated", name, "due"), stated.due
    for weakness in plan.weaknesses:
        for index, milestone in enumerate(weakness.milestones):
            yield weakness, ("milestones", index, "due"), milestone.due
    for measure in plan.measures:
        if measure.target:
            yield measure, ("target", "by"), measure.target.by
        for index, checkpoint in enumerate(measure.milestones):
            yield measure, ("milestones", index, "by"), checkpoint.by
