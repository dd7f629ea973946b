"""The plan does not say how the inspection ended, on which the next one depends.

After an inspection since January 2023 with typically positive outcomes the next full one follows in
about five years, after inconsistent ones in about three. A strategic plan answers either, so only
`outcome` tells which clock runs.

Good:

    # plan.yaml
    kind: strategic_plan
    framework: area-send-2023
    inspection: {started: 2024-02-05, outcome: inconsistent}

Bad:

    # plan.yaml
    kind: strategic_plan
    framework: area-send-2023
    inspection: {started: 2024-02-05}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import framework_of

CODE = "SC225"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The outcome, when a clock for plans of this kind asks for it and it is not there."""
    del today
    framework, head = framework_of(plan), plan.head
    if framework is None or head.inspection is None or head.inspection.outcome:
        return
    asking = [
        clock
        for clock in framework.clocks.values()
        if clock.outcomes and (not clock.kinds or head.kind in clock.kinds)
    ]
    if asking:
        outcomes = ", ".join(dict.fromkeys(one for clock in asking for one in clock.outcomes))
        yield Problem(
            Place(PLAN_FILE, ("inspection", "outcome")),
            f"“{asking[0].title}” depends on the outcome of the inspection, which is not given.",
            f"Add `outcome:` to the inspection. It runs after: {outcomes}.",
        )
