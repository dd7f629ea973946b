"""Elements to inline nodes, white space collapsed and moved out from the edges of tags.

`a<strong> b</strong>` becomes `a ` and a strong `b`, which no reader can tell apart and which
Markdown and Word need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from sendctl.document.complaints import NESTING, VOCABULARY, Complaints
from sendctl.document.markup import Element
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
    Tone,
)
from sendctl.document.vocabulary import TONES

INLINE_TAGS: Final = frozenset({"a", "br", "em", "span", "strong"})
_SPACES: Final = re.compile(r"[ \t\n\f\r]+")
_NOT_INSIDE: Final = {
    "link": {"link", "badge"},
    "badge": {"badge"},
    "footnote": {"link", "badge", "footnote"},
}
"""For each kind of inline, the kinds it may not stand in, however deep."""


@dataclass(slots=True)
class _Run:
    """A line of inlines being put together; white space waits until it is known to matter."""

    leading: bool = False
    waiting: bool = False
    nodes: list[Inline] = field(default_factory=list)

    def text(self, text: str) -> None:
        collapsed = _SPACES.sub(" ", text)
        words = collapsed.strip(" ")
        if words:
            self._space(before=collapsed[0] == " ", text=words)
            self.waiting = collapsed[-1] == " "
        elif collapsed:
            self._wait()

    def node(self, node: Inline, *, before: bool = False, after: bool = False) -> None:
        self._space(before=before, text="")
        self.nodes.append(node)
        self.waiting = after

    def line_break(self) -> None:
        self.waiting = False
        self.nodes.append(LineBreak())

    def other(self, run: _Run) -> None:
        """Take over what another run holds, as if it had stood here all along."""
        if run.leading:
            self._wait()
        for node in run.nodes:
            if isinstance(node, Text):
                self._space(before=False, text=node.text)
            else:
                self.node(node)
        self.waiting = self.waiting or run.waiting

    def _wait(self) -> None:
        if self.nodes:
            self.waiting = True
        else:
            self.leading = True

    def _space(self, *, before: bool, text: str) -> None:
        """Add text after the white space due before it."""
        if before:
            self._wait()
        if self.waiting and not isinstance(self.nodes[-1], LineBreak):
            text = " " + text
        self.waiting = False
        if text and self.nodes and isinstance(last := self.nodes[-1], Text):
            self.nodes[-1] = Text(last.text + text)
        elif text:
            self.nodes.append(Text(text))

    def finished(self) -> Inlines:
        """The nodes, without line breaks at either end."""
        start, end = 0, len(self.nodes)
        while start < end and isinstance(self.nodes[start], LineBreak):
            start += 1
        while end > start and isinstance(self.nodes[end - 1], LineBreak):
            end -= 1
        return tuple(self.nodes[start:end])


class InlineBuilder:
    """Makes inline nodes and reports what may not stand inside what."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints

    def build(self, children: Sequence[Element | str]) -> Inlines:
        """The inlines of a block."""
        return self._run(children, frozenset()).finished()

    def _run(self, children: Sequence[Element | str], inside: frozenset[str]) -> _Run:
        run = _Run()
        for child in children:
            if isinstance(child, str):
                run.text(child)
            elif child.tag == "br":
                run.line_break()
            else:
                self._element(run, child, inside)
        return run

    def _element(self, run: _Run, element: Element, inside: frozenset[str]) -> None:
        kind = self._kind(element, inside)
        inner = self._run(element.children, inside | {kind})
        children = inner.finished()
        # An empty link is kept, so that the lint can show where it is.
        if kind == "" or not (children or kind == "link"):
            run.other(inner)
            return
        node: Inline
        match kind:
            case "strong":
                node = Strong(children)
            case "em":
                node = Emphasis(children)
            case "link":
                node = Link(element.attributes["href"], children, element.at)
            case "badge":
                node = Badge(_tone(element), children)
            case _:
                node = Note(children)
        run.node(node, before=inner.leading, after=inner.waiting)

    def _kind(self, element: Element, inside: frozenset[str]) -> str:
        """What an element is; "" when only its words count."""
        kind = ""
        if element.tag in {"strong", "em"}:
            return element.tag
        if element.tag == "a":
            kind = "link" if "href" in element.attributes else ""
        elif element.tag == "span":
            kind = self._kind_of_span(element)
        around = sorted(_NOT_INSIDE.get(kind, set()) & inside)
        if around:
            message = f"A {kind} may not stand in a {around[0]}."
            self._complaints.add(NESTING, element.at, message, "End the outer one before it.")
            return ""
        return kind

    def _kind_of_span(self, element: Element) -> str:
        classes = element.classes
        kinds = [name for name in ("badge", "footnote", "number") if name in classes]
        tones = [name for name in classes if name in TONES]
        if kinds == ["number"]:
            advice = "Put the number first in its <p> or heading."
            self._complaints.add(NESTING, element.at, "A number stands in the wrong place.", advice)
            return ""
        if len(kinds) == 1 and len(tones) == (kinds == ["badge"]):
            return kinds[0]
        if classes:
            advice = 'Write class="badge on_track" (one of the tones), "footnote" or "number".'
            message = "<span> is one thing: a badge with a tone, a footnote or a number."
            self._complaints.add(VOCABULARY, element.at, message, advice)
        return ""


def _tone(element: Element) -> Tone:
    return cast("Tone", next(name for name in element.classes if name in TONES))
