"""A reference names something that the plan does not have.

Owners, bodies, weaknesses, strands, objectives, actions and measures are referred to by key or id,
and school terms by name, because their days differ between councils. A reference that leads nowhere
means that somebody's work, or a date, is missing from the documents.

Good:

    owners: {lead: head-of-send}        # with `head-of-send:` under `posts:` in owners.yaml

Bad:

    owners: {lead: head-of-sned}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.references import NOUNS, known_ids, references

CODE = "SC201"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every reference whose key is not known."""
    del today
    known = known_ids(plan)
    for name, content in plan.files.items():
        for path, kind, key in references(content):
            if key not in known[kind]:
                noun, home = NOUNS[kind]
                yield Problem(
                    Place(name, path),
                    f"There is no {noun} {key!r}.",
                    did_you_mean(key, known[kind]) or f"Add it to {home}, or correct it.",
                )
