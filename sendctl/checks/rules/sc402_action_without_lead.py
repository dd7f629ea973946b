"""An action has nobody who leads it.

Work that nobody leads is not done. Every action names a post or body as its lead or as the one
who is accountable.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, owners: {lead: head-of-send}}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, owners: {partners: [college]}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC402"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such action."""
    del today
    for action in plan.actions:
        if not (action.owners.lead or action.owners.accountable):
            yield Problem(
                plan.place(action).at("owners"),
                f"The action {action.id or action.title!r} names nobody who leads it.",
                "Add `owners: {lead: ...}` with a key of owners.yaml.",
            )
