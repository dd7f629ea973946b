"""Every rule is a module that documents itself."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import getsource
from pkgutil import iter_modules
from types import ModuleType

import pytest

from sendctl.checks import Rule, all_rules, rule_titles, rules
from sendctl.checks.rules import sc402_action_without_lead
from sendctl.findings import Severity
from sendctl.plan.messages import RULES as SCHEMA_RULES
from sendctl.yamlfile.rules import RULES as FILE_RULES

MODULES = [
    import_module(f"{rules.__name__}.{entry.name}") for entry in iter_modules(rules.__path__)
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__[-30:])
def test_rule_module(module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]
    page = module.__doc__ or ""
    title, blank, rest = page.split("\n", 2)
    assert re.fullmatch(r"SC[2-9]\d\d", module.CODE)
    assert name.startswith(f"{module.CODE.lower()}_")
    assert module.SEVERITY in Severity
    assert not title[0].islower()
    assert title.endswith(".")
    assert len(title) <= 100
    assert blank == ""
    assert re.search(r"^Good:", rest, re.MULTILINE)
    assert re.search(r"^Bad:", rest, re.MULTILINE)
    assert (module.check.__doc__ or "").endswith(".")


def test_every_module_is_registered_in_order() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(module.CODE for module in MODULES)
    assert len(set(codes)) == len(codes)


def test_codes_stand_in_their_groups() -> None:
    assert all(re.fullmatch(r"SC0\d\d", code) for code in FILE_RULES)
    assert all(re.fullmatch(r"SC[01]\d\d", code) for code in SCHEMA_RULES)
    own = {rule.code for rule in all_rules()}
    assert not own & set(FILE_RULES)
    assert not own & set(SCHEMA_RULES)
    assert not set(FILE_RULES) & set(SCHEMA_RULES)


def test_titles() -> None:
    titles = rule_titles()
    assert set(titles) == {*FILE_RULES, *SCHEMA_RULES, *(rule.code for rule in all_rules())}
    assert titles["SC402"] == "An action has nobody who leads it"
    assert len(set(titles.values())) == len(titles)
    for title in titles.values():
        assert not title[0].islower()
        assert not title.endswith(".")
        assert "\n" not in title


def test_a_title_is_the_first_line_of_the_page() -> None:
    def check(*_: object) -> None:
        raise NotImplementedError

    rule = Rule("SC999", Severity.NOTE, "\nA title.\n\nMore.\n", check)  # type: ignore[arg-type]
    assert rule.title == "A title"


def test_a_rule_that_looks_at_the_day_is_no_error() -> None:
    # None does yet; who adds one must make it a warning at most.
    for module in MODULES:
        if "del today" not in getsource(module):
            assert module.SEVERITY is not Severity.ERROR, module.CODE


def test_a_rule_never_sets_its_severity() -> None:
    assert not any("stamped" in getsource(module) for module in MODULES)
    assert sc402_action_without_lead.SEVERITY is Severity.WARNING
