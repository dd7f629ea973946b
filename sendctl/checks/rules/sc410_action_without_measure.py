"""An action has no measure and no success criterion.

Without one nobody can tell whether the work helped: advisers ask for impact, not for activity. A
measure of the action's objective counts too.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, success: [Two psychologists are in post by December 2022]}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Status

CODE = "SC410"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action, unless it was stopped."""
    del today
    measured = {subject for measure in plan.measures for subject in measure.about}
    measured.update(objective.id for objective in plan.objectives if objective.measures)
    for action in plan.actions:
        if not (
            action.measures
            or action.success
            or action.objective in measured
            or action.status is Status.STOPPED
        ):
            yield Problem(
                plan.place(action).at("success"),
                f"The action {action.id or action.title!r} names no measure and no success "
                "criterion.",
                "Add `success:` with what will be so, or `measures:` with ids of measures.yaml.",
            )
