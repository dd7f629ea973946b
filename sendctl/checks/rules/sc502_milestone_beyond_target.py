"""A milestone asks for more than the target that follows it.

Milestones lead up to the target. One that lies beyond it, and not after it in time, means that one
of the two was not corrected when the other changed.

Good:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        direction: higher
        target: {value: 70%, by: 2024-12}
        milestones: [{by: 2023-12, target: 55%}]

Bad:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        direction: higher
        target: {value: 70%, by: 2024-12}
        milestones: [{by: 2023-12, target: 75%}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.figures import is_better, milestone_targets, same_unit, target
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC502"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such milestone."""
    del today
    for measure in plan.measures:
        end = target(plan, measure)
        if end is None or measure.breaks:
            continue
        for milestone in milestone_targets(plan, measure):
            later = end.day is not None and milestone.day is not None and milestone.day > end.day
            if later or not same_unit(milestone, end) or not is_better(measure, milestone, end):
                continue
            place = plan.place(measure)
            yield Problem(
                place.at(*milestone.path),
                f"This milestone of {measure.id!r} ({milestone.figure}) lies beyond the target "
                f"({end.figure}).",
                "Correct one of the two.",
                (Related("the target", place.at(*end.path)),),
            )
