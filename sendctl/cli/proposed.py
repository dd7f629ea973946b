"""From what workbooks propose to edits of the plan's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sendctl.edit import Edit, Insert, SetValue
from sendctl.edit.changing import add_note
from sendctl.edit.edits import CannotEdit, Raw
from sendctl.edit.target import Intent, raw_at, target, usable
from sendctl.exchange.workbook.columns import DATES
from sendctl.exchange.workbook.dates import edge_of
from sendctl.findings import Place

if TYPE_CHECKING:
    from sendctl.exchange.workbook.proposal import Addition, Change, Proposal
    from sendctl.exchange.workbook.view import Value
    from sendctl.plan import Loaded

_FILES = {"measure": "measures", "risk": "risks"}


def intent_of(found: Proposal, loaded: Loaded, today: date) -> Intent:
    """All edits of a proposal, and what goes along with them.

    Raises:
        CannotEdit: something that it names is not in the plan.
    """
    edits: list[Edit] = []
    notices: list[str] = []
    reasons = {move.id: move.reason for move in found.moves}
    for change in found.changes:
        edits += _changed(change, loaded, today, reasons)
    for change in found.changes:
        edits += _completed(change, found, loaded, today, notices)
    for addition in found.additions:
        edits.append(_added(addition, loaded))
    for update in found.updates:
        words = {"by": update.by or None, "note": update.note}
        edits += add_note(loaded, f"{update.kind}:{update.id}", words, today).edits
    return Intent(tuple(edits), (), tuple(notices))


def _changed(
    change: Change, loaded: Loaded, today: date, reasons: Mapping[str, str]
) -> Iterator[Edit]:
    goal = change.target
    found = target(loaded, f"{goal.kind}:{goal.id}")
    place = _place(loaded, goal.kind, goal.id)
    path = loaded.as_written(Place(found.file, (*place.path, *goal.path)))
    yield SetValue(found.file, path, _raw(change.new, goal.field))
    if goal.kind == "action" and goal.field == "due" and change.old and change.new:
        move = {
            "from": raw_at(found.raw, ("due",)),
            "to": _raw(change.new, "due"),
            "on": today.isoformat(),
        }
        reason = reasons.get(goal.id)
        yield Insert(found.file, found.at("moved"), move | ({"reason": reason} if reason else {}))


def _completed(
    change: Change, found: Proposal, loaded: Loaded, today: date, notices: list[str]
) -> Iterator[Edit]:
    """An action that became complete has a day of completion."""
    goal = change.target
    if (goal.kind, goal.field, change.new) != ("action", "status", "complete"):
        return
    given = {one.target.field for one in found.changes if one.target.id == goal.id}
    aim = target(loaded, f"action:{goal.id}")
    if "completed" in given or raw_at(aim.raw, ("completed",)):
        return
    notices.append(f"`completed` of {aim.name} was set to {today}.")
    yield SetValue(aim.file, aim.at("completed"), today.isoformat())


def _added(addition: Addition, loaded: Loaded) -> Edit:
    plan = usable(loaded)
    if addition.kind == "figure":
        measure, _, by = addition.id.partition(" ")
        aim = target(loaded, f"measure:{measure}")
        return Insert(
            aim.file, aim.at("milestones"), {"by": edge_of(by) or by, **_nested(addition.values)}
        )
    item = {"id": addition.id, **_nested(addition.values)}
    if addition.kind == "action":
        strand = item.pop("strand", "")
        home = next((one for one in plan.strands if one.id == strand), None)
        if home is None:
            raise CannotEdit(f"The new action {addition.id} belongs to no strand of the plan.")
        return Insert(plan.place(home).file, ("actions",), item)
    name = _FILES[addition.kind]
    return Insert(f"{name}.yaml", (name,), item)


def _place(loaded: Loaded, kind: str, id_: str) -> Place:
    from sendctl.plan.named import find_named

    return find_named(usable(loaded), f"{kind}:{id_}").place


def _nested(values: Mapping[str, Value]) -> dict[str, Any]:
    """Fields by names with dots as mappings inside each other."""
    made: dict[str, Any] = {}
    for name, value in values.items():
        raw = _raw(value, name)
        if raw is None or name == "id":
            continue
        *outer, last = name.split(".")
        inner = made
        for key in outer:
            inner = inner.setdefault(key, {})
        inner[last] = raw
    return made


def _raw(value: Value, name: str) -> Raw | None:
    """A value as files hold it; one owner is written as a text, several as a list."""
    if isinstance(value, str):
        return (edge_of(value) if name in DATES else None) or value
    if value is None:
        return None
    alone = len(value) == 1 and name.rpartition(".")[0] in {"owners", ""} and name != "success"
    return value[0] if alone else list(value)
