"""A framework, event or deadline has a name that is not known.

`framework:` names the inspection framework whose clocks run. The keys of `events:` and `stated:`
are that framework's names for events and clocks; a misspelt one would start no clock.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-19}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_recieved: 2022-05-19}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sendctl.findings import Offers, Place, Problem, Related, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import committee_of, framework_of, frameworks_known

CODE = "SC203"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The framework's name, then the names that stand under `events` and `stated`."""
    del today
    yield from _of_meetings(plan)
    head = plan.head
    if head.framework is None:
        if head.events or head.stated:
            key = "events" if head.events else "stated"
            yield Problem(
                Place(PLAN_FILE, ("framework",)),
                "The plan has dates but no framework, so no clock runs.",
                f"Add `framework:`. Known: {', '.join(frameworks_known(plan))}.",
                (Related("its dates", Place(PLAN_FILE, (key,), on_key=True)),),
            )
        return
    framework = framework_of(plan)
    if framework is None:
        yield Problem(
            Place(PLAN_FILE, ("framework",)),
            f"There is no framework {head.framework!r}.",
            did_you_mean(head.framework, frameworks_known(plan)),
        )
        return
    name, place = framework.name, Place(PLAN_FILE)
    yield from _unknown("event", head.events, framework.events, name, place.at("events"))
    yield from _unknown("clock", head.stated, framework.clocks, name, place.at("stated"))
    for index, review in enumerate(head.reviews):
        where = place.at("reviews", index, "events")
        yield from _unknown("event", review.events, framework.events, name, where)


def _of_meetings(plan: Plan) -> Iterator[Problem]:
    """The events of the meetings that receive the plan's reports."""
    committee = committee_of(plan)
    for report in plan.reports.values():
        for index, meeting in enumerate(report.meetings):
            where = plan.place(report).at("meetings", index, "events")
            yield from _unknown("event", meeting.events, committee.events, committee.name, where)


def _unknown(
    noun: str, given: Iterable[str], known: Collection[str], framework: str, place: Place
) -> Iterator[Problem]:
    offers = Offers()
    for name in given:
        if name not in known:
            yield Problem(
                place.key(name),
                f"The framework {framework} has no {noun} {name!r}.",
                offers.near(name, known) or f"Known: {', '.join(known)}.",
            )
