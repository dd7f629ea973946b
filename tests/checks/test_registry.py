"""Every rule is a module that documents itself."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import getsource
from pkgutil import iter_modules
from types import ModuleType

import pytest

from sendctl.checks import all_rules, default_severity, rule_pages, rules
from sendctl.checks.rules import sc402_action_without_lead
from sendctl.findings import Severity
from sendctl.plan.rules import PAGES as SCHEMA_PAGES
from sendctl.yamlfile.rules import PAGES as FILE_PAGES

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
    functions = [getattr(module, name) for name in ("check", "review") if hasattr(module, name)]
    assert len(functions) == 1
    assert (functions[0].__doc__ or "").endswith(".")


def test_every_module_is_registered_in_order() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(module.CODE for module in MODULES)
    assert len(set(codes)) == len(codes)


def test_codes_stand_in_their_groups() -> None:
    assert all(re.fullmatch(r"SC0\d\d", code) for code in FILE_PAGES)
    assert all(re.fullmatch(r"SC[01]\d\d", code) for code in SCHEMA_PAGES)
    own = {rule.code for rule in all_rules()}
    assert not own & set(FILE_PAGES)
    assert not own & set(SCHEMA_PAGES)
    assert not set(FILE_PAGES) & set(SCHEMA_PAGES)


def test_titles() -> None:
    pages = rule_pages()
    assert list(pages) == sorted({*FILE_PAGES, *SCHEMA_PAGES, *(rule.code for rule in all_rules())})
    assert pages["SC402"].title == "An action has nobody who leads it"
    assert len({page.title for page in pages.values()}) == len(pages)
    for page in pages.values():
        assert not page.title[0].islower()
        assert not page.title.endswith(".")


def test_severities() -> None:
    assert default_severity("SC402") is Severity.WARNING
    assert default_severity("SC005") is default_severity("SC104") is Severity.ERROR


def test_a_rule_that_looks_at_the_day_is_no_error() -> None:
    # Else CI would turn red by itself.
    for module in MODULES:
        if "del today" not in getsource(module):
            assert module.SEVERITY is not Severity.ERROR, module.CODE


def test_a_rule_never_sets_its_severity() -> None:
    assert not any("stamped" in getsource(module) for module in MODULES)
    assert sc402_action_without_lead.SEVERITY is Severity.WARNING
