"""Measures with everything known about them, figures as they were published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan import Plan
from sendctl.plan.measure import Checkpoint, Measure, Reading, Unit
from sendctl.plan.when import When
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.progress import UpdateLine, updates

_UNITS: Final = MappingProxyType(
    {
        Unit.PERCENT: "per cent",
        Unit.RATE: "rate",
        Unit.COUNT: "number",
        Unit.WEEKS: "weeks",
        Unit.DAYS: "days",
        Unit.SCORE: "score",
        Unit.YES_NO: "yes or no",
    }
)


class ReadingLine(NamedTuple):
    """A figure with the time it is about; `state` says how firm it is."""

    value: str
    on: date | None
    period: str
    source: str
    state: str
    note: str


class TargetLine(NamedTuple):
    """Where the figure is to be, by when and why."""

    value: str
    by: When | None
    basis: str
    period: str
    note: str


class CheckpointLine(NamedTuple):
    """A dated step towards the target; `target` is "" and `actual` None when not given."""

    by: When
    target: str
    actual: ReadingLine | None
    note: str


class BreakLine(NamedTuple):
    """From when figures cannot be compared with those before."""

    on: When
    reason: str


class MeasureLine(NamedTuple):
    """A measure.

    Attributes:
        tag: a short name, when it has one beside its title.
        better: "higher" or "lower"; "" when it does not say.
        about: the weaknesses, strands and objectives it is about.
        actions: the actions that name it.
    """

    id: str
    anchor: str
    title: str
    plain: str
    tag: str
    owners: tuple[str, ...]
    unit: str
    better: str
    about: tuple[Pointer, ...]
    actions: tuple[Pointer, ...]
    baseline: ReadingLine | None
    target: TargetLine | None
    checkpoints: tuple[CheckpointLine, ...]
    breaks: tuple[BreakLine, ...]
    note: str
    cumulative: bool
    updates: tuple[UpdateLine, ...]


def measure_lines(known: Lookup) -> tuple[MeasureLine, ...]:
    """All measures, in the plan's order."""
    by_actions, by_objectives = _uses(known)
    return tuple(
        _line(measure, known, by_actions[measure.id], by_objectives[measure.id])
        for measure in known.plan.measures
    )


def measures_of_weaknesses(plan: Plan) -> Mapping[str, list[str]]:
    """For each weakness the ids of the measures that tell about it, each once.

    A measure does so by saying so itself, or through an action or objective that names it.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for action in plan.actions:
        for weakness in plan.weaknesses_of(action):
            found[weakness] |= dict.fromkeys(action.measures)
    for strand in plan.strands:
        for objective in strand.objectives:
            for weakness in strand.weaknesses:
                found[weakness] |= dict.fromkeys(objective.measures)
    for measure in plan.measures:
        for subject in measure.about:
            found[subject][measure.id] = None
    order = {measure.id: index for index, measure in enumerate(plan.measures)}
    return {
        weakness: sorted(ids, key=lambda key: order.get(key, len(order)))
        for weakness, ids in found.items()
    }


def _uses(
    known: Lookup,
) -> tuple[defaultdict[str, list[Pointer]], defaultdict[str, list[Pointer]]]:
    by_actions: defaultdict[str, list[Pointer]] = defaultdict(list)
    by_objectives: defaultdict[str, list[Pointer]] = defaultdict(list)
    for action in known.plan.actions:
        for key in action.measures:
            by_actions[key].append(known.anchors.to(action))
    for objective in known.plan.objectives:
        for key in objective.measures:
            by_objectives[key].append(known.anchors.pointer("objective", objective.id))
    return by_actions, by_objectives


def _line(
    measure: Measure, known: Lookup, actions: list[Pointer], objectives: list[Pointer]
) -> MeasureLine:
    about = [known.anchors.subject(key) for key in measure.about]
    target = measure.target
    return MeasureLine(
        id=measure.id,
        anchor=known.anchors.of(measure),
        title=measure.title,
        plain=measure.plain or "",
        tag=measure.tag or "",
        owners=known.parties.names(measure.owner),
        unit=_UNITS[measure.unit] if measure.unit else "",
        better=measure.direction.value if measure.direction else "",
        about=tuple(dict.fromkeys([*about, *objectives])),
        actions=tuple(actions),
        baseline=_reading(measure.baseline),
        target=TargetLine(
            target.value.text, target.by, target.basis or "", target.period or "", target.note or ""
        )
        if target
        else None,
        checkpoints=tuple(_checkpoint(one) for one in measure.milestones),
        breaks=tuple(BreakLine(one.on, one.reason) for one in measure.breaks),
        note=measure.note or "",
        cumulative=measure.cumulative,
        updates=updates(measure.updates, known.parties),
    )


def _checkpoint(given: Checkpoint) -> CheckpointLine:
    target = given.target.text if given.target else ""
    return CheckpointLine(given.by, target, _reading(given.actual), given.note or "")


def _reading(given: Reading | None) -> ReadingLine | None:
    if given is None:
        return None
    return ReadingLine(
        given.value.text,
        given.on,
        given.period or "",
        given.source or "",
        given.state.value if given.state else "",
        given.note or "",
    )
