"""A telephone number would be published.

A plan for everybody gives no person's own number. How to reach the area belongs under `public:`;
a number that stands there may stand in other texts too. Only numbers as they are written in the
United Kingdom are looked for, and none that only organisations have (03, 08 and 09). A house rule.

Good:

    # plan.yaml
    public: {contact: Call the SEND team on 01632 960001.}

Bad:

    # plan.yaml
    introduction: Call the head of SEND on 07700 900123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording

# The library `phonenumbers` knows all countries' ranges, but takes 48 MB, and passes over the
# numbers that Ofcom keeps for examples. One country's way of writing them fits into a line.

CODE = "SC602"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(
    r"(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)([1257]\d{1,9})\)?((?:[ -]?\d{3,6}){0,3})"
)
_BEFORE = re.compile(r"[\w.,/£$€+-]")
_AFTER = re.compile(r"[\w/]|[.,-]\d")
_DIGITS = 10
"""Digits of a number after its leading 0."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Numbers that are not the area's own."""
    del today
    found = [
        (text, numbers)
        for text in plan.public_texts
        if ("0" in text.text or "+44" in text.text) and (numbers := dict(_numbers(text.text)))
    ]
    shared = {
        number
        for text, numbers in found
        if text.field.wording is Wording.CONTACT
        for number in numbers
    }
    for text, numbers in found:
        own = [written for number, written in numbers.items() if number not in shared]
        if own:
            yield Problem(
                text.place,
                f"A telephone number would be published: {all_quoted(own)}.",
                "Name the post instead; a number for all belongs in `contact:` under `public:`.",
            )


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The numbers in a text: their digits after the 0, and as they are written."""
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[1] + match[2])
        if (
            len(digits) == _DIGITS
            and not _BEFORE.match(text, max(0, match.start() - 1), match.start())
            and not _AFTER.match(text, match.end())
        ):
            yield digits, match[0]
