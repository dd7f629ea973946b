"""A measure lacks its baseline, target, unit or direction.

A figure shows progress only when one knows where it began, where it is to be, what it counts and
which way is better. A measure in `yes_no` needs no direction.

Good:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        unit: percent
        direction: higher
        baseline: {value: 41%, period: 2021/22}
        target: {value: 70%, by: 2024-12}

Bad:

    # measures.yaml
    measures:
      - id: M1
        title: Plans finished within 20 weeks
        unit: percent
        baseline: {value: 41%, period: 2021/22}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.measure import Unit

CODE = "SC411"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such measure once, with all that it lacks."""
    del today
    for measure in plan.measures:
        parts = {
            "unit": measure.unit,
            "direction": measure.direction or measure.unit is Unit.YES_NO or None,
            "baseline": measure.baseline,
            "target": measure.target,
        }
        lacking = [f"`{name}`" for name, value in parts.items() if value is None]
        if lacking:
            *others, last = lacking
            listed = f"{', '.join(others)} and {last}" if others else last
            yield Problem(
                plan.place(measure).at(lacking[0].strip("`")),
                f"The measure {measure.id!r} lacks {listed}.",
                "Add what is missing, or agree with the measure's owner when it will be known.",
            )
