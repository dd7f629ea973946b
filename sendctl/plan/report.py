"""reports/*.yaml: one file a committee report, with the words that only this report has."""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from sendctl.findings.finding import Step
from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.event import Events
from sendctl.plan.scalars import Day, Id, Link, Several, Text


class Stage(StrEnum):
    """How far a report is: instructions shown, blanks to complete, filled in."""

    DRAFT = "draft"
    AGENDA = "agenda"
    DECISION = "decision"


class MeetingKind(StrEnum):
    """What sort of meeting it is: some sections of a form are only for some of them."""

    EXECUTIVE = "executive"
    SCRUTINY = "scrutiny"
    HEALTH_AND_WELLBEING_BOARD = "health_and_wellbeing_board"
    PARTNERSHIP_BOARD = "partnership_board"
    COUNCIL = "council"
    OTHER = "other"


class Meeting(Item):
    """One meeting that receives the report; the same report can go to several."""

    body: Public[Text]
    """The committee, as its agenda names it."""
    kind: Public[MeetingKind] = MeetingKind.OTHER
    on: Public[Day] = Field(alias="date")
    agenda_item: Public[Text | None] = None
    layout: Public[Id | None] = None
    """The form of this meeting's copy, when it is another than the report's."""
    recommendations: Public[Several[Text]] = ()
    decision: Public[dict[Id, Several[Text]]] = {}
    """What this meeting decided, where it differs from the report's `decision:`."""
    events: Public[Events] = Field({}, max_length=500)
    """What happened for this meeting, by the event names of the framework `committee`."""


class Appendix(Item):
    """Something attached; its letter is given when the agenda is made."""

    id: Public[Id]
    title: Public[Text]
    link: Public[Link | None] = None
    """A web address, or a path inside the plan folder."""


class Officer(Item):
    """Who has a part in the report beside the relevant officer."""

    role: Public[Id]
    """The layout's name for it, such as author or portfolio_holder."""
    post: Public[PartyKey]


class Clearance(Item):
    """Who cleared the report inside the council; recorded, never printed."""

    by: PartyKey
    on: Day | None = None
    note: Text | None = None


class Report(Item):
    """One committee report."""

    title: Public[Text]
    layout: Public[Id | None] = None
    """The council's form that it is printed in."""
    stage: Public[Stage] = Stage.DRAFT
    relevant_officer: Public[PartyKey | None] = None
    officers: Public[tuple[Officer, ...]] = ()
    """Those whom the layout's header names by their roles."""
    header: Public[dict[Id, Several[Text]]] = {}
    """What else stands in the header, by the layout's field ids, such as wards."""
    meetings: Public[tuple[Meeting, ...]] = Field((), max_length=100)
    appendices: Public[tuple[Appendix, ...]] = ()
    sections: Public[dict[Id, Several[Text]]] = {}
    """Its own words, by the layout's section ids, a list item a paragraph."""
    decision: Public[dict[Id, Several[Text]]] = {}
    """What was decided, by the layout's section ids."""
    clearances: tuple[Clearance, ...] = ()

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """A report without a title goes by its file's name."""
        return {"title": stem}


def texts(report: Report) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text that a report writes itself, with where it stands."""
    for index, meeting in enumerate(report.meetings):
        at: tuple[Step, ...] = ("meetings", index)
        for number, text in enumerate(meeting.recommendations):
            yield (*at, "recommendations", number), text
        yield from _each(meeting.decision, (*at, "decision"))
    for key, given in (("sections", report.sections), ("decision", report.decision)):
        yield from _each(given, (key,))


def _each(
    given: dict[str, tuple[str, ...]], at: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], str]]:
    for key, several in given.items():
        for number, text in enumerate(several):
            yield (*at, key, number), text
