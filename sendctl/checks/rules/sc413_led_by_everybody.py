"""An action is led by everybody, or by nobody in particular.

"All partners", "various" and "to be confirmed" are no owners: what all must do, nobody does. One
lead for each action is what inspectors look for when a plan is said to lack ownership.

Good:

    # owners.yaml
    posts: {head: {title: Head of SEND, body: council}}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, owners: {lead: head}}]

Bad:

    # owners.yaml
    posts: {all: {title: All partners}}
    # strands/1.yaml
    actions: [{id: "1.1", title: Hire, owners: {lead: all}}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC413"
SEVERITY = Severity.WARNING

_NOBODY = re.compile(
    r"""(all|various|multiple|several|different)
          (\s+(the\s+)?(partners?|partner\s+agencies|agencies|stakeholders?|staff|services|teams|
              leads?|bodies|organisations?|members|of\s+(us|them|the\s+above)))?
      | every(one|body) | any(one|body) | partnership(-|\s)wide | joint(ly)? | shared
      | t\.?b\.?[acd]\.?
      | to\s+be\s+(confirmed|agreed|appointed|decided|determined|named) | not\s+known | unknown
      | n/?a | none | nobody | vacan(t|cy)""",
    re.IGNORECASE | re.VERBOSE,
)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every lead, or else every one who is accountable, with such a name."""
    del today
    owners = plan.owners
    nobody = {
        key for key in (*owners.bodies, *owners.posts) if _NOBODY.fullmatch(owners.name_of(key))
    }
    if not nobody:
        return
    for action in plan.actions:
        for role in ("lead", "accountable"):
            for index, key in enumerate(getattr(action.owners, role)):
                if key in nobody:
                    name = owners.name_of(key)
                    yield Problem(
                        plan.place(action).at("owners", role, index),
                        f"The action {action.id or action.title!r} is led by “{name}”.",
                        "Name one post that leads it.",
                    )
