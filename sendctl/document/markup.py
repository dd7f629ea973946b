"""Restricted HTML to a tree of elements, reporting every tag that is unknown, open or misplaced.

The tree is always usable: what is wrong is reported once and then read as kindly as it can be, so
that one slip does not bring fifty messages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from sendctl.document.attributes import CONTROL, NEEDY, Attributes, checked
from sendctl.document.complaints import NESTING, VOCABULARY, Complaints
from sendctl.document.model import Position
from sendctl.document.tokens import feed_quickly
from sendctl.document.vocabulary import (
    DOCUMENT,
    DROPPED,
    FOREIGN_VOID,
    HEADINGS,
    INSTEAD,
    PARENTS,
    TAKES_BLOCKS,
    TAKES_TEXT,
    VOID,
)
from sendctl.findings import did_you_mean

MAX_DEPTH: Final = 40
_ENDLESS: Final = VOID | FOREIGN_VOID
_SELF_EVIDENT: Final = HEADINGS | {
    *("p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "caption", "colgroup"),
    *("figcaption", "a", "strong", "em", "span"),
}
"""Tags that were clearly meant to be closed when something comes that cannot stand in them."""


@dataclass(slots=True)
class Element:
    """One tag with what is in it; only tags of the vocabulary become elements."""

    tag: str
    attributes: Attributes
    at: Position
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of the class attribute."""
        return self.attributes.get("class", "").split()


@dataclass(slots=True)
class _Open:
    """A tag that is open: `element` takes what comes (the parent's, if the tag was refused)."""

    tag: str
    element: Element
    at: Position
    closed_for: list[str] = field(default_factory=list)
    """Tags closed early inside this one, whose own end tags are still to come."""


