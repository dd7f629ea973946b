"""The statement: the plan itself as the document that is signed, submitted and published.

One view and one set of templates serve every kind of plan; the kind brings the nouns.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.report.counts import Counts, counts
from sendctl.report.dates import (
    DeadlineLine,
    EventLine,
    StatedLine,
    StepLine,
    TermLine,
    deadline_lines,
    event_lines,
    framework_title,
    stated_lines,
    step_lines,
    term_lines,
)
from sendctl.report.governance import (
    Governance,
    RiskLine,
    Together,
    governance,
    risk_lines,
    together,
)
from sendctl.report.head import (
    FactLine,
    InspectionView,
    ParentView,
    SignOffLine,
    StrengthLine,
    VersionLine,
    fact_lines,
    inspection_view,
    parent_view,
    signoff_lines,
    strength_lines,
    subject_of,
    title_of,
    version_lines,
)
from sendctl.report.lookup import Lookup, lookup
from sendctl.report.measures import MeasureLine, measure_lines
from sendctl.report.meta import meta_of
from sendctl.report.nouns import KindNouns, Words, nouns_of, words_of
from sendctl.report.produce import produce
from sendctl.report.progress import UpdateLine, updates
from sendctl.report.publication import ForEverybody, for_everybody
from sendctl.report.request import Request
from sendctl.report.statement_pictures import StatementPictures, draw_all, statement_pictures
from sendctl.report.status import KeyWord
from sendctl.report.status_chart import StatusChart
from sendctl.report.strands import Homes, StrandPart, strand_parts
from sendctl.report.timeline_chart import TimelinePicture, draw_parts, timeline_pictures
from sendctl.report.to_do import ToDo
from sendctl.report.weaknesses import WeaknessGroup, weakness_groups
from sendctl.timeline import timeline_of

TEMPLATE = "wsoa/wsoa.html.j2"
PUBLIC_TEMPLATE = "wsoa/public.html.j2"
"""The same sections in the order in which a family reads them."""


class GlossaryLine(NamedTuple):
    """A word and what it means."""

    word: str
    meaning: str


class Statement(NamedTuple):
    """Everything that the statement's templates may print; they know it as `plan`.

    Attributes:
        kind: what this kind of plan is called.
        words: what the plan calls its strands, objectives, actions and measures.
        is_example: whether parts of it are made up for an example.
        authorities: the responsible bodies that exist on the day of the position.
        responsible: all responsible bodies, those too that have ended since.
        version: the newest version; None when the plan lists none.
        deadlines: what the framework's clocks give; as far as they give a date.
        timeline: the same as pictures; none when nothing has a date.
        counts: the actions by strand and by how they stand; `status` the same as a picture.
        pictures: the strands in time and the measures, drawn.
        groups: the weaknesses by kind, with all that is done about them.
        other_strands: what answers no weakness.
        strands: how many there are, `actions` likewise.
        for_everybody: what a public version tells of itself; None in any other.
        to_do: what a draft still lacks; None in any other document.
    """

    area: str
    title: str
    kind: KindNouns
    words: Words
    as_at: date
    banner: str
    is_example: bool
    authorities: tuple[str, ...]
    responsible: tuple[str, ...]
    version: VersionLine | None
    signoff: tuple[SignOffLine, ...]
    introduction: str
    vision: str
    outcomes: tuple[str, ...]
    parent: ParentView | None
    facts: tuple[FactLine, ...]
    updates: tuple[UpdateLine, ...]
    framework: str
    inspection: InspectionView | None
    strengths: tuple[StrengthLine, ...]
    events: tuple[EventLine, ...]
    stated: tuple[StatedLine, ...]
    steps: tuple[StepLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    timeline: tuple[TimelinePicture, ...]
    together: Together
    governance: Governance
    key: tuple[KeyWord, ...]
    counts: Counts
    status: StatusChart | None
    pictures: StatementPictures
    terms: tuple[TermLine, ...]
    strands: int
    actions: int
    groups: tuple[WeaknessGroup, ...]
    other_strands: tuple[StrandPart, ...]
    measures: tuple[MeasureLine, ...]
    risks: tuple[RiskLine, ...]
    funding: str
    legal: tuple[str, ...]
    equalities: str
    versions: tuple[VersionLine, ...]
    glossary: tuple[GlossaryLine, ...]
    contact: str
    other_formats: str
    feedback: str
    for_everybody: ForEverybody | None
    to_do: ToDo | None


def statement(
    plan: Plan, today: date, *, public: bool = False, to_do: ToDo | None = None
) -> Statement:
    """The view of a plan.

    Args:
        plan: everything it refers to is resolved; what is missing stays empty.
        today: the day of the position, also for who holds a post and which bodies exist.
        public: whether it is the version for everybody.
        to_do: what a draft still lacks.
    """
    known = lookup(plan, today)
    head, around, homes = plan.head, plan.governance, Homes(plan)
    times = timeline_of(plan, today)
    versions = version_lines(known)
    numbers = counts(known)
    pictures = statement_pictures(known, numbers)
    return Statement(
        area=head.area,
        title=title_of(plan),
        kind=nouns_of(plan),
        words=words_of(plan),
        as_at=today,
        banner=head.banner or "",
        is_example=plan.is_illustrative,
        authorities=known.parties.current(head.authorities, today),
        responsible=known.parties.names(head.authorities),
        version=versions[-1] if versions else None,
        signoff=signoff_lines(known),
        introduction=head.introduction or "",
        vision=head.vision or "",
        outcomes=head.outcomes,
        parent=parent_view(plan),
        facts=fact_lines(plan),
        updates=updates(head.updates, known.parties),
        framework=framework_title(known),
        inspection=inspection_view(plan),
        strengths=strength_lines(plan),
        events=event_lines(known),
        stated=stated_lines(known),
        steps=step_lines(known),
        deadlines=deadline_lines(times),
        timeline=timeline_pictures(times),
        together=together(known),
        governance=governance(known),
        key=known.scale.key(plan.actions),
        counts=numbers,
        status=pictures.status,
        pictures=pictures,
        terms=term_lines(known),
        strands=len(plan.strands),
        actions=len(plan.actions),
        groups=weakness_groups(known, homes),
        other_strands=strand_parts(known, homes, None),
        measures=measure_lines(known),
        risks=risk_lines(known),
        funding=around.funding or "",
        legal=around.legal,
        equalities=around.equalities or "",
        versions=versions,
        glossary=_glossary(known),
        contact=head.public.contact or "",
        other_formats=head.public.other_formats or "",
        for_everybody=for_everybody(plan) if public else None,
        to_do=to_do,
        feedback=head.public.feedback or "",
    )


def document(request: Request) -> tuple[Document, list[Finding]]:
    """The statement that was asked for, and what is wrong with it.

    Args:
        request: its plan is already the public one where a public version is asked for; see
            `sendctl.report.documents`.

    Raises:
        TemplateProblem: a template cannot be used, so there is no document.
    """
    plan, today = request.plan, request.today
    view = statement(plan, today, public=request.public, to_do=request.to_do)
    meta = meta_of(request, view.title, subject_of(plan), view.authorities)
    pictures = draw_all(view.pictures, plan.folder) | draw_parts(view.timeline, plan.folder)
    name = f"{view.kind.document}.html"
    template = PUBLIC_TEMPLATE if request.public else TEMPLATE
    return produce(template, view, meta, plan.folder, name, pictures)


def statement_document(
    plan: Plan, today: date, *, draft: bool = False
) -> tuple[Document, list[Finding]]:
    """The statement of a plan as a document, and what is wrong with it.

    Args:
        plan: the plan, whose own templates come before the shipped ones.
        today: the day of the position.
        draft: whether every page says that it is a draft.

    Raises:
        TemplateProblem: a template cannot be used, so there is no document.
    """
    return document(Request(plan, today, draft=draft))


def _glossary(known: Lookup) -> tuple[GlossaryLine, ...]:
    entries = sorted(known.plan.glossary.items(), key=lambda entry: (entry[0].casefold(), entry[0]))
    return tuple(GlossaryLine(word, meaning) for word, meaning in entries)
