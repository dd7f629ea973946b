"""A deadline of the area has passed, and nothing says that it was met.

Only what the area itself owes can be overdue: its statutory and required deadlines, the ones it
stated, and its own steps. What inspectors and government do has no such deadline. `sendctl
deadlines --check` is the gate for time; a deadline that passes never fails `validate`.

Good:

    # plan.yaml
    as_at: 2022-09-30
    steps: [{id: cabinet, title: Cabinet approves, due: 2022-08-15, done: 2022-08-15}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    steps: [{id: cabinet, title: Cabinet approves, due: 2022-08-15}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.deadline_places import place_of
from sendctl.checks.readiness import readiness, submission
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.timeline import Deadline, State, deadlines
from sendctl.timeline.words import day_words

CODE = "SC902"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such deadline; a submission that lacks parts is told by SC901."""
    head = plan.head
    if not (head.steps or head.stated or head.events or head.reviews or plan.reports):
        return
    found = [one for one in deadlines(plan, today) if one.status is State.OVERDUE]
    told = _told_elsewhere(plan, today) if found else None
    for deadline in found:
        if deadline.key != told:
            yield Problem(
                place_of(plan, deadline),
                f"“{deadline.label}” was due {_when(deadline)} and is not done.",
                "Write down when it was done: `done:` of a step, or the event under `events:`.",
            )


def _when(deadline: Deadline) -> str:
    """On which day; where only that is known, by which day at the latest."""
    if deadline.governing:
        return f"on {day_words(deadline.governing)}"
    latest = deadline.latest_possible
    return f"by {day_words(latest)} at the latest" if latest else "in the past"


def _told_elsewhere(plan: Plan, today: date) -> str | None:
    """The key of the submission, when SC901 tells of it with the parts that are missing."""
    handing_in = submission(plan, today)
    ready = all(part.ready for part in readiness(plan, today))
    return None if handing_in is None or ready else handing_in.key
