"""A milestone of an action lies after the action's own date.

A milestone is a step on the way: when it lies after the end, one of the two dates is wrong. Where
dates are months or terms, only what is certain counts.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, due: 2022-12, milestones: [{title: Advertised, due: 2022-10}]}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, due: 2022-12, milestones: [{title: Advertised, due: 2023-10}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC303"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such milestone."""
    del today
    for action in plan.actions:
        due = days(plan, action.due) if action.milestones else None
        if due is None:
            continue
        for index, milestone in enumerate(action.milestones):
            when = days(plan, milestone.due)
            if when and when.first > due.last:
                place = plan.place(action)
                yield Problem(
                    place.at("milestones", index, "due"),
                    f"The milestone ({milestone.due}) lies after the date of its action "
                    f"{action.id or action.title!r} ({action.due}).",
                    "Correct one of the two dates.",
                    (Related("the action's date", place.at("due")),),
                )
