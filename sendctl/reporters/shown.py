"""Text that others wrote, as a terminal can show it without being led astray."""

from __future__ import annotations

import re
import textwrap
import unicodedata

_CODE = re.compile(r"`[^`]*`")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def printable(text: str) -> str:
    """The text with whatever a terminal might act on, or not show, made visible; same length."""
    return "".join(
        character
        if character.isprintable()
        else " "
        if character == "\t"
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def one_line(text: str) -> str:
    """The text printable and on one line, as a label or a sentence."""
    return printable(" ".join(text.split()))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: two for an emoji, none for an accent."""
    return sum(
        0
        if unicodedata.category(character) in {"Mn", "Me"}
        else 2
        if unicodedata.east_asian_width(character) in {"W", "F"}
        else 1
        for character in text
    )


def wrapped(text: str, width: int, lead: str) -> str:
    """The text under a lead, its further lines indented as far; `code` and words stay whole."""
    joined = _CODE.sub(lambda code: code[0].replace(" ", _NO_BREAK), one_line(text))
    filled = textwrap.fill(
        joined, max(width, 60), initial_indent=lead, subsequent_indent=" " * len(lead),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return filled.replace(_NO_BREAK, " ")
