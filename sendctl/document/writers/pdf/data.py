"""A document as plain data for the Typst program beside this file: lists, texts and numbers.

Text is only ever a string in JSON there, so nothing that a plan says can be Typst code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sendctl.document.colour import quiet_on
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
    ItemList,
    Link,
    Logo,
    Meta,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from sendctl.document.walk import inner_inlines, plain_text, walk, walk_inlines, words_of
from sendctl.document.widths import column_shares
from sendctl.document.writers.pdf.shortened import (
    BOOKMARK,
    PROPERTY,
    WORDS_OF_PICTURE,
    shortened,
)
from sendctl.document.writers.pdf.text import Node, TextData, breakable

_WIDE: Final = 7
"""From so many columns on, a table stands on a wide page of its own."""

_LETTERS: Final = 100
"""Letters of a table on a line of an upright page, all columns together."""

_LONG_ROW: Final = 24
"""Lines from which on a row may go on on the next page; shorter ones stay in one piece."""

_LONG_SECTION: Final = 1500
"""Letters from which on a section cannot be kept on one page."""

_LONG_HEAD: Final = 400
"""Letters from which on the head of a table is not repeated on each page, as it fills the page."""

_LONGEST_MARK: Final = 240
"""Letters of a text at the head or foot of every page."""

_NUMBERINGS: Final = {"decimal": "1.", "alpha": "a.", "roman": "i."}
_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_WIDTH: Final = re.compile(rf'<svg\b[^>]*?\swidth="{_NUMBER}(?:px)?"')
_HEIGHT: Final = re.compile(rf'<svg\b[^>]*?\sheight="{_NUMBER}(?:px)?"')
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.ASCII)
_NO_DAY: Final = (2000, 1, 1)
"""What the file's properties give as its day when the document has none: PDF/A wants one."""


def as_data(document: Document) -> Node:
    """The whole document."""
    look = document.look
    return {
        **_of_meta(document.meta),
        "page": {"a4": "a4", "a3": "a3", "letter": "us-letter"}[look.page],
        "size": look.body_size,
        "accent": look.accent,
        "accent_soft": quiet_on(look.accent),
        "logo": _logo(look.logo),
        "long": any(isinstance(block, Contents) for block in walk(document.blocks)),
        "blocks": _BlockData(document).blocks(document.blocks),
    }


def _of_meta(meta: Meta) -> Node:
    language, _, region = meta.language.partition("-")
    day = _DAY.fullmatch(meta.as_at)
    return {
        "title": shortened(meta.title, PROPERTY),
        "short_title": _shortened(meta.title),
        "author": shortened(meta.author, PROPERTY),
        "subject": shortened(meta.subject, PROPERTY),
        "language": language.lower(),
        "region": region.lower() if re.fullmatch(r"[A-Za-z]{2}", region) else None,
        "banner": _shortened(meta.banner),
        "draft": meta.draft,
        "tight": meta.one_page,
        "as_at": _shortened(meta.as_at),
        "day": [int(day[3]), _MONTHS.index(day[2]) + 1, int(day[1])] if day else _NO_DAY,
    }


def _shortened(text: str) -> str:
    """What stands on every page must leave room for the page."""
    return breakable(shortened(text, _LONGEST_MARK))


def _beside(heading: str) -> str:
    """What bookmarks and contents say of a heading that is too long for them; "" of any other."""
    short = shortened(heading, BOOKMARK)
    return breakable(short) if short != heading else ""


def _logo(logo: Logo | None) -> Node | None:
    if logo is None:
        return None
    if logo.kind == "svg":
        content: str | list[int] = logo.content.decode("utf-8", "replace")
    else:
        content = list(logo.content)
    form = {"jpeg": "jpg"}.get(logo.kind, logo.kind)
    return {"content": content, "format": form, "alt": logo.alt}


