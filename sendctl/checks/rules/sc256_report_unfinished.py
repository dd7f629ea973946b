"""A committee report goes to its meeting with a part of the form not filled in.

From the stage `agenda` on, every part that the layout asks for says something, unless the layout
has words for nothing to say, such as "None". At the stage `decision` that goes for the decision
too.

Good:

    # reports/june.yaml
    title: Where the plan stands
    layout: own
    stage: agenda
    sections: {purpose: To note the plan.}

    # layouts/own.yaml
    title: Our form
    sections:
      - {id: purpose, heading: Purpose}
      - {id: risk, heading: Risks, empty: None.}

Bad:

    # reports/june.yaml
    title: Where the plan stands
    layout: own
    stage: agenda
    sections: {risk: There is none.}

    # layouts/own.yaml
    title: Our form
    sections:
      - {id: purpose, heading: Purpose}
      - {id: risk, heading: Risks, empty: None.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.layouts import fillings
from sendctl.plan.report import Stage

CODE = "SC256"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every part that is missing, once where several layouts ask for it."""
    del today
    for report in plan.reports.values():
        if report.stage is Stage.DRAFT:
            continue
        found = [one for filling in fillings(plan, report) for one in filling.missing()]
        for missing in {(one.key, one.field): one for one in found}.values():
            key, field = missing.key, missing.field
            yield Problem(
                plan.place(report).key(key) if getattr(report, key) else plan.place(report),
                f"The report is at the stage {report.stage}, but {missing.name!r} is empty.",
                f"Add `{field}:` below `{key}:`." if field else f"Add `{key}:`.",
            )
