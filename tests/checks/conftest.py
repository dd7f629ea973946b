from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from sendctl import Finding, Loaded, Severity, load_plan
from sendctl.checks import run_checks

TODAY = date(2022, 9, 30)
MARK = "»"


def file_name(keyword: str) -> str:
    """A file of the plan, from the name of an argument: strands_1 is strands/1.yaml."""
    return f"{keyword.replace('_', '/')}.yaml"


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., Loaded]:
    """Writes a plan's files and reads them.

    Unless they are given, there are a plan.yaml, and a governance.yaml that says what every plan
    with actions is asked for.
    """

    def load(**files: str) -> Loaded:
        files.setdefault("plan", "area: Exampleshire\nkind: wsoa\n")
        files.setdefault("governance", "coproduction: {statement: Made with families.}\n")
        folder = tmp_path / "plan"
        for name, text in files.items():
            file = folder / file_name(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load_plan(folder)

    return load


@pytest.fixture
def findings(loaded: Callable[..., Loaded]) -> Callable[..., list[Finding]]:
    """Everything that is found in such a plan, on one day."""

    def found(today: date = TODAY, **files: str) -> list[Finding]:
        return run_checks(loaded(**files), today)

    return found


@pytest.fixture
def expect(findings: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """Checks a plan in whose files » stands before each mistake, and nowhere else.

    Every » is the place of one finding with this code, and no other rule calls it an error. What
    other rules warn of is their tests' matter: a plan of a few lines lacks much.
    """

    def checked(code: str, today: date = TODAY, **marked: str) -> list[Finding]:
        files = {name: text.replace(MARK, "") for name, text in marked.items()}
        found = [
            one
            for one in findings(today, **files)
            if one.code == code or one.severity is Severity.ERROR
        ]
        places = [(one.code, one.place.file, one.span.line, one.span.column) for one in found]
        assert places == sorted(
            (code, file_name(name), *place)
            for name, text in marked.items()
            for place in marks(text)
        )
        return found

    return checked


def marks(text: str) -> Iterator[tuple[int, int]]:
    """Line and column of each mark, as they are without the marks."""
    for number, line in enumerate(text.split("\n"), 1):
        for count, mark in enumerate(re.finditer(MARK, line)):
            yield number, mark.start() - count + 1


@pytest.fixture
def told(findings: Callable[..., list[Finding]]) -> Callable[..., list[str]]:
    """The same as "CODE file:line:column": what a test states about a rule."""

    def places(**files: str) -> list[str]:
        return [
            f"{one.code} {one.place.file.removesuffix('.yaml')}:{one.span.line}:{one.span.column}"
            for one in findings(**files)
        ]

    return places
