"""A council's own Word form: a .docx whose {{ fields }} are filled.

The form is data from a repository, so its template code runs in the sandbox that all templates run
in, and what it is filled with is text and lists of text: never template, never markup.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from jinja2 import Template, TemplateError, TemplateSyntaxError

from sendctl.document.writers.pack import repacked
from sendctl.report.environment import SafeEnvironment, measured
from sendctl.report.problem import TemplateProblem, at_line, explained

_LARGEST: Final = 20_000_000
_LARGEST_INSIDE: Final = 100_000_000
_MENDS = "Mend the field in Word, and type it anew where parts of it look different."
_WITHOUT = frozenset({"address", "inline", "numbered", "prose"})
"""Filters that make HTML, of which Word knows nothing."""


def filled_form(file: Path, shown: str, fields: Mapping[str, Any]) -> bytes:
    """The form with its fields filled; the same bytes for the same fields.

    Args:
        file: the .docx.
        shown: what messages call it: its path in the plan folder.
        fields: plain texts, lists and mappings of them, or named tuples.

    Raises:
        TemplateProblem: it is no Word file, or uses a field that there is not.
        ImportError: what the extra "documents" installs is not there.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - heavy, and an extra

    data = _content(file, shown)
    form = DocxTemplate(BytesIO(data))
    written = BytesIO()
    try:
        form.render(dict(fields), _FormEnvironment(), autoescape=True)
        form.save(written)
    except Exception as error:
        # A template can fail in any way; none of them is to end in a traceback.
        raise _explained(error, shown) from error
    return repacked(written.getvalue(), {})


class _Measured(Template):
    """A template that stops when it makes more than any document can be."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        return "".join(measured(self.generate(*args, **kwargs)))


class _FormEnvironment(SafeEnvironment):
    """Runs the fields of a form; it has no other templates to include."""

    template_class = _Measured

    def __init__(self) -> None:
        super().__init__()
        self.loader = None
        self.filters = {key: one for key, one in self.filters.items() if key not in _WITHOUT}


def _content(file: Path, shown: str) -> bytes:
    """The file, once it is sure that opening it is safe."""
    try:
        data = b"" if file.stat().st_size > _LARGEST else file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise at_line(shown, 1, f"The form cannot be read: {reason}.") from None
    if not data:
        raise at_line(shown, 1, "The form is empty, or larger than 20 MB.", "Is it the right file?")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            is_word = "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        is_word, size = False, 0
    if not is_word or size > _LARGEST_INSIDE:
        raise at_line(
            shown, 1, "The form is no Word document that can be used.", "Save it as .docx in Word."
        )
    return data


def _explained(error: Exception, shown: str) -> TemplateProblem:
    """What is wrong, with the words around it: a Word file has no lines to name."""
    problem = explained(error, shown).problem
    message = problem.message
    if isinstance(error, TemplateSyntaxError):
        message = f"A field cannot be read: {error.message}."
    if isinstance(error, TemplateError):
        near = re.sub(r"\s+", " ", " ".join(getattr(error, "docx_context", ()))).strip()
        message += f" It stands near “{near[:80]}”." if near else ""
    return at_line(shown, 1, message, _MENDS)
