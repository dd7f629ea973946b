"""A file that the plan links to is not there.

Who checks an action opens its evidence; a link that leads nowhere is no evidence. A path starts at
the plan folder.

Good:

    # plan.yaml
    reviews: [{on: 2022-09-01, letter: "https://www.exampleshire.gov.uk/letter.pdf"}]

Bad:

    # plan.yaml
    reviews: [{on: 2022-09-01, letter: evidence/letter.pdf}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.evidence import NotThere, linked_files
from sendctl.checks.quoting import quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC613"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every link to a file of the plan folder that does not exist."""
    del today
    for text, found in linked_files(plan):
        if isinstance(found, NotThere):
            yield Problem(
                text.place,
                f"There is no file {quoted(text.text)} in the plan folder.",
                "Add the file, correct the path, or give the web address where it can be read.",
            )