def read(html: str, complaints: Complaints) -> Element:
    """The tree of a rendered template. Never raises, whatever the text."""
    reader = _Reader(complaints)
    try:
        if not feed_quickly(html, reader):
            reader.feed(html)
            reader.close()
    except AssertionError:
        # The standard parser's answer to some malformed "<![" declarations.
        reader.refuse_declaration()
    reader.finish()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self, complaints: Complaints) -> None:
        super().__init__(convert_charrefs=True)
        self._complaints = complaints
        self.root = Element(DOCUMENT, {}, (1, 1))
        self._stack = [_Open(DOCUMENT, self.root, (1, 1))]
        self._dropping: int | None = None
        """How many tags were open when the one began whose content is dropped."""

    @property
    def _at(self) -> Position:
        line, offset = self.getpos()
        return line, offset + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at
        if self._dropping is not None:
            if tag not in _ENDLESS:
                self._stack.append(_Open(tag, self._stack[-1].element, at))
        elif tag not in PARENTS:
            self._refuse(tag, at)
        else:
            self._open(tag, attrs, at)

    def _open(self, tag: str, attrs: list[tuple[str, str | None]], at: Position) -> None:
        self._make_room(tag, at)
        attributes, refusals = checked(tag, attrs) if attrs or tag in NEEDY else ({}, [])
        for code, message, advice in refusals:
            self._complaints.add(code, at, message, advice)
        element = Element(tag, attributes, at)
        if len(self._stack) <= MAX_DEPTH:
            self._stack[-1].element.children.append(element)
        elif tag not in VOID:
            message = f"<{tag}> stands inside {MAX_DEPTH} other tags; it is left out."
            advice = "Look for a tag that is opened again and again and never closed."
            self._complaints.add(NESTING, at, message, advice)
            self._dropping = len(self._stack)
        if tag not in VOID:
            self._stack.append(_Open(tag, element, at))

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDLESS:
            if self._dropping is None and tag in VOID:
                advice = f"Write <{tag}> alone."
                self._complaints.add(VOCABULARY, self._at, f"<{tag}> has no end tag.", advice)
            return
        opened = next(
            (i for i in range(len(self._stack) - 1, 0, -1) if self._stack[i].tag == tag), None
        )
        if opened is None:
            self._close_nothing(tag)
            return
        while len(self._stack) > opened + 1:
            self._close_early(f"</{tag}> on line {self._at[0]}")
        self._pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _ENDLESS:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._dropping is not None:
            return
        text = CONTROL.sub("", data)
        target = self._stack[-1].element
        if target.tag not in TAKES_TEXT:
            if not text.strip(" \t\n\f\r"):
                return
            self._misplaced_text(data, target)
        target.children.append(text)

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002 - the parser's signature
        self.refuse_declaration()

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        self.refuse_declaration()

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self.refuse_declaration()

    def refuse_declaration(self) -> None:
        """Report something that begins “<!” or “<?” and is no comment."""
        if self._dropping is None:
            advice = "The writer makes the frame of the page: begin with the content."
            self._complaints.add(VOCABULARY, self._at, "A declaration may not stand here.", advice)

    def finish(self) -> None:
        """Close what the text left open."""
        while len(self._stack) > 1:
            self._close_early("the end")

    def _refuse(self, tag: str, at: Position) -> None:
        advice = INSTEAD.get(tag) or did_you_mean(tag, PARENTS)
        message = f"<{tag[:40]}> is not one of the tags a template may use."
        self._complaints.add(VOCABULARY, at, message, advice or "Take it out.")
        if tag in DROPPED:
            self._dropping = len(self._stack)
        if tag not in FOREIGN_VOID:
            self._stack.append(_Open(tag, self._stack[-1].element, at))

    def _make_room(self, tag: str, at: Position) -> None:
        """Close what was clearly meant to be closed before this tag, or say it is misplaced."""
        parents = PARENTS[tag]
        if self._stack[-1].element.tag in parents:
            return
        for index in range(len(self._stack) - 1, 0, -1):
            if self._stack[index].tag not in _SELF_EVIDENT:
                break
            if self._stack[index - 1].element.tag in parents:
                while len(self._stack) > index:
                    self._stack[index - 1].closed_for.append(self._stack[-1].tag)
                    self._close_early(f"<{tag}> on line {at[0]}")
                return
        inside = self._stack[-1].element.tag
        where = "straight in the document" if inside == DOCUMENT else f"inside <{inside}>"
        advice = "It may stand in: " + ", ".join(_named(parent) for parent in sorted(parents)) + "."
        self._complaints.add(NESTING, at, f"<{tag}> may not stand {where}.", advice)

    def _pop(self) -> None:
        self._stack.pop()
        if self._dropping is not None and len(self._stack) <= self._dropping:
            self._dropping = None

    def _close_early(self, before: str) -> None:
        left = self._stack[-1]
        if self._dropping is None or len(self._stack) == self._dropping + 1:
            message = f"<{left.tag[:40]}> is not closed before {before}."
            self._complaints.add(
                NESTING, left.at, message, f"Add </{left.tag[:40]}> where it ends."
            )
        self._pop()

    def _close_nothing(self, tag: str) -> None:
        closed_for = self._stack[-1].closed_for
        if tag in closed_for:
            closed_for.remove(tag)
        elif self._dropping is None:
            advice = "Take it out, or open the tag before."
            message = f"</{tag[:40]}> closes nothing."
            self._complaints.add(NESTING, self._at, message, advice)

    def _misplaced_text(self, data: str, target: Element) -> None:
        line, column = self._at
        before = data[: len(data) - len(data.lstrip(" \t\n\f\r"))]
        if "\n" in before:
            line, column = line + before.count("\n"), 1
        column += len(before) - before.rfind("\n") - 1
        words = " ".join(data.split())[:30]
        if target.tag in TAKES_BLOCKS:
            message = f"Text stands outside a paragraph: “{words}”."
            advice = "Put it in <p>…</p>."
        else:
            message = f"Text stands straight inside <{target.tag}>: “{words}”."
            advice = "Put it in one of the tags that belong there."
        self._complaints.add(NESTING, (line, column), message, advice)


def _named(parent: str) -> str:
    return "the document itself" if parent == DOCUMENT else f"<{parent}>"
