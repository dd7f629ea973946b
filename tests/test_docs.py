"""The generated pages tell what the code tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import FOLDER, pages
from sendctl.checks import rule_pages
from sendctl.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["commands.md", "rules.md", "format.md", "pictures/deadlines.svg"])
def test_page_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == pages()[name], "run `make docs`"


def test_every_command_and_rule_is_documented() -> None:
    made = pages()
    assert all(f"## sendctl {command}" in made["commands.md"] for command in COMMANDS)
    assert all(code in made["rules.md"] for code in rule_pages())


def test_readme_and_changelog_name_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"sendctl {command}" in readme for command in COMMANDS)
