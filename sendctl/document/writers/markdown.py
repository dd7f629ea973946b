"""A document as GitHub-flavoured Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

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
    Link,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)
from sendctl.document.walk import inner_inlines, plain_text, walk, walk_inlines
from sendctl.document.writers.markdown_inlines import MarkdownInlines
from sendctl.document.writers.markdown_tables import MarkdownTables
from sendctl.document.writers.markdown_text import (
    escaped,
    github_slug,
    guarded,
    guarded_heading,
)
from sendctl.document.writers.numbering import label
from sendctl.document.writers.outline import Entry, outline


def write_markdown(document: Document) -> str:
    """The whole document; what Markdown has no word for is said in words or left to the reader."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._anchors = dict(_heading_anchors(document))
        self._linked = frozenset(_linked_ids(document))
        self._inlines = MarkdownInlines(self._anchors)
        self._tables = MarkdownTables(self._inlines, self._anchor)

    def write(self) -> str:
        parts = [*self._top(), self._blocks(self._document.blocks), self._inlines.notes()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def _top(self) -> Iterator[str]:
        meta = self._document.meta
        banner = escaped(meta.banner)
        if meta.draft or banner:
            draft = "**Draft**" if meta.draft else ""
            yield "> " + " ".join(part for part in (draft, guarded(banner)) if part)
        if meta.as_at:
            yield f"Position as at {escaped(meta.as_at)}"

    def _blocks(self, blocks: Blocks) -> str:
        written = [(block, self._block(block)) for block in blocks]
        shown = [(block, text) for block, text in written if text]
        lines = [text for _, text in shown[:1]]
        for (before, _), (block, text) in pairwise(shown):
            if _ends_as_list(before) and isinstance(block, ItemList | Definitions):
                lines.append("<!-- another list -->")
            lines.append(text)
        return "\n\n".join(lines)

    def _block(self, block: Block) -> str:  # noqa: C901 - one line for each kind of block
        match block:
            case Heading():
                words = self._inlines.write(block.inlines, " ")
                return f"{'#' * block.level} {self._numbered(block.number, guarded_heading(words))}"
            case Paragraph():
                return self._paragraph(block)
            case ItemList():
                return self._list(block)
            case Definitions():
                return self._definitions(block)
            case Table():
                return self._tables.write(block)
            case Figure():
                return self._figure(block)
            case Quote():
                return _quoted(self._blocks(block.blocks))
            case Aside():
                return self._aside(block)
            case Cover():
                return self._blocks(block.blocks)
            case Section():
                inner = self._blocks(block.blocks)
                anchor = self._anchor(block.id)
                return f"{anchor}\n\n{inner}" if anchor else inner
            case Contents():
                return self._contents(block)
            case PageBreak():
                return ""

    def _paragraph(self, block: Paragraph) -> str:
        words = self._lines(block.inlines)
        return self._anchor(block.id) + guarded(self._numbered(block.number, words))

    def _lines(self, inlines: Inlines) -> str:
        """A run of text none of whose lines begins a block of its own."""
        return "\n".join(guarded(line) for line in self._inlines.write(inlines).split("\n"))

    def _numbered(self, number: str, words: str) -> str:
        return f"{escaped(number)} {words}".rstrip() if number else words

    def _list(self, block: ItemList) -> str:
        items = []
        for offset, item in enumerate(block.items):
            inner = self._anchor(item.id) + self._item(item.blocks)
            marker = "-"
            if block.ordered and block.numbering == "decimal":
                marker = f"{block.start + offset}."
            elif block.ordered:
                # Markdown counts in figures only, and the text may refer to "(b)".
                inner = f"{label(block.numbering, block.start + offset)}) {inner}"
            items.append(_indented(marker, inner))
        return "\n".join(items)

    def _item(self, blocks: Blocks) -> str:
        """Words with a list below them stay together, unless the list could not interrupt them."""
        match blocks:
            case (Paragraph() as words, ItemList() as below):
                if below.start == 1 or not below.ordered:
                    return f"{self._paragraph(words)}\n{self._list(below)}"
        return self._blocks(blocks)

    def _definitions(self, block: Definitions) -> str:
        items = []
        for pair in block.pairs:
            colon = () if plain_text(pair.term).rstrip().endswith((":", "?")) else (Text(":"),)
            term = self._inlines.write((Strong((*pair.term, *colon)),), " ")
            inner = self._blocks(pair.blocks)
            beside = bool(pair.blocks) and isinstance(pair.blocks[0], Paragraph)
            between = " " if beside else "\n\n"
            items.append(_indented("-", f"{term}{between}{inner}".strip()))
        return "\n".join(items)

    def _figure(self, block: Figure) -> str:
        # One file holds the document, so a picture is its words.
        parts = [self._inlines.write((Strong(block.caption),), " ")] if block.caption else []
        parts.append(f"Picture: {escaped(block.alt)}")
        return self._anchor(block.id) + "\n\n".join(parts)

    def _aside(self, block: Aside) -> str:
        word = "**Warning**\n\n" if block.role == "warning" else ""
        return _quoted(self._anchor(block.id) + word + self._blocks(block.blocks))

    def _contents(self, block: Contents) -> str:
        entries = outline(self._document, block)
        if not entries:
            return ""
        title = self._inlines.write((Strong((Text(block.title),)),), " ")
        return f"{title}\n\n" + "\n".join(self._entries(entries))

    def _entries(self, entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            link = Link(f"#{entry.heading.id}", (Text(entry.words),))
            yield f"- {self._inlines.write((link,))}"
            yield from (f"  {line}" for line in self._entries(entry.entries))

    def _anchor(self, anchor: str) -> str:
        """A place to link to, where the document does so."""
        return f'<a id="{anchor}"></a>' if anchor in self._linked else ""


def _indented(marker: str, inner: str) -> str:
    """A list item: what follows its first line stands below its words."""
    first, *rest = inner.split("\n")
    room = " " * (len(marker) + 1)
    return "\n".join([f"{marker} {first}".rstrip(), *(f"{room}{line}".rstrip() for line in rest)])


def _quoted(inner: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _ends_as_list(block: Block) -> bool:
    match block:
        case ItemList() | Definitions():
            return True
        case Section() | Cover():
            return bool(block.blocks) and _ends_as_list(block.blocks[-1])
        case _:
            return False


def _heading_anchors(document: Document) -> Iterator[tuple[str, str]]:
    used: dict[str, int] = {}
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            slug = github_slug(f"{block.number} {plain_text(block.inlines)}")
            again = used.get(slug, 0)
            used[slug] = again + 1
            yield block.id, f"{slug}-{again}" if again else slug


def _linked_ids(document: Document) -> Iterator[str]:
    headings = {block.id for block in walk(document.blocks) if isinstance(block, Heading)}
    for block in walk(document.blocks):
        for inlines in inner_inlines(block):
            for inline in walk_inlines(inlines):
                if isinstance(inline, Link) and inline.href.startswith("#"):
                    target = inline.href[1:]
                    if target not in headings:
                        yield target
