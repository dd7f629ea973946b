"""The plan's own words, the look of its documents, and what its public version needs."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.plan.scalars import (
    ContactText,
    Day,
    Flag,
    HexColour,
    Several,
    SeveralItems,
    Text,
    Whole,
)


class Colour(StrEnum):
    """A colour that a plan gives to one of its words; the word is always printed too."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"


class Shown(Item):
    """One word of the plan's own scale; the first that matches an action is shown."""

    word: Public[Text]
    colour: Public[Colour | None] = None
    meaning: Public[Text | None] = None
    """For the key beside the tables."""
    status: Public[Several[Status]] = ()
    rating: Public[Several[Rating]] = ()
    impact: Public[Several[Impact]] = ()

    def matches(self, status: Status, rating: Rating | None, impact: Impact | None) -> bool:
        """Whether an item with these has this word; a list that is empty matches anything."""
        return (
            (not self.status or status in self.status)
            and (not self.rating or rating in self.rating)
            and (not self.impact or impact in self.impact)
        )


class Vocabulary(Item):
    """What the plan calls things; the files keep the fixed words."""

    strand: Public[Text | None] = None
    """Such as Workstream, Theme or Priority."""
    objective: Public[Text | None] = None
    action: Public[Text | None] = None
    measure: Public[Text | None] = None
    weakness: Public[Text | None] = None
    shown: Public[tuple[Shown, ...]] = ()


class Approval(Item):
    """Who approved that the plan is published, or published again."""

    on: Public[Day]
    by: Public[PartyKey]


class PublicNotes(Item):
    """What a published version says, and how careful it is."""

    contact: Public[ContactText | None] = None
    other_formats: Public[ContactText | None] = None
    """How to ask for large print, easy read or another language."""
    feedback: Public[ContactText | None] = None
    names: Public[Flag] = False
    """Whether names of people may be printed."""
    threshold: Public[Whole] = 5
    """Counts of people below it are not shown, nor what rests on them; 0 is."""
    hide_zero: Public[Flag] = False
    """Whether a count of 0 is not shown either."""
    approved: SeveralItems[Approval] = ()
    """One approval; or a list of them, where a new version of the plan was approved again."""

    def approved_by(self, day: date) -> bool:
        """Whether somebody had approved by the end of a day."""
        return any(one.on <= day for one in self.approved)


class PageSize(StrEnum):
    """The paper that documents are made for."""

    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"


class Logo(Item):
    """A picture on the cover of every document."""

    file: Public[Text]
    """A PNG, JPEG or SVG file in the plan folder, by its path from there."""
    alt: Public[Text]
    """What it shows, in words, for those who do not see it: usually the council's name."""


class LookSettings(Item):
    """How documents look."""

    page: Public[PageSize] = PageSize.A4
    """The paper: a4, a3 or letter."""
    body_size: Public[Whole] = Field(12, ge=12, le=24)
    """Size of ordinary text in points; 12 or more, and 18 for large print."""
    accent: Public[HexColour] = "#12436d"
    """The colour of headings and of the cover, such as "#12436d"; at least 4.5:1 against white."""
    logo: Public[Logo | None] = None
    """A picture on the cover of every document."""
    css: Public[Text | None] = None
    """A style sheet in the plan folder for HTML, applied after the shipped one."""
    word_template: Public[Text | None] = None
    """A .docx file in the plan folder whose styles, header and footer Word documents take."""
