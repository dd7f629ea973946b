"""A target lies on the wrong side of its baseline.

Where more is better the target lies above the baseline, where less is better below it. Else the
direction is wrong, or one of the two figures. A measure with a break in its series is left alone:
its figures cannot be compared.

Good:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        direction: higher
        baseline: {value: 41%}
        target: {value: 70%}

Bad:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        direction: lower
        baseline: {value: 41%}
        target: {value: 70%}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.figures import baseline, is_better, same_unit, target
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC501"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such target."""
    del today
    for measure in plan.measures:
        start, end = baseline(measure), target(plan, measure)
        if start is None or end is None or measure.breaks or not same_unit(start, end):
            continue
        if is_better(measure, start, end):
            place = plan.place(measure)
            yield Problem(
                place.at(*end.path),
                f"The target of {measure.id!r} ({end.figure}) is worse than its baseline "
                f"({start.figure}): {measure.direction} is better.",
                "Correct the target, the baseline or `direction:`.",
                (
                    Related("the baseline", place.at(*start.path)),
                    Related("the direction", place.at("direction")),
                ),
            )
