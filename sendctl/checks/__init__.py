"""What a plan must satisfy beyond its shape: one rule a module, in `rules/`."""

from sendctl.checks.registry import Rule, all_rules, rule_titles
from sendctl.checks.run import run_checks

__all__ = ["Rule", "all_rules", "rule_titles", "run_checks"]
