"""A waiver covers nothing that was found.

What it was for is mended, or it names the wrong code or id. Left standing, it would one day hide a
new mistake of the same kind.

Good:

    # plan.yaml
    waivers:
      - {code: SC402, of: "1.1", reason: The post is advertised., until: 2022-12-31}

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}

Bad:

    # plan.yaml
    waivers:
      - {code: SC402, of: "1.1", reason: The post is advertised., until: 2022-12-31}

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, owners: {lead: head-of-send}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sendctl.checks import registry
from sendctl.checks.waivers import scopes
from sendctl.findings import Finding, Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC208"
SEVERITY = Severity.NOTE


def review(plan: Plan, today: date, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Every waiver in force that no finding needs; of unknown codes SC205 tells."""
    if plan.unread:  # what a waiver is for may stand there
        return
    needed = {scope for one in findings if one.waived is not None for scope in scopes(one)}
    known = {rule.code for rule in registry.all_rules()}
    for index, waiver in enumerate(plan.head.waivers):
        is_needed = (waiver.code, waiver.of) in needed
        if today <= waiver.until and waiver.code in known and not is_needed:
            about = f" of {waiver.of!r}" if waiver.of else ""
            yield Problem(
                Place(PLAN_FILE, ("waivers", index)),
                f"There is no {waiver.code}{about} to waive.",
                "Delete the waiver, or correct its code or id.",
            )
