"""Actions from a council's own tracker: a first import, by a mapping file.

Only what the plan does not have is proposed. A tracker remembers nothing, so it cannot say what
somebody changed in it: an action that the plan has is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sendctl.exchange.workbook.cells import Cell, number_text, value_of
from sendctl.exchange.workbook.columns import ACTIONS, Column, Kind, Sheet
from sendctl.exchange.workbook.dates import BadCell, month_shown
from sendctl.exchange.workbook.guard import NotReadable, safe_bytes
from sendctl.exchange.workbook.mapping import FIELDS, NOTHING, TrackerMapping
from sendctl.exchange.workbook.opened import opened
from sendctl.exchange.workbook.page import Page, Row
from sendctl.exchange.workbook.proposal import Addition, Proposal, Remark, error, notice
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import Value, View
from sendctl.findings import did_you_mean

if TYPE_CHECKING:
    from openpyxl import Workbook

_NEEDED: Final = ("title", "strand")


def actions_of(path: Path, mapping: TrackerMapping, view: View) -> Proposal:
    """The actions of a tracker that the plan does not have.

    Args:
        path: the workbook, as the user gave it.
        mapping: without mistakes; see `read_mapping`.
        view: the plan.

    Raises:
        ImportError: the package openpyxl is not installed.
    """
    file = path.as_posix()
    try:
        data = safe_bytes(path)
        with opened(data) as book:
            rows, remarks = _rows(book, data, file, mapping)
    except NotReadable as why:
        return Proposal(remarks=(error(Spot(file), why.message, why.advice),))
    return _Reading(mapping, view, file, remarks).proposal(rows)


def _rows(
    book: Workbook, data: bytes, file: str, mapping: TrackerMapping
) -> tuple[list[Row], list[Remark]]:
    """The rows of the tracker, each cell under all fields that its column stands for."""
    name = mapping.sheet or book.sheetnames[0]
    if name not in book.sheetnames:
        there = ", ".join(book.sheetnames[:10])
        message = f"There is no sheet {name!r}."
        return [], [error(Spot(file, name), message, f"There are: {there}.")]
    first: dict[str, Column] = {}
    same: dict[str, str] = {}
    for field, heading in mapping.columns.items():
        column = replace(FIELDS[field], heading=heading, needed=True)
        known = first.setdefault(" ".join(heading.split()).casefold(), column)
        same[field] = known.key
    page = Page(book[name], Sheet(name, "action", tuple(first.values())), data, file)
    rows = [
        Row(row.number, {field: row.cells[key] for field, key in same.items() if key in row.cells})
        for row in page.rows()
    ]
    return rows, page.remarks


@dataclass
class _Unknown:
    """A word that is not understood: why, where first, and in how many cells."""

    bad: BadCell
    spot: Spot
    cells: int = 0


class _Reading:
    """The rows of one tracker on their way to additions."""

    def __init__(
        self, mapping: TrackerMapping, view: View, file: str, remarks: list[Remark]
    ) -> None:
        self._mapping = mapping
        self._view = view
        self._file = file
        self._remarks = remarks
        self._unknown: dict[tuple[str, str], _Unknown] = {}

    def proposal(self, rows: list[Row]) -> Proposal:
        """What all rows propose."""
        strand, strands = self._mapping.strand, {one.id for one in self._view.plan.strands}
        if strand is not None and strand not in strands:
            message = f"The plan has no strand {strand!r}, which the mapping file names."
            self._remarks.append(error(Spot(self._file), message, did_you_mean(strand, strands)))
            return Proposal(remarks=tuple(self._remarks))
        additions = tuple(self._additions(rows))
        self._remarks += [self._told(field, one) for (field, _), one in self._unknown.items()]
        return Proposal(additions=additions, remarks=tuple(self._remarks))

    def _additions(self, rows: list[Row]) -> Iterator[Addition]:
        known = {entry.key for entry in self._view.entries(ACTIONS)}
        seen: dict[str, int] = {}
        for row in rows:
            id_, spot = self._id(row)
            if id_ is None:
                continue
            if id_ in seen:
                message = f"The action {id_} stands in row {seen[id_]} already."
                self._remarks.append(error(spot, message, "Give one of them another ref."))
                continue
            seen[id_] = row.number
            if id_ in known:
                message = f"The plan has an action {id_}; it is left as it is."
                self._remarks.append(notice(spot, message))
                continue
            made = self._addition(row, id_, spot)
            if made is not None:
                yield made

    def _id(self, row: Row) -> tuple[str | None, Spot]:
        cell = row.cells.get("id")
        if cell is None:  # merged with another one, which is told
            return None, Spot("")
        if cell.is_empty:
            message = "The row has no ref, so it is taken for a heading and not read."
            self._remarks.append(notice(cell.spot, message))
            return None, cell.spot
        text = _id_text(cell)
        if cell.is_error or " " in text or "\n" in text:
            message = f"{text!r} is no ref: a ref has no spaces."
            self._remarks.append(error(cell.spot, message, "Change it in the tracker."))
            return None, cell.spot
        return text, cell.spot

    def _addition(self, row: Row, id_: str, spot: Spot) -> Addition | None:
        values: dict[str, Value] = {}
        is_sound = True
        for field in self._mapping.columns:
            cell = row.cells.get(field)
            if field == "id" or cell is None:
                continue
            try:
                value = self._value(FIELDS[field], cell)
            except BadCell as bad:
                one = self._unknown.setdefault((field, cell.text), _Unknown(bad, cell.spot))
                one.cells += 1
                is_sound = False
                continue
            if value is not None:
                values[field] = value
        if self._mapping.strand is not None:
            values.setdefault("strand", self._mapping.strand)
        lacking = [field for field in _NEEDED if field not in values]
        if is_sound and lacking:
            message = f"The action {id_} has no {' and no '.join(lacking)}."
            self._remarks.append(error(spot, message, "Fill that in."))
        return Addition("action", id_, values, spot) if is_sound and not lacking else None

    def _value(self, column: Column, cell: Cell) -> Value:
        """What a cell says: by the mapping file's words first, then as in our own workbooks."""
        if cell.is_empty:
            return None
        said = self._mapping.meaning(column.key, cell.text)
        if said == (NOTHING,):
            return None
        if said is not None:
            cell = cell._replace(value="\n".join(said))
        elif self._mapping.months and column.kind is Kind.WHEN:
            cell = cell._replace(value=month_shown(cell.value, cell.form) or cell.value)
        return value_of(column, cell, None, self._view.choices)

    def _told(self, field: str, one: _Unknown) -> Remark:
        more = f" It stands in {one.cells} cells." if one.cells > 1 else ""
        help_ = f"Or say under `words: {field}:` in the mapping file what it stands for."
        return error(one.spot, f"{one.bad.message}{more}", f"{one.bad.advice} {help_}")


def _id_text(cell: Cell) -> str:
    """A ref as it is seen: a number that is shown with two decimals is 1.10 and not 1.1."""
    decimals = cell.form.partition(".")[2]
    if isinstance(cell.value, int | float) and decimals and set(decimals) == {"0"}:
        return f"{cell.value:.{len(decimals)}f}"
    return number_text(cell.value) if not isinstance(cell.value, str) else cell.text


def merged(proposals: Mapping[Path, Proposal]) -> Proposal:
    """What several trackers propose; a ref that two of them have is an error."""
    additions: dict[str, Addition] = {}
    remarks: list[Remark] = []
    for found in proposals.values():
        remarks += found.remarks
        for one in found.additions:
            if one.id in additions:
                message = f"The action {one.id} stands in {additions[one.id].spot} already."
                remarks.append(error(one.spot, message, "Give one of them another ref."))
            else:
                additions[one.id] = one
    return Proposal(additions=tuple(additions.values()), remarks=tuple(remarks))
