"""The moves of a date do not lead to the date that stands.

Each move says from which date to which. The next one starts where the last one ended, and the last
one ends at the action's present date; otherwise a change was made without being recorded. Moves are
taken in the order of the days on which they were made.

Good:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        due: 2022-12
        moved: [{from: 2022-10, to: 2022-12, on: 2022-09-05}]

Bad:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Hire two psychologists
        due: 2023-03
        moved: [{from: 2022-10, to: 2022-12, on: 2022-09-05}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sendctl.checks.days import days
from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.when import When

CODE = "SC306"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every move that starts elsewhere than the one before it ended, and every wrong end."""
    del today
    for action in plan.actions:
        if action.moved:
            yield from _chain(plan, action)


def _chain(plan: Plan, action: Action) -> Iterator[Problem]:
    place = plan.place(action)
    moves = sorted(enumerate(action.moved), key=lambda numbered: numbered[1].on)
    for (before, earlier), (index, later) in pairwise(moves):
        if not _same(plan, earlier.to, later.before):
            yield Problem(
                place.at("moved", index, "from"),
                f"This move starts at {later.before}, but the one before it ended at {earlier.to}.",
                "Correct one of the two, or add the move between them.",
                (Related("the move before", place.at("moved", before, "to")),),
            )
    index, last = moves[-1]
    if action.due and not _same(plan, last.to, action.due):
        yield Problem(
            place.at("due"),
            f"The action {action.id or action.title!r} is due {action.due}, but its date was last "
            f"moved to {last.to}.",
            "Correct one of the two, or add the move that is missing.",
            (Related("the last move", place.at("moved", index, "to")),),
        )


def _same(plan: Plan, one: When, other: When) -> bool:
    """Whether two dates can mean the same: a day in a month does, and so do words alike."""
    first, second = days(plan, one), days(plan, other)
    if first is None or second is None:
        # A term that the plan does not know is SC201's matter.
        return one == other or one.term is not None or other.term is not None
    return first.first <= second.last and second.first <= first.last
