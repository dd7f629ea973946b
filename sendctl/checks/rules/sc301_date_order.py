"""A date lies before one that must come first.

An end before its start, or a due date before the work begins, is always a slip of the pen. Where a
date is a month or a term, only what is certain counts: an end whose last day is before the first
day of the start.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, start: 2022-07-04, due: 2022-12-16}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, start: 2022-12-16, due: 2022-07-04}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.when import When

CODE = "SC301"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Starts and ends of actions, the inspection, terms, bodies and posts."""
    del today
    for action in plan.actions:
        place = plan.place(action)
        yield from _pair(plan, place, ("start", action.start), ("due", action.due))
        yield from _pair(plan, place, ("start", action.start), ("completed", action.completed))
    inspection = plan.head.inspection
    if inspection:
        place = Place(PLAN_FILE, ("inspection",))
        yield from _pair(plan, place, ("started", inspection.started), ("ended", inspection.ended))
    for name, term in plan.head.terms.items():
        place = Place(PLAN_FILE, ("terms", name))
        yield from _pair(plan, place, ("start", term.start), ("end", term.end))
    for key, body in plan.owners.bodies.items():
        place = Place("owners.yaml", ("bodies", key))
        yield from _pair(plan, place, ("from", body.since), ("until", body.until))
    for key, post in plan.owners.posts.items():
        place = Place("owners.yaml", ("posts", key))
        yield from _pair(plan, place, ("from", post.since), ("until", post.until))


_Side = tuple[str, When | date | None]


def _pair(plan: Plan, place: Place, first: _Side, second: _Side) -> Iterator[Problem]:
    """The second date, when it certainly lies before the first."""
    (start_key, start), (end_key, end) = first, second
    begins = days(plan, start)
    ends = days(plan, end)
    if begins and ends and ends.last < begins.first:
        yield Problem(
            place.at(end_key),
            f"`{end_key}` ({end}) lies before `{start_key}` ({start}).",
            "Correct one of the two.",
            (Related(f"`{start_key}`", place.at(start_key)),),
        )
