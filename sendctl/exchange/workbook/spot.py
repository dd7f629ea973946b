"""Where something stands in a workbook."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A file, and a sheet, row, column or cell in it, as far as they are known.

    Attributes:
        file: as the user gave it.
        sheet: the name on the tab; "" for the whole file.
        cell: such as F12, or "row 12"; "" for the whole sheet.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        return f"{self.file}{sheet}{self.cell and ', ' + self.cell}"
