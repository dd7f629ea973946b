"""What looks like an NHS number or a date of birth stands in the plan's own notes.

What is not published is read all the same: by all who have the files. A repository keeps each
version for good, so that what was once committed cannot be taken back. A house rule.

Good:

    # plan.yaml
    steps: [{id: reviews, title: Late reviews are held, note: The case is 17 in the case system.}]

Bad:

    # plan.yaml
    steps: [{id: reviews, title: Late reviews are held, note: One is of 943 476 5919.}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.personal import dates_of_birth, nhs_numbers
from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC608"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Both, in texts that are not published."""
    del today
    for text in plan.texts:
        if text.field.public:
            continue
        found = [*nhs_numbers(text.text), *dates_of_birth(text.text)]
        if found:
            yield Problem(
                text.place,
                f"This looks as if it told who a child is: {all_quoted(found)}.",
                "Take it out, and keep it where case records are kept.",
            )
