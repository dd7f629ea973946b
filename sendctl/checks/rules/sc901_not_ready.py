"""The plan is to be handed in soon, or was to be, and parts of it are missing.

From 20 working days before its deadline on, a plan should have all its parts: responsible bodies,
an action for each weakness, a lead, a date and a way to judge it for each action, complete
measures, somebody who oversees it, families who took part, and a signature for each body. Both the
list and the 20 days are a house rule; no published list says what makes a plan fit for purpose.

Good:

    # plan.yaml
    framework: area-send-2016
    as_at: 2022-06-30
    stated: {wsoa: 2022-08-30}

Bad:

    # plan.yaml
    framework: area-send-2016
    as_at: 2022-08-15
    stated: {wsoa: 2022-08-30}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.deadline_places import place_of
from sendctl.checks.readiness import is_soon, readiness, submission
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.timeline import Deadline
from sendctl.timeline.words import day_words

CODE = "SC901"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The deadline once, with the parts that are missing."""
    deadline = submission(plan, today)
    if deadline is None or not is_soon(deadline, today):
        return
    parts = readiness(plan, today)
    missing = [(part, part.missing) for part in parts if part.missing]
    if missing:
        ready = len(parts) - len(missing)
        listed = "; ".join(f"{part.title} ({part.how})" for part, _ in missing)
        yield Problem(
            place_of(plan, deadline),
            f"“{deadline.label}”, {_due(deadline)}: {ready} of {len(parts)} parts are ready.",
            f"{_left(deadline)}Missing: {listed}.",
            tuple(Related(f"not yet: {part.title}", place) for part, place in missing),
        )


def _due(deadline: Deadline) -> str:
    """When it is due, in words that stay the same from day to day."""
    if deadline.governing:
        return f"due on {day_words(deadline.governing)}"
    latest = deadline.latest_possible
    return f"due on {day_words(latest)} at the latest" if latest else "due soon"


def _left(deadline: Deadline) -> str:
    left = deadline.working_days_left
    if left is None:
        return ""
    if left < 0:
        return "That day has passed. "
    return f"{left} working day{' is' if left == 1 else 's are'} left. "
