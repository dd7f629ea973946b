"""How a deadline stands on a day: met or missed, due or overdue, expected, or not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sendctl.plan.framework import Grade
from sendctl.timeline.deadline import Deadline, State
from sendctl.timeline.framework import Clock
from sendctl.workdays import UnsupportedDate, WorkingCalendar


def judged(
    deadline: Deadline, clock: Clock | None, calendar: WorkingCalendar, today: date
) -> Deadline:
    """The deadline with its status and the days that are left.

    Args:
        deadline: with its dates.
        clock: what it comes from; None for a step of the plan's own.
        calendar: for working days.
        today: the day it is about. What is dated later has not happened yet.
    """
    if deadline.done_on and deadline.done_on > today:
        deadline = noting(replace(deadline, done_on=None), "Its event is dated after this day.")
    if deadline.done_on:
        margin = working_days_between(calendar, deadline.done_on, deadline.governing)
        return replace(deadline, status=_outcome(deadline), margin_working_days=margin)
    if clock and clock.not_expected_from and today >= clock.not_expected_from:
        note = clock.not_expected or "It is not expected any more."
        return noting(replace(deadline, status=State.NOT_EXPECTED), note)
    governing = deadline.governing
    if governing is None:
        return _undated(deadline, today)
    if deadline.is_own and not _can_be_late(deadline):
        deadline = noting(deadline, "The number is weak (grade D): it is never counted as late.")
    past = _past(deadline, governing, clock, today)
    if past:
        return noting(replace(deadline, status=State.UNKNOWN), past)
    return _open(deadline, governing, calendar, today)


def _undated(deadline: Deadline, today: date) -> Deadline:
    """A deadline whose day is not known: late all the same once it cannot lie ahead any more."""
    limit = deadline.latest_possible
    if limit is None or limit >= today or not _can_be_late(deadline):
        return deadline
    late = replace(deadline, status=State.OVERDUE)
    return noting(late, "Whatever its day was, it is past, and the plan does not say it was done.")


def _past(deadline: Deadline, governing: date, clock: Clock | None, today: date) -> str:
    """Why it is no use to call it late or expected; "" when it is of use."""
    start = deadline.counted_from
    if deadline.before and start and start.date and start.date < today:
        return f"“{start.title}” is past, and the plan does not say when this was done."
    if governing >= today:
        return ""
    if clock and clock.repeats:
        return "The plan records nothing for this round."
    if deadline.is_own and not _can_be_late(deadline):
        return "It is past, and the plan does not say when this was done."
    return ""


def _open(deadline: Deadline, governing: date, calendar: WorkingCalendar, today: date) -> Deadline:
    """A deadline that is still ahead, or late."""
    status = State.EXPECTED
    if _can_be_late(deadline):
        status = State.OVERDUE if today > governing else State.DUE
    return replace(
        deadline,
        status=status,
        days_left=(governing - today).days,
        working_days_left=working_days_between(calendar, today, governing),
    )


def _can_be_late(deadline: Deadline) -> bool:
    """Only what the area or a local rule owes, and on better than weak evidence."""
    return deadline.is_own and (deadline.stated is not None or deadline.grade is not Grade.D)


def _outcome(deadline: Deadline) -> State:
    """Whether what was done was in time; past the latest possible date it certainly was not."""
    governing, done = deadline.governing, deadline.done_on
    limit = governing or deadline.latest_possible
    if limit and done and done > limit and _can_be_late(deadline):
        return State.MISSED
    return State.MET if governing else State.UNKNOWN


def working_days_between(calendar: WorkingCalendar, first: date, last: date | None) -> int | None:
    """Working days from one day to another; None where there is no such number."""
    try:
        return calendar.between(first, last) if last else None
    except UnsupportedDate:
        return None


def noting(deadline: Deadline, *notes: str) -> Deadline:
    """The deadline with more reasoning."""
    return replace(deadline, notes=(*deadline.notes, *notes))
