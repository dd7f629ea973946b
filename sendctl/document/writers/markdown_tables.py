"""Tables as GitHub-flavoured Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sendctl.document.model import (
    Block,
    Blocks,
    Cell,
    Definitions,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from sendctl.document.walk import inner_blocks
from sendctl.document.writers.markdown_inlines import MarkdownInlines
from sendctl.document.writers.markdown_text import escaped
from sendctl.document.writers.numbering import label

_BREAK = "<br>"


class MarkdownTables:
    """Writes tables; several blocks in a cell become lines of it."""

    def __init__(self, inlines: MarkdownInlines, anchor: Callable[[str], str]) -> None:
        self._inlines = inlines
        self._anchor = anchor

    def write(self, table: Table) -> str:
        """The caption as a bold line, then the table; a head of several rows keeps the first."""
        width = max(table.width, 1)
        caption = self._inlines.write((Strong(table.caption),), " ") if table.caption else ""
        head, *more = table.head or (Row(()),)
        rows = [
            self._row(head, width),
            _line(_rule(table, width)),
            *(self._row(row, width) for row in (*more, *table.body)),
        ]
        above = self._anchor(table.id) + caption
        return "\n\n".join(part for part in (above, "\n".join(rows)) if part)

    def _row(self, row: Row, width: int) -> str:
        cells: list[str] = []
        for cell in row.cells:
            cells += [self._cell(cell), *[""] * (cell.span - 1)]
        cells += [""] * (width - len(cells))
        cells[0] = self._anchor(row.id) + cells[0]
        return _line(cells)

    def _cell(self, cell: Cell) -> str:
        match cell:
            case Cell(blocks=(Paragraph(inlines, number=""),), header=True, scope="row"):
                return self._inlines.write((Strong(inlines),), _BREAK)
        return _BREAK.join(self._lines(cell.blocks))

    def _lines(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph() | Heading():
                number = f"{escaped(block.number)} " if block.number else ""
                yield number + self._inlines.write(block.inlines, _BREAK)
            case ItemList():
                yield from self._items(block)
            case Definitions(pairs=pairs):
                for pair in pairs:
                    term = self._inlines.write((Strong((*pair.term, Text(":"))),), " ")
                    yield f"{term} {_BREAK.join(self._lines(pair.blocks))}"
            case Figure():
                yield f"Picture: {escaped(block.alt)}"
            case _:
                yield from self._lines(tuple(inner_blocks(block)))

    def _items(self, block: ItemList) -> Iterator[str]:
        for offset, item in enumerate(block.items):
            mark = f"{label(block.numbering, block.start + offset)}." if block.ordered else "•"
            yield f"{mark} {_BREAK.join(self._lines(item.blocks))}"


def _rule(table: Table, width: int) -> list[str]:
    """The line below the head; columns of figures are set to the right."""
    rule = []
    for column in range(width):
        cells = [row.cells[column] for row in table.body if column < len(row.cells)]
        numeric = bool(cells) and all(cell.numeric for cell in cells)
        rule.append("---:" if numeric else "---")
    return rule


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
