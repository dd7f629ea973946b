"""Measures and their figures as rows: text as published, and the number in it beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.measure import Measure, Reading, Target
from sendctl.plan.scalars import Figure
from sendctl.plan.verdict import ordered, position

Row = list[object]


def measure_rows(plan: Plan, today: date) -> Iterator[Row]:
    """A row for each measure, in the plan's order."""
    for one in plan.measures:
        now = position(plan, one, today)
        latest = now.latest.actual if now.latest else None
        base, target = one.baseline, one.target
        yield [
            one.id, one.title, one.plain, one.tag, one.unit, one.direction, " ".join(one.owner),
            " ".join(one.about), " ".join(one.made_of), one.people, one.cumulative,
            *_figure(base), base and base.period, *_figure(target), target and target.by,
            plan.deadline(target.by) if target else None, target and target.basis,
            *_figure(latest), latest and latest.on, now.verdict, len(now.missing), one.note,
            one.illustrative,
        ]  # fmt: skip


def value_rows(plan: Plan, _: date) -> Iterator[Row]:
    """A row for each figure: the baseline, the milestones in order of time, the target."""
    for measure in plan.measures:
        yield from _values(plan, measure)


def _values(plan: Plan, measure: Measure) -> Iterator[Row]:
    if measure.baseline:
        yield [measure.id, "baseline", None, None, None, None, *_reading(measure.baseline)]
    for one in ordered(plan, measure):
        row = _reading(one.actual)
        row[-1] = row[-1] or one.note
        yield [measure.id, "milestone", one.by, plan.deadline(one.by), *_value(one.target), *row]
    if target := measure.target:
        nothing = [None, None, None, None, target.period, None, target.basis, target.note]
        yield [measure.id, "target", target.by, plan.deadline(target.by), *_figure(target),
               *nothing]  # fmt: skip


def _reading(given: Reading | None) -> Row:
    """Value, number, whether it is in per cent, day, period, state, source, note."""
    if given is None:
        return [None] * 8
    return [*_figure(given), given.value.percent, given.on, given.period, given.state, given.source,
            given.note]  # fmt: skip


def _figure(given: Reading | Target | None) -> tuple[object, object]:
    return _value(given.value if given else None)


def _value(figure: Figure | None) -> tuple[object, object]:
    """The text as published, and its number."""
    return (figure.text, figure.number) if figure else (None, None)
