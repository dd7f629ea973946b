"""An action is complete, and nobody can say since when.

`completed:` holds the day on which an action was done. Without it no report can show what was done
since the last one, nor whether it was done in time.

Good:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-09, status: complete, completed: 2022-09-12}]

Bad:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-09, status: complete}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC310"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    del today
    for action in plan.actions:
        if action.status is Status.COMPLETE and action.completed is None:
            place = plan.place(action)
            yield Problem(
                place.at("completed"),
                f"The action {action.id or action.title!r} is complete, but has no `completed:`.",
                "Add the day on which it was done.",
                (Related("its status", place.at("status")),),
            )
