"""What is still to be done before a draft can be signed, for the page that it begins with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sendctl.checks.readiness import readiness
from sendctl.findings import Finding, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.report.nouns import upper_first
from sendctl.report.publication import approval

_MOST = 60
"""Lines that are printed; `sendctl validate` lists all."""


class ToDoLine(NamedTuple):
    """One thing to mend: where it stands in the plan's files, and what to do."""

    what: str
    where: str
    advice: str


class ToDo(NamedTuple):
    """What a draft lacks.

    Attributes:
        must: what keeps the document from being made other than as a draft.
        parts: those parts of a plan that it is handed in with and that are not ready.
        should: what else was found.
        more: how many lines are left out.
    """

    must: tuple[ToDoLine, ...]
    parts: tuple[ToDoLine, ...]
    should: tuple[ToDoLine, ...]
    more: int


def to_do(plan: Plan, today: date, findings: Iterable[Finding]) -> ToDo:
    """What was found in a plan: errors, parts that are not ready, and warnings.

    What somebody waived is left out, and so are notes.
    """
    known = list(findings)
    parts = tuple(
        ToDoLine(f"Not yet so: {part.title}.", part.missing.file, f"See {part.how}.")
        for part in readiness(plan, today)
        if part.missing
    )
    must, should = _lines(known, Severity.ERROR), _lines(known, Severity.WARNING)
    shown = should[: max(0, _MOST - len(must))]
    return ToDo(must[:_MOST], parts, shown, len(must[_MOST:]) + len(should) - len(shown))


def to_publish(plan: Plan, today: date) -> ToDo:
    """The list of a public draft: what keeps it from being published.

    Findings quote the plan's own text, and are not for everybody.
    """
    lines = (ToDoLine(f"{upper_first(one)}.", PLAN_FILE, "") for one in approval(plan, today))
    return ToDo(tuple(lines), (), (), 0)


def _lines(findings: Iterable[Finding], severity: Severity) -> tuple[ToDoLine, ...]:
    return tuple(
        ToDoLine(finding.message, f"{finding.place.file}, line {finding.span.line}", finding.advice)
        for finding in findings
        if finding.severity is severity and finding.counts
    )
