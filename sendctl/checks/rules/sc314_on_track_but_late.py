"""An action is said to be on track, although its date has passed.

What is not done by its date cannot be on track. Advisers read the rating first; one that
contradicts the dates costs the whole report its trust.

Good:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-09-12, status: in_progress, rating: off_track}]

Bad:

    # plan.yaml
    as_at: 2022-09-30
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, due: 2022-09-12, status: in_progress, rating: on_track}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.progress import Rating

CODE = "SC314"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    for action in plan.actions:
        late = plan.is_overdue(action, today) and action.completed is None
        if late and action.rating is Rating.ON_TRACK:
            place = plan.place(action)
            yield Problem(
                place.at("rating"),
                f"The action {action.id or action.title!r} was due ({action.due}) and is not "
                "complete, but its rating is on_track.",
                "Write `rating: off_track`, complete the action, or agree a new date.",
                (Related("its date", place.at("due")),),
            )
