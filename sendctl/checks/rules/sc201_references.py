"""A reference names something that the plan does not have.

Owners, bodies, weaknesses, strands, objectives, actions and measures are referred to by key or id,
and school terms by name, because their days differ between councils. A reference that leads nowhere
means that somebody's work, or a date, is missing from the documents. Where a weakness was called so
before a refresh of the plan (`formerly`), its present id is offered.

Good:

    # strands/1.yaml
    leads: [head-of-send]       # a post of owners.yaml

Bad:

    # strands/1.yaml
    leads: [head-of-sned]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.references import TARGETS, known_ids, may_be_unread, references

CODE = "SC201"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every reference whose key is not known."""
    del today
    # Where a file could not be read, each reference into it would be a second telling of that.
    known = {kind: ids for kind, ids in known_ids(plan).items() if not may_be_unread(plan, kind)}
    present = {old: weakness.id for weakness in plan.weaknesses for old in weakness.formerly}
    advice: dict[tuple[str, str], str] = {}
    for name, content in plan.files.items():
        for path, kind, key, on_key in references(content):
            if kind not in known or key in known[kind]:
                continue
            if (kind, key) not in advice:  # one slip is often repeated, and comparing names is slow
                advice[kind, key] = _advice(kind, key, known[kind], present)
            yield Problem(
                Place(name, path, on_key=on_key),
                f"There is no {TARGETS[kind].noun} {key!r}.",
                advice[kind, key],
            )


def _advice(kind: str, key: str, known: set[str], present: dict[str, str]) -> str:
    """The present id of what was renamed, the nearest name, or where to add it."""
    if key in present and kind in ("weakness", "subject"):
        return f"It is {present[key]!r} now."
    return did_you_mean(key, known) or f"Add it to {TARGETS[kind].where}, or correct it."
