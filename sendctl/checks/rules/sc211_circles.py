"""Things refer to each other in a circle.

Of two actions that each wait for the other, neither can ever begin. The same goes for actions that
are parts of each other, and for bodies that each took over from the other. A circle is told once,
at the first of its members, however long it is.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway}
      - {id: "1.2", title: Publish the pathway, depends_on: "1.1"}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree the pathway, depends_on: "1.2"}
      - {id: "1.2", title: Publish the pathway, depends_on: "1.1"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sendctl.checks.circles import circles
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC211"
SEVERITY = Severity.ERROR

_Links = dict[str, dict[str, Place]]
"""For each id, what it refers to and where that is written."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Circles of actions that wait for each other, of their parts, and of successors."""
    del today
    waits: _Links = {}
    parts: _Links = {}
    for action in plan.actions:
        if action.id and (action.depends_on or action.parent):
            place = plan.place(action)
            for index, key in enumerate(action.depends_on):
                waits.setdefault(action.id, {}).setdefault(key, place.at("depends_on", index))
            if action.parent:
                parts.setdefault(action.id, {})[action.parent] = place.at("parent")
    follows: _Links = {
        key: {body.successor: Place("owners.yaml", ("bodies", key, "successor"))}
        for key, body in plan.owners.bodies.items()
        if body.successor
    }
    yield from _told(waits, "action", "waits for itself", "Actions wait for each other")
    yield from _told(parts, "action", "is a part of itself", "Actions are parts of each other")
    yield from _told(follows, "body", "follows itself", "Bodies follow each other")


def _told(links: _Links, noun: str, alone: str, together: str) -> Iterator[Problem]:
    found: Mapping[str, list[str]] = {key: list(targets) for key, targets in links.items()}
    for circle in circles(found):
        first, *others = circle
        ways = list(zip(circle, [*others, first], strict=True))
        yield Problem(
            links[first][ways[0][1]],
            f"{together} in a circle: {_shown([*circle, first])}."
            if others
            else f"The {noun} {first!r} {alone}.",
            "Take one of the links out." if others else "Take the link out.",
            tuple(
                Related(f"{key!r} leads on to {target!r}", links[key][target])
                for key, target in ways[1:_MANY]
            ),
        )


_MANY = 10
"""Ids of a circle that are shown; a longer one is told by its beginning and its end."""


def _shown(keys: list[str]) -> str:
    if len(keys) > _MANY:
        keys = [*keys[: _MANY - 2], f"… ({len(keys) - _MANY} more)", *keys[-2:]]
    return " → ".join(keys)
