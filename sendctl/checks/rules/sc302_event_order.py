"""An event is dated before one that must come first.

The framework says which events follow which: a report is received after the inspection ended and
before it is published, a statement is judged after it was submitted. A wrong order means a wrong
date, and with it a wrong deadline.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-19, report_published: 2022-05-26}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-26, report_published: 2022-05-19}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.event import Event
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import Framework, committee_of, event_dates, framework_of, misordered
from sendctl.timeline.meetings import MEETING, REVIEW

CODE = "SC302"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The plan's events, those of its review meetings, and those of its reports' meetings."""
    del today
    framework = framework_of(plan)
    if framework:
        yield from _of_plan(plan, framework)
    committee = committee_of(plan)
    for report in plan.reports.values():
        for index, meeting in enumerate(report.meetings):
            place = plan.place(report).at("meetings", index)
            dates = {**_days(meeting.events), MEETING: meeting.on}
            places = {**_places(meeting.events, place), MEETING: place.at("date")}
            yield from _wrong(committee, dates, places, meeting.events)


def _of_plan(plan: Plan, framework: Framework) -> Iterator[Problem]:
    """The plan's own events, and those of each review together with them."""
    head = Place(PLAN_FILE)
    dates = event_dates(plan)
    places = {
        "inspection_started": head.at("inspection", "started"),
        "inspection_ended": head.at("inspection", "ended"),
        **_places(plan.head.events, head),
    }
    # Of the inspection's own two dates, SC301 tells.
    yield from _wrong(framework, dates, places, plan.head.events)
    for index, review in enumerate(plan.head.reviews):
        place = head.at("reviews", index)
        own = {**_days(review.events), REVIEW: review.on}
        at = {**_places(review.events, place), REVIEW: place.at("on")}
        yield from _wrong(framework, {**dates, **own}, {**places, **at}, own)


def _days(events: Mapping[str, Event]) -> dict[str, date]:
    return {name: event.on for name, event in events.items()}


def _places(events: Mapping[str, Event], place: Place) -> dict[str, Place]:
    return {name: place.at("events", name, "on") for name in events}


def _wrong(
    framework: Framework,
    dates: Mapping[str, date],
    places: Mapping[str, Place],
    own: Mapping[str, object],
) -> Iterator[Problem]:
    """Each event dated before the nearest earlier one that is known, if one of them is `own`."""
    for name, earlier in misordered(framework, dates):
        if own.keys() & {name, earlier}:
            yield Problem(
                places[name],
                f"“{framework.event_title(name)}” ({dates[name]}) lies before "
                f"“{framework.event_title(earlier)}” ({dates[earlier]}).",
                "Correct one of the two dates.",
                (Related("the event that comes first", places[earlier]),),
            )
