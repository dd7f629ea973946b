"""One plan with every mistake: each rule finds its own, once, and nothing of another's."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from sendctl import load_plan
from sendctl.checks import all_rules, run_checks

PLAN = Path(__file__).parent.parent / "cases" / "bad" / "every-code" / "plan"


def test_a_plan_with_every_mistake_gives_every_code_once_each() -> None:
    found = run_checks(load_plan(PLAN), date(2022, 9, 30))
    assert Counter(one.code for one in found) == Counter(rule.code for rule in all_rules())


def test_each_finding_is_where_the_plan_says_that_it_is() -> None:
    """A comment on the line itself names the code."""
    for one in run_checks(load_plan(PLAN), date(2022, 9, 30)):
        line = (PLAN / one.place.file).read_text("utf-8").splitlines()[one.span.line - 1]
        assert one.code in line.partition("#")[2], one
