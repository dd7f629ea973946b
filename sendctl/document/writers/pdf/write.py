"""A document as one PDF that screen readers can read: PDF/UA-1 and PDF/A-2a at once.

The document goes as data to the fixed Typst program beside this file. Only the shipped fonts are
used, and nothing is read or fetched, so that every machine makes the same file.
"""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from io import BytesIO
from typing import TYPE_CHECKING, Final

from sendctl.document.model import Document, Table
from sendctl.document.walk import walk
from sendctl.document.writers.pdf.data import as_data
from sendctl.document.writers.pdf.labels import mark_labels_of_words
from sendctl.document.writers.pdf.letters import shown
from sendctl.document.writers.pdf.row_headers import mark_row_headers
from sendctl.document.writers.problem import CannotWrite

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

_STANDARDS: Final[tuple[PDFStandard, ...]] = ("ua-1", "a-2a")
_TRIAL: Final = """\
#set document(title: "Trial", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: "Liberation Sans")
#sys.inputs.letters
"""


def write_pdf(document: Document) -> bytes:
    """The whole file; the same document gives the same bytes.

    Letters that no font has are shown as a box, for the standard wants each to be shown.

    Raises:
        ModuleNotFoundError: the extra "documents" is not installed.
        CannotWrite: Typst refuses the document.
    """
    return _finished(_compiled(document), document)


def _compiled(document: Document) -> bytes:
    from typst import Fonts, TypstError  # noqa: PLC0415 - heavy, and only for PDFs

    data = json.dumps(as_data(document), ensure_ascii=False, separators=(",", ":"))
    program = files(__package__).joinpath("report.typ").read_bytes()
    with as_file(files(__package__).joinpath("fonts")) as folder:
        fonts = Fonts(include_system_fonts=False, font_paths=[str(folder)])
        data = shown(data, lambda letters: _can_show(letters, fonts))
        try:
            return _run(program, fonts, {"document": data})
        except TypstError as error:
            raise CannotWrite(f"The PDF cannot be made: {error.message}") from error


def _finished(pdf: bytes, document: Document) -> bytes:
    """The same file with what Typst leaves to do."""
    from pikepdf import ObjectStreamMode, open as opened  # noqa: PLC0415, I001 - only for PDFs

    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    with opened(BytesIO(pdf)) as file:
        mark_row_headers(file, tables)
        mark_labels_of_words(file)
        out = BytesIO()
        file.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _can_show(letters: str, fonts: Fonts) -> bool:
    from typst import TypstError  # noqa: PLC0415

    try:
        _run(_TRIAL.encode(), fonts, {"letters": letters})
    except TypstError:
        return False
    return True


def _run(program: bytes, fonts: Fonts, inputs: dict[str, str]) -> bytes:
    from typst import compile as compiled  # noqa: PLC0415

    made = compiled(
        program, font_paths=fonts, sys_inputs=inputs, pdf_standards=list(_STANDARDS), format="pdf"
    )
    assert isinstance(made, bytes)  # noqa: S101 - the type of one file, not of a page each
    return made
