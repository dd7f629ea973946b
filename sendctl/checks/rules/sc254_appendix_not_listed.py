"""A committee report refers to an appendix that it does not list, or lists one twice.

`[](appendix:strategy)` prints the appendix's label, which is given when the agenda is made. It
needs an entry with that id under `appendices:`.

Good:

    # reports/june.yaml
    title: Where the plan stands
    appendices: [{id: strategy, title: SEND strategy}]
    sections: {purpose: "To consider the strategy ([](appendix:strategy))."}

Bad:

    # reports/june.yaml
    title: Where the plan stands
    appendices: [{id: strategy, title: SEND strategy}]
    sections: {purpose: "To consider the strategy ([](appendix:stratgey))."}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Offers, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.filling import APPENDIX
from sendctl.plan.report import Report, texts

CODE = "SC254"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every reference to an appendix that leads nowhere, and every id that stands twice."""
    del today
    for report in plan.reports.values():
        place = plan.place(report)
        offers = Offers()
        known = {appendix.id for appendix in report.appendices}
        for path, text in texts(report):
            for _, key in APPENDIX.findall(text):
                if key not in known:
                    yield Problem(
                        place.at(*path),
                        f"There is no appendix {key!r}.",
                        offers.near(key, known) or "List it under `appendices:`.",
                    )
        yield from _repeated(plan, report)


def _repeated(plan: Plan, report: Report) -> Iterator[Problem]:
    place = plan.place(report).at("appendices")
    first: dict[str, int] = {}
    for index, appendix in enumerate(report.appendices):
        if appendix.id in first:
            yield Problem(
                place.at(index, "id"),
                f"The appendix {appendix.id!r} is listed twice.",
                "Give one of the two another id, and correct what refers to it.",
                (Related("the first one", place.at(first[appendix.id], "id")),),
            )
        first.setdefault(appendix.id, index)
