"""Inline nodes as HTML, and the footnotes among them."""

from __future__ import annotations

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
from sendctl.document.writers.escape import Markup, el, joined, void


class InlineWriter:
    """Writes runs of text; footnotes get their numbers in the order they are written."""

    def __init__(self) -> None:
        self._notes: list[Markup] = []

    def write(self, inlines: Inlines) -> Markup:
        """A run of text."""
        return joined(self._inline(inline) for inline in inlines)

    def notes(self) -> Markup:
        """The footnotes so far, as a list."""
        return el("ol", *self._notes) if self._notes else Markup()

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return text
            case Strong(children):
                return el("strong", self.write(children))
            case Emphasis(children):
                return el("em", self.write(children))
            case Link(href, children):
                return el("a", self.write(children), href=href)
            case LineBreak():
                return void("br")
            case Badge(tone, children):
                return el("span", self.write(children), class_=f"badge {tone}")
            case Note(children):
                return self._note(children)

    def _note(self, children: Inlines) -> Markup:
        number = len(self._notes) + 1
        back = el(
            "a",
            "Back to the text",
            href=f"#sc-ref-{number}",
            role="doc-backlink",
            aria_label=f"Back to the text of note {number}",
        )
        self._notes.append(el("li", self.write(children), " ", back, id=f"sc-note-{number}"))
        mark = el(
            "a",
            str(number),
            href=f"#sc-note-{number}",
            id=f"sc-ref-{number}",
            role="doc-noteref",
            aria_label=f"Note {number}",
        )
        return el("sup", mark)