class _BlockData:
    """Turns the blocks of one document into data; only what a link leads to keeps its id."""

    def __init__(self, document: Document) -> None:
        self._pictures = document.pictures
        blocks = list(walk(document.blocks))
        targets = frozenset(_linked(blocks)) & frozenset(_anchors(blocks))
        self._left = set(targets)
        self._text = TextData(targets)
        self._on_wide_page = False
        self._depth = 0

    def blocks(self, blocks: Blocks) -> list[Node]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Node:  # noqa: C901 - one line for each kind of block
        match block:
            case Paragraph(inlines, role, number):
                words = self._text.words(inlines)
                return self._node("paragraph", block.id, role=role, number=number, words=words)
            case Heading(level, inlines, number=number):
                words = self._text.words(inlines)
                return self._node(
                    *("heading", block.id), level=level, number=number, words=words,
                    beside=_beside(f"{number} {plain_text(inlines)}".strip()),
                )  # fmt: skip
            case Table():
                return self._table_on_its_page(block)
            case ItemList():
                return self._list(block)
            case Definitions(pairs, role):
                found = [(self._text.words(pair.term), self._inner(pair.blocks)) for pair in pairs]
                return self._node("definitions", role=role, pairs=found)
            case Figure():
                return self._figure(block)
            case Section():
                return self._section(block)
            case Quote(blocks):
                return self._node("quote", blocks=self._inner(blocks))
            case Aside(role, blocks):
                return self._node("aside", block.id, role=role, blocks=self._inner(blocks))
            case Cover(blocks):
                return self._node("cover", blocks=self._inner(blocks))
            case Contents(title, depth):
                return self._node("contents", title=title, depth=depth)
            case PageBreak():
                return self._node("break")

    def _inner(self, blocks: Blocks) -> list[Node]:
        """Blocks inside something that cannot begin a page."""
        self._depth += 1
        made = self.blocks(blocks)
        self._depth -= 1
        return made

    def _section(self, block: Section) -> Node:
        wide = block.landscape and not self._on_wide_page and not self._depth
        keep = block.keep and len(words_of(block.blocks)) < _LONG_SECTION
        self._on_wide_page |= wide
        blocks = self._inner(block.blocks) if keep else self.blocks(block.blocks)
        self._on_wide_page &= not wide
        return self._node("section", block.id, wide=wide, keep=keep, blocks=blocks)

    def _list(self, block: ItemList) -> Node:
        items = [
            self._node("item", item.id, blocks=self._inner(item.blocks)) for item in block.items
        ]
        numbering = _NUMBERINGS[block.numbering] if block.ordered else None
        return self._node("list", numbering=numbering, start=block.start, items=items)

    def _figure(self, block: Figure) -> Node:
        svg = self._pictures.get(block.picture, "")
        width, height = _WIDTH.search(svg), _HEIGHT.search(svg)
        ratio = float(height[1]) / float(width[1]) if width and height else 0.0
        return self._node(
            "figure",
            block.id,
            svg=svg,
            width=float(width[1]) if width else 0.0,
            ratio=ratio,
            alt=shortened(block.alt, WORDS_OF_PICTURE),
            caption=self._text.words(block.caption),
        )

    def _table_on_its_page(self, table: Table) -> Node:
        made = self._table(table)
        if table.width < _WIDE or self._on_wide_page or self._depth:
            return made
        return self._node("section", wide=True, keep=False, blocks=[made])

    def _table(self, table: Table) -> Node:
        shares = column_shares(table)
        return self._node(
            "table",
            table.id,
            caption=self._text.words(table.caption),
            columns=shares,
            small=table.compact and table.width >= _WIDE,
            repeat=sum(len(_words(row)) for row in table.head) < _LONG_HEAD,
            head=[self._row(row, shares) for row in table.head],
            body=[self._row(row, shares) for row in table.body],
        )

    def _row(self, row: Row, shares: tuple[int, ...]) -> Node:
        cells = [self._cell(cell) for cell in row.cells]
        return self._node("row", row.id, long=_lines(row, shares) > _LONG_ROW, cells=cells)

    def _cell(self, cell: Cell) -> Node:
        content: dict[str, Any]
        match cell.blocks:
            case (Paragraph(inlines, role="", number="", id=""),):
                # Most cells hold a few words, which need no paragraph of their own.
                content = {"words": self._text.words(inlines)}
            case _:
                content = {"blocks": self._inner(cell.blocks)}
        return {
            **content,
            "header": cell.header,
            "span": cell.span,
            "numeric": cell.numeric,
        }

    def _node(self, kind: str, anchor: str = "", **values: Any) -> Node:
        """A node; the first with an anchor that a link leads to carries it."""
        if anchor not in self._left:
            return {"kind": kind, **values}
        self._left.remove(anchor)
        return {"kind": kind, "anchor": anchor, **values}


def _lines(row: Row, shares: tuple[int, ...]) -> float:
    """About how many lines the tallest cell of a row has."""
    whole, column, most = sum(shares) or 1, 0, 0.0
    for cell in row.cells:
        width = sum(shares[column : column + cell.span]) / whole
        most = max(most, len(words_of(cell.blocks)) / (_LETTERS * max(width, 0.01)))
        column += cell.span
    return most


def _words(row: Row) -> str:
    return " ".join(words_of(cell.blocks) for cell in row.cells)


def _linked(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        for inlines in inner_inlines(block):
            for inline in walk_inlines(inlines):
                if isinstance(inline, Link) and inline.href.startswith("#"):
                    yield inline.href[1:]


def _anchors(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Section() | Aside() | Figure():
                yield block.id
            case Table(body=body, head=head):
                yield block.id
                yield from (row.id for row in (*head, *body))
            case ItemList(items=items):
                yield from (item.id for item in items)
