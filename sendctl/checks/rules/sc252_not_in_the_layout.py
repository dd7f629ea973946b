"""A committee report says something that its layout has no place for.

The keys under `sections:`, `decision:` and `header:`, and the roles of `officers:`, are the ids of
the layout's fields. What stands under another key would be printed nowhere, and nobody would
notice.

Good:

    # reports/june.yaml
    title: Where the plan stands
    layout: cabinet-cover
    sections: {financial: There is no cost.}

Bad:

    # reports/june.yaml
    title: Where the plan stands
    layout: cabinet-cover
    sections: {finances: There is no cost.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Offers, Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.layout import REPORT_FIELDS
from sendctl.plan.layouts import Fields, fields_of, layouts_of
from sendctl.plan.report import Report

CODE = "SC252"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every key that no layout of its report has."""
    del today
    for report in plan.reports.values():
        layouts = layouts_of(plan, report)
        if not layouts:
            continue  # what a layout that is not known has, nobody knows
        fields = fields_of(layouts[0])
        for layout in layouts[1:]:
            fields |= fields_of(layout)
        yield from _unknown(report, fields, plan.place(report))


def _unknown(report: Report, fields: Fields, place: Place) -> Iterator[Problem]:
    header = fields.header | set(REPORT_FIELDS)
    given = [
        *((key, fields.sections, place.key("sections", key)) for key in report.sections),
        *((key, fields.decision, place.key("decision", key)) for key in report.decision),
        *((key, header, place.key("header", key)) for key in report.header),
        *(
            (one.role, header, place.at("officers", index, "role"))
            for index, one in enumerate(report.officers)
        ),
        *(
            (key, fields.decision, place.key("meetings", index, "decision", key))
            for index, meeting in enumerate(report.meetings)
            for key in meeting.decision
        ),
    ]
    offers = Offers()
    for key, known, at in given:
        if key not in known:
            near = offers.near(key, known, of=id(known))
            advice = near or "Use one of the layout's ids, or add it to the layout."
            yield Problem(at, f"The layout has no place for {key!r}.", advice)
