"""What looks like a date of birth would be published.

With little else a date of birth tells who a child is. A date is taken for one when "born",
"date of birth" or "DOB" stands before it; dates that say which children are meant ("born between 1
September 2019 and 31 August 2020") are not. This is a house rule.

Good:

    # plan.yaml
    introduction: The clinic sees children born after 1 September 2019.

Bad:

    # plan.yaml
    introduction: The review of one pupil (date of birth 12/03/2014) was late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.personal import dates_of_birth
from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC604"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Dates that are said to be somebody's day of birth."""
    del today
    for text in plan.public_texts:
        found = list(dates_of_birth(text.text))
        if found:
            yield Problem(
                text.place,
                f"What looks like a date of birth would be published: {all_quoted(found)}.",
                "Take it out; an age group or a school year says enough.",
            )
