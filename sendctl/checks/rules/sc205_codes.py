"""`checks:` or `waivers:` names a code that cannot be changed.

`checks:` changes the severity of a rule for this plan, `waivers:` accepts a finding for a while.
Both take the codes that findings print. What makes a file unreadable (SC0xx, SC1xx) stays an error.

Good:

    # plan.yaml
    checks: {SC402: note}

Bad:

    # plan.yaml
    checks: {SC999: note}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks import registry
from sendctl.findings import Place, Problem, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC205"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every code under `checks` and `waivers` that is no rule's."""
    del today
    known = {rule.code for rule in registry.all_rules()}
    places = [
        *((code, Place(PLAN_FILE, ("checks", code), on_key=True)) for code in plan.head.checks),
        *(
            (waiver.code, Place(PLAN_FILE, ("waivers", index, "code")))
            for index, waiver in enumerate(plan.head.waivers)
        ),
    ]
    for code, place in places:
        if code not in known:
            yield Problem(
                place,
                f"There is no rule {code!r} that a plan can change.",
                did_you_mean(code, known) or "Use a code that `sendctl validate` prints.",
            )
