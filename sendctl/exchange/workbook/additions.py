"""New rows: proposed only when they are complete."""

from __future__ import annotations

from sendctl.exchange.workbook.cells import value_of
from sendctl.exchange.workbook.columns import Sheet
from sendctl.exchange.workbook.dates import BadCell
from sendctl.exchange.workbook.page import Row
from sendctl.exchange.workbook.proposal import Addition, Remark, error
from sendctl.exchange.workbook.view import Value, View


def addition_of(
    sheet: Sheet, row: Row, key: str, view: View, remarks: list[Remark]
) -> Addition | None:
    """What a row proposes to add; None when it cannot be, which is told.

    Args:
        sheet: where it stands.
        row: one whose key is not in the plan.
        key: that key.
        view: the plan.
        remarks: gets what is to be told.
    """
    spot = row.cells[sheet.ids[0].key].spot
    if not sheet.kind:
        message = f"There is no {sheet.noun} {key} in the plan, and here none can be added."
        remarks.append(error(spot, message, f"Add it with `sendctl add {sheet.noun}`."))
        return None
    if sheet.kind == "figure" and key.partition(" ")[0] not in {
        measure.id for measure in view.plan.measures
    }:
        message = f"There is no measure {key.partition(' ')[0]} in the plan."
        remarks.append(error(spot, message, "Add the measure first."))
        return None
    values: dict[str, Value] = {}
    lacking: list[str] = []
    is_sound = True
    for column in sheet.columns:
        cell = row.cells.get(column.key)
        if not (column.is_read or column.locked):
            continue
        if cell is None or cell.is_empty:
            lacking += [column.heading] if column.needed else []
            continue
        try:
            values[column.key] = value_of(column, cell, None, view.choices)
        except BadCell as bad:
            remarks.append(error(cell.spot, bad.message, bad.advice))
            is_sound = False
    if sheet.kind == "figure" and not values.keys() & {"target", "actual.value"}:
        lacking.append("Target or Actual")
    if lacking:
        message = f"The new {sheet.noun} {key} is not complete; it lacks: {', '.join(lacking)}."
        advice = "Fill that in. If it is one of the plan, write its ref as it was."
        remarks.append(error(spot, message, advice))
        is_sound = False
    return Addition(sheet.kind, key, values, spot) if is_sound else None
