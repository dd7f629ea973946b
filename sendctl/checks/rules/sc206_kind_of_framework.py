"""The plan is of a kind that is not made under its framework.

A written statement of action answers an inspection under the framework of 2016, a priority action
plan one under that of 2023. With the wrong framework the wrong clocks run, or none.

Good:

    # plan.yaml
    kind: priority_action_plan
    framework: area-send-2023

Bad:

    # plan.yaml
    kind: wsoa
    framework: area-send-2023
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import framework_of, frameworks_known, plan_framework

CODE = "SC206"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The framework, when it does not name the plan's kind."""
    del today
    kind = plan.head.kind
    framework = framework_of(plan)
    if framework is None or not framework.kinds or kind in framework.kinds:
        return
    fitting = [
        name
        for name in frameworks_known(plan)
        if (one := plan_framework(plan, name)) and kind in one.kinds
    ]
    yield Problem(
        Place(PLAN_FILE, ("framework",)),
        f"A plan of the kind {kind} is not made under the framework {framework.name}.",
        f"For this kind there is {', '.join(fitting)}." if fitting else "Correct one of the two.",
        (Related("the plan's kind", Place(PLAN_FILE, ("kind",))),),
    )
