"""What sendctl says about one deadline, and about one thing that happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendctl.plan.framework import Duty, Force, Grade, Unit
from sendctl.plan.head import Step
from sendctl.workdays import Answer, Counting, Skipped


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
class Happened:
    """An event of the plan.

    Attributes:
        event: its key: a framework's event, `review_meeting` for a review, `meeting` for one that
            receives a report.
        title: what it is called.
        on: the day; after `today`, it is planned.
        source: who says so; "" when nobody is named.
        meets: the key of the deadline that it meets; None when it meets none.
    """

    event: str
    title: str
    on: date
    source: str = ""
    meets: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline, with what it rests on.

    Attributes:
        key: the clock's name in its framework; "step:" and the id of one of the plan's steps;
            "committee:", report, meeting (from 1) and clock for a committee paper.
        occurrence: which round of a repeating clock, or which review meeting, from 1; with the key
            it is unique.
        about: the meeting that it is about; "" when it is about the plan.
        due: what the rule gives; None when it cannot be computed. Never a guess.
        stated: the last day of the date that the area states; it governs status and days left.
        stated_text: that date as written.
        difference_working_days: stated minus computed.
        margin_working_days: working days left when it was done; negative when it was late.
        met_by: the event that meets it; "" when the framework names none.
        latest_possible: the day that the deadline cannot be later than, when only that is known.
        grade: how sure the rule is; None when no rule was found.
        wording: the rule in a sentence; "" when there is none.
        responsible: the keys of the bodies that answer for it on its day.
        answer: the count of working days, with what it skipped; None for other units.
        notes: the reasoning, a sentence or two each.
        step: the plan's own step, when it is one.
    """

    key: str
    label: str
    duty: Duty
    force: Force
    status: State
    source: str
    occurrence: int | None = None
    about: str = ""
    due: date | None = None
    counted_from: CountedFrom | None = None
    number: int | None = None
    unit: Unit | None = None
    counting: Counting | None = None
    before: bool = False
    met_by: str = ""
    done_on: date | None = None
    days_left: int | None = None
    working_days_left: int | None = None
    stated: date | None = None
    stated_text: str = ""
    difference_working_days: int | None = None
    margin_working_days: int | None = None
    latest_possible: date | None = None
    grade: Grade | None = None
    wording: str = ""
    responsible: tuple[str, ...] = ()
    answer: Answer | None = None
    notes: tuple[str, ...] = ()
    step: Step | None = None

    @property
    def governing(self) -> date | None:
        """The date that counts: the stated one where there is one, else the computed one."""
        return self.stated or self.due

    @property
    def provisional(self) -> bool:
        """Whether it lies beyond the bank holidays announced so far."""
        return self.answer is not None and self.answer.provisional

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The bank holidays that the count passed over."""
        return self.answer.skipped if self.answer else ()

    @property
    def is_own(self) -> bool:
        """Whether it is the area's, or a local rule's: only those can be overdue."""
        return self.duty in {Duty.AREA, Duty.LOCAL}
