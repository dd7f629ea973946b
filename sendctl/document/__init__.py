"""Restricted HTML -> block model -> lint -> writers. Knows nothing of plans.

`README.md` here is the manual of the HTML that templates write; `model` holds the blocks.
"""

from sendctl.document.lint import lint
from sendctl.document.model import Document, Logo, Look, Meta
from sendctl.document.parse import parse
from sendctl.document.writers import (
    WRITERS,
    Writer,
    write_docx,
    write_html,
    write_markdown,
    write_pdf,
)
from sendctl.document.writers.problem import CannotWrite

__all__ = [
    "WRITERS",
    "CannotWrite",
    "Document",
    "Logo",
    "Look",
    "Meta",
    "Writer",
    "lint",
    "parse",
    "write_docx",
    "write_html",
    "write_markdown",
    "write_pdf",
]
