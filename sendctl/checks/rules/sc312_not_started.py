"""An action should have started, but its status says that it has not.

Either the work has begun and nobody wrote it down, or it is late from its first day. An action
whose status was never written is left alone.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, start: 2022-07-04, due: 2022-12, status: in_progress}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, start: 2022-07-04, due: 2022-12, status: not_started}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC312"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action whose start has certainly passed."""
    for action in plan.actions:
        if action.status is not Status.NOT_STARTED or "status" not in action.model_fields_set:
            continue
        start = days(plan, action.start)
        if start and start.last < today and action.completed is None:
            place = plan.place(action)
            yield Problem(
                place.at("status"),
                f"The action {action.id or action.title!r} was to start ({action.start}), but its "
                "status is not_started.",
                "Correct the status, or move the start.",
                (Related("its start", place.at("start")),),
            )
