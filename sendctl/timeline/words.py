"""Deadlines in words, the same on the terminal and in documents."""

from __future__ import annotations

from datetime import date

from sendctl.plan.framework import Duty, Force, Unit
from sendctl.timeline.deadline import Deadline, State
from sendctl.workdays import Counting

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_UNITS = {
    Unit.WORKING_DAYS: "working day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
    Unit.YEARS: "year",
}
WORKING_DAY = (
    "A working day is not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday. That is "
    "the wording of two sister instruments (SI 2005/1973, SI 2007/462); that of SI 2015/1792 was "
    "not read (grade C)."
)
"""What counts, how sure that is, and where it stands."""

COUNTINGS = {
    Counting.EXCLUDING: "that day not counted",
    Counting.INCLUDING: "that day counted",
    Counting.CLEAR: "clear days",
}
_LOCAL_RULE = "a local rule"
_FORCES = {force: force.value for force in Force} | {Force.LOCAL: _LOCAL_RULE}
_DUTIES = {duty: f"a matter for the {duty}" for duty in Duty} | {Duty.LOCAL: _LOCAL_RULE}
_LOOSE = (Force.USUAL, Force.APPROXIMATE)


def day_words(day: date) -> str:
    """30 August 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """Tuesday 30 August 2022."""
    return f"{WEEKDAYS[day.weekday()]} {day_words(day)}"


def month_words(day: date) -> str:
    """August 2022."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def date_words(deadline: Deadline) -> str:
    """The date that counts, no more exact than it is."""
    if deadline.stated:
        exact = deadline.stated_text == deadline.stated.isoformat()
        return day_words(deadline.stated) if exact else _as_written(deadline)
    if deadline.due:
        loose = deadline.force in _LOOSE
        return f"about {month_words(deadline.due)}" if loose else day_words(deadline.due)
    if deadline.done_on:
        return day_words(deadline.done_on)
    if deadline.latest_possible:
        return f"not after {day_words(deadline.latest_possible)}"
    return "not known"


def _as_written(deadline: Deadline) -> str:
    """A stated date that is less exact than a day."""
    assert deadline.stated is not None  # noqa: S101 - the caller looked
    is_month = deadline.stated_text == f"{deadline.stated:%Y-%m}"
    return month_words(deadline.stated) if is_month else deadline.stated_text


def status_words(deadline: Deadline) -> str:
    """How it stands, with how many working days are left or lost."""
    left = deadline.working_days_left
    match deadline.status:
        case State.MET:
            return _met_words(deadline)
        case State.MISSED:
            return _missed_words(deadline)
        case State.DUE:
            return "due today" if deadline.days_left == 0 else f"due in {_days(left, deadline)}"
        case State.OVERDUE if deadline.days_left is None:
            return "overdue"
        case State.OVERDUE:
            return f"overdue by {_days(left, deadline)}"
        case State.EXPECTED:
            return "expected"
        case State.NOT_EXPECTED:
            return "not expected"
        case State.UNKNOWN:
            return _unknown_words(deadline)


def _met_words(deadline: Deadline) -> str:
    """When it was met, and how early; of what others do only that it took place."""
    if not deadline.done_on:
        return "met"
    if not deadline.is_own:
        return f"took place on {day_words(deadline.done_on)}"
    early = deadline.margin_working_days or 0
    margin = f", {number_of(early, 'working day')} early" if early > 0 else ""
    return f"met on {day_words(deadline.done_on)}{margin}"


def _missed_words(deadline: Deadline) -> str:
    """By how many working days; by how many days when only a weekend or holiday lies between."""
    if deadline.margin_working_days:
        return f"missed by {number_of(-deadline.margin_working_days, 'working day')}"
    if deadline.done_on and deadline.governing:
        return f"missed by {number_of((deadline.done_on - deadline.governing).days, 'day')}"
    return "missed"


def _unknown_words(deadline: Deadline) -> str:
    no_rule = deadline.number is None and not deadline.step
    if deadline.done_on:
        return "done; no rule found" if no_rule else "done"
    if deadline.governing:
        return "nothing recorded"
    return "no rule found" if no_rule else "no date yet"


def working_words(deadline: Deadline) -> str:
    """The working of a count of working days, in a sentence; "" for other units."""
    answer = deadline.answer
    if answer is None:
        return ""
    holidays = "; ".join(f"{day_words(day.date)} ({day.name})" for day in answer.skipped)
    passed = number_of(answer.weekend_days, "weekend day")
    if holidays:
        passed += f" and {number_of(len(answer.skipped), 'bank holiday')}: {holidays}"
    return (
        f"From {weekday_words(answer.start)} to {weekday_words(answer.date)}: "
        f"{number_of(answer.working_days, 'working day')}, and passed over {passed}."
    )


def rule_words(deadline: Deadline) -> str:
    """The rule behind it: how long after what, whose duty, how sure."""
    if deadline.step:
        return "A step that the plan sets itself."
    sure = f"grade {deadline.grade}" if deadline.grade else "no grade"
    whose = ", ".join(dict.fromkeys((_FORCES[deadline.force], _DUTIES[deadline.duty], sure)))
    start = deadline.counted_from
    if deadline.number is None or deadline.unit is None or start is None:
        return f"No rule found ({whose})."
    length = length_words(deadline.number, deadline.unit)
    when = "before" if deadline.before else "after"
    counting = f", {COUNTINGS[deadline.counting]}" if deadline.counting else ""
    known = f" on {day_words(start.date)}" if start.date else ""
    return f"{length} {when} “{start.title}”{known}{counting} ({whose})."


def comparison_words(deadline: Deadline) -> str:
    """The stated date beside the computed one; "" when there are not both."""
    if deadline.stated is None or deadline.due is None:
        return ""
    if deadline.stated == deadline.due:
        return f"The rule gives the same day, {day_words(deadline.due)}."
    if deadline.force in _LOOSE:
        return f"The rule gives about {month_words(deadline.due)}."
    apart = (deadline.stated - deadline.due).days
    difference = deadline.difference_working_days
    count = (
        number_of(abs(difference), "working day") if difference else number_of(abs(apart), "day")
    )
    side = "earlier" if apart > 0 else "later"
    return f"The rule gives {day_words(deadline.due)}, {count} {side} than the stated date."


def _days(working_days: int | None, deadline: Deadline) -> str:
    if working_days:
        return number_of(abs(working_days), "working day")
    return number_of(abs(deadline.days_left or 0), "day")


def length_words(number: int | None, unit: Unit) -> str:
    """70 working days, 1 month."""
    return number_of(number or 0, _UNITS[unit])


def number_of(number: int, noun: str) -> str:
    """1 working day, 2 working days."""
    return f"{number} {noun}{'s' * (number != 1)}"
