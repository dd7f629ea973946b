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

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC604"
SEVERITY = Severity.WARNING

_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born)(?![a-z])[ :(]{0,3}(?:(?:is|was|on)[ :]{1,2})?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?(?:\d{1,2}|[a-z]{3,9})[ ./,-]{1,2}(?:\d{4}|\d\d)"
    r"|\d{4}-\d\d-\d\d)(?!\d| ?(?:to|and|or|until|[-\u2013]) ?)",
    re.IGNORECASE | re.ASCII,
)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Dates that are said to be somebody's day of birth."""
    del today
    for text in plan.public_texts:
        if _is_about_birth(text.text):
            found = [match[0] for match in _BIRTH.finditer(text.text)]
            if found:
                yield Problem(
                    text.place,
                    f"What looks like a date of birth would be published: {all_quoted(found)}.",
                    "Take it out; an age group or a school year says enough.",
                )


def _is_about_birth(text: str) -> bool:
    """Whether a closer look is worth its time."""
    return (
        "birth" in text
        or "born" in text
        or "Birth" in text
        or "Born" in text
        or "DOB" in text
        or "O.B" in text
        or "o.b" in text
        or "dob" in text
    )
