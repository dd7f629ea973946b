"""What a plan must satisfy beyond its shape: one rule a module, in `rules/`."""

from sendctl.checks.page import Page
from sendctl.checks.registry import Rule, all_rules, default_severity, rule_pages
from sendctl.checks.run import run_checks

__all__ = ["Page", "Rule", "all_rules", "default_severity", "rule_pages", "run_checks"]
