"""reports/*.yaml: one file a committee report, with the words that only this report has."""

from enum import StrEnum

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.event import Events
from sendctl.plan.scalars import Day, Id, Link, Several, Text


class Stage(StrEnum):
    """How far a report is: instructions shown, blanks to complete, filled in."""

    DRAFT = "draft"
    AGENDA = "agenda"
    DECISION = "decision"


class Meeting(Item):
    """One meeting that receives the report; the same report can go to several."""

    body: Public[Text]
    """The committee, as its agenda names it."""
    on: Public[Day] = Field(alias="date")
    agenda_item: Public[Text | None] = None
    recommendations: Public[Several[Text]] = ()
    events: Public[Events] = {}
    """What happened for this meeting, by the event names of the framework `committee`."""


class Appendix(Item):
    """Something attached; its letter is given when the agenda is made."""

    id: Public[Id]
    title: Public[Text]
    link: Public[Link | None] = None
    """A web address, or a path inside the plan folder."""


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
    meetings: Public[tuple[Meeting, ...]] = ()
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
