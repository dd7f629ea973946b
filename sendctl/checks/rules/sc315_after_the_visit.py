"""An action is due after the visit that it is to be shown at.

Inspectors come back to see what has changed. What is done only after the revisit, or after the
monitoring inspection, cannot count there. The visit's date is the event's where it is known, else
the one that the area states, else what the framework's rule gives, which is often only approximate.

Good:

    # plan.yaml
    framework: area-send-2016
    as_at: 2022-09-30
    stated: {revisit: 2023-11}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2023-10}]

Bad:

    # plan.yaml
    framework: area-send-2016
    as_at: 2022-09-30
    stated: {revisit: 2023-11}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2024-01}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sendctl.checks.days import days
from sendctl.checks.deadline_places import place_of
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.progress import Status
from sendctl.timeline import State, deadlines, framework_of
from sendctl.timeline.words import day_words

CODE = "SC315"
SEVERITY = Severity.NOTE

_VISITS = ("revisit", "monitoring_inspection")
"""The clocks of the visits at which a plan's progress is judged."""
_OVER = (Status.COMPLETE, Status.STOPPED)


class _Visit(NamedTuple):
    """The next visit: its day, as exact as it is known, and where that is written."""

    day: date
    words: str
    place: Place


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every open action that is certainly due after the next visit."""
    visit = _next_visit(plan, today)
    if visit is None:
        return
    for action in plan.actions:
        due = days(plan, action.due)
        if due and due.first > visit.day and action.status not in _OVER:
            yield Problem(
                plan.place(action).at("due"),
                f"The action {action.id or action.title!r} is due ({action.due}) after "
                f"{visit.words}.",
                "Bring it forward, or say which earlier milestone can be shown.",
                (Related("the visit's date", visit.place),),
            )


def _next_visit(plan: Plan, today: date) -> _Visit | None:
    """The first visit that still lies ahead; none when the framework expects no more."""
    if framework_of(plan) is None or not plan.head.events.keys() | plan.head.stated.keys():
        return None
    found = []
    for deadline in deadlines(plan, today):
        if deadline.key not in _VISITS or deadline.status is State.NOT_EXPECTED:
            continue
        planned = plan.head.events.get(deadline.met_by)
        day = planned.on if planned else deadline.governing
        if day is None or day < today:
            continue
        event = Place(PLAN_FILE, ("events", deadline.met_by, "on"))
        about = "" if planned or deadline.stated else "about "
        words = f"“{deadline.label}”, {about}{day_words(day)}"
        found.append(_Visit(day, words, event if planned else place_of(plan, deadline)))
    return min(found, default=None, key=lambda visit: visit.day)
