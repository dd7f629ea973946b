"""Who can be meant by a reference, and where references stand: read off the models themselves.

A field whose type carries a `Ref` is a reference. A new one is checked as soon as it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sendctl.findings.finding import Step
from sendctl.plan.base import Item, field_parts
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Ref
from sendctl.plan.when import When


class Target(NamedTuple):
    """What a kind of reference names."""

    noun: str
    """For messages."""
    homes: tuple[str, ...]
    """The files, or folders, that it can stand in."""
    where: str
    """Where a missing one would be added."""

    @property
    def a_noun(self) -> str:
        """The noun with its article."""
        return f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun}"


_STRANDS = ("strands/",)
_OWNERS = ("owners.yaml",)

TARGETS = {
    "body": Target("body", _OWNERS, "`bodies:` in owners.yaml"),
    "post": Target("post", _OWNERS, "`posts:` in owners.yaml"),
    "owner": Target("body or post", _OWNERS, "owners.yaml"),
    "party": Target("body, post or board", (*_OWNERS, "governance.yaml"), "owners.yaml"),
    "weakness": Target("weakness", ("weaknesses.yaml",), "weaknesses.yaml"),
    "strand": Target("strand", _STRANDS, "strands/"),
    "objective": Target("objective", _STRANDS, "strands/"),
    "action": Target("action", _STRANDS, "strands/"),
    "measure": Target("measure", ("measures.yaml",), "measures.yaml"),
    "subject": Target(
        "weakness, strand or objective", ("weaknesses.yaml", *_STRANDS), "weaknesses.yaml"
    ),
    "term": Target("school term", ("plan.yaml",), "`terms:` in plan.yaml"),
}
"""What references name, by the kind that their `Ref` gives."""


class Reference(NamedTuple):
    """One use of an id.

    Attributes:
        path: where it stands in its file.
        kind: what it is to name.
        key: the id.
        on_key: whether it is itself a key of its file, as the posts of people.yaml are.
    """

    path: tuple[Step, ...]
    kind: str
    key: str
    on_key: bool = False


def known_ids(plan: Plan) -> dict[str, set[str]]:
    """For each kind of reference, the ids that exist."""
    bodies, posts = set(plan.owners.bodies), set(plan.owners.posts)
    weaknesses = {weakness.id for weakness in plan.weaknesses}
    strands = {strand.id for strand in plan.strands}
    objectives = {objective.id for objective in plan.objectives}
    return {
        "body": bodies,
        "post": posts,
        "owner": bodies | posts,
        "party": bodies | posts | {board.id for board in plan.governance.boards},
        "weakness": weaknesses,
        "strand": strands,
        "objective": objectives,
        "action": {action.id for action in plan.actions if action.id},
        "measure": {measure.id for measure in plan.measures},
        "subject": weaknesses | strands | objectives,
        "term": set(plan.head.terms),
    }


def may_be_unread(plan: Plan, kind: str) -> bool:
    """Whether a target of this kind may stand in a file that could not be read."""
    return any(name.startswith(TARGETS[kind].homes) for name in plan.unread)


def references(item: Item, path: tuple[Step, ...] = ()) -> Iterator[Reference]:
    """Every reference in an item and the items inside it."""
    values = item.__dict__
    refs, inner = _fields(type(item))
    for name, key, kind in refs:
        yield from _named(values[name], kind, (*path, key))
    for name, key in inner:
        if values[name]:
            yield from _inside(values[name], (*path, key))


def _named(value: Any, kind: str, path: tuple[Step, ...]) -> Iterator[Reference]:
    """The ids in one field: a date's term, the keys of a mapping, one id or several."""
    if isinstance(value, When):
        if value.term is not None:
            yield Reference(path, kind, value.term)
    elif isinstance(value, dict):
        for key in value:
            yield Reference((*path, key), kind, key, on_key=True)
    elif isinstance(value, str):
        yield Reference(path, kind, value)
    elif value:
        for index, key in enumerate(value):
            yield Reference((*path, index), kind, key)


def _inside(value: Any, path: tuple[Step, ...]) -> Iterator[Reference]:
    if isinstance(value, Item):
        yield from references(value, path)
        return
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for step, one in entries:
        yield from _inside(one, (*path, step))


@cache
def _fields(model: type[Item]) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    """The fields of a model that are references (name, key, kind), and that hold items."""
    refs: list[tuple[str, str, str]] = []
    inner: list[tuple[str, str]] = []
    for name, field in model.model_fields.items():
        parts = list(field_parts(field))
        key = field.alias or name
        ref = next((part for part in parts if isinstance(part, Ref)), None)
        if ref:
            refs.append((name, key, ref.kind))
        if any(isinstance(part, type) and issubclass(part, Item) for part in parts):
            inner.append((name, key))
    return refs, inner
