"""A link leads out of the plan folder, or is no name of a file.

Evidence is either a web address or a file inside the plan folder, by its path from there. What lies
outside of it is not there for those who get the plan, and nobody should be led to `../../` by it.
Such a path is never opened. Paths are written with / on every system, and without the names that
Windows keeps for devices (CON, NUL, COM1).

Good:

    # plan.yaml
    reviews: [{on: 2022-09-01, letter: "https://www.exampleshire.gov.uk/letter.pdf"}]

Bad:

    # plan.yaml
    reviews: [{on: 2022-09-01, letter: ../../letters/september.pdf}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.evidence import Outside, linked_files
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC612"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every link to a file that cannot be one of the plan folder."""
    del today
    for text, found in linked_files(plan):
        if isinstance(found, Outside):
            yield Problem(text.place, found.message, found.advice)
