"""Every date of a plan for calendars: deadlines, actions, milestones, measures, meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sendctl.exchange.calendar import Entry
from sendctl.exchange.deadlines import calendar_entries, reminders, title, uid
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.ownership import owners_of
from sendctl.plan.progress import Milestone, Status
from sendctl.plan.verdict import is_known
from sendctl.plan.when import When
from sendctl.report.parties import Parties
from sendctl.report.status import Scale
from sendctl.report.wording import when_words
from sendctl.timeline import Timeline, calendar_of
from sendctl.timeline.words import day_words
from sendctl.workdays import LAST_YEAR

_REMINDER = (5,)
"""How many working days before an action or a figure is due a calendar reminds."""

_STATES = {Status.COMPLETE: "done", Status.STOPPED: "stopped", Status.ON_HOLD: "on hold"}


@dataclass(frozen=True, slots=True)
class _Due:
    """A date, before it is an entry.

    Attributes:
        name: what tells it from all others of the plan.
        when: the date as the plan has it.
        what: its line.
        state: why nobody waits for it any more; "" when it is open.
        owners: the keys of those who have a part in it.
        said: what else is told of it.
        reminds: whether it reminds while it is open.
    """

    name: str
    when: When | date | None
    what: str
    state: str = ""
    owners: Collection[str] = ()
    said: tuple[str, ...] = ()
    reminds: bool = True


def plan_entries(timeline: Timeline, owners: Collection[str] | None = None) -> Iterator[Entry]:
    """An entry for each date of a plan; what names no day, such as "ongoing", has none.

    Deadlines and steps are those of `sendctl deadlines --format ics`, under the same UIDs. What is
    done stays, and says so; what was stopped is cancelled.

    Args:
        timeline: the plan with its deadlines.
        owners: the keys of those whose dates are wanted; None for all.
    """
    yield from calendar_entries(timeline, owners)
    plan, names = timeline.plan, Counter[str]()
    working_days, parties = calendar_of(plan), Parties(plan)
    for due in _dues(plan, timeline.today):
        day = due.when if isinstance(due.when, date) else plan.deadline(due.when)
        names[due.name] += 1
        if day is None or day.year > LAST_YEAR:
            continue
        if owners is not None and not any(key in owners for key in due.owners):
            continue
        # Two milestones of one name are told apart by their order.
        number = names[due.name]
        yield Entry(
            uid=uid(plan, due.name, *([str(number)] if number > 1 else [])),
            day=day,
            title=title(plan, _line(due, day)),
            text="\n".join(_text(due, timeline, parties)),
            reminders=() if due.state or not due.reminds else reminders(
                day, working_days, _REMINDER
            ),
            is_cancelled=due.state == _STATES[Status.STOPPED],
        )  # fmt: skip


def _line(due: _Due, day: date) -> str:
    """What is due; the date in words where the plan names no exact day."""
    said = [due.state] if due.state else []
    if due.when != day and when_words(due.when) != day_words(day):
        said.append(when_words(due.when))
    return f"{due.what} ({', '.join(said)})" if said else due.what


def _text(due: _Due, timeline: Timeline, parties: Parties) -> Iterator[str]:
    plan = timeline.plan
    if plan.head.banner:
        yield " ".join(plan.head.banner.split())
    who = ", ".join(parties.names(due.owners))
    lines = (f"Who: {who}." if who else "", *due.said)
    yield from (" ".join(line.split()) for line in lines if line)
    yield f"Position as at {timeline.today.isoformat()}."


def _dues(plan: Plan, today: date) -> Iterator[_Due]:
    yield from _actions(plan)
    for weakness in plan.weaknesses:
        name, owners = f"weakness:{weakness.id}", owners_of(weakness)
        yield from _milestones(name, weakness.id, owners, weakness.milestones)
    yield from _measures(plan, today)
    yield from _meetings(plan)


def _actions(plan: Plan) -> Iterator[_Due]:
    scale = Scale(plan.head.vocabulary.shown)
    for action in plan.actions:
        name = f"action:{action.id}" if action.id else f"{plan.place(action).file}:{action.title}"
        owners, state = owners_of(action), _STATES.get(action.status, "")
        label = f"{action.id} {action.title}" if action.id else action.title
        said = (f"How it stands: {scale.badge(action).word}.", *_moved(action))
        yield _Due(name, action.due, label, state, owners, said)
        found = _milestones(name, action.id or action.title, owners, action.milestones)
        for due in found:
            yield replace(due, state=due.state or state)


def _moved(action: Action) -> Iterator[str]:
    for move in sorted(action.moved, key=lambda one: one.on):
        yield f"Moved on {day_words(move.on)} from {when_words(move.before)}."


def _milestones(
    name: str, label: str, owners: Collection[str], milestones: Iterable[Milestone]
) -> Iterator[_Due]:
    for one in milestones:
        what = one.title or "milestone"
        state = "done" if one.done else ""
        yield _Due(
            f"{name}:{what}", one.due, f"{label} {what}", state, owners, (one.note or "",),
            reminds=False,
        )  # fmt: skip


def _measures(plan: Plan, today: date) -> Iterator[_Due]:
    """The days on which figures are due, and by which the target is to be reached."""
    for measure in plan.measures:
        name, owners, label = f"measure:{measure.id}", owners_of(measure), measure.title
        days = set()
        for one in measure.milestones:
            days.add(plan.deadline(one.by))
            said = f"Milestone: {one.target}." if one.target else ""
            state = "figure known" if is_known(one, today) else ""
            yield _Due(f"{name}:{one.by}", one.by, f"{measure.id} {label}", state, owners, (said,))
        target = measure.target
        if target and plan.deadline(target.by) not in days:
            said = f"Target: {target.value}."
            yield _Due(f"{name}:target", target.by, f"{measure.id} {label}", "", owners, (said,))


def _meetings(plan: Plan) -> Iterator[_Due]:
    for review in plan.head.reviews:
        yield _Due(
            f"review:{review.on}", review.on, "Review meeting", owners=review.attended_by,
            reminds=False,
        )  # fmt: skip
    for stem, report in plan.reports.items():
        officers = [report.relevant_officer, *(one.post for one in report.officers)]
        for number, meeting in enumerate(report.meetings, 1):
            yield _Due(
                f"meeting:{stem}:{number}", meeting.on, f"Meeting: {meeting.body}",
                owners=[key for key in officers if key], said=(report.title,), reminds=False,
            )  # fmt: skip
