"""The table of contents: a field that Word can bring up to date, filled with links already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sendctl.document.model import Contents, Document
from sendctl.document.writers.outline import Entry, outline
from sendctl.document.writers.word.bookmarks import Bookmarks
from sendctl.document.writers.word.lines import LineWriter
from sendctl.document.writers.word.wml import (
    NOTHING,
    Xml,
    field_instruction,
    field_part,
    joined,
    link_inside,
    run,
    w,
)


def contents(block: Contents, document: Document, lines: LineWriter, bookmarks: Bookmarks) -> Xml:
    """The contents; nothing where there is nothing to list.

    The numbers of pages are for Word to find: they appear when the field is updated (F9).
    """
    entries = list(_with_levels(outline(document, block)))
    if not entries:
        return NOTHING
    title = lines.line("toc heading", run(block.title))
    listed = []
    for number, (level, entry) in enumerate(entries, 1):
        link = link_inside(bookmarks.name(entry.heading.id), run(entry.words))
        begin = _beginning(block.depth) if number == 1 else NOTHING
        end = field_part("end") if number == len(entries) else NOTHING
        listed.append(lines.line(f"toc {level}", joined((begin, link, end))))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *listed))


def _beginning(depth: int) -> Xml:
    instruction = field_instruction(f' TOC \\o "1-{depth}" \\h \\z \\u ')
    return joined((field_part("begin"), instruction, field_part("separate")))


def _with_levels(entries: Iterable[Entry], level: int = 1) -> Iterator[tuple[int, Entry]]:
    for entry in entries:
        yield level, entry
        yield from _with_levels(entry.entries, level + 1)
