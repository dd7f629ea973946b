"""What sendctl says about one deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendctl.plan.base import Item
from sendctl.timeline.framework import Duty, Force, Grade, Unit
from sendctl.workdays import Counting, Skipped


class State(StrEnum):
    """How a deadline stands."""

    MET = "met"
    MISSED = "missed"
    DUE = "due"
    OVERDUE = "overdue"
    EXPECTED = "expected"
    NOT_EXPECTED = "not_expected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """The event a clock counts from, its title, and its date if it is known."""

    event: str
    title: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline, with what it rests on.

    Attributes:
        key: the clock's name in its framework, or "step:" and the id of one of the plan's steps.
        due: what the rule gives; None when it cannot be computed. Never a guess.
        stated: the last day of the date that the area states; it governs status and days left.
        stated_text: that date as written, with its source.
        difference_working_days: stated minus computed.
        margin_working_days: working days left when it was done; negative when it was late.
        latest_possible: the day that the deadline cannot be later than, when only that is known.
        provisional: whether it lies beyond the bank holidays announced so far.
        skipped: the bank holidays that the count passed over.
        notes: the reasoning, a sentence or two each.
        step: the plan's own step, when it is one.
    """

    key: str
    label: str
    duty: Duty
    force: Force
    status: State
    source: str
    due: date | None = None
    counted_from: CountedFrom | None = None
    number: int | None = None
    unit: Unit | None = None
    counting: Counting | None = None
    before: bool = False
    done_on: date | None = None
    days_left: int | None = None
    working_days_left: int | None = None
    stated: date | None = None
    stated_text: str = ""
    difference_working_days: int | None = None
    margin_working_days: int | None = None
    latest_possible: date | None = None
    grade: Grade | None = None
    provisional: bool = False
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    step: Item | None = None

    @property
    def governing(self) -> date | None:
        """The date that counts: the stated one where there is one, else the computed one."""
        return self.stated or self.due
