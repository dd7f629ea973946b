"""The nearest known name, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from difflib import get_close_matches

_MANY = 2000
"""Names that are compared; with more of them, a thousand wrong ones would take minutes."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known name, or lists the few there are; else ""."""
    if isinstance(known, Sized) and len(known) > _MANY:
        return ""
    names = sorted(set(known))
    if len(names) > _MANY:
        return ""
    by_folded = {name.casefold(): name for name in reversed(names)}
    # Long keys are never typing slips, and comparing them is what costs.
    near = get_close_matches(wrong.casefold()[:80], by_folded, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {by_folded[near[0]]!r}?"
    if names and len(names) <= 10:  # noqa: PLR2004 - about what fits on a line
        return "Known here: " + ", ".join(names) + "."
    return ""
