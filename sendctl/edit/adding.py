"""`add`: new actions, measures, risks and owners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sendctl.edit.assign import Assigner, Assignment
from sendctl.edit.change import change
from sendctl.edit.edits import CannotEdit, Insert, NewFile, SetValue, Steps
from sendctl.edit.nodes import Collection, grown, plain
from sendctl.edit.order import key_order, model_at
from sendctl.edit.target import Intent, target, usable
from sendctl.findings import did_you_mean
from sendctl.plan import Loaded, Plan
from sendctl.plan.strand import Strand

_TAIL = re.compile(r"(.*?)(\d+)", re.ASCII)

_FIRST = {"measure": "M1", "risk": "R1"}
"""The id of the first one, where none shows how the plan counts."""


def add_action(
    loaded: Loaded, strand_id: str | None, id_: str | None, values: Sequence[Assignment]
) -> Intent:
    """Add an action to a strand.

    Args:
        loaded: the plan.
        strand_id: the strand; may be left out when there is only one.
        id_: its id; by default the next one of the strand.
        values: its fields.

    Raises:
        CannotEdit: there is no such strand, or the id is taken.
    """
    plan = usable(loaded)
    strand = _strand(plan, strand_id)
    place = plan.place(strand)
    taken = {action.id for action in plan.actions if action.id}
    own = [action.id for action in strand.actions if action.id]
    key = id_ or next_id(own or [f"{strand.id}.0"], taken)
    _refuse_taken("action", key, taken)
    return _item(loaded, "action", place.file, "actions", key, values)


def add_measure(loaded: Loaded, id_: str | None, values: Sequence[Assignment]) -> Intent:
    """Add a measure to measures.yaml; see `add_action`."""
    taken = {measure.id for measure in usable(loaded).measures}
    return _counted(loaded, "measure", "measures.yaml", id_, values, taken)


def add_risk(loaded: Loaded, id_: str | None, values: Sequence[Assignment]) -> Intent:
    """Add a risk to risks.yaml; see `add_action`."""
    taken = {risk.id for risk in usable(loaded).risks}
    return _counted(loaded, "risk", "risks.yaml", id_, values, taken)


def add_milestone(loaded: Loaded, measure: str, values: Sequence[Assignment]) -> Intent:
    """Add a milestone to a measure, after those that it has.

    Args:
        loaded: the plan.
        measure: the measure's id.
        values: the milestone's fields, such as by and actual.value.

    Raises:
        CannotEdit: there is no such measure.
    """
    found = target(loaded, f"measure:{measure}")
    at = found.at("milestones")
    item = _made(loaded, f"milestone of {found.name}", found.file, (*at, 0), values)
    return Intent((Insert(found.file, at, item),), (f"{found.name}: new milestone",))


def add_owner(loaded: Loaded, key: str, values: Sequence[Assignment], *, is_post: bool) -> Intent:
    """Add a body or a post to owners.yaml, under its key.

    Raises:
        CannotEdit: a body or post has this key.
    """
    owners = usable(loaded).owners
    if key in owners.bodies or key in owners.posts:
        kind = "body" if key in owners.bodies else "post"
        raise CannotEdit(f"There is a {kind} with the key {key!r} already: {owners.name_of(key)}.")
    kind, base = ("post", ("posts", key)) if is_post else ("body", ("bodies", key))
    item = _made(loaded, f"{kind} {key}", "owners.yaml", base, values)
    return Intent((SetValue("owners.yaml", base, item),), (f"owners.yaml: new {kind} {key}",))


def next_id(own: Iterable[str], taken: Iterable[str]) -> str:
    """The id after the last one: 1.10 after 1.9, M8 after M7, A10 after A09.

    Args:
        own: the ids that show how this part of the plan counts; at least one.
        taken: ids that cannot be used.
    """
    ids, used = list(own), set(taken)
    counted = [match for one in ids if (match := _TAIL.fullmatch(one))]
    head = counted[-1][1] if counted else f"{ids[-1]}."
    same = [match[2] for match in counted if match[1] == head]
    number = max(map(int, same), default=0) + 1
    width = max((len(one) for one in same if one.startswith("0") and len(one) > 1), default=0)
    while f"{head}{number:0{width}d}" in used:
        number += 1
    return f"{head}{number:0{width}d}"


def _strand(plan: Plan, id_: str | None) -> Strand:
    ids = [strand.id for strand in plan.strands]
    if id_ is None and len(ids) == 1:
        return plan.strands[0]
    for strand in plan.strands:
        if strand.id == id_:
            return strand
    there = f"The plan has the strands {', '.join(ids)}." if ids else "The plan has no strand yet."
    if id_ is None:
        raise CannotEdit(f"Say which strand it belongs to: --strand ID. {there}")
    near = did_you_mean(id_, ids)
    hint = near if near.startswith("Did you mean") else there
    raise CannotEdit(f"There is no strand {id_!r}. {hint}")


def _counted(
    loaded: Loaded,
    kind: str,
    file: str,
    id_: str | None,
    values: Sequence[Assignment],
    taken: set[str],
) -> Intent:
    ids = _in_order(loaded, file, f"{kind}s")
    key = id_ or (next_id(ids, taken) if ids else _FIRST[kind])
    _refuse_taken(kind, key, taken)
    return _item(loaded, kind, file, f"{kind}s", key, values)


def _in_order(loaded: Loaded, file: str, name: str) -> list[str]:
    """The ids of a file's list."""
    source = loaded.sources.get(file)
    items = source.value.get(name, []) if source else []
    return [one["id"] for one in items if isinstance(one, dict) and isinstance(one.get("id"), str)]


def _item(
    loaded: Loaded,
    kind: str,
    file: str,
    name: str,
    key: str,
    values: Sequence[Assignment],
) -> Intent:
    given = [Assignment("id", "", key), *values]
    item = _made(loaded, f"{kind} {key}", file, (name, 0), given)
    return Intent((Insert(file, (name,), item),), (f"{file}: new {kind} {key}",))


def _made(
    loaded: Loaded, name: str, file: str, base: Steps, values: Sequence[Assignment]
) -> dict[str, Any]:
    """The values of a new item, keys in their usual order."""
    model = model_at(file, base)
    assert model is not None  # noqa: S101 - the paths of this module
    vocabulary = usable(loaded).head.vocabulary
    edits = Assigner(name, model, {}, file, (), vocabulary).edits(values)
    root = grown({})
    assert isinstance(root, Collection)  # noqa: S101 - of a mapping

    def order(path: Steps) -> list[str]:
        inner = model_at(file, (*base, *path))
        return key_order(inner) if inner else []

    for edit in edits:
        if not isinstance(edit, NewFile):
            change(root, edit, order)
    made: dict[str, Any] = plain(root)
    return made


def _refuse_taken(kind: str, key: str, taken: set[str]) -> None:
    if key in taken:
        article = "an" if kind[0] in "aeiou" else "a"
        raise CannotEdit(f"There is {article} {kind} {key} already; choose another id.")
