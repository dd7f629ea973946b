"""What tells in a text who a child is, whoever may read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"[1-9][0-9]{2}(?:([ \u00a0-])[0-9]{3}\1[0-9]{4}|[0-9]{7})")
_NAMED = re.compile(r"\bNHS[ \u00a0]?(?:number|num|no)\b[^0-9]{0,30}\Z", re.IGNORECASE)
_REACH = 50
"""How far before the digits the words "NHS number" are looked for."""
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born)(?![a-z])[ :(]{0,3}(?:(?:is|was|on)[ :]{1,2})?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?(?:\d{1,2}|[a-z]{3,9})[ ./,-]{1,2}(?:\d{4}|\d\d)"
    r"|\d{4}-\d\d-\d\d)(?!\d| ?(?:to|and|or|until|[-\u2013]) ?(?:\d|after|before|earlier|later))",
    re.IGNORECASE | re.ASCII,
)


def nhs_numbers(text: str) -> Iterator[str]:
    """What looks like an NHS number, all but its first digits hidden: messages are kept in logs."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        apart = not (_is_part(text[max(0, start - 1) : start]) or _is_part(text[end : end + 1]))
        named = match[1] or _NAMED.search(text, max(0, start - _REACH), start)
        if apart and named and _has_right_check_digit(match[0]):
            yield match[0][:3] + re.sub(r"[0-9]", "*", match[0][3:])


def _is_part(character: str) -> bool:
    """Whether a character beside the digits makes them part of something longer."""
    return character.isalnum() or character in {"-", "/", "_", "£"}


def _has_right_check_digit(written: str) -> bool:
    digits = [int(digit) for digit in written if digit.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return -total % 11 == digits[9] and len(set(digits)) > 1


def dates_of_birth(text: str) -> Iterator[str]:
    """Dates that are said to be somebody's day of birth, with the words that say so."""
    if _is_about_birth(text):
        for match in _BIRTH.finditer(text):
            yield match[0]


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
