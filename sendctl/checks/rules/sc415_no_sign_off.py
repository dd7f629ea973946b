"""A body that is responsible for the plan does not sign it.

A statement of several bodies is agreed by each of them. `signoff:` names who signs; a line without
`on:` is printed as a line to sign on. A post signs for its body, and a successor for the body that
it followed. A house rule.

Good:

    # plan.yaml
    authorities: [council, icb]
    signoff: [{post: head-of-send}, {post: icb-send-lead}]

Bad:

    # plan.yaml
    authorities: [council, icb]
    signoff: [{post: head-of-send}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.lives import Lives
from sendctl.checks.parties import present_bodies
from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC415"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The sign-off page once, with all bodies that it lacks."""
    del today
    lives = Lives(plan)
    signing = {lives.heir_of(line.post) for line in plan.head.signoff}
    lacking = [
        plan.owners.name_of(key)
        for key in present_bodies(plan, lives)
        if key in plan.owners.bodies and key not in signing
    ]
    if lacking:
        yield Problem(
            Place(PLAN_FILE, ("signoff",)),
            f"Nobody signs the plan for {', '.join(lacking)}.",
            "Add a line to `signoff:` with a post of each.",
        )
