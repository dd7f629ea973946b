"""A milestone of a measure has passed, and what was reached is not written down.

Advisers compare each milestone with what came of it. Figures come late, so this is told only when
four weeks have gone by (a house rule). A milestone without a target is left alone.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # measures.yaml
    measures:
      - id: M1
        title: Places
        milestones: [{by: 2022-07, target: 12, actual: {value: 11}}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # measures.yaml
    measures:
      - id: M1
        title: Places
        milestones: [{by: 2022-07, target: 12}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sendctl.checks.days import days
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC506"
SEVERITY = Severity.WARNING

_LATE = timedelta(weeks=4)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such milestone."""
    for measure in plan.measures:
        for index, checkpoint in enumerate(measure.milestones):
            if checkpoint.target is None or checkpoint.actual:
                continue
            by = days(plan, checkpoint.by)
            if by and today - by.last > _LATE:
                yield Problem(
                    plan.place(measure).at("milestones", index, "actual"),
                    f"The milestone of {measure.id!r} passed ({checkpoint.by}), and nothing says "
                    "what was reached.",
                    "Add `actual:`, with `state: provisional` if it is not final.",
                )
