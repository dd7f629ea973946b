"""frameworks/*.yaml: the events that can happen under a framework, and the clocks that it runs.

The frameworks that sendctl ships are written in the same form, and so is a council's change to one
of them: there a clock holds only the keys that differ, and the reason. `sendctl.timeline.framework`
lays the two over each other.
"""

from enum import StrEnum

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item
from sendctl.plan.kind import Kind, Outcome
from sendctl.plan.scalars import Day, Flag, Id, Text, Whole
from sendctl.workdays import Counting


class Duty(StrEnum):
    """Whose clock it is. Only the area's own and local ones can be overdue."""

    AREA = "area"
    INSPECTORATE = "inspectorate"
    GOVERNMENT = "government"
    LOCAL = "local"


class Force(StrEnum):
    """How binding a clock is."""

    STATUTORY = "statutory"
    REQUIRED = "required"
    USUAL = "usual"
    APPROXIMATE = "approximate"
    AGREED = "agreed"
    LOCAL = "local"


class Grade(StrEnum):
    """How sure a rule is: A primary text, B official statement, C inferred, D weak."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Each(StrEnum):
    """What a clock runs once for: every review meeting, or every meeting of a report."""

    REVIEWS = "reviews"
    MEETINGS = "meetings"


class EventKind(Item):
    """Something that can happen under a framework."""

    title: Public[Text]
    after: Public[Id | None] = None
    """An event that cannot come later than this one."""


class Caution(Item):
    """A stretch of time; a clock that runs through it carries this note."""

    since: Public[Day] = Field(alias="from")
    """Its first day; written `from`."""
    until: Public[Day | None] = None
    """Its last day; none yet when it goes on."""
    note: Public[Text]


class ClockFile(Item):
    """One rule as a file gives it: how long after (or before) which event something is due."""

    title: Public[Text | None] = None
    wording: Public[Text | None] = None
    """The rule in a sentence."""
    kinds: Public[tuple[Kind, ...]] = ()
    """The kinds of plan it is for; all of them when empty."""
    outcomes: Public[tuple[Outcome, ...]] = ()
    """The outcomes of the inspection after which it runs; any, when empty."""
    met_by: Public[Id | None] = None
    """The event that meets it."""
    number: Public[Whole | None] = None
    """How many units; absent when no rule was found."""
    unit: Public[Unit] = Unit.WORKING_DAYS
    counting: Public[Counting] = Counting.EXCLUDING
    """Which ends of a count of working days are counted."""
    before: Public[Flag] = False
    """Whether it runs backwards from its event."""
    repeats: Public[Flag] = False
    """Whether it runs again and again; each review meeting that was held meets one round."""
    each: Public[Each | None] = None
    """What it runs once for; when absent, it runs once for the plan."""
    start: Public[Id | None] = Field(None, alias="from")
    """The event it counts from; written `from`."""
    not_later_than: Public[Id | None] = None
    """An event that cannot come before the one it counts from: it bounds the deadline, no more."""
    duty: Public[Duty | None] = None
    """Whose it is."""
    force: Public[Force | None] = None
    """How binding it is."""
    grade: Public[Grade | None] = None
    """How sure it is; absent when no rule was found."""
    source: Public[Text | None] = None
    """Where the rule stands, and the limits of that."""
    cautions: Public[tuple[Caution, ...]] = Field((), max_length=50)
    """Notes for a clock that runs through certain times."""
    valid_from: Public[Day | None] = None
    """It runs only when its event was on this day or later."""
    valid_until: Public[Day | None] = None
    """It runs only when its event was on this day or earlier."""
    not_expected_from: Public[Day | None] = None
    """From this day on, what has not happened yet is not expected any more."""
    not_expected: Public[Text | None] = None
    """Why it is not."""
    applies: Public[Flag] = True
    """Whether the clock runs here at all."""
    reason: Public[Text | None] = None
    """Why a plan changes a clock that sendctl ships; required there."""


class FrameworkFile(Item):
    """One framework, or what a plan changes in a shipped one of the same file name."""

    name: Public[Id | None] = Field(None, alias="framework")
    """The file's own name without its ending; written `framework`."""
    title: Public[Text | None] = None
    since: Public[Day | None] = None
    """The first day on which an inspection under it can begin."""
    until: Public[Day | None] = None
    """The last one; none yet when it goes on."""
    kinds: Public[tuple[Kind, ...]] = ()
    """The kinds of plan that are made under it."""
    submission: Public[Id | None] = None
    """The clock by which the plan itself is handed in: steps are planned backwards from it."""
    cautions: Public[tuple[Caution, ...]] = Field((), max_length=50)
    """For every clock of the framework."""
    events: Public[dict[Id, EventKind]] = Field({}, max_length=500)
    """What can happen, by the keys that `events:` of plan.yaml uses."""
    clocks: Public[dict[Id, ClockFile]] = Field({}, max_length=100)
    """The rules, by the keys that `stated:` of plan.yaml uses."""
