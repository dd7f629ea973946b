"""What a plan settles for the tool: its calendar, its school terms, its waivers."""

from sendctl.plan.audience import Public
from sendctl.plan.base import Item
from sendctl.plan.scalars import Day, Id, Text
from sendctl.workdays import Nation


class CalendarDay(Item):
    """A day that the plan adds to the bank holidays, or takes from them."""

    on: Public[Day]
    reason: Public[Text]


class Calendar(Item):
    """Which days are not working days."""

    nation: Public[Nation] = Nation.ENGLAND
    add: Public[tuple[CalendarDay, ...]] = ()
    """Further days that do not count as working days."""
    remove: Public[tuple[CalendarDay, ...]] = ()
    """Bank holidays that count as working days all the same."""


class Term(Item):
    """A school term."""

    start: Public[Day]
    end: Public[Day]


class Waiver(Item):
    """A finding that the plan accepts for a while, with the reason."""

    code: Id
    of: Id | None = None
    """The id of the item it is about; when absent, all findings of the code."""
    reason: Text
    until: Day
    """Its last day; after it the finding counts again."""
