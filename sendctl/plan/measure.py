"""measures.yaml: figures that show whether things get better."""

from enum import StrEnum

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, MeasureId, OwnerKey, SubjectId
from sendctl.plan.progress import Reported
from sendctl.plan.scalars import Dated, Day, Flag, Id, Several, Text, Value, Whole


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "percent"
    RATE = "rate"
    COUNT = "count"
    WEEKS = "weeks"
    DAYS = "days"
    SCORE = "score"
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class State(StrEnum):
    """How firm a figure is."""

    PROJECTED = "projected"
    PROVISIONAL = "provisional"
    FINAL = "final"
    RESTATED = "restated"


class Reading(Item):
    """A figure as it was published: kept as it stands, even in the wrong unit."""

    value: Public[Value]
    on: Public[Day | None] = None
    """The day it was known."""
    period: Public[Text | None] = None
    """The time it is about, such as 2021/22."""
    source: Public[Text | None] = None
    state: Public[State | None] = None
    numerator: Whole | None = None
    """The children counted; a small count must not be published."""
    denominator: Whole | None = None
    """The children among whom they were counted."""
    note: Public[Text | None] = None
    held_back: Flag = False
    """Not shown in a public version, because it would give away a figure that is too small."""


class Target(Item):
    """Where the figure is to be, and by when."""

    value: Public[Value]
    by: Public[Dated | None] = None
    basis: Public[Text | None] = None
    """Why this figure, such as "England average"."""
    period: Public[Text | None] = None
    note: Public[Text | None] = None


class Checkpoint(Item):
    """A dated milestone of a measure: target and actual, either possibly missing."""

    by: Public[Dated]
    target: Public[Value | None] = None
    actual: Public[Reading | None] = None
    note: Public[Text | None] = None


class Break(Item):
    """From when a series cannot be compared with what came before."""

    on: Public[Dated]
    reason: Public[Text]


class Measure(Reported):
    """One measure (key performance indicator)."""

    id: Public[Id]
    about: Public[Several[SubjectId]] = Field((), alias="for")
    """Weaknesses or strands it is about, when no action names it; written `for`."""
    title: Public[Text]
    plain: Public[Text | None] = None
    tag: Public[Text | None] = None
    """A short name for tables and charts."""
    made_of: Several[MeasureId] = ()
    """The parts of this total, or the counts that this percentage or rate rests on."""
    people: Public[Flag] = True
    """Whether it counts people: a public version does not show small counts of them."""
    cumulative: Public[Flag] = False
    """Whether each figure counts on from the one before it."""
    owner: Public[Several[OwnerKey]] = ()
    unit: Public[Unit | None] = None
    direction: Public[Direction | None] = None
    baseline: Public[Reading | None] = None
    target: Public[Target | None] = None
    milestones: Public[tuple[Checkpoint, ...]] = ()
    breaks: Public[tuple[Break, ...]] = ()
    note: Public[Text | None] = None


class MeasuresFile(Item):
    """measures.yaml: what is counted, from where to where, and how far it has come."""

    measures: Public[tuple[Measure, ...]] = ()
