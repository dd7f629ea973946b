"""Characters that no plan holds, neither as they are nor as an escape in double quotes."""

from __future__ import annotations

import re

from sendctl.yamlfile import rules
from sendctl.yamlfile.complaint import Complaint

# Control characters but tab and line breaks; NEL, LS and PS (line breaks in YAML 1.1 only); byte
# order marks inside the text; noncharacters. Lone surrogates cannot come out of UTF-8.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def forbidden(character: str, start: int, end: int = 0) -> Complaint:
    """The complaint about such a character, or about the value that has it as an escape."""
    return Complaint(
        rules.FORBIDDEN_CHARACTER,
        start,
        f"The character U+{ord(character):04X} is not allowed: nobody can see it.",
        "Delete it, and type the text around it again; it often comes from copying.",
        end,
    )
