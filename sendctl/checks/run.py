"""Runs the rules over a loaded plan: code, severity, waiver, line and column, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, get_origin

from sendctl.checks.registry import Rule, all_rules
from sendctl.checks.waivers import in_force, waive
from sendctl.findings import MOST_LISTED, Finding, Problem, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Loaded
from sendctl.plan.files import FILES


def run_checks(loaded: Loaded, today: date | None = None) -> list[Finding]:
    """All findings about a plan, those of reading it included, in order of file and line.

    Args:
        loaded: what `load_plan` gave.
        today: the day on which it is checked; without it the plan's `as_at`, else the machine's
            date. A finding that depends on it is never an error.
    """
    plan = loaded.plan
    if plan is None:
        return _complete(loaded, loaded.findings)
    today = plan.today(today)
    rules = all_rules()
    changed = plan.head.checks
    told = _told(loaded)
    found = [
        finding
        for rule in rules
        if rule.check
        for finding in _stamped(rule, rule.check(plan, today), changed)
        if finding.place.on_key
        or (finding.place.file, loaded.as_written(finding.place)) not in told
    ]
    can_be_waived = {rule.code for rule in rules}
    waivers = [
        waiver for waiver in in_force(plan.head.waivers, today) if waiver.code in can_be_waived
    ]
    findings = waive(_complete(loaded, [*loaded.findings, *found]), waivers)
    reviewed = [
        finding
        for rule in rules
        if rule.review
        for finding in _stamped(rule, rule.review(plan, today, findings), changed)
    ]
    return loaded.located([*findings, *_complete(loaded, reviewed)]) if reviewed else findings


def _stamped(
    rule: Rule, problems: Iterator[Problem], changed: dict[str, Severity]
) -> list[Finding]:
    """The problems as findings, as many as anybody can read."""
    severity = changed.get(rule.code, rule.severity)
    found = [problem.stamped(rule.code, severity) for problem in islice(problems, MOST_LISTED)]
    if len(found) == MOST_LISTED and next(problems, None):
        found[-1] = found[-1].and_more
    return found


def _told(loaded: Loaded) -> set[tuple[str, tuple[Step, ...]]]:
    """The places that could not be read as a whole, and what they lie in.

    What could not be read counts as absent; that it then seems to be missing is no news.
    """
    return {
        (finding.place.file, finding.place.path[:depth])
        for finding in loaded.findings
        for depth in range(1, len(finding.place.path) + 1)
    }


def _complete(loaded: Loaded, findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order, with lines and columns and the items that they are about."""
    return [
        replace(finding, of=_items_around(finding, loaded))
        for finding in loaded.located(list(findings))
    ]


def _items_around(finding: Finding, loaded: Loaded) -> tuple[str, ...]:
    """The ids of the items that the finding's place lies in, the outermost first."""
    source = loaded.sources.get(finding.place.file)
    if source is None:
        return ()
    value: Any = source.value
    path = finding.place.path
    ids = [_id(value)]
    if len(path) > 1 and path[0] in _mappings(finding.place.file):
        ids.append(str(path[1]))
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        ids.append(_id(value))
    return tuple(one for one in ids if one)


def _id(value: Any) -> str:
    key = value.get("id") if isinstance(value, dict) else None
    return key if isinstance(key, str) else ""


@cache
def _mappings(file: str) -> frozenset[str]:
    """The keys of a file under which items stand by name, as bodies and posts do."""
    model = FILES.get(file)
    fields = model.model_fields.items() if model else ()
    return frozenset(
        field.alias or name for name, field in fields if get_origin(field.annotation) is dict
    )
