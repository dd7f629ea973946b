"""Clocks and dates to deadlines. What is not known stays None; nothing is ever derived backwards.

The receipt of a report starts the statutory clock, and its date cannot be had from anything else:
where only the publication is known, all that can be said is what the deadline cannot be later than.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.plan.head import Step
from sendctl.timeline.deadline import CountedFrom, Deadline, State
from sendctl.timeline.framework import Clock, Duty, Force, Framework, Grade, Unit, load_framework
from sendctl.timeline.words import day_words
from sendctl.workdays import (
    Skipped,
    UnsupportedDate,
    WorkingCalendar,
    add_months,
    add_weeks,
    add_years,
)

_OWN = (Duty.AREA, Duty.LOCAL)


def deadlines(plan: Plan, today: date) -> list[Deadline]:
    """All deadlines of a plan in order of time, those without a date last.

    Args:
        plan: its framework, events, stated deadlines, steps and calendar are used.
        today: the day that status and days left are about.
    """
    calendar = calendar_of(plan)
    framework = load_framework(plan.head.framework or "")
    found = [_step(plan, step) for step in plan.head.steps]
    if framework:
        dates = event_dates(plan)
        found += [
            _of_clock(plan, framework, key, dates, calendar, today)
            for key, clock in framework.clocks.items()
            if not clock.kinds or plan.head.kind in clock.kinds
        ]
    judged = [_judged(deadline, framework, calendar, today) for deadline in found]
    return sorted(judged, key=_order)


def calendar_of(plan: Plan) -> WorkingCalendar:
    """The working days that the plan counts in."""
    settings = plan.head.calendar
    return WorkingCalendar(
        settings.nation,
        added={day.on: day.reason for day in settings.add},
        removed={day.on: day.reason for day in settings.remove},
    )


def event_dates(plan: Plan) -> dict[str, date]:
    """When each event happened; the inspection's own two dates are events too."""
    dates = {name: event.on for name, event in plan.head.events.items()}
    inspection = plan.head.inspection
    if inspection and inspection.started:
        dates.setdefault("inspection_started", inspection.started)
    if inspection and inspection.ended:
        dates.setdefault("inspection_ended", inspection.ended)
    return dates


def _order(deadline: Deadline) -> date:
    return deadline.governing or deadline.done_on or deadline.latest_possible or date.max


def _step(plan: Plan, step: Step) -> Deadline:
    """One of the plan's own steps, such as the cabinet's approval."""
    due = plan.deadline(step.due)
    return Deadline(
        key=f"step:{step.id}", label=step.title, duty=Duty.LOCAL, force=Force.LOCAL,
        status=State.UNKNOWN, source="A step of this plan", stated=due,
        stated_text=str(step.due or ""), done_on=step.done, step=step,
    )  # fmt: skip


def _of_clock(
    plan: Plan,
    framework: Framework,
    key: str,
    dates: dict[str, date],
    calendar: WorkingCalendar,
    today: date,
) -> Deadline:
    clock = framework.clocks[key]
    start = dates.get(clock.start)
    stated = plan.head.stated.get(key)
    deadline = Deadline(
        key=key, label=clock.title, duty=clock.duty, force=clock.force, status=State.UNKNOWN,
        source=clock.source, number=clock.number,
        unit=clock.unit if clock.number is not None else None,
        counting=clock.counting if clock.number is not None and _in_working_days(clock) else None,
        before=clock.before, grade=clock.grade, done_on=dates.get(clock.met_by or ""),
        counted_from=CountedFrom(clock.start, _title(framework, clock.start), start),
        stated=plan.deadline(stated.due) if stated else None,
        stated_text=str(stated.due) if stated else "",
    )  # fmt: skip
    if stated:
        said = ": ".join(part for part in ("Stated by the area", stated.source) if part)
        deadline = _noting(deadline, f"{said}. {stated.note or ''}".strip())
    if clock.number is None:
        return deadline
    if start is None:
        return _bounded(deadline, framework, clock, dates, calendar)
    return _computed(deadline, clock, start, calendar, today)


def _computed(
    deadline: Deadline, clock: Clock, start: date, calendar: WorkingCalendar, today: date
) -> Deadline:
    """What the rule gives from a known date, and how far the stated date is from it."""
    try:
        run = _run(clock, start, calendar, today)
    except UnsupportedDate as error:
        return _noting(deadline, str(error))
    deadline = replace(
        deadline,
        due=run.due,
        provisional=run.provisional,
        skipped=run.skipped,
        difference_working_days=_between(calendar, run.due, deadline.stated),
    )
    if run.provisional:
        deadline = _noting(deadline, "Provisional: its bank holidays are not all announced yet.")
    return _warned(deadline, clock, start, run.due)


