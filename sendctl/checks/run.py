"""Runs the rules over a loaded plan: code, severity, waiver, line and column, order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sendctl.checks.registry import all_rules
from sendctl.findings import Finding
from sendctl.findings.finding import Step
from sendctl.plan import Loaded
from sendctl.plan.settings import Waiver
from sendctl.yamlfile import Source


def run_checks(loaded: Loaded, today: date) -> list[Finding]:
    """All findings about a plan, those of reading it included, in order of file and line.

    Args:
        loaded: what `load_plan` gave.
        today: the day on which it is checked; a finding that depends on it is never an error.
    """
    plan = loaded.plan
    if plan is None:
        return list(loaded.findings)
    changed = plan.head.checks
    told = _told(loaded)
    found = [
        problem.stamped(rule.code, changed.get(rule.code, rule.severity))
        for rule in all_rules()
        for problem in rule.check(plan, today)
        if problem.place.on_key
        or (problem.place.file, loaded.as_written(problem.place)) not in told
    ]
    located = loaded.located([*loaded.findings, *found])
    codes = {rule.code for rule in all_rules()}
    waivers = [
        waiver for waiver in plan.head.waivers if waiver.code in codes and today <= waiver.until
    ]
    return [_waived(finding, waivers, loaded) for finding in located] if waivers else located


def _told(loaded: Loaded) -> set[tuple[str, tuple[Step, ...]]]:
    """The places that could not be read as a whole, and what they lie in.

    What could not be read counts as absent; that it then seems to be missing is no news.
    """
    return {
        (finding.place.file, finding.place.path[:depth])
        for finding in loaded.findings
        for depth in range(1, len(finding.place.path) + 1)
    }


def _waived(finding: Finding, waivers: list[Waiver], loaded: Loaded) -> Finding:
    """The finding with the reason of the first waiver that covers it, if one does."""
    for waiver in waivers:
        if waiver.code == finding.code and (
            waiver.of is None
            or waiver.of in _ids_around(finding, loaded.sources[finding.place.file])
        ):
            return replace(finding, waived=waiver.reason)
    return finding


def _ids_around(finding: Finding, source: Source) -> set[str]:
    """The ids of the items that the finding's place lies in."""
    value: Any = source.value
    ids = set()
    for step in (None, *finding.place.path):
        if step is not None:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            ids.add(value["id"])
    return ids
