"""A workbook that came back: its rows, with everything about its form that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sendctl.exchange.workbook import lists, memory
from sendctl.exchange.workbook.cells import unescaped
from sendctl.exchange.workbook.columns import SHEETS
from sendctl.exchange.workbook.guard import NotReadable, safe_bytes
from sendctl.exchange.workbook.memory import Memory, remembered
from sendctl.exchange.workbook.opened import opened
from sendctl.exchange.workbook.page import MAX_ROWS, Page, Row
from sendctl.exchange.workbook.proposal import Remark, error, notice
from sendctl.exchange.workbook.spot import Spot
from sendctl.findings import did_you_mean

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAX_LINES: Final = 4 * MAX_ROWS
_MAX_MEMORY: Final = 2_000
"""Columns of the hidden sheet: pieces of one row's values."""

_OURS: Final = frozenset({"About", lists.SHEET, memory.SHEET})


@dataclass(frozen=True)
class Book:
    """A workbook as it came back.

    Attributes:
        file: as the user gave it.
        rows: by the name of the sheet, for those that are there.
        memory: what it remembers; None when that is gone.
        remarks: what is wrong with its form.
    """

    file: str
    rows: Mapping[str, list[Row]] = field(default_factory=dict)
    memory: Memory | None = None
    remarks: tuple[Remark, ...] = ()


def read_book(path: Path) -> Book:
    """Read a workbook; whatever is wrong with it is a remark.

    Raises:
        ImportError: the package openpyxl is not installed.
    """
    file = path.as_posix()
    try:
        data = safe_bytes(path)
        with opened(data) as book:
            return _read(book, data, file)
    except NotReadable as why:
        return Book(file, remarks=(error(Spot(file), why.message, why.advice),))


def _read(book: Workbook, data: bytes, file: str) -> Book:
    remarks: list[Remark] = []
    rows: dict[str, list[Row]] = {}
    known = _memory(book)
    if known is None:
        remarks.append(
            notice(
                Spot(file),
                "The workbook does not remember the plan that it was made from, so it is compared "
                "with the plan as it is now: what others changed since then cannot be told apart.",
            )
        )
    there = {sheet.title: sheet for sheet in book.worksheets}
    for name, sheet in SHEETS.items():
        if not sheet.is_read:
            continue
        if name in there:
            found = Page(there[name], sheet, data, file)
            rows[name] = list(found.rows())
            remarks += found.remarks
        elif known is None or name in known.base:
            advice = did_you_mean(name, [one for one in there if one not in {*SHEETS, *_OURS}])
            message = f"The sheet {name} is not there; nothing is read of it."
            remarks.append(
                (error if advice.startswith("Did") else notice)(Spot(file, name), message, advice)
            )
    for name in there:
        if name not in SHEETS and name not in _OURS:
            remarks.append(notice(Spot(file, name), "This sheet is no part of the plan; not read."))
    return Book(file, rows, known, tuple(remarks))


def _memory(book: Workbook) -> Memory | None:
    if memory.SHEET not in book.sheetnames:
        return None
    page = book[memory.SHEET]
    page.reset_dimensions()
    lines = page.iter_rows(max_row=_MAX_LINES, max_col=_MAX_MEMORY, values_only=True)
    return remembered(
        [unescaped(str(one)) if one is not None else "" for one in line] for line in lines
    )
