"""One body alone owns every action of a joint plan.

A plan for which several bodies are responsible is to be carried out by all of them. Where every
lead and everybody accountable belongs to one, the others have promised nothing. A body and its
successor count as one. A house rule.

Good:

    # plan.yaml
    authorities: [council, icb]
    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, owners: {lead: head-of-send}}
      - {id: "1.2", title: Train, owners: {lead: icb-send-lead}}

Bad:

    # plan.yaml
    authorities: [council, icb]
    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, owners: {lead: head-of-send}}
      - {id: "1.2", title: Train, owners: {lead: head-of-send}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.lives import Lives
from sendctl.checks.parties import present_bodies
from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC414"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The list of responsible bodies, when every owner's body is known and is the same one."""
    del today
    lives = Lives(plan)
    bodies = present_bodies(plan, lives)
    if len(bodies) < 2 or len(plan.actions) < 2:  # noqa: PLR2004 - fewer are no pattern
        return
    keys = {
        key for action in plan.actions for key in (*action.owners.lead, *action.owners.accountable)
    }
    owning = {lives.heir_of(key) for key in keys}
    if len(owning) == 1 and (only := owning.pop()) is not None:
        others = [plan.owners.name_of(key) for key in bodies if key != only]
        yield Problem(
            Place(PLAN_FILE, ("authorities",)),
            f"{plan.owners.name_of(only)} alone owns all {len(plan.actions)} actions of this joint "
            "plan.",
            f"Agree which actions are led by {', '.join(others)}.",
        )
