"""The sheets of a workbook and their columns: one table for the way out and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from sendctl.exchange.workbook.words import OWNER, PARTY, STRAND


class Kind(Enum):
    """What the cells of a column hold."""

    ID = auto()
    """A name that must not change, as text."""
    TEXT = auto()
    LINES = auto()
    """Several texts, a line each."""
    WHEN = auto()
    """A day as a date; a month, quarter or term as text."""
    DAY = auto()
    WHOLE = auto()
    FIGURE = auto()
    """A figure as published, with its sign: text."""
    CHOICE = auto()
    CHOICES = auto()
    """One or more of a list, a line each."""
    SHOWN = auto()
    """Worked out at the export; what is written there is not read."""
    ASKED = auto()
    """Empty at the export, for something new."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: the field in the plan's files, such as "owners.lead"; a name for what is worked out.
        heading: the first cell.
        width: in characters.
        choices: the list that its words come from, a key of `choices_of`.
        also: the field's name in items that call it otherwise.
        locked: whether it is shown, but cannot be changed for what is in the plan.
        needed: whether a new row must have it.
        keeps: whether the plan cannot be without it, so that an empty cell never takes it out.
        for_owner: whether only an owner's own workbook has it.
    """

    key: str
    heading: str
    kind: Kind
    width: int
    choices: str = ""
    also: str = ""
    locked: bool = False
    needed: bool = False
    keeps: bool = False
    for_owner: bool = False

    @property
    def is_read(self) -> bool:
        """Whether a change in it can become a change in the plan."""
        return not self.locked and self.kind not in {Kind.ID, Kind.SHOWN, Kind.ASKED}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: on its tab.
        noun: what a row of it is, in messages.
        kind: what a new row of it would be in the plan; "" when rows cannot be added.
        frozen: how many columns stay when one scrolls.
        wide: whether it is printed on paper twice the usual size.
    """

    name: str
    noun: str
    columns: tuple[Column, ...]
    kind: str = ""
    frozen: int = 2
    wide: bool = False

    @property
    def ids(self) -> tuple[Column, ...]:
        """The columns that together say which row it is."""
        return tuple(column for column in self.columns if column.kind is Kind.ID)

    @property
    def is_read(self) -> bool:
        """Whether anything in it can change the plan."""
        return any(column.is_read or column.kind is Kind.ASKED for column in self.columns)


UPDATE: Final = "update"
REASON: Final = "moved.reason"

_LATEST: Final = Column("latest", "Latest update", Kind.SHOWN, 30)
_UPDATE: Final = Column(UPDATE, "Update this month", Kind.ASKED, 36, for_owner=True)

