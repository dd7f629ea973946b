"""An action is still open long after it was due.

A date that passed weeks ago is no date any more: the work is done, stopped, or has a new date on
which somebody agreed (`moved:`). Four weeks is a house rule; `sendctl deadlines` and `status` show
what is late from the first day.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-09-12, status: in_progress}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-07, status: in_progress}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sendctl.checks.days import days
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC313"
SEVERITY = Severity.WARNING

_LONG = timedelta(weeks=4)
_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action; one whose status was never written is left alone."""
    for action in plan.actions:
        if action.status not in _OPEN or "status" not in action.model_fields_set:
            continue
        due = days(plan, action.due)
        if due and today - due.last > _LONG and action.completed is None:
            place = plan.place(action)
            yield Problem(
                place.at("status"),
                f"The action {action.id or action.title!r} is still {action.status}, long after it "
                f"was due ({action.due}).",
                "Write `status: complete` and `completed:`, or agree a new date under `moved:`.",
                (Related("its date", place.at("due")),),
            )
