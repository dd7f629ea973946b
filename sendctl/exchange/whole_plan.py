"""A whole plan as one JSON object, and what sendctl computes of it beside what was written.

The classes are at once what is written and its schema (`sendctl schema export`).
"""

import json
from collections.abc import Iterator
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.audience import Public
from sendctl.plan.base import ActionId, Item, MeasureId, StrandId, WeaknessId
from sendctl.plan.framework import FrameworkFile
from sendctl.plan.governance import GovernanceFile, Risk, Strength
from sendctl.plan.head import Head
from sendctl.plan.layout import LayoutFile
from sendctl.plan.measure import Measure
from sendctl.plan.owners import OwnersFile, PeopleFile
from sendctl.plan.plain import plain
from sendctl.plan.report import Report
from sendctl.plan.scalars import Dated, Day, Flag, Id, Text, Value
from sendctl.plan.strand import Strand
from sendctl.plan.verdict import Verdict, position
from sendctl.plan.weakness import Weakness
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


class WholePlan(Item):
    """export: a whole plan as one object, as `sendctl export json` writes it."""

    name: Public[Text]
    """The name of the plan's folder."""
    public: Public[Flag] = False
    """Whether it holds only what everybody may read."""
    plan: Public[Head]
    """What plan.yaml holds; the other keys hold what the files of their names do."""
    owners: Public[OwnersFile] = OwnersFile.model_construct()
    people: Public[PeopleFile] = PeopleFile.model_construct()
    """Names of post holders: personal data."""
    weaknesses: Public[tuple[Weakness, ...]] = ()
    strands: Public[tuple[Strand, ...]] = ()
    """With their objectives and actions."""
    measures: Public[tuple[Measure, ...]] = ()
    risks: Public[tuple[Risk, ...]] = ()
    governance: Public[GovernanceFile] = GovernanceFile.model_construct()
    strengths: Public[tuple[Strength, ...]] = ()
    glossary: Public[dict[Text, Text]] = {}
    reports: Public[dict[Id, Report]] = {}
    """Committee reports by the names of their files."""
    frameworks: Public[dict[Id, FrameworkFile]] = {}
    layouts: Public[dict[Id, LayoutFile]] = {}
    computed: Public[Computed]


def whole_plan(plan: Plan, today: date, *, public: bool = False) -> WholePlan:
    """A plan with everything that is computed of it.

    Args:
        plan: the plan, or its public version.
        today: the day of the position.
        public: whether it is the public version.
    """
    return WholePlan.model_construct(
        illustrative=plan.is_illustrative,
        name=plan.name,
        public=public,
        plan=plan.head,
        owners=plan.owners,
        people=plan.people,
        weaknesses=plan.weaknesses,
        strands=tuple(plan.strands),
        measures=plan.measures,
        risks=plan.risks,
        governance=plan.governance,
        strengths=plan.strengths.strengths,
        glossary=plan.glossary,
        reports=plan.reports,
        frameworks=plan.frameworks,
        layouts=plan.layouts,
        computed=_computed(plan, today),
    )


def json_text(whole: WholePlan | list[WholePlan]) -> str:
    """One plan as a JSON object, or several as an array."""
    found = [plain(one) for one in whole] if isinstance(whole, list) else plain(whole)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _computed(plan: Plan, today: date) -> Computed:
    return Computed.model_construct(
        position_as_at=today,
        actions=tuple(_actions(plan, today)),
        measures=tuple(_measures(plan, today)),
        deadlines=tuple(
            ComputedDeadline.model_construct(
                key=one.key, label=one.label, date=one.governing, status=one.status
            )
            for one in deadlines(plan, today)
        ),
    )


def _actions(plan: Plan, today: date) -> Iterator[ComputedAction]:
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


def _measures(plan: Plan, today: date) -> Iterator[ComputedMeasure]:
    for measure in plan.measures:
        now = position(plan, measure, today)
        latest = now.latest.actual if now.latest else None
        yield ComputedMeasure.model_construct(
            id=measure.id,
            latest=latest.value if latest else None,
            verdict=now.verdict,
            missing=tuple(one.by for one in now.missing),
        )
