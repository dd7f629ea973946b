"""Runs of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

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
from sendctl.document.writers.word.bookmarks import Bookmarks
from sendctl.document.writers.word.notes import Notes
from sendctl.document.writers.word.wml import (
    LINE_BREAK,
    PLAIN,
    RunFormat,
    Xml,
    joined,
    link_inside,
    link_outside,
    run,
    special,
)

if TYPE_CHECKING:
    from docx.opc.part import Part

_IN_ADDRESS: Final = "!#$%&'()*+,/:;=?@~"
"""What stays as it is in an address; Word calls a file damaged for some of the others."""


class InlineWriter:
    """Writes runs of text into one part of a Word file, which knows the addresses of its links."""

    def __init__(
        self, part: Part, styles: dict[str, str], bookmarks: Bookmarks, notes: Notes | None
    ) -> None:
        self._relate = _relating(part)
        self._styles = styles
        self._bookmarks = bookmarks
        self._notes = notes
        # A footnote's own links belong to the part of the footnotes.
        self._in_notes = InlineWriter(notes.part, styles, bookmarks, None) if notes else None

    def write(self, inlines: Inlines, form: RunFormat = PLAIN) -> Xml:
        """Runs, as `form` says and as they say themselves."""
        return joined(self._inline(inline, form) for inline in inlines)

    def _inline(self, inline: Inline, form: RunFormat) -> Xml:
        match inline:
            case Text(text):
                return run(text, form)
            case Strong(children):
                return self.write(children, replace(form, bold=True))
            case Emphasis(children):
                return self.write(children, replace(form, italic=True))
            case Link(href, children):
                return self._link(href, self.write(children, self._styled(form, "hyperlink")))
            case LineBreak():
                return special(LINE_BREAK, form)
            case Badge(tone, children):
                style = f"badge {tone.replace('_', ' ')}"
                return self.write(children, self._styled(form, style))
            case Note(children):
                return self._note(children)

    def _styled(self, form: RunFormat, style: str) -> RunFormat:
        return replace(form, style=self._styles[style])

    def _link(self, href: str, shown: Xml) -> Xml:
        if not href.startswith("#"):
            return link_outside(self._relate(quote(href, safe=_IN_ADDRESS)), shown)
        name = self._bookmarks.name(href[1:])
        return link_inside(name, shown) if name else shown

    def _note(self, children: Inlines) -> Xml:
        if self._notes is None or self._in_notes is None:
            return self.write(children)
        return self._notes.add(self._in_notes.write(children))


def _relating(part: Part) -> Callable[[str], str]:
    """Gives each address its id in the part; python-docx looks through all of them each time."""
    known: dict[str, str] = {}

    def relate(address: str) -> str:
        if address not in known:
            from docx.opc.constants import RELATIONSHIP_TYPE as KINDS  # noqa: PLC0415

            known[address] = part.relate_to(address, KINDS.HYPERLINK, is_external=True)
        return known[address]

    return relate
