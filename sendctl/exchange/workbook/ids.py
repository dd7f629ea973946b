"""Which row is which: ids are text, and 1.1 as a number may have been 1.10."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sendctl.exchange.workbook.cells import Cell, number_text
from sendctl.exchange.workbook.columns import Sheet
from sendctl.exchange.workbook.page import Row
from sendctl.exchange.workbook.proposal import Remark, error, notice


def key_of(
    sheet: Sheet, row: Row, known: Collection[str], remarks: list[Remark]
) -> str | None:  # fmt: skip
    """The key of a row; None when it has none that can be used, which is told.

    Args:
        sheet: where it stands.
        row: it holds something.
        known: the keys of the plan, and of the plan at the export.
        remarks: gets what is to be told.
    """
    parts = []
    for column in sheet.ids:
        cell = row.cells.get(column.key)
        if cell is None:
            return None
        if cell.is_error or cell.is_formula or isinstance(cell.value, date | bool):
            message = f"The {column.heading.lower()} must be text, not a formula, error or date."
            remarks.append(error(cell.spot, message, "Write it as text, with ' before it."))
            return None
        if cell.is_empty:
            message = f"The row has no {column.heading!r}, so it is not known what it is about."
            remarks.append(error(cell.spot, message, "Give it one, or empty the row."))
            return None
        parts.append(" ".join(cell.text.split()))
    key = " ".join(parts)
    first = row.cells[sheet.ids[0].key]
    if isinstance(first.value, int | float):
        return _from_number(first, key, known, remarks)
    return key


def _from_number(
    cell: Cell, key: str, known: Collection[str], remarks: list[Remark]
) -> str | None:  # fmt: skip
    """A number in place of an id; only one that can be one id alone is taken."""
    text = number_text(cell.value)
    rest = key.removeprefix(text)
    alike = [
        one for one in sorted(known) if _is_number(one.partition(" ")[0], cell.value)
        and one.endswith(rest)
    ]  # fmt: skip
    if alike == [key]:
        message = f"The ref {text} is a number; it is taken as the text {text!r}."
        remarks.append(notice(cell.spot, message))
        return key
    could = f"It may have been {' or '.join(alike)}. " if alike else ""
    message = f"The ref {text} is a number, and numbers lose zeros: 1.10 becomes 1.1."
    remarks.append(error(cell.spot, message, f"{could}Write it as text, with ' before it."))
    return None


def _is_number(text: str, value: object) -> bool:
    try:
        return float(text) == value
    except ValueError:
        return False