ACTIONS: Final = Sheet(
    "Actions",
    "action",
    (
        Column("id", "Ref", Kind.ID, 8, needed=True),
        Column("title", "Action", Kind.TEXT, 36, needed=True, keeps=True),
        _UPDATE,
        Column("strand", "Strand", Kind.CHOICE, 16, STRAND, locked=True, needed=True),
        Column("owners.lead", "Lead", Kind.CHOICES, 20, OWNER, needed=True),
        Column("owners.accountable", "Accountable", Kind.CHOICES, 20, OWNER),
        Column("others", "Also involved", Kind.SHOWN, 18),
        Column("start", "Start", Kind.WHEN, 12),
        Column("due", "Due", Kind.WHEN, 12, needed=True),
        Column(REASON, "Why the date moves", Kind.ASKED, 16),
        Column("status", "Status", Kind.CHOICE, 13, "status", keeps=True),
        Column("rating", "Rating", Kind.CHOICE, 13, "rating"),
        Column("impact", "Impact", Kind.CHOICE, 12, "impact"),
        Column("completed", "Completed", Kind.DAY, 12),
        Column("shown", "Shown as", Kind.SHOWN, 14),
        Column("overdue", "Overdue", Kind.SHOWN, 10),
        Column("success", "How we will know", Kind.LINES, 32),
        _LATEST,
    ),
    "action",
    wide=True,
)
MEASURES: Final = Sheet(
    "Measures",
    "measure",
    (
        Column("id", "Ref", Kind.ID, 8, needed=True),
        Column("title", "Measure", Kind.TEXT, 44, needed=True, keeps=True),
        _UPDATE,
        Column("owner", "Owner", Kind.CHOICES, 24, OWNER),
        Column("unit", "Unit", Kind.CHOICE, 10, "unit", needed=True),
        Column("direction", "Better when", Kind.CHOICE, 11, "direction", needed=True),
        Column("baseline.value", "Baseline", Kind.FIGURE, 11, keeps=True),
        Column("baseline.period", "Baseline period", Kind.TEXT, 15),
        Column("target.value", "Target", Kind.FIGURE, 11, keeps=True),
        Column("target.by", "Target by", Kind.WHEN, 12),
        Column("figure", "Latest figure", Kind.SHOWN, 18),
        _LATEST,
    ),
    "measure",
    wide=True,
)
FIGURES: Final = Sheet(
    "Figures",
    "figure",
    (
        Column("measure", "Measure ref", Kind.ID, 12, needed=True),
        Column("by", "By", Kind.ID, 12, needed=True),
        Column("measured", "Measure", Kind.SHOWN, 44),
        Column("target", "Target", Kind.FIGURE, 12),
        Column("actual.value", "Actual", Kind.FIGURE, 12, keeps=True),
        Column("actual.on", "Known on", Kind.DAY, 12),
        Column("actual.period", "Period", Kind.TEXT, 18),
        Column("actual.state", "State", Kind.CHOICE, 12, "state"),
        Column("actual.note", "Note", Kind.TEXT, 36),
    ),
    "figure",
)
RISKS: Final = Sheet(
    "Risks",
    "risk",
    (
        Column("id", "Ref", Kind.ID, 8, needed=True),
        Column("title", "Risk", Kind.TEXT, 40, needed=True, keeps=True),
        _UPDATE,
        Column("likelihood", "Likelihood (1 to 5)", Kind.WHOLE, 12, needed=True),
        Column("impact", "Impact (1 to 5)", Kind.WHOLE, 12, needed=True),
        Column("score", "Score", Kind.SHOWN, 8),
        Column("mitigation", "What is done about it", Kind.LINES, 44),
        Column("owner", "Owner", Kind.CHOICES, 24, PARTY, needed=True),
        Column("closed", "Closed", Kind.DAY, 12),
        _LATEST,
    ),
    "risk",
)
OWNERS: Final = Sheet(
    "Owners",
    "owner",
    (
        Column("key", "Key", Kind.ID, 28),
        Column("sort", "Post or body", Kind.SHOWN, 13),
        Column("name", "Name", Kind.TEXT, 48, also="title", keeps=True),
        Column("body", "Belongs to", Kind.SHOWN, 36),
        Column("from", "From", Kind.WHEN, 12),
        Column("until", "Until", Kind.WHEN, 12),
    ),
    frozen=1,
)
DEADLINES: Final = Sheet(
    "Deadlines",
    "deadline",
    (
        Column("label", "Deadline", Kind.SHOWN, 36),
        Column("about", "About", Kind.SHOWN, 22),
        Column("date", "Date", Kind.SHOWN, 12),
        Column("date_in_words", "In words", Kind.SHOWN, 20),
        Column("standing", "How it stands", Kind.SHOWN, 24),
        Column("rule", "Rule", Kind.SHOWN, 44),
        Column("stated", "Stated and computed", Kind.SHOWN, 32),
        Column("responsible", "Responsible", Kind.SHOWN, 24),
        Column("source", "Source", Kind.SHOWN, 36),
    ),
    frozen=1,
    wide=True,
)

SHEETS: Final = MappingProxyType(
    {sheet.name: sheet for sheet in (ACTIONS, MEASURES, FIGURES, RISKS, OWNERS, DEADLINES)}
)
"""All sheets that hold parts of the plan, in order."""

DATES: Final = frozenset(
    column.key
    for sheet in SHEETS.values()
    for column in sheet.columns
    if column.kind is Kind.WHEN or column.key == "by"
)
"""The fields that hold a date of any precision."""
