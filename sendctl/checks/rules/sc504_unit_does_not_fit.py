"""A figure's unit does not fit the measure, or the figures beside it.

Told are a per cent sign in a measure of another unit, figures with and without the sign in one
measure (0.45% beside 0.45), a number where yes or no is asked, and milestones or actuals that look
like a slip of the decimal point (30.8% where the baseline is 3.99%). Figures are kept as they were
published; a note beside them, or their true unit, tells the reader.

Good:

    # measures.yaml
    measures:
      - id: M1
        title: Suspensions for every 100 pupils
        unit: rate
        direction: lower
        baseline: {value: 3.99}
        milestones: [{by: 2023-03, target: 3.5, actual: {value: 3.08}}]

Bad:

    # measures.yaml
    measures:
      - id: M1
        title: Suspensions for every 100 pupils
        unit: rate
        direction: lower
        baseline: {value: 3.99}
        milestones: [{by: 2023-03, target: 3.5, actual: {value: 30.8%}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.figures import (
    Point,
    actuals,
    baseline,
    is_better,
    milestone_targets,
    target,
)
from sendctl.findings import Problem, Related, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.measure import Measure, Unit
from sendctl.plan.scalars import Figure

CODE = "SC504"
SEVERITY = Severity.WARNING

_RELATIVE = (None, Unit.PERCENT, Unit.RATE)
"""Units in which a figure ten times its neighbours is a slip rather than growth."""
_FAR = 5
_NEAR = 1.5


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such figure once."""
    del today
    for measure in plan.measures:
        if measure.unit is Unit.YES_NO:
            yield from _not_yes_or_no(plan, measure)
            continue
        ends = [point for point in (baseline(measure), target(plan, measure)) if point]
        others = [*milestone_targets(plan, measure), *actuals(measure)]
        odd = list(_odd_signs(measure, [*ends, *others]))
        for point, beside in odd:
            yield _problem(plan, measure, point, beside)
        if measure.unit in _RELATIVE and ends:
            told = {point.path for point, _ in odd}
            for point in others:
                if point.path not in told and _is_slip(measure, point, ends):
                    yield _problem(plan, measure, point, ends[0])


def _not_yes_or_no(plan: Plan, measure: Measure) -> Iterator[Problem]:
    place = plan.place(measure)
    figures: list[tuple[tuple[Step, ...], Figure | None]] = [
        (("baseline", "value"), measure.baseline.value if measure.baseline else None),
        (("target", "value"), measure.target.value if measure.target else None),
    ]
    for index, checkpoint in enumerate(measure.milestones):
        figures.append((("milestones", index, "target"), checkpoint.target))
        actual = checkpoint.actual.value if checkpoint.actual else None
        figures.append((("milestones", index, "actual", "value"), actual))
    for path, figure in figures:
        if figure and figure.number is not None:
            yield Problem(
                place.at(*path),
                f"The measure {measure.id!r} is answered by yes or no, but here stands {figure}.",
                "Write yes or no, or correct the measure's `unit:`.",
                (Related("the unit", place.at("unit")),),
            )


def _odd_signs(measure: Measure, figures: list[Point]) -> Iterator[tuple[Point, Point | None]]:
    """Figures whose per cent sign, or its lack, differs from the unit or from most others."""
    if measure.unit not in (None, Unit.PERCENT):
        yield from ((point, None) for point in figures if point.figure.percent)
        return
    signed = [point for point in figures if point.figure.percent]
    bare = [point for point in figures if not point.figure.percent]
    if signed and bare:
        few, many = (signed, bare) if len(signed) < len(bare) else (bare, signed)
        yield from ((point, many[0]) for point in few)


def _is_slip(measure: Measure, point: Point, ends: list[Point]) -> bool:
    """Whether moving the decimal point brings a figure from far outside the ends between them."""
    numbers = [abs(float(end.number)) for end in ends]
    low, high, number = min(numbers), max(numbers), abs(float(point.number))
    if len(ends) == 1 and not is_better(measure, ends[0], point):
        return False  # it may well have got that much better
    if number >= _FAR * high > 0:
        return any(low / _NEAR <= number / power <= high * _NEAR for power in (10, 100))
    return 0 < number * 10 * _FAR <= low <= number * 100 * _NEAR


def _problem(plan: Plan, measure: Measure, point: Point, beside: Point | None) -> Problem:
    place = plan.place(measure)
    if beside is None:
        message = f"{point.figure} does not fit {measure.id!r}, whose unit is {measure.unit}."
        related = Related("the unit", place.at("unit"))
    else:
        message = f"{point.figure} does not fit {measure.id!r}: beside it stands {beside.figure}."
        related = Related("the figure beside it", place.at(*beside.path))
    return Problem(
        place.at(*point.path),
        message,
        "Correct the figure, or write the unit in which the measure is counted.",
        (related,),
    )
