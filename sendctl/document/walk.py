"""Ways through a document: every block, every inline node, the words alone."""

from __future__ import annotations

from collections.abc import Iterator

from sendctl.document.model import (
    Aside,
    Badge,
    Block,
    Blocks,
    Cover,
    Definitions,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)


def inner_blocks(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block, in reading order."""
    match block:
        case Cover() | Section() | Aside() | Quote():
            yield from block.blocks
        case ItemList(items=items):
            for item in items:
                yield from item.blocks
        case Definitions(pairs=pairs):
            for pair in pairs:
                yield from pair.blocks
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.blocks


def inner_inlines(block: Block) -> Iterator[Inlines]:
    """The runs of text that are a block's own, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.inlines
        case Definitions(pairs=pairs):
            for pair in pairs:
                yield pair.term
        case Table() | Figure():
            yield block.caption


def walk(blocks: Blocks) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for block in blocks:
        yield block
        yield from walk(tuple(inner_blocks(block)))


def walk_inlines(inlines: Inlines) -> Iterator[Inline]:
    """Every inline node, each before those inside it."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Note | Badge):
            yield from walk_inlines(inline.children)


def plain_text(inlines: Inlines, *, notes: bool = False) -> str:
    """The words alone; footnotes only where asked for."""
    return "".join(_words(inlines, notes=notes))


def words_of(blocks: Blocks) -> str:
    """The words of blocks on one line."""
    return " ".join(
        plain_text(inlines) for block in walk(blocks) for inlines in inner_inlines(block)
    )


def _words(inlines: Inlines, *, notes: bool) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case LineBreak():
                yield " "
            case Note() if not notes:
                continue
            case Strong() | Emphasis() | Link() | Note() | Badge():
                yield from _words(inline.children, notes=notes)
