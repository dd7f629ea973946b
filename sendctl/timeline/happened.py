"""What happened so far, and the meetings that are planned: the other half of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sendctl.plan import Plan
from sendctl.plan.framework import Each
from sendctl.timeline.dates import event_dates
from sendctl.timeline.deadline import Deadline, Happened
from sendctl.timeline.framework import framework_of
from sendctl.timeline.meetings import MEETING, REVIEW, entries


def happened(plan: Plan, found: Sequence[Deadline]) -> list[Happened]:
    """The plan's events, its review meetings and those that receive its reports, in order of time.

    Args:
        plan: the plan.
        found: its deadlines; an event that one of them is met by says which.
    """
    meets = {(one.met_by, one.done_on): one.key for one in found if one.done_on}
    events = [
        replace(event, meets=meets.get((event.event, event.on)))
        for event in (*_events(plan), *_meetings(plan))
    ]
    return sorted(events, key=lambda event: (event.on, event.event, event.title))


def _events(plan: Plan) -> Iterator[Happened]:
    """The events of plan.yaml, and the inspection's two days."""
    framework = framework_of(plan)
    inspection = plan.head.inspection
    for name, day in event_dates(plan).items():
        if name == REVIEW:
            continue  # told with the other review meetings
        given = plan.head.events.get(name)
        source = given.source if given else inspection and inspection.source
        title = framework.event_title(name) if framework else _spelt(name)
        yield Happened(name, title, day, source or "")


def _meetings(plan: Plan) -> Iterator[Happened]:
    for entry in entries(plan, Each.REVIEWS):
        yield Happened(REVIEW, "Review meeting", entry.dates[REVIEW])
    for entry in entries(plan, Each.MEETINGS):
        yield Happened(MEETING, f"Meeting: {entry.about}", entry.dates[MEETING])


def _spelt(name: str) -> str:
    """A key as words, for plans without a framework that would name it."""
    return name.replace("_", " ").capitalize()
