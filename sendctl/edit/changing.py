"""`set`, `note` and `move`: what people do to what a plan holds already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from sendctl.edit.assign import Assigner, Assignment
from sendctl.edit.edits import CannotEdit, Edit, Insert, NewFile, SetValue
from sendctl.edit.target import Intent, Target, raw_at, target, usable
from sendctl.edit.words import fixed_word
from sendctl.plan import Loaded
from sendctl.plan.action import Action
from sendctl.plan.progress import Reported, Status, Update
from sendctl.plan.when import BadDate, When, parse_edge, parse_when

_COMPLETE = Status.COMPLETE.value


def set_fields(loaded: Loaded, id_: str, assignments: Sequence[Assignment], today: date) -> Intent:
    """Set keys of an item.

    An action that becomes complete gets the day, and one that gets the day becomes complete:
    one without the other is a finding.

    Raises:
        CannotEdit: nothing goes by this id, or a key is not known.
    """
    found = target(loaded, id_)
    assigning = assigner(found, loaded)
    edits = assigning.edits(assignments)
    along, notices = _along(found, assignments, assigning, today)
    notices += _better_moved(found, assignments)
    return Intent((*edits, *along), tuple(_said(found, [*edits, *along])), tuple(notices))


def add_note(loaded: Loaded, id_: str, words: Mapping[str, str | None], today: date) -> Intent:
    """Report on something: an entry in its `updates`, and of an action the new status beside it.

    A report on an earlier day than the latest one does not change the status.

    Args:
        loaded: the plan.
        id_: what is reported on.
        words: the keys of an update that are given; `note` always is.
        today: the day of the report unless `on` says another.

    Raises:
        CannotEdit: nothing goes by this id, or no reports are kept on it.
    """
    found = target(loaded, id_)
    if not isinstance(found.item, Reported):
        raise CannotEdit(
            f"No reports are kept on a {found.kind}. They are on actions, measures, risks, "
            "weaknesses, strands, objectives and the plan (its id is plan)."
        )
    vocabulary = usable(loaded).head.vocabulary
    fields = Update.model_fields
    given = {"on": today.isoformat()} | {key: one for key, one in words.items() if one}
    entry = {
        key: fixed_word(fields[key], key, given[key], vocabulary) for key in fields if key in given
    }
    edits: list[Edit] = [Insert(found.file, found.at("updates"), entry)]
    said, notices = [f"{found.name}: report of {entry['on']}"], []
    new = {key: entry[key] for key in ("status", "rating", "impact") if key in entry}
    if new and isinstance(found.item, Action):
        latest = max((update.on.isoformat() for update in found.item.updates), default="")
        if entry["on"] < latest:
            notices.append(
                f"There is a later report, of {latest}: {' and '.join(new)} of {found.name} "
                "stay as they are."
            )
        else:
            more = [SetValue(found.file, found.at(key), word) for key, word in new.items()]
            if new.get("status") == _COMPLETE and not found.item.completed:
                more.append(SetValue(found.file, found.at("completed"), entry["on"]))
                notices.append(f"`completed` of {found.name} was set to {entry['on']}.")
            edits += more
            said += _said(found, more)
    return Intent(tuple(edits), tuple(said), tuple(notices))


def move_due(loaded: Loaded, id_: str, due: str, words: Mapping[str, str | None]) -> Intent:
    """Give an action another due date, and keep the old one on record in `moved`.

    Args:
        loaded: the plan.
        id_: the action.
        due: the new date.
        words: `on`, `reason` and `agreed_by`, as far as they are given.

    Raises:
        CannotEdit: it is no action, or there is no other date to move it from.
    """
    found = target(loaded, id_)
    if not isinstance(found.item, Action):
        raise CannotEdit(
            f"Only an action keeps its earlier dates. Change those of {found.name} with "
            f"`sendctl set {id_} KEY=DATE`."
        )
    before = raw_at(found.raw, ("due",))
    if before is None:
        raise CannotEdit(
            f"{found.name} has no due date yet, so there is none to move. Give it one: "
            f"sendctl set {id_} due={due}"
        )
    (edit,) = assigner(found, loaded).edits([Assignment("due", "", due)])
    after = edit.value if isinstance(edit, SetValue) else None
    if after is None:
        raise CannotEdit("Give the new date, such as --due 2022-12-16.")
    if after == before or _when(after) == found.item.due:
        raise CannotEdit(f"{found.name} is due {_shown(before)} already; nothing moves.")
    move = {"from": before, "to": after} | {key: one for key, one in words.items() if one}
    moved = Insert(found.file, found.at("moved"), move)
    return Intent((edit, moved), tuple(_said(found, [edit])))


def _when(raw: Any) -> When | None:
    """What a date means; None when it cannot be read, which is told as a finding."""
    try:
        return parse_when(raw) if isinstance(raw, str) else parse_edge(raw)
    except BadDate:
        return None


def assigner(found: Target, loaded: Loaded) -> Assigner:
    """What makes edits of assignments to an item of the plan."""
    vocabulary = usable(loaded).head.vocabulary
    return Assigner(found.name, type(found.item), found.raw, found.file, found.path, vocabulary)


def _along(
    found: Target, assignments: Sequence[Assignment], assigning: Assigner, today: date
) -> tuple[list[Edit], list[str]]:
    """What changes along with a status, or with the day of completion."""
    item = found.item
    given = {one.key: one.value.strip() for one in assignments}
    if not isinstance(item, Action) or not given.keys() & {"status", "completed"}:
        return [], []
    place = assigning.place("status")
    status = given.get("status") and fixed_word(
        place.field, "status", given["status"], assigning.vocabulary
    )
    if status == _COMPLETE and "completed" not in given and not item.completed:
        day = today.isoformat()
        notice = f"`completed` of {found.name} was set to {day}; another day: completed=DATE."
        return [SetValue(found.file, found.at("completed"), day)], [notice]
    if given.get("completed") and "status" not in given and item.status is not Status.COMPLETE:
        notice = f"`status` of {found.name} was set to {_COMPLETE}, for it has a day of completion."
        return [SetValue(found.file, found.at("status"), _COMPLETE)], [notice]
    if item.completed and "completed" not in given and status not in {None, _COMPLETE}:
        notice = (
            f"{found.name} still has `completed: {item.completed}`; take it out with completed= "
            "(nothing behind the equals sign)."
        )
        return [], [notice]
    return [], []


def _better_moved(found: Target, assignments: Sequence[Assignment]) -> list[str]:
    """A date that is moved without a word is what advisers ask about."""
    if not (isinstance(found.item, Action) and found.item.due):
        return []
    if any(one.key == "due" and one.value.strip() != found.item.due.text for one in assignments):
        return [
            "The old date is not kept: `sendctl move` records it, with when, why and who agreed."
        ]
    return []


def _said(found: Target, edits: Sequence[Edit]) -> list[str]:
    """What edits of an item change, one line for each key that does."""
    lines: dict[str, str] = {}
    for edit in edits:
        if isinstance(edit, NewFile):
            continue
        path = edit.path[len(found.path) :]
        key = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
        old = raw_at(found.raw, path)
        if isinstance(edit, Insert):
            earlier = lines.get(key)
            new = f"{earlier}, {_shown(edit.value)}" if earlier else f"+ {_shown(edit.value)}"
            lines[key] = new
        else:
            new_value = edit.value if isinstance(edit, SetValue) else None
            if new_value != old:
                lines[key] = f"{_shown(old)} → {_shown(new_value)}"
    return [f"{found.name}: {key} {line}" for key, line in lines.items()]


def _shown(value: Any) -> str:
    """A value in a line."""
    if value is None:
        return "(nothing)"
    if isinstance(value, str):
        return shorten(value, 60, placeholder=" …")
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_shown(one)}" for key, one in value.items())
    return ", ".join(_shown(one) for one in value)
