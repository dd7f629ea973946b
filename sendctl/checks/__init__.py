"""What a plan must satisfy beyond its shape: one rule a module, in `rules/`."""

from sendctl.checks.baseline import BadBaseline, Baseline, read_baseline
from sendctl.checks.gate import Gate
from sendctl.checks.page import Page
from sendctl.checks.registry import Rule, all_rules, default_severity, rule_pages
from sendctl.checks.run import run_checks
from sendctl.checks.selection import Selection, UnknownCode, near_codes, parse_codes

__all__ = [
    "BadBaseline",
    "Baseline",
    "Gate",
    "Page",
    "Rule",
    "Selection",
    "UnknownCode",
    "all_rules",
    "default_severity",
    "near_codes",
    "parse_codes",
    "read_baseline",
    "rule_pages",
    "run_checks",
]
