"""An appendix of a committee report that no text of the report mentions.

Readers find an appendix by its mention: `[](appendix:strategy)` where the text speaks of it. House
rule.

Good:

    # reports/june.yaml
    title: Where the plan stands
    appendices: [{id: strategy, title: SEND strategy}]
    sections: {purpose: "To consider the strategy ([](appendix:strategy))."}

Bad:

    # reports/june.yaml
    title: Where the plan stands
    appendices: [{id: strategy, title: SEND strategy}]
    sections: {purpose: To consider the strategy.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.filling import APPENDIX
from sendctl.plan.report import texts

CODE = "SC255"
SEVERITY = Severity.NOTE


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such appendix."""
    del today
    for report in plan.reports.values():
        mentioned = {key for _, text in texts(report) for _, key in APPENDIX.findall(text)}
        for index, appendix in enumerate(report.appendices):
            if appendix.id not in mentioned:
                yield Problem(
                    plan.place(report).at("appendices", index),
                    f"No text of the report mentions the appendix {appendix.title!r}.",
                    f"Write [](appendix:{appendix.id}) where the report speaks of it.",
                )
