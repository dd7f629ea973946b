"""Blocks as HTML elements."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from itertools import repeat
from typing import Final

from sendctl.document.model import (
    Aside,
    Block,
    Blocks,
    Cell,
    Contents,
    Cover,
    Definitions,
    Document,
    Figure,
    Heading,
    Inlines,
    ItemList,
    LogoKind,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from sendctl.document.walk import words_of
from sendctl.document.widths import column_shares
from sendctl.document.writers.escape import Markup, el, joined, raw, void
from sendctl.document.writers.html_inlines import InlineWriter
from sendctl.document.writers.outline import Entry, outline

_WIDE = 4
"""From so many columns on, a table scrolls in a region of its own on a narrow screen, and becomes
a list of cards on a phone."""

_VERY_WIDE = 7
_MEDIA_TYPES: Final = {"png": "png", "jpeg": "jpeg", "svg": "svg+xml"}
_LIST_TYPES = {"decimal": None, "alpha": "a", "roman": "i"}


class BlockWriter:
    """Writes the blocks of one document, collecting its footnotes on the way."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._inline_writer = InlineWriter()
        self._tables = 0

    def write(self, blocks: Blocks) -> Markup:
        """Blocks below each other."""
        return joined((self._block(block) for block in blocks), "\n")

    def notes(self) -> Markup:
        """The footnotes of all that has been written, each with a way back."""
        notes = self._inline_writer.notes()
        if not notes:
            return Markup()
        heading = el("h2", "Notes", id="sc-notes")
        return el("section", heading, notes, class_="sc-notes", aria_labelledby="sc-notes")

    def _block(self, block: Block) -> Markup:  # noqa: C901 - one line for each kind of block
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return self._heading(block)
            case Table():
                return self._table(block)
            case ItemList():
                return self._list(block)
            case Definitions():
                return self._definitions(block)
            case Figure():
                return self._figure(block)
            case Section():
                return self._section(block)
            case Quote():
                return el("blockquote", self.write(block.blocks))
            case Aside():
                return self._aside(block)
            case Cover():
                return self._cover(block)
            case Contents():
                return self._contents(block)
            case PageBreak():
                return el("div", class_="page-break")

    def _inlines(self, inlines: Inlines) -> Markup:
        return self._inline_writer.write(inlines)

    def _flow(self, blocks: Blocks) -> Markup:
        """Blocks in a cell or item: words that stand first, alone or before a list, need no <p>."""
        match blocks:
            case (Paragraph(inlines, role="", number="", id=""), *rest):
                if all(isinstance(block, ItemList) for block in rest):
                    return joined((self._inlines(inlines), self.write(tuple(rest))))
        return self.write(blocks)

    def _numbered(self, number: str, inlines: Inlines) -> Markup:
        words = self._inlines(inlines)
        if not number:
            return words
        return joined((el("span", number, class_="number"), " ", el("span", words)))

    def _heading(self, block: Heading) -> Markup:
        return el(
            f"h{block.level}",
            self._numbered(block.number, block.inlines),
            id=block.id or None,
            class_="numbered" if block.number else None,
        )

    def _paragraph(self, block: Paragraph) -> Markup:
        classes = f"{block.role}{' numbered' if block.number else ''}".strip()
        words = self._numbered(block.number, block.inlines)
        return el("p", words, id=block.id or None, class_=classes or None)

    def _list(self, block: ItemList) -> Markup:
        items = [el("li", self._flow(item.blocks), id=item.id or None) for item in block.items]
        if not block.ordered:
            return el("ul", *items)
        start = block.start if block.start != 1 else None
        return el("ol", *items, start=start, type=_LIST_TYPES[block.numbering])

    def _definitions(self, block: Definitions) -> Markup:
        pairs = [
            el("div", el("dt", self._inlines(pair.term)), el("dd", self._flow(pair.blocks)))
            for pair in block.pairs
        ]
        return el("dl", *pairs, class_=block.role or "facts")

    def _figure(self, block: Figure) -> Markup:
        svg = self._document.pictures.get(block.picture, "")
        picture = _picture(svg.encode(), "svg", block.alt)
        # On a phone it keeps a size that can be read, and moves sideways: with the keyboard too.
        parts = [
            el("div", picture, class_="sc-picture", role="group", tabindex=0, aria_label="Picture")
        ]
        if block.caption:
            parts.append(el("figcaption", self._inlines(block.caption)))
        return el("figure", *parts, id=block.id or None)

    def _section(self, block: Section) -> Markup:
        names = (("landscape", block.landscape), ("keep", block.keep))
        classes = " ".join(name for name, given in names if given)
        headed = any(isinstance(inner, Heading) for inner in block.blocks)
        return el(
            "section" if headed or block.label else "div",
            raw("\n"),
            self.write(block.blocks),
            raw("\n"),
            class_=classes or None,
            id=block.id or None,
            aria_label=block.label or None,
        )

    def _cover(self, block: Cover) -> Markup:
        parts = [self.write(block.blocks)]
        if logo := self._document.look.logo:
            parts.insert(0, el("p", _picture(logo.content, logo.kind, logo.alt), class_="sc-logo"))
        return el("header", el("div", *parts, class_="sc-inner"), class_="cover")

    def _aside(self, block: Aside) -> Markup:
        words = self.write(block.blocks)
        if block.role == "warning":
            words = joined((el("p", el("strong", "Warning")), words), "\n")
        # Not <aside>: that is a landmark, and one inside another confuses screen readers.
        return el("div", words, class_=f"aside {block.role}", role="note", id=block.id or None)

    def _contents(self, block: Contents) -> Markup:
        entries = outline(self._document, block)
        if not entries:
            return Markup()
        title = el("h2", block.title, id="sc-contents")
        return el("nav", title, _entries(entries), class_="contents", aria_labelledby="sc-contents")

    def _table(self, block: Table) -> Markup:
        self._tables += 1
        name = f"sc-table-{self._tables}"
        caption = self._inlines(block.caption)
        parts = [el("caption", el("span", caption), id=name)] if caption else []
        parts.append(_columns(column_shares(block)))
        if block.head:
            parts.append(el("thead", *(self._row(row) for row in block.head)))
        labels = _labels(block)
        parts.append(el("tbody", joined((self._row(row, labels) for row in block.body), "\n")))
        size = "vast" if block.width >= _VERY_WIDE else "wide" if block.width >= _WIDE else "narrow"
        classes = f"{size} compact" if block.compact else size
        table = el("table", joined(parts, "\n"), class_=classes, id=block.id or None)
        if size == "narrow":
            return el("div", table, class_="sc-table")
        named = {"aria_labelledby": name} if caption else {"aria_label": "Table"}
        return el("div", table, class_="sc-table", role="region", tabindex=0, **named)

    def _row(self, row: Row, labels: Sequence[str] = ()) -> Markup:
        # A row with a cell across several columns has fewer cells than there are labels.
        given = labels if len(labels) == len(row.cells) else repeat("")
        cells = (self._cell(cell, label) for cell, label in zip(row.cells, given, strict=False))
        return el("tr", *cells, id=row.id or None)

    def _cell(self, cell: Cell, label: str) -> Markup:
        return el(
            "th" if cell.header else "td",
            self._flow(cell.blocks),
            scope=cell.scope or None,
            colspan=cell.span if cell.span > 1 else None,
            class_="numeric" if cell.numeric else None,
            data_label=None if cell.header else label or None,
        )


def _picture(content: bytes, kind: LogoKind, alt: str) -> Markup:
    """A picture; in <img> it runs nothing, and its colours are not mistaken for those of text."""
    source = f"data:image/{_MEDIA_TYPES[kind]};base64,{b64encode(content).decode()}"
    return void("img", src=source, alt=alt)


def _labels(table: Table) -> list[str]:
    """What stands above each column of a wide table: on a phone it stands in each cell."""
    if table.width < _WIDE or not table.head:
        return []
    return [words_of(cell.blocks) for cell in table.head[-1].cells]


def _columns(shares: tuple[int, ...]) -> Markup:
    whole = sum(shares) or 1
    return el("colgroup", *(void("col", style=f"width:{share / whole:.2%}") for share in shares))


def _entries(entries: list[Entry]) -> Markup:
    return el(
        "ul",
        *(
            el(
                "li",
                el("a", entry.words, href=f"#{entry.heading.id}"),
                _entries(entry.entries) if entry.entries else Markup(),
            )
            for entry in entries
        ),
    )
