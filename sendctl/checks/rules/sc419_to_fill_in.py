"""A text is still to be filled in.

`sendctl init` writes "To fill in: what will be done" where a plan cannot do without words that
only its authors know. That, and marks such as TBC or [insert name], must be gone before the plan
is handed in. A house rule.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Agree one pathway into work with the college}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: "To fill in: what will be done"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording
from sendctl.plan.texts import TO_FILL_IN

CODE = "SC419"
SEVERITY = Severity.WARNING

_OURS = re.compile(rf"\b{TO_FILL_IN}:")
_LEFT_OVER = re.compile(
    rf"{_OURS.pattern}|\bTB[ACD]\b|\[(?:[Ii]nsert|INSERT|[Tt]o fill in)\b[^\]]*\](?!\()"
    r"|\b[Ll]orem ipsum\b"
)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every text with such a mark; in the words of others, only our own counts."""
    del today
    for text in plan.texts:
        marks = _OURS if text.field.wording is Wording.QUOTED else _LEFT_OVER
        if found := marks.search(text.text):
            yield Problem(
                text.place,
                f"“{found[0].rstrip(':')}”: this text is still to be written.",
                "Write it, or take the key out until it is known.",
            )
