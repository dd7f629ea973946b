"""The plan's own framework refers to an event or clock that it does not have.

Clocks count from events and are met by events, events follow each other, and the plan is handed in
by a clock. A name that leads nowhere would leave the clock standing.

Good:

    # frameworks/area-send-2016.yaml
    events:
      board_met: {title: The board met}
    clocks:
      minutes: {title: Minutes, from: board_met, number: 5, duty: local, force: local, source: us}

Bad:

    # frameworks/area-send-2016.yaml
    events:
      board_met: {title: The board met}
    clocks:
      minutes: {title: Minutes, from: bord_met, number: 5, duty: local, force: local, source: us}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Offers, Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.framework import FrameworkFile
from sendctl.timeline import plan_framework
from sendctl.timeline.meetings import MEETING, REVIEW

CODE = "SC223"
SEVERITY = Severity.ERROR

_ALWAYS = {"inspection_started", "inspection_ended", REVIEW, MEETING}
"""Events that plans have of themselves."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The names in each framework file of the plan; the file's own name too."""
    del today
    for name, own in plan.frameworks.items():
        place = Place(f"frameworks/{name}.yaml")
        whole = plan_framework(plan, name)
        events = {*_ALWAYS, *(whole.events if whole else ())}
        clocks = {*(whole.clocks if whole else ()), *own.clocks}
        if own.name and own.name != name:
            yield Problem(
                place.at("framework"),
                f"The file is called {name!r}, and says that it is {own.name!r}.",
                "Call both the same: plans name a framework by its file.",
            )
        if own.submission and own.submission not in clocks:
            yield _unknown("clock", own.submission, clocks, place.at("submission"), Offers())
        offers = Offers()
        for event, at in _named(own, place):
            if event not in events:
                yield _unknown("event", event, events, at, offers)


def _named(own: FrameworkFile, place: Place) -> Iterator[tuple[str, Place]]:
    """Every name of an event that the file uses."""
    for key, kind in own.events.items():
        if kind.after:
            yield kind.after, place.at("events", key, "after")
    for key, clock in own.clocks.items():
        for name, written in (
            (clock.start, "from"),
            (clock.met_by, "met_by"),
            (clock.not_later_than, "not_later_than"),
        ):
            if name:
                yield name, place.at("clocks", key, written)


def _unknown(noun: str, name: str, known: set[str], place: Place, offers: Offers) -> Problem:
    advice = offers.near(name, known) or f"Known: {', '.join(sorted(known))}."
    return Problem(place, f"There is no {noun} {name!r}.", advice)
