"""One module for each format a document is written as, imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.document.model import Document


class Writer(NamedTuple):
    """A format: the ending of its files, and what makes one. Text is to be saved as UTF-8."""

    extension: str
    write: Callable[[Document], str | bytes]


def write_html(document: Document) -> str:
    """One HTML file."""
    from sendctl.document.writers import html  # noqa: PLC0415

    return html.write_html(document)


def write_markdown(document: Document) -> str:
    """GitHub-flavoured Markdown."""
    from sendctl.document.writers import markdown  # noqa: PLC0415

    return markdown.write_markdown(document)


def write_pdf(document: Document) -> bytes:
    """A PDF/UA-1 and PDF/A-2a file; needs the extra "documents"."""
    from sendctl.document.writers.pdf import write  # noqa: PLC0415

    return write.write_pdf(document)


def write_docx(document: Document) -> bytes:
    """A Word file; needs the extra "documents"."""
    from sendctl.document.writers.word import write  # noqa: PLC0415

    return write.write_docx(document)


def write_odt(document: Document) -> bytes:
    """OpenDocument text; needs the extra "documents" and LibreOffice."""
    from sendctl.document.writers import odt  # noqa: PLC0415

    return odt.write_odt(document)


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {
        "html": Writer("html", write_html),
        "md": Writer("md", write_markdown),
        "pdf": Writer("pdf", write_pdf),
        "docx": Writer("docx", write_docx),
        "odt": Writer("odt", write_odt),
    },
)
"""The formats by the names that `--to` takes."""

__all__ = [
    "WRITERS",
    "Writer",
    "write_docx",
    "write_html",
    "write_markdown",
    "write_odt",
    "write_pdf",
]
