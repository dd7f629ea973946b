"""A weakness is not told in plain words for families.

The inspectors' wording is for those who run services. `plain` says the same to those who use them,
and the statement prints it first. A house rule.

Good:

    # weaknesses.yaml
    weaknesses:
      - id: W1
        wording: The lack of joint commissioning arrangements.
        plain: Council and NHS did not plan and pay for help together.
        covered_by: {reason: See the strategy.}

Bad:

    # weaknesses.yaml
    weaknesses:
      - id: W1
        wording: The lack of joint commissioning arrangements.
        covered_by: {reason: See the strategy.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC624"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every weakness with the inspectors' wording and no plain words."""
    del today
    for weakness in plan.weaknesses:
        if weakness.wording and not weakness.plain:
            yield Problem(
                plan.place(weakness).at("plain"),
                f"The weakness {weakness.id} is not told in plain words.",
                "Say with `plain:` what it means for families, in a sentence or two.",
            )
