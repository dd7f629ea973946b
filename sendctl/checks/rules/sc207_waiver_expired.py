"""A waiver has ended.

A waiver accepts a finding for a while, and its last day has passed: the finding counts again. What
was promised by then is done, and the waiver can go; or it is not, and needs a new day and a reason.

Good:

    # plan.yaml
    as_at: 2022-09-30
    waivers:
      - {code: SC402, of: "1.1", reason: The post is advertised., until: 2022-12-31}

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}

Bad:

    # plan.yaml
    as_at: 2023-01-09
    waivers:
      - {code: SC402, of: "1.1", reason: The post is advertised., until: 2022-12-31}

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC207"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every waiver whose last day lies before today."""
    for index, waiver in enumerate(plan.head.waivers):
        if waiver.until < today:
            about = f" of {waiver.of!r}" if waiver.of else ""
            yield Problem(
                Place(PLAN_FILE, ("waivers", index, "until")),
                f"The waiver of {waiver.code}{about} ended on {waiver.until}.",
                "Delete it, or give it a later day and the reason for that.",
            )
