"""An action has a day of completion, but its status says that it is not complete.

Reports count the status, tables print the day: one of the two is wrong. An action without a status
counts as not started.

Good:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, status: complete, completed: 2022-09-12}]

Bad:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, status: in_progress, completed: 2022-09-12}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC311"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    del today
    for action in plan.actions:
        if action.completed and action.status is not Status.COMPLETE:
            place = plan.place(action)
            said = "status" in action.model_fields_set
            status = f"its status is {action.status}" if said else "it has no status"
            yield Problem(
                place.at("status" if said else "completed"),
                f"The action {action.id or action.title!r} was completed ({action.completed}), but "
                f"{status}.",
                "Write `status: complete`, or take `completed:` out.",
                (Related("its completion", place.at("completed")),) if said else (),
            )
