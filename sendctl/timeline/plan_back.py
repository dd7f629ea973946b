"""Dates for a plan's own steps, counted back from the day the plan must be handed in.

The 70 working days are run by planning backwards: design before signatures, signatures before the
deadline. Nothing here is law; the proposals are arithmetic on what the plan says of its steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.head import Step
from sendctl.timeline.dates import calendar_of
from sendctl.timeline.deadline import Deadline
from sendctl.timeline.framework import framework_of
from sendctl.timeline.whole import Timeline
from sendctl.workdays import UnsupportedDate, WorkingCalendar


class CannotPlanBack(Exception):  # noqa: N818 - a verdict about the plan, not a fault
    """There is nothing to plan back from, or nothing to plan; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A date for one step.

    Attributes:
        step: the plan's step.
        planned: the last day of the date that the plan has for it; None when it has none.
        proposed: the day counted back.
        working_days: how many working days it comes before the next step, or before the deadline.
        is_share: whether that is an equal share of the time, because the step does not say.
        slack: working days from the planned day to the proposed one; negative when it is planned
            too late; None when it is not planned.
    """

    step: Step
    planned: date | None
    proposed: date
    working_days: int
    is_share: bool
    slack: int | None


@dataclass(frozen=True, slots=True)
class PlanBack:
    """Proposals for all open steps.

    Attributes:
        deadline: what is planned back from; `target` its day.
        start: the first day of the time there is: today, or the receipt when that is later.
        proposals: in the plan's order.
        short_by: how many working days are missing; 0 when the steps fit.
    """

    deadline: Deadline
    target: date
    start: date
    proposals: tuple[Proposal, ...]
    short_by: int


def plan_back(timeline: Timeline) -> PlanBack:
    """Propose dates for the steps that are not done yet.

    A step with `working_days` is put that many working days before the next one (the last before
    the deadline). Steps without it share equally what time the others leave.

    Raises:
        CannotPlanBack: the framework has no submission, its day is not known or has passed, or no
            step is open.
    """
    plan, today = timeline.plan, timeline.today
    deadline = _submission(timeline)
    target = _target(deadline, today)
    steps = [step for step in plan.head.steps if step.done is None or step.done > today]
    if not plan.head.steps:
        raise CannotPlanBack("The plan has no steps to plan. Add `steps:` to plan.yaml.")
    if not steps:
        raise CannotPlanBack("Every step is done.")
    received = deadline.counted_from and deadline.counted_from.date
    start = max(today, received or today)
    calendar = calendar_of(plan)
    try:
        shares = _shares(steps, calendar.between(start, target))
        proposals = _proposals(plan, calendar, steps, target, shares)
        first = proposals[0].proposed
        short_by = calendar.between(first, start) if first < start else 0
    except UnsupportedDate as error:
        raise CannotPlanBack(str(error)) from None
    return PlanBack(deadline, target, start, tuple(proposals), short_by)


def _submission(timeline: Timeline) -> Deadline:
    """The deadline by which the plan itself is handed in."""
    framework = framework_of(timeline.plan)
    key = framework.submission if framework else None
    found = next((one for one in timeline.deadlines if key and one.key == key), None)
    if found is None:
        raise CannotPlanBack("The plan's framework has no date by which the plan is handed in.")
    return found


def _target(deadline: Deadline, today: date) -> date:
    if deadline.governing is None:
        reason = " ".join(deadline.notes) or "Its date is not known."
        raise CannotPlanBack(f"“{deadline.label}” has no date to plan back from. {reason}")
    if deadline.done_on:
        raise CannotPlanBack(f"“{deadline.label}” is done.")
    if deadline.governing <= today:
        raise CannotPlanBack(f"“{deadline.label}” is due, or overdue: no time is left to plan.")
    return deadline.governing


def _shares(steps: Sequence[Step], available: int) -> list[int]:
    """How many working days each step comes before the next, in the steps' order."""
    own = sum(step.working_days or 0 for step in steps)
    sharing = sum(step.working_days is None for step in steps)
    # One share more than steps: the work before the first step takes its time too.
    share = max(1, (available - own) // (sharing + 1))
    return [share if step.working_days is None else step.working_days for step in steps]


def _proposals(
    plan: Plan,
    calendar: WorkingCalendar,
    steps: Sequence[Step],
    target: date,
    shares: Sequence[int],
) -> list[Proposal]:
    found: list[Proposal] = []
    day = target
    for step, share in zip(reversed(steps), reversed(shares), strict=True):
        day = calendar.date_after(day, share, before=True)
        planned = plan.deadline(step.due)
        slack = calendar.between(planned, day) if planned else None
        found.append(Proposal(step, planned, day, share, step.working_days is None, slack))
    return found[::-1]
