"""What looks like an NHS number would be published.

An NHS number names one patient. It has ten digits, the last of which checks the others (modulus 11:
NHS Data Dictionary). Ten digits are taken for one when that check is right and they are grouped as
the NHS writes them (3, 3, 4), or when the words "NHS number" stand before them.

Good:

    # plan.yaml
    introduction: Each child's record is found by the NHS number.

Bad:

    # plan.yaml
    introduction: The record 943 476 5919 was found late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.personal import nhs_numbers
from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC603"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Ten digits whose last one is right."""
    del today
    for text in plan.public_texts:
        found = list(nhs_numbers(text.text))
        if found:
            yield Problem(
                text.place,
                f"What looks like an NHS number would be published: {all_quoted(found)}.",
                "Take it out: it names one patient.",
            )
