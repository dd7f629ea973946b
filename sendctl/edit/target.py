"""What a command changes, and what it will have changed, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sendctl.edit.edits import CannotEdit, Edit, Steps
from sendctl.plan import Loaded, Plan
from sendctl.plan.base import Item
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.named import NotNamed, find_named

WHOLE_PLAN = "plan"
"""What plan.yaml is called where an id is expected."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What one command wants.

    Attributes:
        edits: in order.
        said: what will have changed, a line each.
        notices: what else the person should know, such as what was changed along with it.
    """

    edits: tuple[Edit, ...]
    said: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Something in a plan that is to change.

    Attributes:
        name: for messages, such as "action 2.1".
        kind: one of `sendctl.plan.named.KINDS`, or "plan".
        item: what it is in the plan.
        file: the file that it is written in.
        path: where in that file, as written.
        raw: its values as written.
    """

    name: str
    kind: str
    item: Item
    file: str
    path: Steps
    raw: Any

    def at(self, *steps: str | int) -> Steps:
        """A path inside it."""
        return (*self.path, *steps)


def usable(loaded: Loaded) -> Plan:
    """The plan.

    Raises:
        CannotEdit: plan.yaml cannot be read.
    """
    if loaded.plan is None:
        raise CannotEdit("plan.yaml cannot be used; put it right first.", loaded.findings)
    return loaded.plan


def target(loaded: Loaded, text: str) -> Target:
    """What an id means, as `find_named` does; "plan" is plan.yaml unless something is called so.

    Raises:
        CannotEdit: nothing goes by it, or more than one thing does.
    """
    plan = usable(loaded)
    try:
        named = find_named(plan, text)
    except NotNamed as error:
        if text == WHOLE_PLAN:
            source = loaded.sources[PLAN_FILE]
            return Target("the plan", WHOLE_PLAN, plan.head, PLAN_FILE, (), source.value)
        raise CannotEdit(str(error)) from None
    path = loaded.as_written(named.place)
    raw = raw_at(loaded.sources[named.place.file].value, path)
    return Target(f"{named.kind} {named.id}", named.kind, named.item, named.place.file, path, raw)


def raw_at(value: Any, path: Steps) -> Any:
    """The value at a path; None when there is none."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
