"""A document as a Word file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from sendctl.document.model import Document, Look
from sendctl.document.writers.pack import repacked
from sendctl.document.writers.word.base import opened
from sendctl.document.writers.word.blocks import BlockWriter
from sendctl.document.writers.word.flow import runs_of_pages
from sendctl.document.writers.word.lines import Around
from sendctl.document.writers.word.margins import mark_pages
from sendctl.document.writers.word.paper import room_on, turned
from sendctl.document.writers.word.styles import supplied
from sendctl.document.writers.word.wml import Xml, ending_section, rooted, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def write_docx(document: Document) -> bytes:
    """The whole file; the same document gives the same bytes.

    Raises:
        CannotWrite: the council's own Word file cannot be used.
        ImportError: what the extra "documents" installs is not there.
    """
    meta = document.meta
    look = _smaller(document.look) if meta.one_page else document.look
    word = opened(look, meta)
    styles = supplied(word, look, meta.language)
    mark_pages(word, meta, styles, own=not look.word_template)
    writer = BlockWriter(document, word, styles)
    body = _body(word, writer, document)
    writer.notes.finish()
    content = BytesIO()
    word.save(content)
    # The text is put in as it was written: to parse it first would take longer than all the rest.
    name = word.part.partname.lstrip("/")
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{rooted("document", body)}'
    return repacked(content.getvalue(), {name: text.encode()})


def _smaller(look: Look) -> Look:
    """Type for what is meant to fit one side: as much smaller as in the PDF, but ten points."""
    return replace(look, body_size=max(look.body_size - 2, min(look.body_size, 10)))


def _body(word: WordDocument, writer: BlockWriter, document: Document) -> Xml:
    """The text, a section for each run of pages that lie the same way."""
    section = word.sections[-1]
    runs = runs_of_pages(document.blocks) or [(False, ())]
    parts = []
    for number, (landscape, blocks) in enumerate(runs, 1):
        around = Around(room_on(section, landscape=landscape))
        written = writer.write(blocks, around)
        if not written.endswith("</w:p>"):
            # What ends a section stands in a paragraph, and so does what ends a file.
            written = Xml(written + writer.lines.spacer())
        properties = Xml(turned(section, landscape=landscape, first=number == 1).xml)
        if number == len(runs):
            parts += [written, properties]
        else:
            parts.append(ending_section(written, properties))
            # The new section begins a page by itself.
            writer.lines.page_break(wanted=False)
    return w("body", *parts)
