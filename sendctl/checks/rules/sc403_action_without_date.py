"""An action has no date.

Without a date nobody can say whether an action is late. `ongoing` is a date too, if a weak one.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, start: 2022-07-04, due: 2022-12-16}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, start: 2022-07-04}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC403"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    del today
    for action in plan.actions:
        if action.due is None:
            yield Problem(
                plan.place(action).at("due"),
                f"The action {action.id or action.title!r} has no due date.",
                "Add `due:`; a month such as 2022-12 is enough.",
            )
