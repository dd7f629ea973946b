"""The generated pages tell what the code tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.generate import FOLDER, pages
from sendctl.checks import rule_pages
from sendctl.cli.app import COMMANDS
from sendctl.document import write_markdown
from sendctl.plan import load_plan
from sendctl.report import Request
from sendctl.report.documents import make
from sendctl.report.overview import overview
from sendctl.reporters.overview import as_text

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "name",
    [
        "commands.md",
        "rules.md",
        "format.md",
        "python.md",
        "tables.md",
        "pictures/deadlines.svg",
        "pictures/status.svg",
        "pictures/strand.svg",
        "pictures/measure.svg",
    ],
)
def test_page_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == pages()[name], "run `make docs`"


def test_every_command_and_rule_is_documented() -> None:
    made = pages()
    assert all(f"## sendctl {command}" in made["commands.md"] for command in COMMANDS)
    assert all(code in made["rules.md"] for code in rule_pages())


def test_readme_and_changelog_name_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"sendctl {command}" in readme for command in COMMANDS)


def test_what_the_page_about_daily_work_quotes_is_printed() -> None:
    plan = load_plan(ROOT / "plans" / "blackpool").plan
    assert plan is not None
    printed = as_text(overview(plan, plan.today()), colour=False, width=80)
    assert f"$ sendctl status plans/blackpool\n{printed}```" in (FOLDER / "daily.md").read_text(
        "utf-8"
    )


def test_what_the_page_about_progress_quotes_is_printed(example_progress: str) -> None:
    page = (FOLDER / "progress.md").read_text("utf-8")
    blocks = re.findall(r"```markdown\n(.*?)```", page, re.DOTALL)
    quoted = [line for block in blocks for line in block.splitlines()]
    assert len(quoted) == 3
    assert [line for line in quoted if line not in example_progress.splitlines()] == []


@pytest.fixture(scope="module")
def example_progress() -> str:
    plan = load_plan(ROOT / "plans" / "blackpool").plan
    assert plan is not None
    return write_markdown(make("progress", Request(plan, plan.today()))[0])
