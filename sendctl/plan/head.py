"""plan.yaml: what the plan is, what happened so far, what must happen when."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sendctl.findings import Severity
from sendctl.plan.audience import Public
from sendctl.plan.base import BodyKey, Item, OwnerKey, PartyKey
from sendctl.plan.display import LookSettings, PublicNotes, Vocabulary
from sendctl.plan.event import Events
from sendctl.plan.kind import Kind, Outcome
from sendctl.plan.progress import Reported
from sendctl.plan.scalars import AS_DATED, Dated, Day, Flag, Id, Link, Several, Text, Value, Whole
from sendctl.plan.settings import Calendar, Term, Waiver


class Parent(Item):
    """The plan that this one follows."""

    plan: Public[Text]
    """Path of its folder, from this plan's folder. Documents print that plan's title instead."""
    weaknesses: Public[Several[Id]] = ()
    """The ids, in that plan, of the weaknesses that are carried on."""


class Inspection(Item):
    """The inspection that led to the plan."""

    started: Public[Day | None] = None
    ended: Public[Day | None] = None
    outcome: Public[Outcome | None] = None
    """How it ended, under the framework of 2023; the next full inspection depends on it."""
    strengths: Public[Whole | None] = None
    """How many areas of strength the report counts."""
    areas_for_development: Public[Whole | None] = None
    """How many areas for development the report counts."""
    link: Public[Text | None] = None
    """Where the report can be read."""
    source: Public[Text | None] = None
    note: Public[Text | None] = None


class Stated(Item):
    """A deadline as the area states it; it governs, and stands beside what the rule gives."""

    due: Public[Dated]
    source: Public[Text | None] = None
    note: Public[Text | None] = None


def _stated(value: Any) -> Any:
    return {"due": value} if isinstance(value, str) else value


class Step(Item):
    """One of the area's own steps to submission, such as the cabinet's approval."""

    id: Public[Id]
    title: Public[Text]
    due: Public[Dated | None] = None
    done: Public[Day | None] = None
    owner: Public[OwnerKey | None] = None
    working_days: Whole | None = None
    """How many working days it must come before the next step, or the last one before the
    submission: what `deadlines --plan-back` plans with."""
    note: Text | None = None


class Adviser(Item):
    """Somebody from the Department for Education or NHS England who advises the area."""

    post: Public[OwnerKey]
    since: Public[Dated | None] = Field(None, alias="from")
    until: Public[Dated | None] = None


class Review(Item):
    """A review meeting with those who monitor the plan."""

    on: Public[Day]
    attended_by: Public[Several[PartyKey]] = Field((), alias="with")
    """Who it was held with; written `with`."""
    outcome: Public[Text | None] = None
    letter: Link | None = None
    """The letter that followed: a web address or a path in the plan folder."""
    events: Public[Events] = Field({}, max_length=500)
    """What happened for this meeting, by the framework's event names, such as evidence_sent."""


class SignOff(Item):
    """One line of the sign-off page."""

    post: Public[PartyKey]
    on: Public[Day | None] = None
    """The day of signing; none yet prints a line to sign on."""


class Version(Item):
    """One line of the version history."""

    number: Public[Text]
    on: Public[Day]
    by: Public[PartyKey | None] = None
    note: Public[Text | None] = None


class Fact(Item):
    """One figure that describes the area."""

    title: Public[Text]
    value: Public[Value]
    period: Public[Text | None] = None
    source: Public[Text | None] = None
    people: Public[Flag] = True
    """Whether it counts people: a public version does not show small counts of them."""


class Head(Reported):
    """plan.yaml: what the plan is, what happened so far, what must happen when."""

    sendctl: Whole = 1
    """Version of the file format."""
    area: Public[Text]
    """The local area, such as Blackpool."""
    kind: Public[Kind]
    title: Public[Text | None] = None
    """The plan's own title; when absent, what its kind is called."""
    framework: Public[Id | None] = None
    """The inspection framework whose clocks apply."""
    as_at: Public[Day | None] = None
    """The day whose position the plan describes."""
    banner: Public[Text | None] = None
    """A sentence printed on every page of every document."""
    parent: Public[Parent | None] = None
    introduction: Public[Text | None] = None
    vision: Public[Text | None] = None
    outcomes: Public[Several[Text]] = ()
    """What the area wants for its children and young people."""
    inspection: Public[Inspection | None] = None
    events: Public[Events] = Field({}, max_length=500)
    """What happened, by the framework's event names."""
    stated: Public[dict[Id, Annotated[Stated, BeforeValidator(_stated), AS_DATED]]] = Field(
        {}, max_length=200
    )
    """Deadlines as the area states them, by the framework's clock names."""
    steps: Public[tuple[Step, ...]] = Field((), max_length=500)
    authorities: Public[Several[BodyKey]] = ()
    """The bodies that are responsible for the plan."""
    accountable_officers: Public[Several[OwnerKey]] = ()
    advisers: Public[tuple[Adviser, ...]] = ()
    reviews: Public[tuple[Review, ...]] = Field((), max_length=200)
    versions: Public[tuple[Version, ...]] = ()
    local_data: Public[tuple[Fact, ...]] = ()
    calendar: Public[Calendar] = Calendar.model_construct()
    terms: Public[dict[Id, Term]] = {}
    """First and last days of school terms, by name, such as 2022-autumn."""
    vocabulary: Public[Vocabulary] = Vocabulary.model_construct()
    look: Public[LookSettings] = LookSettings.model_construct()
    """How the documents look: paper, size of type, colour, logo, the council's own styles."""
    public: Public[PublicNotes] = PublicNotes.model_construct()
    signoff: Public[tuple[SignOff, ...]] = ()
    checks: dict[Id, Severity] = {}
    """Severities that this plan changes, by code."""
    waivers: tuple[Waiver, ...] = ()

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """A plan that does not say what it is can still be looked at."""
        del stem
        return {"area": "(area not given)", "kind": Kind.WSOA.value}
