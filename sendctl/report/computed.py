"""What sendctl works out of a plan, under names that JSON shows it by; never part of its files.

The classes are at once what is written and its schema.
"""

from collections.abc import Iterator
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.audience import Public
from sendctl.plan.base import ActionId, Item, MeasureId, StrandId, WeaknessId
from sendctl.plan.scalars import Dated, Day, Flag, Text, Value
from sendctl.plan.verdict import Verdict, position
from sendctl.report.status import Scale
from sendctl.timeline import deadlines
from sendctl.timeline.deadline import State


class ComputedAction(Item):
    """What follows from an action and the rest of the plan."""

    id: Public[ActionId | None] = None
    strand: Public[StrandId]
    """The strand whose file it stands in."""
    weaknesses: Public[tuple[WeaknessId, ...]] = ()
    """The weaknesses it answers, by its own list or its strand's."""
    last_day: Public[Day | None] = None
    """The last day of its due date; absent when that names no day."""
    overdue: Public[Flag] = False
    """Whether it is open after its last day; absent when it is not."""
    shown: Public[Text]
    """How it stands in the plan's own words."""


class ComputedMeasure(Item):
    """Where a measure stands against its milestones."""

    id: Public[MeasureId]
    latest: Public[Value | None] = None
    """The last figure at a milestone."""
    verdict: Public[Verdict]
    """That figure beside its milestone."""
    missing: Public[tuple[Dated, ...]] = ()
    """Milestones after it that have passed without a figure."""


class ComputedDeadline(Item):
    """A deadline of the framework, or a step of the plan; `sendctl deadlines` tells more."""

    key: Public[Text]
    label: Public[Text]
    date: Public[Day | None] = None
    """The stated date, else the computed one; absent when neither is known."""
    status: Public[State]


class Computed(Item):
    """What sendctl works out; nothing of it stands in the plan's files."""

    position_as_at: Public[Day]
    """The day that it is worked out for."""
    actions: Public[tuple[ComputedAction, ...]] = ()
    """In the order of the strands."""
    measures: Public[tuple[ComputedMeasure, ...]] = ()
    deadlines: Public[tuple[ComputedDeadline, ...]] = ()


def computed(plan: Plan, today: date) -> Computed:
    """What can be worked out of a plan on a day."""
    return Computed.model_construct(
        position_as_at=today,
        actions=tuple(computed_actions(plan, today)),
        measures=tuple(computed_measures(plan, today)),
        deadlines=tuple(
            ComputedDeadline.model_construct(
                key=one.key, label=one.label, date=one.governing, status=one.status
            )
            for one in deadlines(plan, today)
        ),
    )


def computed_actions(plan: Plan, today: date) -> Iterator[ComputedAction]:
    """One for each action, in the plan's order."""
    scale = Scale(plan.head.vocabulary.shown)
    for strand in plan.strands:
        for action in strand.actions:
            yield ComputedAction.model_construct(
                id=action.id,
                strand=strand.id,
                weaknesses=action.weaknesses or strand.weaknesses,
                last_day=plan.deadline(action.due),
                overdue=plan.is_overdue(action, today),
                shown=scale.badge(action).word,
            )


def computed_measures(plan: Plan, today: date) -> Iterator[ComputedMeasure]:
    """One for each measure, in the plan's order."""
    for measure in plan.measures:
        now = position(plan, measure, today)
        latest = now.latest.actual if now.latest else None
        yield ComputedMeasure.model_construct(
            id=measure.id,
            latest=latest.value if latest else None,
            verdict=now.verdict,
            missing=tuple(one.by for one in now.missing),
        )
