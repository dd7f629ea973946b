"""An action is due before something that it waits for.

What waits for other work cannot be done before it. Where dates are months or terms, only what is
certain counts: an action whose last day is before the first day on which the other is due. What is
complete or stopped is left alone.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway, due: 2022-10}
      - {id: "1.2", title: Publish the pathway, due: 2022-12, depends_on: "1.1"}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway, due: 2023-02}
      - {id: "1.2", title: Publish the pathway, due: 2022-12, depends_on: "1.1"}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC212"
SEVERITY = Severity.WARNING

_OVER = (Status.COMPLETE, Status.STOPPED)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Each such link, at the place where it is written."""
    del today
    waiting = [
        action for action in plan.actions if action.depends_on and action.status not in _OVER
    ]
    if not waiting:
        return
    by_id = {action.id: action for action in reversed(plan.actions) if action.id}
    for action in waiting:
        due = days(plan, action.due)
        for index, key in enumerate(action.depends_on):
            first = by_id.get(key)
            if due is None or first is None or first.status in _OVER:
                continue
            first_due = days(plan, first.due)
            if first_due and due.last < first_due.first:
                yield Problem(
                    plan.place(action).at("depends_on", index),
                    f"The action {action.id or action.title!r} is due ({action.due}) before "
                    f"{key!r}, which it waits for ({first.due}).",
                    "Move one of the two dates, or take the link out.",
                    (
                        Related("its date", plan.place(action).at("due")),
                        Related("the date of the other", plan.place(first).at("due")),
                    ),
                )
