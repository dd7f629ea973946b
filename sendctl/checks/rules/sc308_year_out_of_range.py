"""A date of the timeline lies in a year that cannot be counted in.

Working days are counted in the years 1978 to 2100. A date outside them is a slip of the keyboard,
and no deadline can be computed from it.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-19}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2202-05-19}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.event import Event
from sendctl.plan.files import PLAN_FILE
from sendctl.workdays import FIRST_YEAR, LAST_YEAR

CODE = "SC308"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Events, meetings and the days of the calendar; SC304 looks at what the plan aims for."""
    del today
    for place, day in _dates(plan):
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Problem(
                place,
                f"{day.isoformat()} is not in the years {FIRST_YEAR} to {LAST_YEAR}.",
                "Correct the year.",
            )


def _dates(plan: Plan) -> Iterator[tuple[Place, date | None]]:
    head, place = plan.head, Place(PLAN_FILE)
    if head.inspection:
        yield place.at("inspection", "started"), head.inspection.started
        yield place.at("inspection", "ended"), head.inspection.ended
    yield from _events(head.events, place)
    for index, review in enumerate(head.reviews):
        yield place.at("reviews", index, "on"), review.on
        yield from _events(review.events, place.at("reviews", index))
    for name, days in (("add", head.calendar.add), ("remove", head.calendar.remove)):
        for index, changed in enumerate(days):
            yield place.at("calendar", name, index, "on"), changed.on
    for report in plan.reports.values():
        for index, meeting in enumerate(report.meetings):
            at = plan.place(report).at("meetings", index)
            yield at.at("date"), meeting.on
            yield from _events(meeting.events, at)


def _events(events: Mapping[str, Event], place: Place) -> Iterator[tuple[Place, date]]:
    for name, event in events.items():
        yield place.at("events", name, "on"), event.on
