"""Nothing says that the plan was made together with families.

The SEND Code of Practice 2015 asks that families are involved in planning, commissioning and
reviewing services, and inspectors ask how they took part in the plan.
`coproduction:` in governance.yaml says so, or `coproduced_with:` of an action. Asked for once a
plan has actions.

Good:

    # governance.yaml
    coproduction:
      took_part: [{who: Parent carer forum, how: Three evening workshops, on: 2022-06}]
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire}]

Bad:

    # strands/1.yaml
    actions: [{id: "1.1", title: Hire}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC416"
SEVERITY = Severity.WARNING

_FILE = "governance.yaml"


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The file of governance, when neither it nor an action says anything."""
    del today
    together = plan.governance.coproduction
    if (
        not plan.actions
        or _FILE in plan.unread
        or (together and (together.statement or together.took_part))
        or any(action.coproduced_with for action in plan.actions)
    ):
        return
    yield Problem(
        Place(_FILE if _FILE in plan.files else PLAN_FILE, ("coproduction",)),
        "Nothing says that families took part in making the plan.",
        f"Say who took part and how under `coproduction:` in {_FILE}.",
    )
