"""Blocks as paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sendctl.document.model import (
    Aside,
    Block,
    Blocks,
    Contents,
    Cover,
    Definitions,
    Document,
    Figure,
    Heading,
    Inlines,
    ItemList,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
)
from sendctl.document.walk import walk
from sendctl.document.writers.word.bookmarks import Bookmarks
from sendctl.document.writers.word.contents import contents
from sendctl.document.writers.word.inlines import InlineWriter
from sendctl.document.writers.word.lines import Around, LineWriter
from sendctl.document.writers.word.notes import Notes
from sendctl.document.writers.word.numbering import Numbering
from sendctl.document.writers.word.pictures import Pictures
from sendctl.document.writers.word.tables import TableWriter
from sendctl.document.writers.word.wml import (
    NOTHING,
    TAB,
    RunFormat,
    Xml,
    joined,
    run,
    special,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DIGIT, _GAP = 0.52, 0.6
"""The width of a figure and of the space after a number, by the size of the type."""

_DEEPEST_STYLE: Final = 3
"""Word has styles for so many levels of lists."""

_AROUND_BOX: Final = 240
_BELOW_LIST: Final = 120
_COVER_SPACE: Final = 1800
_ROOM_FOR_CAPTION: Final = 1000
_INDENTED: Final = {"quote": 400, "note text": 280, "warning text": 280, "banner text": 280}
"""How far the styles of boxes indent what stands in them."""


class BlockWriter:
    """Writes the blocks of one document into one Word file."""

    def __init__(self, document: Document, word: WordDocument, styles: dict[str, str]) -> None:
        self._document = document
        self._styles = styles
        self._bookmarks = Bookmarks(document)
        self._numbering = Numbering(word)
        self._pictures = Pictures(word, document.pictures.values())
        self.notes = Notes(word, styles)
        self.lines = LineWriter(styles, self._bookmarks)
        self._inlines = InlineWriter(word.part, styles, self._bookmarks, self.notes)
        self._tables = TableWriter(styles, self.lines, self._inlines, self.write)
        self._hanging = _room_for_numbers(document)
        self._is_book = any(isinstance(block, Contents) for block in document.blocks)

    def write(self, blocks: Blocks, around: Around) -> Xml:
        """Blocks below each other; lists below a numbered paragraph stand under its words."""
        written = []
        numbered = False
        for block in blocks:
            hangs = numbered and isinstance(block, ItemList)
            here = replace(around, left=around.left + self._hanging) if hangs else around
            written.append(self._block(block, here))
            numbered = hangs or (isinstance(block, Paragraph) and bool(block.number))
        return joined(written)

    def _block(self, block: Block, around: Around) -> Xml:  # noqa: C901 - a line each
        match block:
            case Paragraph():
                return self._paragraph(block, around)
            case Heading():
                return self._heading(block)
            case Table():
                return self._tables.table(block, around)
            case ItemList():
                return self._list(block, around)
            case Definitions():
                return self._definitions(block, around)
            case Figure():
                return self._figure(block, around)
            case Section():
                self.lines.anchor(block.id)
                return self._together(block.blocks, replace(around, keep=block.keep))
            case Quote():
                return self._boxed(block.blocks, "quote", around)
            case Aside():
                return self._aside(block, around)
            case Cover():
                return self._cover(block, around)
            case Contents():
                return self._contents(block)
            case PageBreak():
                self.lines.page_break()
                return NOTHING

    def _together(self, blocks: Blocks, around: Around) -> Xml:
        """Blocks that, where they are to be kept together, let the next page begin after them."""
        if not around.keep or not blocks:
            return self.write(blocks, around)
        *others, last = blocks
        # A table knows itself which of its rows is the last.
        free = around if isinstance(last, Table) else replace(around, keep=False)
        return Xml(self.write(tuple(others), around) + self._block(last, free))

    def _paragraph(self, block: Paragraph, around: Around) -> Xml:
        self.lines.anchor(block.id)
        words = self._inlines.write(block.inlines)
        style = _style(block, around)
        if not block.number:
            return self._line(style, words, around)
        form = RunFormat(self._styles["paragraph number"])
        numbered = _numbered(block.number, words, form)
        return self._line(
            style, numbered, around, indent=(around.indent + self._hanging, self._hanging)
        )

    def _line(
        self,
        style: str,
        words: Xml,
        around: Around,
        indent: tuple[int, int] | None = None,
    ) -> Xml:
        if indent is None and around.depth and style == around.text and around.indents_itself:
            indent = (around.indent, 0)
        return self.lines.line(
            _continued(style, around),
            words,
            keep_next=around.keep,
            indent=indent,
            numeric=around.numeric,
        )

    def _heading(self, block: Heading) -> Xml:
        self.lines.anchor(block.id)
        words = self._inlines.write(block.inlines)
        style = f"heading {block.level - 1}" if block.level > 1 else "title"
        if not block.number:
            return self.lines.line(style, words)
        content = _numbered(block.number, words, RunFormat())
        return self.lines.line(style, content, indent=(self._hanging, self._hanging))

    def _list(self, block: ItemList, around: Around) -> Xml:
        depth = around.depth + 1
        # In a list of nine levels the tenth stands on the ninth.
        level = min(depth, 9) - 1
        numbering = (self._numbering.number_of(block, level), level)
        kind = "list number" if block.ordered else "list bullet"
        style = _of_level(kind, depth) if around.text == "normal" else around.text
        inside = replace(around, depth=depth, page=False)
        indent = (inside.indent, inside.step) if inside.indents_itself else None
        items = []
        for item in block.items:
            self.lines.anchor(item.id)
            first, rest = _first_words(item.blocks)
            items.append(
                self.lines.line(
                    style,
                    self._inlines.write(first),
                    keep_next=around.keep,
                    numbering=numbering,
                    indent=indent,
                )
            )
            items.append(self.write(rest, inside))
        if around.page:
            self.lines.space(_BELOW_LIST)
        return joined(items)

    def _definitions(self, block: Definitions, around: Around) -> Xml:
        if around.page and block.role == "tiles":
            return self._tables.tiles(block, around)
        if around.page and not block.role:
            return self._tables.facts(block, around)
        parts = []
        for pair in block.pairs:
            style = "definition term" if around.page else around.text
            term = self._inlines.write(pair.term, RunFormat(bold=not around.page))
            parts.append(self._line(style, term, replace(around, keep=True)))
            parts.append(self.write(pair.blocks, around))
        return joined(parts)

    def _figure(self, block: Figure, around: Around) -> Xml:
        self.lines.anchor(block.id)
        svg = self._document.pictures.get(block.picture, "")
        room = replace(around.room, height=around.room.height - _ROOM_FOR_CAPTION)
        drawn = self._pictures.draw(svg, block.alt, room) if svg else run(block.alt)
        shown = self.lines.line("picture", drawn, keep_next=bool(block.caption) or around.keep)
        if not block.caption:
            return shown
        words = self._inlines.write(block.caption)
        return Xml(shown + self.lines.line("caption", words, keep_next=around.keep))

    def _boxed(self, blocks: Blocks, style: str, around: Around) -> Xml:
        left = _INDENTED[style]
        room = replace(around.room, width=around.room.width - left)
        inside = Around(room, style, left=left, page=False, keep=around.keep)
        return self._together(blocks, inside)

    def _aside(self, block: Aside, around: Around) -> Xml:
        self.lines.anchor(block.id)
        self.lines.space(_AROUND_BOX)
        style = f"{block.role} text"
        word = NOTHING
        if block.role == "warning":
            word = self.lines.line(style, run("Warning", RunFormat(bold=True)), keep_next=True)
        box = self._boxed(block.blocks, style, around)
        self.lines.space(_AROUND_BOX)
        return Xml(word + box)

    def _cover(self, block: Cover, around: Around) -> Xml:
        """A page of its own where a table of contents follows, else the head of the first page."""
        parts = []
        logo = self._document.look.logo
        # One in the council's own header would be a second one.
        if logo and not self._pictures.in_header:
            parts.append(self.lines.line("picture", self._pictures.logo(logo)))
        if self._is_book:
            self.lines.space(_COVER_SPACE)
            self.lines.rule(self._document.look.accent.removeprefix("#").upper())
        parts.append(self.write(block.blocks, around))
        if self._is_book:
            self.lines.page_break()
        return joined(parts)

    def _contents(self, block: Contents) -> Xml:
        written = contents(block, self._document, self.lines, self._bookmarks)
        if written and self._is_book:
            self.lines.page_break()
        return written


def _room_for_numbers(document: Document) -> int:
    """How far words stand to the right of the longest number before them, here of all alike."""
    body = document.look.body_size
    widths = [
        (len(block.number) * _DIGIT + _GAP) * (body * 1.5 if isinstance(block, Heading) else body)
        for block in walk(document.blocks)
        if isinstance(block, Heading | Paragraph) and block.number
    ]
    return round(20 * min(max(widths, default=0), 6 * body))


def _numbered(number: str, words: Xml, form: RunFormat) -> Xml:
    """Words with their number hanging to the left of them."""
    return joined((run(number, form), special(TAB), words))


def _style(block: Paragraph, around: Around) -> str:
    """The name of the style of a paragraph, by what it is for and where it stands."""
    if block.role == "source" and around.text == "quote":
        return "quote source"
    if not block.role or (around.text != "normal" and block.role != "instruction"):
        return around.text
    return block.role


def _continued(style: str, around: Around) -> str:
    """Plain text below the first words of an item goes on in a style of its own."""
    if style == "normal" and around.depth:
        return _of_level("list continue", around.depth)
    return style


def _of_level(style: str, depth: int) -> str:
    return style if depth == 1 else f"{style} {min(depth, _DEEPEST_STYLE)}"


def _first_words(blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The words that stand beside the mark of an item, and what comes below them."""
    match blocks:
        case (Paragraph(number="") as words, *rest):
            return words.inlines, tuple(rest)
    return (), blocks
