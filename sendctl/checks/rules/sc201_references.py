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

from sendctl.findings import Offers, Place, Problem, Severity
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
    offers = Offers()
    for name, content in plan.files.items():
        for path, kind, key, on_key in references(content):
            if kind not in known or key in known[kind]:
                continue
            renamed = present.get(key, "") if kind in ("weakness", "subject") else ""
            yield Problem(
                Place(name, path, on_key=on_key),
                f"There is no {TARGETS[kind].noun} {key!r}.",
                (f"It is {renamed!r} now." if renamed else "")
                or offers.near(key, known[kind], kind)
                or f"Add it to {TARGETS[kind].where}, or correct it.",
            )
