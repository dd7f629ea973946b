"""A health body's dates do not fit the change of 1 July 2022.

Clinical commissioning groups (CCGs) were abolished on 30 June 2022; integrated care boards (ICBs)
began on 1 July 2022 (Health and Care Act 2022). A body of the kind `health` that is named as one of
them has these dates, so that whoever reads the plan sees who answers for what.

Good:

    # owners.yaml
    bodies:
      council: {name: Exampleshire Council, kind: council}
      ccg: {name: Exampleshire CCG, kind: health, until: 2022-06-30, successor: icb}
      icb: {name: NHS Exampleshire Integrated Care Board, kind: health, from: 2022-07-01}

Bad:

    # owners.yaml
    bodies:
      council: {name: Exampleshire Council, kind: council}
      ccg: {name: Exampleshire CCG, kind: health}
      icb: {name: NHS Exampleshire Integrated Care Board, kind: health, from: 2022-07-01}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.days import days
from sendctl.checks.lives import CCG_END, ICB_START, is_ccg, is_icb
from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan

CODE = "SC215"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Groups that go on after their end, and boards that begin before their beginning."""
    for key, body in plan.owners.bodies.items():
        place = Place("owners.yaml", ("bodies", key))
        since, until = days(plan, body.since), days(plan, body.until)
        if is_ccg(plan, body) and today > CCG_END and (until is None or until.first > CCG_END):
            yield Problem(
                place.at("until"),
                f"{body.name} is a clinical commissioning group: they all ended on 30 June 2022.",
                "Write `until: 2022-06-30` and, as `successor:`, the board that took over.",
            )
        if is_icb(plan, body) and since and since.last < ICB_START:
            yield Problem(
                place.at("from"),
                f"{body.name} is an integrated care board: they all began on 1 July 2022.",
                "Write `from: 2022-07-01`, or name the body that there was before.",
            )
