"""An action is led by a whole organisation.

"The council" cannot be asked in a meeting what it did. A post as the lead, or as the one who is
accountable, makes clear who answers. Schools, parents' groups and other small bodies may lead as
such. A house rule.

Good:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, owners: {lead: icb, accountable: icb-send-lead}}]

Bad:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, owners: {lead: icb}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.owners import BodyKind

CODE = "SC412"
SEVERITY = Severity.WARNING

_LARGE = (BodyKind.COUNCIL, BodyKind.HEALTH, BodyKind.GOVERNMENT)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every action whose leads, and those who are accountable, are all such bodies."""
    del today
    large = {key for key, body in plan.owners.bodies.items() if body.kind in _LARGE}
    for action in plan.actions:
        owners = action.owners
        role = "lead" if owners.lead else "accountable"
        names = (*owners.lead, *owners.accountable)
        if names and large.issuperset(names):
            yield Problem(
                plan.place(action).at("owners", role, 0),
                f"The action {action.id or action.title!r} is led by a whole organisation, "
                f"{plan.owners.name_of(names[0])}.",
                "Name the post there that answers for it.",
            )
