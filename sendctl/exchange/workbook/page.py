"""One sheet that came back: its rows, and what is wrong with its headings and form."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final, NamedTuple

from sendctl.exchange.workbook.cells import Cell, unescaped
from sendctl.exchange.workbook.columns import Column, Sheet
from sendctl.exchange.workbook.guard import NotReadable
from sendctl.exchange.workbook.opened import opened
from sendctl.exchange.workbook.proposal import Remark, error, notice
from sendctl.exchange.workbook.spot import Spot
from sendctl.findings import did_you_mean

MAX_ROWS: Final = 25_000
MAX_COLUMNS: Final = 100

_HEADING_IN: Final = 10
"""Rows among which the headings are looked for."""

_MERGED: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"'
)
_UNMERGE: Final = "Undo it, and write into each cell."
_MANY: Final = 200
_MANY_CELLS: Final = 200_000


class Row(NamedTuple):
    """One row: its number, and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]


class Page:
    """One sheet while it is read."""

    def __init__(self, page: Any, sheet: Sheet, data: bytes, file: str) -> None:
        self._page = page
        self._sheet = sheet
        self._data = data
        self._at = Spot(file, page.title)
        self.remarks: list[Remark] = []

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything, below the headings."""
        lines = self._lines()
        columns: dict[int, Column] | None = None
        extra: dict[int, str] = {}
        merged: frozenset[tuple[int, int]] = frozenset()
        computed: dict[tuple[int, int], Any] | None = None
        for number, line in lines:
            if columns is None:
                columns, extra = self._headings(number, line)
                merged = self._merged(number)
                continue
            cells = {}
            for index, raw in line:
                if index in extra:
                    self._extra(extra.pop(index), number, index)
                if index not in columns or (number, index) in merged:
                    continue
                if raw.data_type == "f" and computed is None:
                    computed = self._computed()
                cells[columns[index].key] = self._cell(raw, number, index, computed or {})
            if any(not cell.is_empty for cell in cells.values()):
                blank = {
                    column.key: Cell(None, self._spot(number, index))
                    for index, column in columns.items()
                    if (number, index) not in merged
                }
                yield Row(number, blank | cells)
        if columns is None:
            self.remarks.append(error(self._at, self._no_headings()))

    def _lines(self) -> Iterator[tuple[int, list[tuple[int, Any]]]]:
        """The rows with anything in them: number, and cells with the numbers of their columns."""
        self._page.reset_dimensions()
        seen = False
        for number, line in enumerate(self._page.iter_rows(max_col=MAX_COLUMNS), 1):
            if number > MAX_ROWS:
                message = f"The sheet has more than {MAX_ROWS:,} rows; the rest is not read."
                self.remarks.append(error(self._at, message, "Delete the empty rows at its end."))
                return
            filled = [(index, one) for index, one in enumerate(line, 1) if one.value is not None]
            is_heading = not seen and any(self._is_id(one.value) for _, one in filled)
            if not seen and not is_heading:
                if number > _HEADING_IN:
                    return
                continue
            seen = True
            if filled:
                yield number, filled

    def _is_id(self, value: Any) -> bool:
        return isinstance(value, str) and _name(value) == _name(self._sheet.ids[0].heading)

    def _headings(
        self, number: int, line: Iterable[tuple[int, Any]]
    ) -> tuple[dict[int, Column], dict[int, str]]:
        """The columns by number, and the headings that are not ours."""
        by_name = {_name(column.heading): column for column in self._sheet.columns}
        columns: dict[int, Column] = {}
        extra: dict[int, str] = {}
        for index, cell in line:
            column = by_name.pop(_name(str(cell.value)), None)
            if column is not None:
                columns[index] = column
            elif _name(str(cell.value)) in {_name(one.heading) for one in columns.values()}:
                message = f"The heading {cell.value!r} stands here a second time."
                self.remarks.append(error(self._spot(number, index), message, "Rename one."))
            else:
                extra[index] = " ".join(str(cell.value).split())
        self._complain(number, by_name, extra)
        return columns, extra

    def _complain(self, number: int, lacking: Mapping[str, Column], extra: dict[int, str]) -> None:
        """What is missing among the headings; a strange one may be one of these, renamed."""
        missing = [one for one in lacking.values() if not one.for_owner]
        for index, name in list(extra.items()):
            advice = did_you_mean(name, [one.heading for one in missing])
            if advice.startswith("Did"):
                del extra[index]
                message = f"There is no column {name!r} in the plan; it is not read."
                self.remarks.append(error(self._spot(number, index), message, advice))
        gone = [column.heading for column in missing if column.is_read or column.needed]
        if gone:
            message = f"Not read, because there is no such column: {', '.join(gone)}."
            spot = self._at._replace(cell=f"row {number}")
            self.remarks.append(notice(spot, message))

    def _extra(self, name: str, number: int, index: int) -> None:
        message = f"The column {name!r} is no part of the plan; it is not read."
        self.remarks.append(notice(self._spot(number, index), message))

    def _no_headings(self) -> str:
        return (
            f"There are no headings: no {self._sheet.ids[0].heading!r} in the first {_HEADING_IN} "
            "rows. Nothing is read."
        )

    def _cell(self, raw: Any, number: int, index: int, computed: Mapping[Any, Any]) -> Cell:
        value = raw.value
        is_formula = raw.data_type == "f"
        spot = self._spot(number, index)
        if is_formula:
            value, is_error = computed.get((number, index), (None, False))
        else:
            is_error = raw.data_type == "e"
        if isinstance(value, str):
            value = unescaped(value)
        return Cell(value, spot, str(raw.number_format or "General"), is_formula, is_error)

    def _computed(self) -> dict[tuple[int, int], tuple[Any, bool]]:
        """What formulas last gave, by row and column."""
        with opened(self._data, computed=True) as book:
            page = book[self._page.title]
            page.reset_dimensions()
            rows = page.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
            return {
                (number, index): (cell.value, cell.data_type == "e")
                for number, line in enumerate(rows, 1)
                for index, cell in enumerate(line, 1)
                if cell.value is not None
            }

    def _merged(self, headings: int) -> frozenset[tuple[int, int]]:
        """The cells below the headings that are part of another one; each place is an error."""
        from openpyxl.utils import range_boundaries  # noqa: PLC0415 - an extra

        with zipfile.ZipFile(BytesIO(self._data)) as archive:
            # The library does not say where a sheet stands, nor what is merged in it.
            content = archive.read(self._page._worksheet_path)  # noqa: SLF001
        cells: set[tuple[int, int]] = set()
        for count, area in enumerate(dict.fromkeys(_MERGED.findall(content)), 1):
            left, top, right, bottom = (one or 0 for one in range_boundaries(area.decode()))
            rows = range(max(top, headings + 1), min(bottom, MAX_ROWS) + 1)
            columns = range(left, min(right, MAX_COLUMNS) + 1)
            if count > _MANY or len(cells) + len(rows) * len(columns) > _MANY_CELLS:
                raise NotReadable(
                    f"Cells are merged in more than {_MANY} places, or in large ones, of the sheet "
                    f"{self._page.title}.",
                    _UNMERGE,
                )
            if not rows:
                continue
            cells.update((row, column) for row in rows for column in columns)
            message = "Cells are merged here; they are not read."
            self.remarks.append(error(self._at._replace(cell=area.decode()), message, _UNMERGE))
        return frozenset(cells)

    def _spot(self, number: int, index: int) -> Spot:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

        return self._at._replace(cell=f"{get_column_letter(index)}{number}")


def _name(heading: str) -> str:
    return " ".join(heading.split()).casefold()
