"""An objective or a strand has no action.

What one wants to reach, without anything that anybody does for it, is a wish. Strands are looked at
that answer a weakness or have objectives; objectives, where other actions of the strand name one.

Good:

    # strands/1.yaml
    objectives: [{id: "1.A", title: Shorter waits}]
    actions: [{id: "1.1", title: Hire, objective: "1.A"}]

Bad:

    # strands/1.yaml
    objectives: [{id: "1.A", title: Shorter waits}, {id: "1.B", title: Better plans}]
    actions: [{id: "1.1", title: Hire, objective: "1.A"}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC418"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Strands without actions, then objectives that no action serves."""
    del today
    served = {action.objective for action in plan.actions if action.objective}
    for strand in plan.strands:
        place = plan.place(strand)
        if place.file in plan.unread:
            continue
        if not strand.actions and (strand.weaknesses or strand.objectives):
            yield Problem(
                place.at("actions"),
                f"The strand {strand.id!r} has no action.",
                "Add `actions:`, or take the strand out.",
            )
        elif any(action.objective for action in strand.actions):
            for objective in strand.objectives:
                if objective.id not in served:
                    yield Problem(
                        plan.place(objective).at("id"),
                        f"No action serves the objective {objective.id!r}.",
                        f"Name it in an action: `objective: {objective.id}`.",
                    )
