"""An action has no id.

Nothing can refer to an action without an id: no other action, no committee paper, no history.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}

Bad:

    # strands/1.yaml
    actions:
      - {title: Map the pathway}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC404"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    del today
    for action in plan.actions:
        if action.id is None:
            yield Problem(
                plan.place(action).at("id"),
                f"The action {action.title!r} has no id.",
                'Add `id:`, such as "1.1".',
            )
