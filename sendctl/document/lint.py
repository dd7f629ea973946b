"""What a document must be before it is published: the part of WCAG that a program can judge.

Each check takes the document and reports what it finds. What law or WCAG asks for is an error;
what is only good advice is a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from sendctl.document.complaints import (
    ALT_TEXT,
    CAPTION,
    EMPTY_HEADING,
    HEADER_CELLS,
    HEADING_ORDER,
    IDS,
    LINK_TEXT,
    PICTURE,
    TABLE_SHAPE,
    TITLE,
    Complaints,
)
from sendctl.document.model import (
    Aside,
    Block,
    Document,
    Figure,
    Heading,
    ItemList,
    Link,
    Paragraph,
    Position,
    Section,
    Table,
)
from sendctl.document.walk import inner_inlines, plain_text, walk, walk_inlines
from sendctl.findings import Finding, Severity, did_you_mean, sort_findings

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_BARE_ADDRESS: Final = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_SAYS_NOTHING: Final = frozenset(
    {"click", "click here", "click this", "download", "follow this link", "go", "here", "link"}
    | {"learn more", "more", "more details", "more info", "more information", "read more"}
    | {
        "see here",
        "see more",
        "this",
        "this document",
        "this link",
        "this page",
        "view",
        "website",
    },
)


def lint(document: Document) -> list[Finding]:
    """Everything in a document that stands in the way of publishing it, in reading order."""
    complaints = Complaints(document.source)
    blocks = list(walk(document.blocks))
    for check in _CHECKS:
        check(document, blocks, complaints)
    return sort_findings(complaints.findings)


def _title_and_language(document: Document, _: list[Block], complaints: Complaints) -> None:
    if not document.meta.title.strip():
        advice = "Give the plan a title: it names the window and is read out first."
        complaints.add(TITLE, (1, 1), "The document has no title.", advice)
    if not _LANGUAGE.fullmatch(document.meta.language):
        advice = "Set the language to en-GB, so that it is read out in English."
        complaints.add(TITLE, (1, 1), "The document has no language.", advice)


def _headings(_: Document, blocks: list[Block], complaints: Complaints) -> None:
    headings = [block for block in blocks if isinstance(block, Heading)]
    title = next((heading for heading in headings if heading.level == 1), None)
    if title is None:
        advice = "Begin the document with its title in <h1>."
        complaints.add(HEADING_ORDER, (1, 1), "The document has no h1.", advice)
    # Without an h1 the first heading starts the count, so that one slip is reported once.
    before = 0 if title or not headings else headings[0].level - 1
    for heading in headings:
        level, words = heading.level, plain_text(heading.inlines).strip()
        if not words:
            advice = "Give it words, or take it out."
            complaints.add(EMPTY_HEADING, heading.at, f"This h{level} is empty.", advice)
        if level == 1 and title and heading is not title:
            message = f"A second h1: “{words}”."
            advice = "A document has one h1, its title: make this an h2."
            complaints.add_second(HEADING_ORDER, heading.at, message, advice, title.at)
        elif level > before + 1:
            after = f"after h{before}" if before else "as the first heading"
            message = f"A heading level is skipped: h{level} {after} (“{words}”)."
            complaints.add(HEADING_ORDER, heading.at, message, f"Make it an h{before + 1}.")
        before = level


def _pictures(document: Document, blocks: list[Block], complaints: Complaints) -> None:
    for figure in blocks:
        if not isinstance(figure, Figure):
            continue
        if not figure.alt.strip():
            advice = 'Say in alt="…" what it shows, with its figures.'
            message = f"The picture {figure.picture!r} has no alternative text."
            complaints.add(ALT_TEXT, figure.at, message, advice)
        if figure.picture not in document.pictures:
            advice = did_you_mean(figure.picture, document.pictures)
            message = f"There is no picture {figure.picture!r}."
            complaints.add(PICTURE, figure.at, message, advice or "No picture was drawn for this.")


def _tables(_: Document, blocks: list[Block], complaints: Complaints) -> None:
    for table in blocks:
        if not isinstance(table, Table):
            continue
        if not plain_text(table.caption).strip():
            advice = "Say in <caption> what it shows."
            complaints.add(CAPTION, table.at, "The table has no caption.", advice)
        if not any(cell.header for row in table.rows for cell in row.cells):
            advice = 'Put the first row in <thead>, its cells being <th scope="col">.'
            complaints.add(HEADER_CELLS, table.at, "The table has no header cells.", advice)
        _shape(table, complaints)


def _shape(table: Table, complaints: Complaints) -> None:
    width = table.rows[0].width if table.rows else 0
    for row in table.rows[1:]:
        if row.width != width:
            message = f"This row covers {row.width} columns, the first row {width}."
            advice = "Give it as many cells, empty ones too, or a colspan."
            complaints.add_second(TABLE_SHAPE, row.at, message, advice, table.rows[0].at)
    if table.columns and table.rows and len(table.columns) != width:
        message = f"The table has {len(table.columns)} <col> and {width} columns."
        complaints.add(TABLE_SHAPE, table.at, message, "Give each column one <col>.")


def _links(_: Document, blocks: list[Block], complaints: Complaints) -> None:
    for link in _all_links(blocks):
        words = " ".join(plain_text(link.children).split()).strip(" .…>»→:").casefold()
        if not words:
            advice = "Say between <a> and </a> where it leads."
            complaints.add(LINK_TEXT, link.at, "A link has no words.", advice)
        elif words in _SAYS_NOTHING:
            message = f"The link text “{words}” does not say where it leads."
            advice = "Use the name of the page or document it opens."
            complaints.add(LINK_TEXT, link.at, message, advice)
        elif _BARE_ADDRESS.fullmatch(words):
            message = "A bare web address is read out letter by letter."
            advice = "Use the name of the page as the words of the link."
            complaints.add(LINK_TEXT, link.at, message, advice, Severity.NOTE)


def _ids(_: Document, blocks: list[Block], complaints: Complaints) -> None:
    known: dict[str, Position] = {}
    for anchor, at in _anchors(blocks):
        if not anchor:
            continue
        if anchor in known:
            message = f"The id “{anchor}” is used twice."
            advice = "Give each thing its own id."
            complaints.add_second(IDS, at, message, advice, known[anchor])
        known.setdefault(anchor, at)
    for link in _all_links(blocks):
        if link.href.startswith("#") and link.href[1:] not in known:
            message = f"The link leads to “{link.href}”, which is not in this document."
            advice = did_you_mean(link.href[1:], known)
            complaints.add(IDS, link.at, message, advice or "Give the thing it means this id.")


def _all_links(blocks: list[Block]) -> Iterator[Link]:
    for block in blocks:
        for inlines in inner_inlines(block):
            for inline in walk_inlines(inlines):
                if isinstance(inline, Link):
                    yield inline


def _anchors(blocks: list[Block]) -> Iterator[tuple[str, Position]]:
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Section() | Aside() | Figure() | Table():
                yield block.id, block.at
        match block:
            case Table():
                yield from ((row.id, row.at) for row in block.rows)
            case ItemList(items=items):
                yield from ((item.id, item.at) for item in items)


_CHECKS: Final[tuple[Callable[[Document, list[Block], Complaints], None], ...]] = (
    _title_and_language,
    _headings,
    _pictures,
    _tables,
    _links,
    _ids,
)
