"""The plan's own words, and what its public version needs."""

from enum import StrEnum

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.plan.scalars import ContactText, Day, Flag, Several, Text, Whole


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
    """Who approved that the plan is published."""

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
    approved: Approval | None = None
