"""The nearest known name, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from difflib import get_close_matches

_MANY = 2000
"""Names that are compared; with more of them, a thousand wrong ones would take minutes."""
_MOST_LETTERS = 200_000
"""Pairs of letters that are compared for one wrong name: 20 milliseconds."""
_MOST_OFFERS = 50


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known name, or lists the few there are; else ""."""
    if isinstance(known, Sized) and len(known) > _MANY:
        return ""
    names = sorted(set(known))
    # Long keys are never typing slips, and comparing them is what costs.
    folded = wrong.casefold()[:80]
    if len(names) > _MANY or len(folded) * sum(map(len, names)) > _MOST_LETTERS:
        return ""
    by_folded = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(folded, by_folded, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {by_folded[near[0]]!r}?"
    if names and len(names) <= 10:  # noqa: PLR2004 - about what fits on a line
        return "Known here: " + ", ".join(names) + "."
    return ""


class Offers:
    """`did_you_mean` for a whole plan: once for each wrong name, and for the first fifty of them.

    A file with more wrong names than that has another trouble than slips of typing.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, str], str] = {}

    def near(self, wrong: str, known: Iterable[str], of: object = None) -> str:
        """A sentence as `did_you_mean` gives it.

        Args:
            wrong: the name that is not known.
            known: the names that are.
            of: tells one set of known names from another, where there are several.
        """
        if (of, wrong) not in self._made:
            if len(self._made) >= _MOST_OFFERS:
                return ""
            self._made[of, wrong] = did_you_mean(wrong, known)
        return self._made[of, wrong]
