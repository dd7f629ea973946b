"""A figure is said to have been reached on a day that has not come yet.

An actual dated after the day on which the plan is checked is a forecast, and says so with
`state: projected`, or its day is wrong.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # measures.yaml
    measures:
      - id: M1
        title: Places
        milestones: [{by: 2022-12, actual: {value: 12, on: 2022-12-31, state: projected}}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # measures.yaml
    measures:
      - id: M1
        title: Places
        milestones: [{by: 2022-12, actual: {value: 12, on: 2022-12-31}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.measure import State

CODE = "SC505"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such figure, baselines included."""
    for measure in plan.measures:
        readings = [(("baseline",), measure.baseline)] if measure.baseline else []
        paths = [
            *((path, reading) for path, reading in readings),
            *(
                (("milestones", index, "actual"), checkpoint.actual)
                for index, checkpoint in enumerate(measure.milestones)
            ),
        ]
        for path, reading in paths:
            if reading and reading.on and reading.on > today:
                if reading.state is State.PROJECTED:
                    continue
                yield Problem(
                    plan.place(measure).at(*path, "on"),
                    f"This figure of {measure.id!r} is dated {reading.on}, and that day has not "
                    "come yet.",
                    "Correct the day, or write `state: projected`.",
                )
