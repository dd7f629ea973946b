"""Inline nodes as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
from sendctl.document.writers.markdown_text import destination, escaped

_WORD: Final = "w"
"""Stands for a neighbour that is no white space."""

_STRESSED: Final = "*"
"""Stands before everything inside stressed words, where further marks would pair up wrongly."""


class MarkdownInlines:
    """Writes runs of text; `anchors` maps ids of the document to those the renderer makes."""

    def __init__(self, anchors: Mapping[str, str]) -> None:
        self._anchors = anchors
        self._notes: list[str] = []

    def write(self, inlines: Inlines, line_break: str = "\\\n") -> str:
        """A run of text that stands alone."""
        return self._run(inlines, line_break, before="", after="")

    def notes(self) -> str:
        """The footnotes so far."""
        return "\n".join(f"[^{number}]: {note}" for number, note in enumerate(self._notes, start=1))

    def _run(self, inlines: Inlines, line_break: str, before: str, after: str) -> str:
        written = ""
        for index, inline in enumerate(inlines):
            follows = inlines[index + 1] if index + 1 < len(inlines) else None
            right = _first_character(follows) if follows else after
            if isinstance(inline, Link) and written.endswith("!"):
                written = f"{written[:-1]}\\!"  # or the two would be a picture
            left = before if before == _STRESSED else written[-1:] or before
            written += self._inline(inline, line_break, left, right)
        return written

    def _inline(self, inline: Inline, line_break: str, left: str, right: str) -> str:
        match inline:
            case Text(text):
                return escaped(text)
            case Strong(children):
                inner = self._run(children, line_break, _STRESSED, _WORD)
                return _marked(inner, "**", "strong", left, right)
            case Emphasis(children):
                inner = self._run(children, line_break, _STRESSED, _WORD)
                return _marked(inner, "*", "em", left, right)
            case Link(href, children):
                before = left if left == _STRESSED else _WORD
                words = self._run(children, line_break, before, _WORD)
                return f"[{words}]({destination(self._target(href))})"
            case LineBreak():
                return line_break
            case Badge(children=children):
                return self._run(children, line_break, left, right)
            case Note(children):
                return self._note(children)

    def _note(self, children: Inlines) -> str:
        self._notes.append(self.write(children, " "))
        return f"[^{len(self._notes)}]"

    def _target(self, href: str) -> str:
        return "#" + self._anchors.get(href[1:], href[1:]) if href.startswith("#") else href


def _marked(inner: str, mark: str, tag: str, left: str, right: str) -> str:
    """Words between marks where Markdown will see them as such, else between tags."""
    if not inner:
        return ""
    opens = inner[0].isalnum() or (left in {"", " ", "\n"} and inner[0] not in "*_ ")
    closes = inner[-1].isalnum() or (right in {"", " ", "\n"} and inner[-1] not in "*_ ")
    if opens and closes and left != _STRESSED:
        return f"{mark}{inner}{mark}"
    return f"<{tag}>{inner}</{tag}>"


def _first_character(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text[:1]
        case LineBreak():
            return "\n"
        case _:
            return _WORD
