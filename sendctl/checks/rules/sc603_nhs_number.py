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

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC603"
SEVERITY = Severity.ERROR

_NUMBER = re.compile(r"[1-9][0-9]{2}(?:([ \u00a0-])[0-9]{3}\1[0-9]{4}|[0-9]{7})")
_NAMED = re.compile(r"\bNHS[ \u00a0]?(?:number|num|no)\b[^0-9]{0,30}\Z", re.IGNORECASE)
_REACH = 50
"""How far before the digits the words "NHS number" are looked for."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Ten digits whose last one is right."""
    del today
    for text in plan.public_texts:
        found = [_masked(number) for number in _numbers(text.text)]
        if found:
            yield Problem(
                text.place,
                f"What looks like an NHS number would be published: {all_quoted(found)}.",
                "Take it out: it names one patient.",
            )


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        apart = not (_is_part(text[max(0, start - 1) : start]) or _is_part(text[end : end + 1]))
        named = match[1] or _NAMED.search(text, max(0, start - _REACH), start)
        if apart and named and _has_right_check_digit(match[0]):
            yield match[0]


def _is_part(character: str) -> bool:
    """Whether a character beside the digits makes them part of something longer."""
    return character.isalnum() or character in {"-", "/", "_", "£"}


def _has_right_check_digit(written: str) -> bool:
    digits = [int(digit) for digit in written if digit.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return -total % 11 == digits[9] and len(set(digits)) > 1


def _masked(written: str) -> str:
    """Enough to find it by: messages are kept in logs."""
    return written[:3] + re.sub(r"[0-9]", "*", written[3:])
