"""How rules quote what they found in a text: short, and the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60
_NAMED = 2


def quoted(words: str) -> str:
    """Words from a plan in quotation marks, cut where they are long."""
    line = " ".join(words[: 2 * _LONGEST].split())
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”"


def all_quoted(found: Iterable[str]) -> str:
    """Different things that were found in one text: the first two quoted, the rest counted."""
    different = list(dict.fromkeys(found))
    named = [quoted(words) for words in different[:_NAMED]]
    more = len(different) - len(named)
    if more:
        return f"{', '.join(named)} and {more} more"
    return " and ".join(named)
