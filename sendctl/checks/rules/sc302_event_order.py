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

CODE = "SC302"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The plan's events, those of its review meetings, and those of its reports' meetings."""
    del today
    framework = framework_of(plan)
    if framework:
        dates = event_dates(plan)
        yield from _wrong(framework, dates, plan.head.events, Place(PLAN_FILE))
        for index, review in enumerate(plan.head.reviews):
            place = Place(PLAN_FILE, ("reviews", index))
            yield from _wrong(framework, _days(review.events), review.events, place)
    committee = committee_of(plan)
    for report in plan.reports.values():
        for index, meeting in enumerate(report.meetings):
            dates = {**_days(meeting.events), "meeting": meeting.on}
            place = plan.place(report).at("meetings", index)
            yield from _wrong(committee, dates, meeting.events, place)


def _days(events: Mapping[str, Event]) -> dict[str, date]:
    return {name: event.on for name, event in events.items()}


def _wrong(
    framework: Framework, dates: Mapping[str, date], events: Mapping[str, Event], place: Place
) -> Iterator[Problem]:
    """Each event that is dated before the nearest earlier one whose date is known."""
    for name, earlier in misordered(framework, dates):
        if not events.keys() & {name, earlier}:
            continue  # the inspection's own two dates are SC301's matter
        yield Problem(
            _place(place, name, events),
            f"“{framework.event_title(name)}” ({dates[name]}) lies before "
            f"“{framework.event_title(earlier)}” ({dates[earlier]}).",
            "Correct one of the two dates.",
            (Related("the event that comes first", _place(place, earlier, events)),),
        )


def _place(place: Place, event: str, events: Mapping[str, Event]) -> Place:
    """Where an event's date is written: among the events, else in a key of its own."""
    if event in events:
        return place.at("events", event, "on")
    if event == "meeting":
        return place.at("date")
    return place.at("inspection", event.removeprefix("inspection_"))
