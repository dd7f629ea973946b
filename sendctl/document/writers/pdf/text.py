"""Runs of text as data for the Typst program, and where a long word may be broken."""

from __future__ import annotations

import re
from typing import Any, Final

from sendctl.document.model import (
    Badge,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Strong,
    Text,
)
from sendctl.document.writers.pdf.shortened import ADDRESS

Node = dict[str, Any]
"""What the program reads: `kind` says which of its functions is meant."""

BREAK: Final = "\u200b"
"""A place without width where a line may end."""

_LONG_WORD: Final = re.compile(r"\S{25,}")
_AFTER_MARK: Final = re.compile(r"(?<=[/._\-@?&=:;,+|])(?=[^\s/._\-@?&=:;,+|])")
_RUN: Final = re.compile(rf"[^\s{BREAK}]{{20}}(?=[^\s{BREAK}])")


def breakable(text: str) -> str:
    """The text with places where a word that is too long for a column may go on below."""
    return _LONG_WORD.sub(_with_breaks, text)


def _with_breaks(match: re.Match[str]) -> str:
    return _RUN.sub(rf"\g<0>{BREAK}", _AFTER_MARK.sub(BREAK, match.group()))


class TextData:
    """Turns runs of text into data; a link inside the document leads only to what is there."""

    def __init__(self, targets: frozenset[str]) -> None:
        self._targets = targets

    def words(self, inlines: Inlines) -> list[str | Node]:
        """A run of text: strings, and nodes for what is more than text."""
        return [self._inline(inline) for inline in inlines]

    def _inline(self, inline: Inline) -> str | Node:
        match inline:
            case Text(text):
                return breakable(text)
            case LineBreak():
                return {"kind": "line"}
            case Strong(children):
                return {"kind": "strong", "words": self.words(children)}
            case Emphasis(children):
                return {"kind": "emphasis", "words": self.words(children)}
            case Note(children):
                return {"kind": "note", "words": self.words(children)}
            case Badge(tone, children):
                return {"kind": "badge", "tone": tone, "words": self.words(children)}
            case Link(href, children):
                return self._link(href, children)

    def _link(self, href: str, children: Inlines) -> Node:
        words = self.words(children)
        if not href.startswith("#") and len(href) <= ADDRESS:
            return {"kind": "link", "to": href, "words": words}
        if href[1:] in self._targets:
            return {"kind": "jump", "to": href[1:], "words": words}
        return {"kind": "words", "words": words}
