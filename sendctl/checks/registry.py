"""Finds the rules: every module in `rules/` is one.

A rule's module has a docstring (its manual page, whose first line is its title), `CODE`,
`SEVERITY` (what it is unless a plan changes it) and `check(plan, today)`, which yields problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sendctl.checks import rules
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.messages import RULES as SCHEMA_RULES
from sendctl.yamlfile.rules import RULES as FILE_RULES


@dataclass(frozen=True, slots=True)
class Rule:
    """One check, as its module declares it."""

    code: str
    severity: Severity
    page: str
    check: Callable[[Plan, date], Iterator[Problem]]

    @property
    def title(self) -> str:
        """The first line of its page."""
        return self.page.strip().partition("\n")[0].rstrip(".")


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes."""
    found = []
    for entry in iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{entry.name}")
        found.append(Rule(module.CODE, module.SEVERITY, module.__doc__ or "", module.check))
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def rule_titles() -> dict[str, str]:
    """Every code a finding can carry, with its title."""
    return {**FILE_RULES, **SCHEMA_RULES, **{rule.code: rule.title for rule in all_rules()}}
