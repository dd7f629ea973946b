"""A date was moved, and nobody is named who agreed.

The date of an action is a promise. When it moves, whoever monitors the plan asks who agreed: the
partnership's board, or the Department for Education for an accelerated progress plan. That it must
be written down is a house rule.

Good:

    # governance.yaml
    boards: [{id: board, title: SEND Partnership Board}]
    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        due: 2022-12
        moved: [{from: 2022-10, to: 2022-12, on: 2022-09-05, agreed_by: board}]

Bad:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        due: 2022-12
        moved: [{from: 2022-10, to: 2022-12, on: 2022-09-05}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC305"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such move."""
    del today
    for action in plan.actions:
        for index, move in enumerate(action.moved):
            if move.agreed_by is None:
                yield Problem(
                    plan.place(action).at("moved", index, "agreed_by"),
                    f"The action {action.id or action.title!r} was moved from {move.before} to "
                    f"{move.to}, but nobody is named who agreed.",
                    "Add `agreed_by:` with a board, body or post.",
                )
