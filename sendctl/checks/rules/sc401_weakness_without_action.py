"""A weakness has no action and no reason for having none.

A statement of action that leaves a weakness unanswered cannot be fit for purpose. Where the actions
for other weaknesses cover it, say so with `covered_by`.

Good:

    # weaknesses.yaml
    weaknesses:
      - {id: W1, short: Waiting times}
      - id: W2
        short: Moving into adulthood
        covered_by: {weaknesses: [W1], reason: One pathway serves both.}

    # strands/1.yaml
    weaknesses: [W1]
    actions:
      - {id: "1.1", title: Map the pathway}

Bad:

    # weaknesses.yaml
    weaknesses:
      - {id: W1, short: Waiting times}
      - {id: W2, short: Moving into adulthood}

    # strands/1.yaml
    weaknesses: [W1]
    actions:
      - {id: "1.1", title: Map the pathway}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.references import may_be_unread
from sendctl.plan.weakness import Weakness

CODE = "SC401"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every weakness that is neither answered nor covered."""
    del today
    if may_be_unread(plan, "action"):
        return
    answered: set[str] = set()
    for strand in plan.strands:
        for action in strand.actions:
            answered.update(action.weaknesses or strand.weaknesses)
    for weakness in plan.weaknesses:
        if weakness.id not in answered and not _is_covered(weakness, answered):
            yield Problem(
                plan.place(weakness).at("covered_by"),
                f"The weakness {weakness.id} has no action.",
                "Name it in `weaknesses:` of a strand or action, or say why with `covered_by:`.",
            )


def _is_covered(weakness: Weakness, answered: set[str]) -> bool:
    """Whether a reason is given, or a weakness that has actions itself; no circles."""
    covered = weakness.covered_by
    if covered is None:
        return False
    if covered.weaknesses:
        return not answered.isdisjoint(covered.weaknesses)
    return bool(covered.reason)
