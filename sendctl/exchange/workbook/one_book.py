"""One workbook against the plan, cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sendctl.exchange.workbook.additions import addition_of
from sendctl.exchange.workbook.cells import Cell, is_unchanged, shown_for, value_of
from sendctl.exchange.workbook.columns import REASON, SHEETS, UPDATE, Column, Kind, Sheet
from sendctl.exchange.workbook.dates import BadCell, is_first_of_month
from sendctl.exchange.workbook.ids import key_of
from sendctl.exchange.workbook.page import Row
from sendctl.exchange.workbook.proposal import (
    Addition,
    NewMove,
    NewUpdate,
    Remark,
    Target,
    error,
    notice,
)
from sendctl.exchange.workbook.read import Book
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import Entry, Value, View, field_of
from sendctl.plan.progress import Reported


@dataclass(frozen=True, slots=True)
class Said:
    """What one workbook says of one field.

    Attributes:
        base: what the plan held at the export; what it holds now when that is not remembered.
    """

    value: Value
    base: Value
    spot: Spot


@dataclass
class Found:
    """What was found so far, in all workbooks."""

    said: dict[Target, list[Said]] = field(default_factory=lambda: defaultdict(list))
    now: dict[Target, Value] = field(default_factory=dict)
    additions: dict[tuple[str, ...], Addition] = field(default_factory=dict)
    updates: list[NewUpdate] = field(default_factory=list)
    reasons: dict[str, NewMove] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


class Comparison:
    """One workbook against the plan."""

    def __init__(self, view: View, book: Book, found: Found, *, clear: bool) -> None:
        self._view = view
        self._book = book
        self._found = found
        self._clear = clear
        self._knows = book.memory is not None
        self._base = book.memory.base if book.memory else {}

    def run(self) -> None:
        """Compare all its sheets."""
        for name, rows in self._book.rows.items():
            self._sheet(SHEETS[name], rows)

    def _sheet(self, sheet: Sheet, rows: list[Row]) -> None:
        entries = {entry.key: entry for entry in self._view.entries(sheet)}
        base = self._base.get(sheet.name, {})
        seen: dict[str, int] = {}
        for row in rows:
            key = key_of(sheet, row, {*entries, *base}, self._found.remarks)
            if key is None:
                continue
            if key in seen:
                message = f"The {sheet.noun} {key} stands in row {seen[key]} already."
                advice = "Take one of the rows out, or give it a ref of its own."
                self._found.remarks.append(error(self._spot(sheet, row), message, advice))
                continue
            seen[key] = row.number
            if key in entries:
                self._row(sheet, row, entries[key])
            elif key in base:
                message = f"The {sheet.noun} {key} was taken out of the plan since the export."
                self._found.remarks.append(notice(self._spot(sheet, row), message))
            else:
                self._new(sheet, row, key)
        self._absent(sheet, base if self._knows else entries, seen)

    def _absent(self, sheet: Sheet, expected: Iterable[str], seen: Iterable[str]) -> None:
        gone = [key for key in expected if key not in set(seen)]
        if gone:
            told = ", ".join(gone[:10]) + (", and others" if len(gone) > 10 else "")  # noqa: PLR2004 - a line
            message = f"Rows that are not there any more stay in the plan: {told}."
            self._found.remarks.append(notice(Spot(self._book.file, sheet.name), message))

    def _row(self, sheet: Sheet, row: Row, entry: Entry) -> None:
        base = self._base.get(sheet.name, {}).get(entry.key)
        for column in sheet.columns:
            cell = row.cells.get(column.key)
            if cell is None:
                continue
            if column.kind is Kind.ASKED:
                self._asked(column, cell, entry)
            elif column.is_read:
                now = self._view.value(column, entry)
                self._field(column, cell, entry, now if base is None else base.get(column.key), now)
        if base is None and self._knows:
            message = f"The {sheet.noun} {entry.key} was added to the plan since the export."
            self._found.remarks.append(notice(self._spot(sheet, row), message))

    def _field(self, column: Column, cell: Cell, entry: Entry, base: Value, now: Value) -> None:
        """What one cell says of its field, when it is not what the export wrote into it."""
        choices = self._view.choices
        has_no_value = cell.is_formula and cell.is_empty
        if not has_no_value and is_unchanged(cell, shown_for(column, base, choices)):
            return
        if cell.is_empty and not has_no_value:
            self._emptied(column, cell, entry, base, now)
            return
        try:
            value = self._value(column, cell, base)
        except BadCell as bad:
            self._found.remarks.append(error(cell.spot, bad.message, bad.advice))
            return
        if value != base:
            self._say(column, cell, entry, value, base, now)

    def _value(self, column: Column, cell: Cell, base: Value) -> Value:
        if cell.is_formula and cell.is_empty:
            raise BadCell(
                "The cell holds a formula that was not worked out.", "Write its value into it."
            )
        value = value_of(column, cell, base, self._view.choices)
        if cell.is_formula:
            message = "The cell holds a formula; what it last gave is taken."
            self._found.remarks.append(notice(cell.spot, message))
        elif column.kind is Kind.WHEN and is_first_of_month(cell.value) and value != base:
            message = f"It is taken as the day {value}."
            advice = f"If the month is meant, write {str(value)[:7]} as text."
            self._found.remarks.append(notice(cell.spot, message, advice))
        return value

    def _emptied(
        self, column: Column, cell: Cell, entry: Entry, base: Value, now: Value
    ) -> None:  # fmt: skip
        """A value that was there and is not any more; taken out only when that is asked for."""
        if now is None:
            return
        name = column.heading.lower()
        if column.keeps:
            message = f"The cell is empty, and the {name} cannot be taken out; it stays."
            self._found.remarks.append(notice(cell.spot, message))
        elif self._clear:
            self._say(column, cell, entry, None, base, now)
        else:
            message = f"The cell is empty; the {name} stays in the plan."
            advice = "--clear-empty takes it out."
            self._found.remarks.append(notice(cell.spot, message, advice))

    def _say(
        self, column: Column, cell: Cell, entry: Entry, value: Value, base: Value, now: Value
    ) -> None:  # fmt: skip
        name = field_of(column, entry)
        target = Target(entry.kind, entry.id, (*entry.within, *name.split(".")), name)
        if entry.within:
            target = target._replace(field=f"{entry.key.partition(' ')[2]} {name}")
        self._found.now[target] = now
        self._found.said[target].append(Said(value, base, cell.spot))

    def _asked(self, column: Column, cell: Cell, entry: Entry) -> None:
        if cell.is_empty:
            return
        if cell.is_error or (cell.is_formula and cell.is_empty):
            message = "The cell shows an error, or a formula that was not worked out."
            self._found.remarks.append(error(cell.spot, message, "Write the text into it."))
        elif column.key == REASON:
            self._reason(NewMove(entry.id, cell.text, cell.spot))
        elif column.key == UPDATE:
            self._update(cell, entry)

    def _reason(self, move: NewMove) -> None:
        before = self._found.reasons.setdefault(move.id, move)
        if before.reason != move.reason:
            message = f"Another reason for moving {move.id} stands in {before.spot}."
            self._found.remarks.append(error(move.spot, message, "Agree on one of them."))

    def _update(self, cell: Cell, entry: Entry) -> None:
        owner = self._book.memory.owner if self._book.memory else ""
        item: Reported = entry.item
        if any(
            (one.by or "") == owner and " ".join(one.note.split()) == " ".join(cell.text.split())
            for one in item.updates
        ):
            message = "This update stands in the plan already."
            self._found.remarks.append(notice(cell.spot, message))
            return
        if not owner:
            message = "The workbook does not remember whose it is; the update names nobody."
            self._found.remarks.append(notice(cell.spot, message))
        self._found.updates.append(NewUpdate(entry.kind, entry.id, owner, cell.text, cell.spot))

    def _new(self, sheet: Sheet, row: Row, key: str) -> None:
        made = addition_of(sheet, row, key, self._view, self._found.remarks)
        if made is None:
            return
        name = (sheet.name, key)
        before = self._found.additions.get(name)
        if before is not None and before.values != made.values:
            message = f"The new {sheet.noun} {key} has other values in {before.spot}."
            self._found.remarks.append(error(made.spot, message, "Give one of them another ref."))
        self._found.additions.setdefault(name, made)

    def _spot(self, sheet: Sheet, row: Row) -> Spot:
        return Spot(self._book.file, sheet.name, f"row {row.number}")
