"""What workbooks propose, told to people and to programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sendctl.exchange.workbook.proposal import Proposal
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import Value


def as_text(found: Proposal) -> str:
    """Lines: what changes, what is new, what two sides changed, what could not be taken."""
    return "\n".join([*_lines(found), _sum(found)]) + "\n"


def as_json(found: Proposal, plan: str, *, applied: bool) -> str:
    """The same as one JSON object."""
    made = {
        "plan": plan,
        "applied": applied and not found.is_empty,
        "changes": [
            {**_of(one.target), "old": one.old, "new": one.new, "cells": _cells(one.spots)}
            for one in found.changes
        ],
        "conflicts": [
            {
                **_of(one.target),
                "at_export": one.base,
                "plan": one.plan,
                "said": [{"value": value, **spot._asdict()} for value, spot in one.said],
            }
            for one in found.conflicts
        ],
        "additions": [
            {
                "kind": one.kind, "id": one.id, "values": dict(one.values),
                "cells": _cells([one.spot]),
            }
            for one in found.additions
        ],
        "updates": [
            {"kind": one.kind, "id": one.id, "by": one.by or None, "note": one.note,
             "cells": _cells([one.spot])}
            for one in found.updates
        ],
        "remarks": [
            {
                "severity": "error" if one.is_error else "note",
                "message": one.message,
                "help": one.advice or None,
                **one.spot._asdict(),
            }
            for one in found.remarks
        ],
    }  # fmt: skip
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _lines(found: Proposal) -> Iterator[str]:
    heading = ""
    for change in found.changes:
        name = f"{change.target.kind} {change.target.id}"
        if name != heading:
            heading = name
            yield name
        yield f"  {change.target.field}: {_shown(change.old)} → {_shown(change.new)}"
    for addition in found.additions:
        values = "; ".join(f"{name} {_shown(value)}" for name, value in addition.values.items())
        yield f"new {addition.kind} {addition.id}: {values}"
    for update in found.updates:
        by = f" by {update.by}" if update.by else ""
        yield f"update of {update.kind} {update.id}{by}: {_line(update.note)}"
    for conflict in found.conflicts:
        goal = conflict.target
        yield f"conflict: {goal.kind} {goal.id}, {goal.field}"
        yield f"  when it was exported: {_shown(conflict.base)}; in the plan now: " + _shown(
            conflict.plan
        )
        yield from (f"  {_line(str(spot))}: {_shown(value)}" for value, spot in conflict.said)
    for remark in found.remarks:
        kind = "error" if remark.is_error else "note"
        advice = f" {remark.advice}" if remark.advice else ""
        yield _line(f"{kind}: {remark.spot}: {remark.message}{advice}")


def _sum(found: Proposal) -> str:
    errors = sum(one.is_error for one in found.remarks)
    counts = [
        (len(found.changes), "change"), (len(found.additions), "addition"),
        (len(found.updates), "update"), (len(found.conflicts), "conflict"), (errors, "error"),
    ]  # fmt: skip
    told = [f"{number} {noun}{'s' * (number != 1)}" for number, noun in counts if number]
    return (", ".join(told) or "Nothing changes") + "."


def _of(target: Any) -> dict[str, str]:
    return {"kind": target.kind, "id": target.id, "field": target.field}


def _cells(spots: Any) -> list[dict[str, str]]:
    return [spot._asdict() for spot in spots if isinstance(spot, Spot)]


def _shown(value: Value) -> str:
    if value is None:
        return "(nothing)"
    return _line(value if isinstance(value, str) else ", ".join(value))


def _line(text: str) -> str:
    """On one line, and nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in " ".join(text.split()))
