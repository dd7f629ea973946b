"""What stands in the margins of every page: banner, "Draft", position, title, page number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from sendctl.document.model import Meta
from sendctl.document.writers.word.wml import (
    LINE_BREAK,
    NOTHING,
    ParagraphFormat,
    RunFormat,
    Xml,
    field,
    joined,
    paragraph,
    rooted,
    run,
    special,
    watermark,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DRAFT: Final = "Draft"
_BETWEEN: Final = run("  ·  ")
_PAGE_FIELD: Final = (
    ".//w:instrText[contains(., 'PAGE')] | .//w:fldSimple[contains(@w:instr, 'PAGE')]"
)


def mark_pages(word: WordDocument, meta: Meta, styles: dict[str, str], *, own: bool) -> None:
    """Write into the headers and footers; what a council's own file has there stays above.

    Args:
        word: the file; its last section gives headers and footers to all.
        meta: what is to be said.
        styles: the ids of styles by name.
        own: whether the pages are ours alone, so that they also say whose the document is.
    """
    head = _head(meta, own=own)
    for header, footer in _pairs(word):
        if head:
            _append(header, paragraph(ParagraphFormat(styles["header"]), head))
        element = footer._element  # noqa: SLF001 - python-docx shows no other way to it
        numbered = bool(element.xpath(_PAGE_FIELD)) and not footer.is_linked_to_previous
        foot = _foot(meta, numbered=numbered)
        _append(footer, paragraph(ParagraphFormat(styles["footer"]), foot))


def _head(meta: Meta, *, own: bool) -> Xml:
    parts = [run(_DRAFT.upper(), RunFormat(bold=True))] if meta.draft else []
    if meta.banner:
        parts.append(run(meta.banner, RunFormat(bold=True)))
    if own and meta.author and not parts:
        parts.append(run(meta.author))
    words = _listed(parts)
    return Xml(watermark(_DRAFT.upper()) + words) if meta.draft else words


def _foot(meta: Meta, *, numbered: bool) -> Xml:
    parts = [run(f"Position as at {meta.as_at}")] if meta.as_at else []
    if not numbered:
        page = (run("Page "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "1"))
        parts.append(joined(page))
    second = _listed(parts)
    return joined((run(meta.title), special(LINE_BREAK), second)) if second else run(meta.title)


def _listed(parts: list[Xml]) -> Xml:
    return Xml(_BETWEEN.join(parts)) if parts else NOTHING


def _pairs(word: WordDocument) -> Iterator[tuple[Any, Any]]:
    """Header and footer of every kind of page that there is."""
    section = word.sections[-1]
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if word.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _append(margin: Any, content: Xml) -> None:
    """Add a paragraph to a header or footer; one that was not there is made."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - only those who write Word files

    fresh = margin.is_linked_to_previous
    margin.is_linked_to_previous = False
    element = margin._element  # noqa: SLF001
    if fresh:
        for child in list(element):
            element.remove(child)
    element.extend(parse_xml(rooted("hdr", content)))
