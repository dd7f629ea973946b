"""A whole plan as one JSON object, and what sendctl computes of it beside what was written.

The classes are at once what is written and its schema (`sendctl schema export`).
"""

import json
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.audience import Public
from sendctl.plan.base import Item
from sendctl.plan.framework import FrameworkFile
from sendctl.plan.governance import GovernanceFile, Risk, Strength
from sendctl.plan.head import Head
from sendctl.plan.layout import LayoutFile
from sendctl.plan.measure import Measure
from sendctl.plan.owners import OwnersFile, PeopleFile
from sendctl.plan.plain import plain
from sendctl.plan.report import Report
from sendctl.plan.scalars import Flag, Id, Text
from sendctl.plan.strand import Strand
from sendctl.plan.weakness import Weakness
from sendctl.report.computed import Computed, computed


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
        computed=computed(plan, today),
    )


def json_text(whole: WholePlan | list[WholePlan]) -> str:
    """One plan as a JSON object, or several as an array."""
    found = [plain(one) for one in whole] if isinstance(whole, list) else plain(whole)
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
