"""What a person can name on the command line: everything in a plan that has an id or a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sendctl.findings import Place, did_you_mean
from sendctl.plan.base import Item
from sendctl.plan.plan import Plan

KINDS = ("action", "measure", "risk", "weakness", "strand", "objective", "body", "post", "board",
         "step")  # fmt: skip
"""What can be named. Ids are unique within a kind; an id of two kinds needs its kind before it."""


class Named(NamedTuple):
    """Something that has a name in a plan.

    Attributes:
        kind: one of `KINDS`.
        id: its id; of a body or a post its key.
        item: what it is.
        place: where it is written.
    """

    kind: str
    id: str
    item: Item
    place: Place

    @property
    def full(self) -> str:
        """The name that no other kind can share, such as "action:2.1"."""
        return f"{self.kind}:{self.id}"


class NotNamed(Exception):  # noqa: N818 - a verdict about what was typed
    """Nothing, or more than one thing, goes by this name; the message says what to type.

    Attributes:
        is_ambiguous: whether it is more than one thing.
    """

    def __init__(self, message: str, *, is_ambiguous: bool = False) -> None:
        super().__init__(message)
        self.is_ambiguous = is_ambiguous


def named_items(plan: Plan) -> Iterator[Named]:
    """Everything that has a name, by kind and in the plan's order."""
    owners = plan.owners
    lists = {
        "action": plan.actions, "measure": plan.measures, "risk": plan.risks,
        "weakness": plan.weaknesses, "strand": plan.strands, "objective": plan.objectives,
        "board": plan.governance.boards, "step": plan.head.steps,
    }  # fmt: skip
    for kind in KINDS:
        for item in lists.get(kind, ()):
            name = getattr(item, "id", None)
            if name:
                yield Named(kind, name, item, plan.place(item))
    for kind, key, items in (("body", "bodies", owners.bodies), ("post", "posts", owners.posts)):
        for name, owner in items.items():
            yield Named(kind, name, owner, Place("owners.yaml", (key, name)))


def find_named(plan: Plan, text: str) -> Named:
    """What a name stands for.

    Args:
        plan: the plan it is looked up in.
        text: an id or key such as "2.1", or with its kind before it, such as "action:2.1".

    Raises:
        NotNamed: nothing goes by it, or things of several kinds do.
    """
    found = [one for one in named_items(plan) if text in {one.id, one.full}]
    if len(found) == 1:
        return found[0]
    if found:
        choices = dict.fromkeys(one.full for one in found)
        if len(choices) == 1:
            message = f"{text!r} is the id of {len(found)} {found[0].kind}s; give them two."
        else:
            message = f"{text!r} can be more than one thing; type {' or '.join(choices)}."
        raise NotNamed(message, is_ambiguous=True)
    kind, colon, rest = text.partition(":")
    among = [one.id for one in named_items(plan) if not colon or one.kind == kind]
    near = did_you_mean(rest if colon and kind in KINDS else text, among)
    raise NotNamed(f"Nothing in the plan has the id {text!r}.{near and ' ' + near}")
