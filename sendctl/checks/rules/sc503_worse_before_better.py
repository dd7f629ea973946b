"""The milestones of a measure get worse before they get better.

Sometimes that is meant: a backlog is cleared, or a count begins anew each April. Then a note in the
measure tells the reader. Otherwise a milestone is wrong. Told once a measure, at its first step
back.

Good:

    # measures.yaml
    measures:
      - id: M1
        title: Weeks until the first appointment
        direction: lower
        baseline: {value: 31}
        milestones: [{by: 2022-12, target: 29}, {by: 2023-03, target: 25}]

Bad:

    # measures.yaml
    measures:
      - id: M1
        title: Weeks until the first appointment
        direction: lower
        baseline: {value: 31}
        milestones: [{by: 2022-12, target: 29}, {by: 2023-03, target: 35}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sendctl.checks.figures import Point, baseline, is_better, milestone_targets, same_unit
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC503"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The first such milestone of each measure that has neither a break nor a note."""
    del today
    for measure in plan.measures:
        if measure.breaks or measure.note:
            continue
        start = baseline(measure)
        steps: list[Point] = [*([start] if start else []), *milestone_targets(plan, measure)]
        for before, after in pairwise(steps):
            if same_unit(before, after) and is_better(measure, before, after):
                place = plan.place(measure)
                yield Problem(
                    place.at(*after.path),
                    f"This milestone of {measure.id!r} ({after.figure}) is worse than what comes "
                    f"before it ({before.figure}).",
                    "Correct it, or say in the measure's `note:` why it is so.",
                    (Related("what comes before it", place.at(*before.path)),),
                )
                break
