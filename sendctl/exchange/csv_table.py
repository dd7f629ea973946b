"""Rows as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from sendctl.plan.when import When

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
            "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV: commas, one heading line, LF line ends.

    Text that a spreadsheet would run as a formula begins with an apostrophe; numbers, which are
    ours, do not. Days are written 2022-08-30, other dates as the plan has them, None as nothing,
    flags as true and false; lines within a text end with LF.
    """
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return page.getvalue()


def csv_file(text: str) -> bytes:
    """The same as a file: UTF-8 with a byte order mark.

    Excel takes a file without one for Windows-1252, and shows every accent as two other letters.
    What goes through a pipe has none, because there it would end up in the first heading.
    """
    return text.encode("utf-8-sig")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, When):
        value = str(value)
    if isinstance(value, str):
        text = "\n".join(value.splitlines())
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value
