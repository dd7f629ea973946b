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
        yield Problem(
            place_of(plan, deadline),
            f"“{deadline.label}” {_when(deadline)}: {ready} of {len(parts)} parts are ready.",
            "Missing: " + "; ".join(f"{part.title} ({part.how})" for part, _ in missing) + ".",
            tuple(Related(f"not yet: {part.title}", place) for part, place in missing),
        )


def _when(deadline: Deadline) -> str:
    governing, left = deadline.governing, deadline.working_days_left
    if governing is None:
        latest = deadline.latest_possible
        return f"cannot be due later than {day_words(latest)}" if latest else "is due"
    if left is None or left < 0:
        return f"was due on {day_words(governing)}"
    days = "today" if left == 0 else f"in {left} working day{'s' if left > 1 else ''}"
    return f"is due on {day_words(governing)}, {days}"
