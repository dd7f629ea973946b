"""A plan's dates and its framework's clocks to deadlines. What is not known stays None.

The receipt of a report starts the statutory clock, and its date cannot be had from anything else:
where only the publication is known, all that can be said is what the deadline cannot be later than.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sendctl.plan import Plan
from sendctl.plan.framework import Duty, Each, Force, Unit
from sendctl.plan.head import Stated, Step
from sendctl.timeline.dates import calendar_of, event_dates, plan_end
from sendctl.timeline.deadline import CountedFrom, Deadline, State
from sendctl.timeline.framework import Clock, Framework, committee_of, framework_of
from sendctl.timeline.judge import judged, noting, working_days_between
from sendctl.timeline.meetings import REVIEW, Entry, entries, held, nearest
from sendctl.timeline.run import Run, listed, rounds, run
from sendctl.timeline.words import day_words, length_words
from sendctl.workdays import UnsupportedDate, WorkingCalendar


def deadlines(plan: Plan, today: date) -> list[Deadline]:
    """All deadlines of a plan in order of time, those without a date last.

    Args:
        plan: its framework, events, stated deadlines, steps, meetings and calendar are used.
        today: the day that status and days left are about.
    """
    calendar = calendar_of(plan)
    found = [judged(_step(plan, step), None, calendar, today) for step in plan.head.steps]
    for framework in (framework_of(plan), committee_of(plan)):
        if framework:
            found += _Clocks(plan, framework, calendar, today).deadlines()
    return sorted(found, key=_order)


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


@dataclass(frozen=True, slots=True)
class _Clocks:
    """Runs the clocks of one framework over one plan."""

    plan: Plan
    framework: Framework
    calendar: WorkingCalendar
    today: date

    def deadlines(self) -> Iterator[Deadline]:
        """What each clock gives: once, round after round, or once a meeting."""
        dates = event_dates(self.plan)
        for key, clock in self.framework.clocks.items():
            if not self._applies(clock):
                continue
            if clock.each:
                yield from self._each(key, clock, clock.each, dates)
            elif clock.repeats and clock.number and _runs_from(clock, dates):
                yield from self._rounds(key, clock, dates)
            else:
                yield from self._once(key, clock, dates)

    def _applies(self, clock: Clock) -> bool:
        """Whether it is for plans of this kind, and for inspections with this outcome."""
        head = self.plan.head
        outcome = head.inspection.outcome if head.inspection else None
        return (not clock.kinds or head.kind in clock.kinds) and (
            not clock.outcomes or outcome in clock.outcomes
        )

    def _once(
        self, key: str, clock: Clock, dates: Mapping[str, date], entry: Entry | None = None
    ) -> Iterator[Deadline]:
        """The deadline of a clock that runs once; none where its rule was not in force."""
        if clock.start in dates and not _runs_from(clock, dates):
            return
        deadline = self._bare(key, clock, dates)
        if entry:
            label = f"{clock.title}: {entry.about}"
            deadline = replace(deadline, label=label, about=entry.about, occurrence=entry.number)
        else:
            deadline = self._with_stated(deadline, self.plan.head.stated.get(key))
        if clock.number is not None:
            deadline = self._run(deadline, clock, dates)
        yield self._judged(deadline, clock)

    def _rounds(self, key: str, clock: Clock, dates: Mapping[str, date]) -> Iterator[Deadline]:
        """The rounds of a repeating clock, each with the meeting that belongs to it."""
        start = dates[clock.start]
        found = rounds(clock, start, self.calendar, self.today, plan_end(self.plan))
        meetings = self._meetings(clock, dates)
        belongs = held(meetings, start, [one.due for _, one in found])
        stated = self.plan.head.stated.get(key)
        aim = self.plan.deadline(stated.due) if stated else None
        shown = listed(found, self.today)
        stated_round = nearest(aim or start, [one.due for _, one in shown])
        for number, one in shown:
            deadline = replace(self._bare(key, clock, dates), occurrence=number, done_on=None)
            if one.due == stated_round:
                deadline = self._with_stated(deadline, stated)
            day = belongs.get(one.due)
            if day:
                deadline = self._with_meeting(deadline, clock.met_by or REVIEW, day, meetings[day])
            yield self._judged(self._ended(deadline, clock, start, one), clock)
        if not found:  # it counts from, or to, a year that cannot be counted in
            yield from self._once(key, clock, dates)

    def _meetings(self, clock: Clock, dates: Mapping[str, date]) -> Mapping[date, str]:
        """The days that can meet a round, with what came of them: reviews, or its own event."""
        met_by = clock.met_by or REVIEW
        found = {dates[met_by]: ""} if met_by in dates else {}
        if met_by == REVIEW:
            found |= {review.on: review.outcome or "" for review in self.plan.head.reviews}
        return found

    def _each(
        self, key: str, clock: Clock, each: Each, dates: Mapping[str, date]
    ) -> Iterator[Deadline]:
        """A deadline for each meeting that the clock's event is known of."""
        meetings = list(entries(self.plan, each))
        if each is Each.REVIEWS and not meetings:
            yield from self._once(key, clock, dates)
        for entry in meetings:
            if clock.start in entry.dates:
                is_report = each is Each.MEETINGS
                own = f"{self.framework.name}:{entry.name}:{key}" if is_report else key
                yield from self._once(own, clock, entry.dates, entry)

    def _bare(self, key: str, clock: Clock, dates: Mapping[str, date]) -> Deadline:
        """The clock itself, before anything is computed."""
        counts = clock.number is not None
        title = self.framework.event_title(clock.start)
        return Deadline(
            key=key, label=clock.title, duty=clock.duty, force=clock.force, status=State.UNKNOWN,
            source=clock.source, number=clock.number, unit=clock.unit if counts else None,
            counting=clock.counting if counts and clock.unit is Unit.WORKING_DAYS else None,
            before=clock.before, grade=clock.grade, wording=clock.wording or "",
            met_by=clock.met_by or "", done_on=dates.get(clock.met_by or ""),
            counted_from=CountedFrom(clock.start, title, dates.get(clock.start)),
            notes=(f"This plan's own rule: {clock.reason}",) if clock.reason else (),
        )  # fmt: skip

    def _with_stated(self, deadline: Deadline, stated: Stated | None) -> Deadline:
        """The deadline with the date that the area states, and who says so."""
        if stated is None:
            return deadline
        said = ": ".join(part for part in ("Stated by the area", stated.source) if part)
        deadline = replace(
            deadline, stated=self.plan.deadline(stated.due), stated_text=str(stated.due)
        )
        return noting(deadline, f"{said}. {stated.note or ''}".strip())

    def _with_meeting(self, deadline: Deadline, event: str, day: date, outcome: str) -> Deadline:
        """The round with what was held for it, or is planned for it."""
        if day > self.today:
            deadline = replace(deadline, stated=day, stated_text=day.isoformat())
            return noting(deadline, f"Planned for {day_words(day)}.")
        deadline = replace(deadline, done_on=day, met_by=event)
        return noting(deadline, outcome) if outcome else deadline

    def _run(self, deadline: Deadline, clock: Clock, dates: Mapping[str, date]) -> Deadline:
        """With the date that the rule gives, or what is known of it."""
        start = dates.get(clock.start)
        if start is None:
            return self._bounded(deadline, clock, dates)
        try:
            return self._ended(deadline, clock, start, run(clock, start, self.calendar))
        except UnsupportedDate as error:
            return noting(deadline, str(error))

    def _ended(self, deadline: Deadline, clock: Clock, start: date, end: Run) -> Deadline:
        """With what the rule gives, and how far the stated date is from it."""
        deadline = replace(
            deadline,
            due=end.due,
            answer=end.answer,
            difference_working_days=working_days_between(self.calendar, end.due, deadline.stated),
        )
        if start > self.today and not clock.before:
            deadline = noting(deadline, f"Counted from {day_words(start)}, which is still to come.")
        if deadline.provisional:
            deadline = noting(deadline, "Provisional: its bank holidays are not all announced yet.")
        return self._cautioned(deadline, clock, start, end.due)

    def _cautioned(self, deadline: Deadline, clock: Clock, start: date, due: date) -> Deadline:
        """With the cautions about times that the clock runs through."""
        first, last = sorted((start, due))
        cautions = (*self.framework.cautions, *clock.cautions)
        return noting(
            deadline,
            *(
                caution.note
                for caution in cautions
                if caution.since <= last and first <= (caution.until or date.max)
            ),
        )

    def _bounded(self, deadline: Deadline, clock: Clock, dates: Mapping[str, date]) -> Deadline:
        """The date it counts from is missing: say which, and what it cannot be later than."""
        missing = self.framework.event_title(clock.start)
        deadline = noting(
            deadline,
            f"Cannot be computed: it counts from “{missing}”, and the plan has no date for that "
            f"(events: {clock.start}).",
        )
        bound = dates.get(clock.not_later_than or "")
        if bound is None or clock.not_later_than is None:
            return deadline
        try:
            latest = run(clock, bound, self.calendar).due
        except UnsupportedDate:
            return deadline
        known = self.framework.event_title(clock.not_later_than)
        deadline = noting(
            replace(deadline, latest_possible=latest),
            f"It cannot be later than {day_words(latest)}: "
            f"{length_words(clock.number, clock.unit)} from “{known}” on {day_words(bound)}, "
            f"which “{missing}” comes before.",
        )
        return self._cautioned(deadline, clock, bound, latest)

    def _judged(self, deadline: Deadline, clock: Clock) -> Deadline:
        """With its status, and the bodies that answer for it on its day."""
        deadline = judged(deadline, clock, self.calendar, self.today)
        if deadline.duty is not Duty.AREA or deadline.about:
            return deadline
        day = deadline.governing or deadline.latest_possible or self.today
        return replace(deadline, responsible=self.plan.bodies_on(self.plan.head.authorities, day))


def _runs_from(clock: Clock, dates: Mapping[str, date]) -> bool:
    """Whether the event that it counts from is known, and its rule was in force on that day."""
    start = dates.get(clock.start)
    return start is not None and (clock.valid_from or date.min) <= start <= (
        clock.valid_until or date.max
    )
