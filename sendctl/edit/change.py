"""Notes edits in a file's tree; nothing of its text changes here."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from sendctl.edit.edits import CannotEdit, Insert, Raw, Remove, SetValue, Steps
from sendctl.edit.nodes import Collection, Node, Scalar, Slot, grown, plain

KeyOrder = Callable[[Steps], Sequence[str]]
"""The usual order of the keys of the mapping at a path; empty when there is none."""


def change(root: Collection, edit: SetValue | Insert | Remove, order: KeyOrder) -> None:
    """Note one edit.

    Args:
        root: the file's top mapping.
        edit: what is to change.
        order: where new keys go.

    Raises:
        CannotEdit: the path leads through a text, or past the end of a list.
    """
    if not edit.path:
        raise CannotEdit(f"{edit.file}: an edit needs a key.")
    if isinstance(edit, Remove) or (isinstance(edit, SetValue) and _is_nothing(edit.value)):
        _remove(root, edit.path)
        return
    slot = _reached(root, edit, order)
    if isinstance(edit, Insert):
        _insert(slot, edit)
    else:
        _update(slot, edit.value, edit.path, order)


def prune(top: Collection) -> None:
    """Take out the mappings and lists that nothing is left in.

    Those all of whose entries are others are renewed: nothing in the text is left to add them to.
    """
    for slot in top.live():
        inside = slot.now
        if not (isinstance(inside, Collection) and inside.is_touched):
            continue
        prune(inside)
        if not inside.live() and top.is_mapping:
            slot.is_removed = True
        elif inside is slot.old and not any(one.stays for one in inside.slots):
            slot.now = grown(plain(inside))


def _is_nothing(value: Raw | None) -> bool:
    """Whether a value stands for none: an empty list or mapping does, an empty text does not."""
    return value is None or (not value and not isinstance(value, str))


def _find(inside: Collection, step: str | int) -> Slot | None:
    if inside.is_mapping:
        return inside.find(step) if isinstance(step, str) else None
    live = inside.live()
    return live[step] if isinstance(step, int) and 0 <= step < len(live) else None


def _remove(root: Collection, path: Steps) -> None:
    inside: Node | None = root
    way: list[Collection] = []
    slot = None
    for step in path:
        if not isinstance(inside, Collection):
            return
        way.append(inside)
        slot = _find(inside, step)
        if slot is None:
            return
        inside = slot.now
    assert slot is not None  # noqa: S101 - a path has a step
    slot.is_removed = True
    for one in way:
        one.is_touched = True


def _reached(root: Collection, edit: SetValue | Insert, order: KeyOrder) -> Slot:
    """The slot at an edit's path, made with what is missing on the way."""
    inside, slot = root, None
    for depth, step in enumerate(edit.path):
        if slot is not None:
            if slot.now is None:
                slot.now = grown({})
            if not isinstance(slot.now, Collection):
                raise _no_way(edit, depth)
            inside = slot.now
        inside.is_touched = True
        slot = _find(inside, step)
        if slot is None:
            if isinstance(step, int) or not inside.is_mapping:
                raise _no_way(edit, depth)
            slot = Slot(step, None, is_new=True)
            inside.slots.insert(_index(inside, step, order(edit.path[:depth])), slot)
    assert slot is not None  # noqa: S101 - a path has a step
    return slot


def _no_way(edit: SetValue | Insert, depth: int) -> CannotEdit:
    def said(path: Steps) -> str:
        return ".".join(map(str, path)) or "its top"

    return CannotEdit(
        f"{edit.file}: there is no {edit.path[depth]!r} in {said(edit.path[:depth])}."
    )


def _index(inside: Collection, name: str, order: Sequence[str]) -> int:
    """Where a new key goes: behind the nearest one before it in the usual order."""
    rank = {key: number for number, key in enumerate(order)}
    mine = rank.get(name)
    if mine is None:
        return len(inside.slots)
    ranked = [
        (rank[slot.name], index)
        for index, slot in enumerate(inside.slots)
        if slot.name in rank and not slot.is_removed
    ]
    before = [one for one in ranked if one[0] < mine]
    if before:
        return max(before)[1] + 1
    return min(ranked, default=(0, len(inside.slots)))[1]


def _insert(slot: Slot, edit: Insert) -> None:
    now = slot.now
    if isinstance(now, Scalar) and isinstance(edit.value, str):
        slot.now = now = grown([now.value])
    elif now is None:
        slot.now = now = grown([])
    if not isinstance(now, Collection) or now.is_mapping:
        raise CannotEdit(f"{edit.file}: {'.'.join(map(str, edit.path))} is no list.")
    now.is_touched = True
    _put(now, edit.value, edit.index)


def _put(inside: Collection, value: Raw, index: int | None) -> None:
    """Put a new item into a list, before one of its present items or at the end."""
    live = inside.live()
    slot = Slot(None, grown(value), is_new=True)
    if index is None or index >= len(live):
        inside.slots.append(slot)
    else:
        at = next(n for n, one in enumerate(inside.slots) if one is live[index])
        inside.slots.insert(at, slot)


def _update(slot: Slot, value: Any, path: Steps, order: KeyOrder) -> None:
    """Make a slot hold a value, and keep what of it is there already."""
    now = slot.now
    if now is not None and plain(now) == value:
        return
    if isinstance(now, Collection) and isinstance(value, dict) and now.is_mapping:
        _merge(now, value, path, order)
    elif isinstance(now, Collection) and isinstance(value, list | tuple) and not now.is_mapping:
        _align(now, list(value), path, order)
    elif isinstance(now, Scalar) and isinstance(value, str) and now.style in {"|", ">"}:
        # Line breaks at the end are part of how the text is written, not of what it says.
        ends = "" if value.endswith("\n") else now.value[len(now.value.rstrip("\n")) :]
        slot.now = grown(value + ends)
    else:
        slot.now = grown(value)


def _merge(inside: Collection, value: dict[str, Any], path: Steps, order: KeyOrder) -> None:
    inside.is_touched = True
    for slot in inside.live():
        if slot.name not in value:
            slot.is_removed = True
    for name, one in value.items():
        slot_there = inside.find(name)
        if slot_there:
            _update(slot_there, one, (*path, name), order)
        else:
            fresh = Slot(name, grown(one), is_new=True)
            inside.slots.insert(_index(inside, name, order(path)), fresh)


def _align(inside: Collection, value: list[Any], path: Steps, order: KeyOrder) -> None:
    """Make a list hold some items; those that it has already are not touched."""
    inside.is_touched = True
    live = inside.live()
    old = [json.dumps(plain(slot.now)) for slot in live]
    new = [json.dumps(one) for one in value]
    codes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    for tag, first, last, start, stop in codes:
        if tag == "equal":
            continue
        anchor = live[last] if last < len(live) else None
        for slot, number in zip_longest(live[first:last], range(start, stop)):
            if number is None:
                slot.is_removed = True
            elif slot is not None:
                _update(slot, value[number], (*path, number), order)
            else:
                fresh = Slot(None, grown(value[number]), is_new=True)
                at = len(inside.slots) if anchor is None else _position(inside, anchor)
                inside.slots.insert(at, fresh)


def _position(inside: Collection, slot: Slot) -> int:
    return next(number for number, one in enumerate(inside.slots) if one is slot)
