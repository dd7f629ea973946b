"""Anchors made from the words of headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 60
_NOT_IN_SLUG: Final = re.compile(r"[^a-z0-9]+")


class Slugs:
    """Gives each heading an anchor that no other thing in the document has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def make(self, words: str) -> str:
        """An anchor for these words; the same document always gets the same ones."""
        stem = slug(words)
        anchor, number = stem, self._next.get(stem, 2)
        while anchor in self._taken:
            anchor = f"{stem}-{number}"
            number += 1
        self._next[stem] = number
        self._taken.add(anchor)
        return anchor


def slug(words: str) -> str:
    """Words in small plain letters joined by hyphens, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    stem = _NOT_IN_SLUG.sub("-", plain.lower()).strip("-")
    if len(stem) > _LONGEST:
        stem = stem[:_LONGEST].rpartition("-")[0] or stem[:_LONGEST]
    if not stem:
        return "section"
    # The writers keep the prefix "sc-" for themselves.
    return stem if stem[0].isalpha() and not stem.startswith("sc-") else f"section-{stem}"
