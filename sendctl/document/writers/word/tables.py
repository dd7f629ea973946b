"""Tables, and keys with their values, which are tables as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from sendctl.document.model import Blocks, Cell, Definition, Definitions, Row, Table
from sendctl.document.walk import plain_text, words_of
from sendctl.document.widths import column_shares
from sendctl.document.writers.word.inlines import InlineWriter
from sendctl.document.writers.word.lines import AFTER_TABLE, Around, LineWriter
from sendctl.document.writers.word.paper import Room
from sendctl.document.writers.word.wml import NOTHING, Xml, joined, w

_LONG_ROW: Final = 1500
"""Characters in one cell from which on a row may go over two pages: it can be taller than one."""

_KEY_SHARE: Final = 30
"""Per cent of the width that keys take."""

_STEP: Final = 220
"""Lists in a cell are indented less."""

_MOST_TILES: Final = 5
_MOST_IN_A_CAPTION: Final = 250

WriteBlocks = Callable[[Blocks, Around], Xml]


class TableWriter:
    """Writes tables; what is in a cell is written by `blocks`."""

    def __init__(
        self,
        styles: dict[str, str],
        lines: LineWriter,
        inlines: InlineWriter,
        blocks: WriteBlocks,
    ) -> None:
        self._styles = styles
        self._lines = lines
        self._inlines = inlines
        self._blocks = blocks

    def table(self, block: Table, around: Around) -> Xml:
        """A table with its caption above it."""
        self._lines.anchor(block.id)
        caption = NOTHING
        if block.caption:
            words = self._inlines.write(block.caption)
            caption = self._lines.line("caption", words, keep_next=True)
        widths = _widths(column_shares(block), around.room.width)
        size = "report compact" if block.compact else "report table"
        first = bool(block.body) and all(row.cells and row.cells[0].header for row in block.body)
        head = [self._row(row, widths, size, around, head=True) for row in block.head]
        last = len(block.body) - 1
        body = [
            self._row(row, widths, size, replace(around, keep=around.keep and index < last))
            for index, row in enumerate(block.body)
        ]
        alt = plain_text(block.caption)[:_MOST_IN_A_CAPTION]
        look = _look(first_row=bool(block.head), first_column=first)
        return Xml(caption + self._framed("report table", widths, look, alt, [*head, *body]))

    def facts(self, block: Definitions, around: Around) -> Xml:
        """Keys and values side by side."""
        apart = self._apart()
        key = around.room.width * _KEY_SHARE // 100
        widths = [key, around.room.width - key]
        rows = [self._fact(pair, widths, around) for pair in block.pairs]
        look = _look(first_row=False, first_column=True)
        return Xml(apart + self._framed("facts table", widths, look, "", rows))

    def tiles(self, block: Definitions, around: Around) -> Xml:
        """Large figures below the words that say what they are, some in a row."""
        starts = range(0, len(block.pairs), _MOST_TILES)
        rows = [block.pairs[start : start + _MOST_TILES] for start in starts]
        return joined(self._tiles(pairs, around) for pairs in rows)

    def _tiles(self, pairs: Sequence[Definition], around: Around) -> Xml:
        apart = self._apart()
        widths = _widths((1,) * len(pairs), around.room.width)
        terms = [
            _cell(self._lines.line("tile label", self._inlines.write(pair.term)), width)
            for pair, width in zip(pairs, widths, strict=True)
        ]
        figures = [
            _cell(self._cell_blocks(pair.blocks, "tile figure", width, around), width)
            for pair, width in zip(pairs, widths, strict=True)
        ]
        rows = [_row(terms, head=True), _row(figures)]
        look = _look(first_row=True, first_column=False)
        return Xml(apart + self._framed("tiles table", widths, look, "", rows))

    def _fact(self, pair: Definition, widths: Sequence[int], around: Around) -> Xml:
        term = self._lines.line("fact heading", self._inlines.write(pair.term))
        value = self._cell_blocks(pair.blocks, "fact text", widths[1], around)
        return _row([_cell(term, widths[0]), _cell(value, widths[1])])

    def _row(
        self, row: Row, widths: Sequence[int], size: str, around: Around, *, head: bool = False
    ) -> Xml:
        self._lines.anchor(row.id)
        cells = []
        column = 0
        for cell in row.cells:
            width = sum(widths[column : column + cell.span])
            column += cell.span
            kind = "heading" if head else "row heading" if cell.header else "text"
            inside = replace(around, numeric=cell.numeric)
            content = self._cell_blocks(cell.blocks, f"{size} {kind}", width, inside)
            cells.append(_cell(content, width, cell.span))
        return _row(cells, head=head, whole=not _is_long(row.cells))

    def _cell_blocks(self, blocks: Blocks, style: str, width: int, around: Around) -> Xml:
        """What is in a cell; one without a paragraph would be damaged."""
        room = Room(max(width - 200, 400), around.room.height)
        inside = Around(
            room, style, step=_STEP, page=False, keep=around.keep, numeric=around.numeric
        )
        return self._blocks(blocks, inside) or self._lines.line(style, NOTHING)

    def _apart(self) -> Xml:
        """What stands before a table without caption: two that touch would be one."""
        return self._lines.spacer() if self._lines.after_table else NOTHING

    def _framed(
        self, style: str, widths: Sequence[int], look: Xml, alt: str, rows: Iterable[Xml]
    ) -> Xml:
        self._lines.space(AFTER_TABLE)
        properties = [
            w("tblStyle", val=self._styles[style]),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            look,
        ]
        if alt:
            properties.append(w("tblCaption", val=alt))
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        return w("tbl", w("tblPr", *properties), grid, *rows)


def _row(cells: Sequence[Xml], *, head: bool = False, whole: bool = True) -> Xml:
    """A row; one of the head is repeated on every page, a whole one is not split by two."""
    properties = [w("cantSplit")] if whole else []
    if head:
        properties.append(w("tblHeader"))
    return w("tr", w("trPr", *properties) if properties else NOTHING, *cells)


def _cell(content: Xml, width: int, span: int = 1) -> Xml:
    properties = [w("tcW", w=width, type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    return w("tc", w("tcPr", *properties), content)


def _look(*, first_row: bool, first_column: bool) -> Xml:
    """Which parts of the table's style apply, which also says what its header cells are."""
    value = 0x0600 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    return w(
        "tblLook",
        val=f"{value:04X}",
        firstRow=int(first_row),
        lastRow=0,
        firstColumn=int(first_column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _widths(shares: Sequence[int], room: int) -> list[int]:
    """The room shared out, to the last twentieth of a point."""
    whole = sum(shares) or 1
    places = [room * edge // whole for edge in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(places)]


def _is_long(cells: Sequence[Cell]) -> bool:
    return any(len(words_of(cell.blocks)) > _LONG_ROW for cell in cells)
