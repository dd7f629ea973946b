"""`key=value`, `key+=value` and `key-=value`: from what is typed to edits, by the models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from sendctl.edit.edits import CannotEdit, Edit, SetValue, Steps
from sendctl.edit.order import key_order, keys_of
from sendctl.edit.shape import Shape, shape_of
from sendctl.edit.target import raw_at
from sendctl.edit.words import fixed_word
from sendctl.findings import did_you_mean
from sendctl.plan.base import Item, field_parts
from sendctl.plan.display import Vocabulary
from sendctl.plan.scalars import Ref

_ASSIGNMENT = re.compile(r"([^\s=+]+?)(\+|-)?=(.*)", re.DOTALL)
_EDGE = re.compile(r"(start|end) of (\S+)")

_BARE = ("lead", "accountable", "sponsor", "lead_agency", "delivery", "owner")
"""Lists that are written as one text while they hold one."""


class Assignment(NamedTuple):
    """One thing that was typed.

    Attributes:
        key: with dots.
        sign: "+" to add to a list, "-" to take out of one, "" to set.
        value: as typed; empty takes the key out.
    """

    key: str
    sign: str
    value: str


def parse_assignment(text: str) -> Assignment:
    """What `key=value` means.

    Raises:
        CannotEdit: it has no equals sign.
    """
    match = _ASSIGNMENT.fullmatch(text)
    if not match:
        raise CannotEdit(f"{text!r} is not of the form key=value, such as due=2022-12-16.")
    return Assignment(match[1], match[2] or "", match[3])


class Place(NamedTuple):
    """Where a key leads.

    Attributes:
        path: inside the item.
        key: its last step.
        field: its field in the model.
        shape: what it takes.
    """

    path: Steps
    key: str
    field: Any
    shape: Shape


@dataclass(frozen=True, slots=True)
class Assigner:
    """Makes edits of assignments to one item.

    Attributes:
        name: what the item is called in messages.
        model: its model.
        raw: its values as written; an empty mapping for one that is new.
        file: the file that it is written in.
        base: where in that file.
        vocabulary: the plan's own words.
    """

    name: str
    model: type[Item]
    raw: Any
    file: str
    base: Steps
    vocabulary: Vocabulary

    def edits(self, assignments: Sequence[Assignment]) -> list[Edit]:
        """The edits of some assignments, in order.

        Raises:
            CannotEdit: a key is not known, or does not take what it is given.
        """
        made: list[Edit] = []
        so_far: dict[Steps, list[str]] = {}
        for (key, sign), same in groupby(assignments, lambda one: (one.key, one.sign)):
            values = [one.value for one in same]
            place = self.place(key)
            if place.shape.is_list:
                held = so_far.get(place.path, self._held(place))
                so_far[place.path] = self._listed(place, key, sign, values, held)
                made.append(self._set_list(place, so_far[place.path]))
            else:
                made.append(self._set(place, key, sign, values))
        return made

    def place(self, key: str) -> Place:
        """Where a key with dots leads.

        Raises:
            CannotEdit: it is not known; or what it names holds keys or entries of its own.
        """
        model, path = self.model, ()  # type: tuple[type[Item], Steps]
        parts = key.split(".")
        while True:
            name = parts.pop(0)
            field = keys_of(model).get(name)
            if field is None:
                raise self._unknown(name, key, model)
            path = (*path, name)
            shape = shape_of(field)
            if shape.model and shape.is_list and parts:
                path = (*path, self._entry(path, parts.pop(0), key))
            elif shape.is_by_key and parts:
                path = (*path, parts.pop(0))
            if shape.model and parts:
                model = shape.model
                continue
            if shape.model or shape.is_by_key or parts:
                raise self._not_one(key, shape, parts)
            return Place(path, name, field, shape)

    def _entry(self, path: Steps, part: str, key: str) -> int:
        """The index of an entry: its number from 1, or its date."""
        entries = raw_at(self.raw, path) or []
        for number, entry in enumerate(entries):
            dates = [entry.get(one) for one in ("by", "due", "on")] if entry else []
            if part in {str(number + 1), *(one for one in dates if isinstance(one, str))}:
                return number
        there = ", ".join(str(number + 1) for number in range(len(entries))) or "none"
        raise CannotEdit(
            f"{key!r} leads nowhere: {self.name} has no entry {part!r} there (there are: {there})."
        )

    def _unknown(self, name: str, key: str, model: type[Item]) -> CannotEdit:
        known = key_order(model)
        near = did_you_mean(name, known)
        hint = f" {near}" if near.startswith("Did you mean") else ""
        where = f" in {key!r}" if name != key else ""
        return CannotEdit(
            f"{self.name} has no key {name!r}{where}.{hint} Known here: {', '.join(known)}."
        )

    def _not_one(self, key: str, shape: Shape, rest: list[str]) -> CannotEdit:
        if rest:
            return CannotEdit(f"{key!r} leads too far: {key.removesuffix('.' + '.'.join(rest))} "
                              "holds no keys.")  # fmt: skip
        if shape.model and not shape.is_list and not shape.is_by_key:
            known = ", ".join(f"{key}.{one}" for one in key_order(shape.model))
            return CannotEdit(f"{key!r} holds keys of its own; set one of them: {known}.")
        return CannotEdit(
            f"{key!r} holds entries; change one of them, such as {key}.1.{_first(shape)}=…, or "
            f"edit {self.file}. For reports and moved dates there are `note` and `move`."
        )

    def _set(self, place: Place, key: str, sign: str, values: list[str]) -> Edit:
        if sign:
            raise CannotEdit(f"{key!r} takes one value: write {key}=… instead of {key}{sign}=….")
        if len(values) > 1:
            raise CannotEdit(f"{key!r} is given {len(values)} values and takes one.")
        return SetValue(self.file, (*self.base, *place.path), self._scalar(place, values[0]))

    def _set_list(self, place: Place, items: list[str]) -> Edit:
        at = (*self.base, *place.path)
        is_list = isinstance(raw_at(self.raw, place.path), list)
        bare = len(items) == 1 and place.key in _BARE and not is_list
        return SetValue(self.file, at, items[0] if bare else items or None)

    def _held(self, place: Place) -> list[str]:
        """What a list holds now; one text stands for a list of it."""
        there = raw_at(self.raw, place.path)
        return [there] if isinstance(there, str) else list(there or [])

    def _listed(
        self, place: Place, key: str, sign: str, values: list[str], held: list[str]
    ) -> list[str]:
        """What a list will hold."""
        items = [item for value in values for item in self._items(place, value)]
        if not sign:
            return items
        wanted = list(held)
        for item in items:
            if sign == "+":
                wanted += [item] if item not in wanted else []
            elif item in wanted:
                wanted.remove(item)
            else:
                near = did_you_mean(item, held)
                raise CannotEdit(f"{key!r} of {self.name} does not hold {item!r}. {near}".rstrip())
        return wanted

    def _items(self, place: Place, value: str) -> list[str]:
        """The items that one value gives: ids are parted by commas, prose is not."""
        is_prose = not any(
            isinstance(part, Ref) or (isinstance(part, type) and issubclass(part, StrEnum))
            for part in field_parts(place.field)
        )
        parts = [value] if is_prose else value.split(",")
        return [self._word(place, part.strip()) for part in parts if part.strip()]

    def _scalar(self, place: Place, value: str) -> Any:
        value = value.strip()
        if not value:
            return None
        edge = _EDGE.fullmatch(value)
        if edge and any(isinstance(part, Ref) and part.kind == "term" for part in
                        field_parts(place.field)):  # fmt: skip
            return {"by": edge[1], "term": edge[2]}
        return self._word(place, value)

    def _word(self, place: Place, value: str) -> str:
        return fixed_word(place.field, place.key, value, self.vocabulary)


def _first(shape: Shape) -> str:
    return key_order(shape.model)[0] if shape.model else "key"