def _warned(deadline: Deadline, clock: Clock, start: date, due: date) -> Deadline:
    """With the cautions about times that the clock runs through."""
    first, last = sorted((start, due))
    for caution in clock.cautions:
        if caution.since <= last and first <= (caution.until or date.max):
            deadline = _noting(deadline, caution.note)
    return deadline


def _bounded(
    deadline: Deadline,
    framework: Framework,
    clock: Clock,
    dates: dict[str, date],
    calendar: WorkingCalendar,
) -> Deadline:
    """The date it counts from is missing: say which, and what the deadline cannot be later than."""
    missing = _title(framework, clock.start)
    deadline = _noting(
        deadline,
        f"Cannot be computed: it counts from “{missing}”, and the plan has no date for that "
        f"(events: {clock.start}).",
    )
    bound = dates.get(clock.not_later_than or "")
    if bound is None or clock.not_later_than is None:
        return deadline
    try:
        latest = _run(clock, bound, calendar, bound).due
    except UnsupportedDate:
        return deadline
    known = _title(framework, clock.not_later_than)
    note = (
        f"It cannot be later than {day_words(latest)}: {_length(clock)} from “{known}” on "
        f"{day_words(bound)}, which the receipt comes before."
    )
    deadline = _noting(replace(deadline, latest_possible=latest), note)
    return _warned(deadline, clock, bound, latest)


class _Run(NamedTuple):
    """Where a clock ends, and which bank holidays it skipped on the way."""

    due: date
    provisional: bool = False
    skipped: tuple[Skipped, ...] = ()


def _run(clock: Clock, start: date, calendar: WorkingCalendar, today: date) -> _Run:
    """Run one clock; of a repeating one, to its first date from today on."""
    number = clock.number or 0
    if _in_working_days(clock):
        answer = calendar.add(start, number, clock.counting, before=clock.before)
        return _Run(answer.date, answer.provisional, answer.skipped)
    add = {Unit.WEEKS: add_weeks, Unit.MONTHS: add_months, Unit.YEARS: add_years}[clock.unit]
    step = -number if clock.before else number
    times = 1
    if clock.repeats and step > 0:
        while add(start, times * step) < today:
            times += 1
    return _Run(add(start, times * step))


def _judged(
    deadline: Deadline, framework: Framework | None, calendar: WorkingCalendar, today: date
) -> Deadline:
    """The deadline with its status and the days that are left."""
    if deadline.done_on and deadline.done_on > today:
        deadline = _noting(replace(deadline, done_on=None), "Its event is dated after this day.")
    governing, done = deadline.governing, deadline.done_on
    if done:
        margin = _between(calendar, done, governing)
        return replace(deadline, status=_outcome(deadline, done), margin_working_days=margin)
    clock = framework.clocks.get(deadline.key) if framework else None
    if clock and clock.not_expected_from and today >= clock.not_expected_from:
        note = clock.not_expected or "It is not expected any more."
        return _noting(replace(deadline, status=State.NOT_EXPECTED), note)
    if governing is None:
        return deadline
    status = State.EXPECTED
    if _can_be_late(deadline):
        status = State.OVERDUE if today > governing else State.DUE
    elif deadline.duty in _OWN:
        deadline = _noting(deadline, "The number is weak (grade D): it is never counted as late.")
    return replace(
        deadline,
        status=status,
        days_left=(governing - today).days,
        working_days_left=_between(calendar, today, governing),
    )


def _between(calendar: WorkingCalendar, first: date, last: date | None) -> int | None:
    """Working days from one day to another; None where there is no such number."""
    try:
        return calendar.between(first, last) if last else None
    except UnsupportedDate:
        return None


def _can_be_late(deadline: Deadline) -> bool:
    """Only what the area or a local rule owes, and on better than weak evidence."""
    return deadline.duty in _OWN and (deadline.stated is not None or deadline.grade is not Grade.D)


def _outcome(deadline: Deadline, done: date) -> State:
    """Whether what was done was in time; past the latest possible date it certainly was not."""
    governing = deadline.governing
    limit = governing or deadline.latest_possible
    if limit and done > limit and _can_be_late(deadline):
        return State.MISSED
    return State.MET if governing else State.UNKNOWN


def _in_working_days(clock: Clock) -> bool:
    return clock.unit is Unit.WORKING_DAYS


def _title(framework: Framework, event: str) -> str:
    return framework.events[event].title if event in framework.events else event


def _noting(deadline: Deadline, note: str) -> Deadline:
    return replace(deadline, notes=(*deadline.notes, note))


def _length(clock: Clock) -> str:
    return f"{clock.number} {clock.unit.value.replace('_', ' ')}"
