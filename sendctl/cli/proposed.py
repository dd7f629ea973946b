"""From what workbooks propose to edits of the plan's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sendctl.edit import Edit, Insert, SetValue
from sendctl.edit.adding import add_action, add_measure, add_milestone, add_risk
from sendctl.edit.assign import Assignment
from sendctl.edit.changing import add_note, assigner
from sendctl.edit.target import Intent, raw_at, target, usable
from sendctl.findings import Place
from sendctl.plan.named import find_named
from sendctl.plan.progress import Status

if TYPE_CHECKING:
    from sendctl.exchange.workbook.proposal import Addition, Change, Proposal
    from sendctl.exchange.workbook.view import Value
    from sendctl.plan import Loaded


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
        edits += _added(addition, loaded)
    for update in found.updates:
        words = {"by": update.by or None, "note": update.note}
        edits += add_note(loaded, f"{update.kind}:{update.id}", words, today).edits
    return Intent(tuple(edits), (), tuple(notices))


def _changed(
    change: Change, loaded: Loaded, today: date, reasons: Mapping[str, str]
) -> Iterator[Edit]:
    goal = change.target
    found = target(loaded, f"{goal.kind}:{goal.id}")
    place = find_named(usable(loaded), f"{goal.kind}:{goal.id}").place
    path = loaded.as_written(Place(found.file, (*place.path, *goal.path)))
    # In assignments entries are counted from 1.
    steps = (str(step + 1 if isinstance(step, int) else step) for step in path[len(found.path) :])
    (edit,) = assigner(found, loaded).edits(_assigned(".".join(steps), change.new))
    yield edit
    if goal.kind == "action" and goal.field == "due" and change.old and change.new:
        assert isinstance(edit, SetValue)  # noqa: S101 - what an assignment gives
        move = {"from": raw_at(found.raw, ("due",)), "to": edit.value, "on": today.isoformat()}
        reason = reasons.get(goal.id)
        yield Insert(found.file, found.at("moved"), move | ({"reason": reason} if reason else {}))


def _completed(
    change: Change, found: Proposal, loaded: Loaded, today: date, notices: list[str]
) -> Iterator[Edit]:
    """What `set` does too: what became complete gets its day, and what got a day is complete."""
    goal = change.target
    if goal.kind != "action" or change.new is None:
        return
    given = {one.target.field for one in found.changes if one.target[:2] == goal[:2]}
    aim = target(loaded, f"action:{goal.id}")
    if (goal.field, change.new) == ("status", Status.COMPLETE):
        key, value = "completed", today.isoformat()
        is_there = raw_at(aim.raw, (key,)) is not None
    elif goal.field == "completed":
        key, value = "status", Status.COMPLETE.value
        is_there = raw_at(aim.raw, (key,)) == value
    else:
        return
    if key not in given and not is_there:
        notices.append(f"`{key}` of {aim.name} was set to {value}.")
        yield SetValue(aim.file, aim.at(key), value)


def _added(addition: Addition, loaded: Loaded) -> tuple[Edit, ...]:
    values = [
        one
        for name, value in addition.values.items()
        if name not in {"id", "strand"}
        for one in _assigned(name, value)
    ]
    match addition.kind:
        case "figure":
            measure, _, by = addition.id.partition(" ")
            return add_milestone(loaded, measure, [Assignment("by", "", by), *values]).edits
        case "action":
            strand = addition.values.get("strand")
            home = strand if isinstance(strand, str) else None
            return add_action(loaded, home, addition.id, values).edits
        case "measure":
            return add_measure(loaded, addition.id, values).edits
        case _:
            return add_risk(loaded, addition.id, values).edits


def _assigned(key: str, value: Value) -> list[Assignment]:
    """A value as it would be typed; none takes the key out."""
    values = value if isinstance(value, tuple) else (value or "",)
    return [Assignment(key, "", one) for one in values]
