"""A committee report answers a question of its form with none of the answers there are.

Some questions have fixed answers, such as Yes and No, and what the form asks next hangs on them.
More words belong into the question that follows, or into the section's text.

Good:

    # reports/june.yaml
    title: Where the plan stands
    layout: blackpool-scrutiny
    sections: {within_budget: "Yes"}

Bad:

    # reports/june.yaml
    title: Where the plan stands
    layout: blackpool-scrutiny
    sections: {within_budget: Probably}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.filling import is_answer
from sendctl.plan.layouts import fillings

CODE = "SC257"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every answer to a question with choices that is none of them."""
    del today
    for report in plan.reports.values():
        choices = {
            question.id: question.choices
            for filling in fillings(plan, report)
            for section in filling.layout.sections
            for question in section.questions
            if question.choices
        }
        for key in ("sections", "decision"):
            for field, texts in getattr(report, key).items():
                known = choices.get(field)
                if known and not (len(texts) == 1 and any(is_answer(texts[0], k) for k in known)):
                    yield Problem(
                        plan.place(report).at(key, field),
                        f"{field!r} is a question with fixed answers, and this is none of them.",
                        f"Write one of: {', '.join(known)}.",
                    )
