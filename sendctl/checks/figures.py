"""The figures of a measure that can be compared: in order of time, with their places.

Text such as "fewer than 5", blank milestones and answers of yes or no have no number and are left
out. What comes before and after a break in a series cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sendctl.checks.days import days
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.measure import Direction, Measure, Unit
from sendctl.plan.scalars import Figure
from sendctl.plan.when import When


class Point(NamedTuple):
    """One figure of a measure.

    Attributes:
        figure: as published.
        path: where it stands in its measure.
        day: the last day of its date; None where there is none.
    """

    figure: Figure
    path: tuple[Step, ...]
    day: date | None = None

    @property
    def number(self) -> Decimal:
        """Its number; only asked of figures that have one."""
        return self.figure.number or Decimal(0)


def baseline(measure: Measure) -> Point | None:
    """The figure that a measure starts from, where it is a number."""
    if measure.baseline is None:
        return None
    return _numeric(measure, Point(measure.baseline.value, ("baseline", "value")))


def target(plan: Plan, measure: Measure) -> Point | None:
    """The figure that a measure is to reach, where it is a number."""
    if measure.target is None:
        return None
    day = _last(plan, measure.target.by)
    return _numeric(measure, Point(measure.target.value, ("target", "value"), day))


def milestone_targets(plan: Plan, measure: Measure) -> list[Point]:
    """The targets of its milestones that are numbers, in order of time."""
    found = []
    for index, checkpoint in enumerate(measure.milestones):
        if checkpoint.target:
            day = _last(plan, checkpoint.by)
            point = Point(checkpoint.target, ("milestones", index, "target"), day)
            if day and _numeric(measure, point):
                found.append(point)
    return sorted(found, key=lambda point: point.day or date.max)


def actuals(measure: Measure) -> Iterator[Point]:
    """What was reached, where it is a number, in the order written."""
    for index, checkpoint in enumerate(measure.milestones):
        if checkpoint.actual:
            path = ("milestones", index, "actual", "value")
            point = Point(checkpoint.actual.value, path, checkpoint.actual.on)
            if _numeric(measure, point):
                yield point


def is_better(measure: Measure, one: Point, other: Point) -> bool:
    """Whether the first is strictly better than the second, as the measure's direction says."""
    if measure.direction is Direction.HIGHER:
        return one.number > other.number
    return measure.direction is Direction.LOWER and one.number < other.number


def same_unit(one: Point, other: Point) -> bool:
    """Whether both are written in per cent, or neither is."""
    return one.figure.percent == other.figure.percent


def _numeric(measure: Measure, point: Point) -> Point | None:
    is_number = point.figure.number is not None and measure.unit is not Unit.YES_NO
    return point if is_number else None


def _last(plan: Plan, when: When | None) -> date | None:
    known = days(plan, when)
    return known.last if known else None
