"""Whose workbook it is: one post's, or a body's with all of its posts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sendctl.exchange.workbook.columns import SHEETS
from sendctl.exchange.workbook.view import View
from sendctl.findings import did_you_mean
from sendctl.plan import Plan


class NoOwner(Exception):  # noqa: N818 - the user's mistake
    """Nobody in the plan has this key, or they own nothing; the message says so."""


def keys_of(plan: Plan, owner: str) -> frozenset[str]:
    """The key of a post or body, and those of the body's posts.

    Raises:
        NoOwner: owners.yaml has no such key.
    """
    owners = plan.owners
    if owner not in owners.posts and owner not in owners.bodies:
        known = [*owners.posts, *owners.bodies]
        near = did_you_mean(owner, known)
        raise NoOwner(f"owners.yaml has no post or body {owner!r}.{near and ' ' + near}")
    return frozenset({owner, *(key for key, post in owners.posts.items() if post.body == owner)})


def owners_with_work(view: View) -> list[str]:
    """The keys that actions, measures and risks name as owners, in the order of owners.yaml."""
    plan = view.plan
    named = {key for action in plan.actions for key in action.owners.keys()}  # noqa: SIM118 - a method
    named.update(key for measure in plan.measures for key in measure.owner)
    named.update(key for risk in plan.risks for key in risk.owner)
    return [key for key in (*plan.owners.posts, *plan.owners.bodies) if key in named]


def owns_anything(view: View, keys: frozenset[str]) -> bool:
    """Whether a workbook for these would hold a row."""
    return any(
        view.owned_by(keys, entry)
        for name in ("Actions", "Measures", "Risks")
        for entry in view.entries(SHEETS[name])
    )


def file_names(keys: Iterable[str]) -> dict[str, str]:
    """A part of a file name for each key: no two alike on any system, none leads elsewhere."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", key).strip("-") or "owner"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        names[key] = name
    return names
