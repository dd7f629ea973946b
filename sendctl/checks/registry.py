"""Finds the rules: every module in `rules/` is one.

A rule's module has a docstring (its manual page, see `page`), `CODE`, `SEVERITY` (what it is unless
a plan changes it) and `check(plan, today)`, which yields problems. One that is about what the
others found has `review(plan, today, findings)` instead: it runs after them, waivers applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sendctl.checks import rules
from sendctl.checks.page import Page, parse_page
from sendctl.findings import Finding, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.rules import PAGES as SCHEMA_PAGES
from sendctl.yamlfile.rules import PAGES as FILE_PAGES

Check = Callable[[Plan, date], Iterator[Problem]]
Review = Callable[[Plan, date, Sequence[Finding]], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check, as its module declares it: either `check` or `review`."""

    code: str
    severity: Severity
    page: str
    check: Check | None = None
    review: Review | None = None


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes."""
    found = []
    for entry in iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{entry.name}")
        check, review = getattr(module, "check", None), getattr(module, "review", None)
        found.append(Rule(module.CODE, module.SEVERITY, module.__doc__ or "", check, review))
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def rule_pages() -> dict[str, Page]:
    """The manual page of every code that a finding can carry, in their order."""
    written = FILE_PAGES | SCHEMA_PAGES | {rule.code: rule.page for rule in all_rules()}
    return {code: parse_page(text) for code, text in sorted(written.items())}


def default_severity(code: str) -> Severity:
    """What a finding of this code is unless a plan changes it; what breaks a file is an error."""
    return _severities().get(code, Severity.ERROR)


@cache
def _severities() -> dict[str, Severity]:
    return {rule.code: rule.severity for rule in all_rules()}
