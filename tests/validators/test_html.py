"""The Nu HTML checker, the one the W3C runs, finds no error in any page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.validators.conftest import ALL, Written

pytestmark = pytest.mark.documents

FALSE_ALARMS = (
    "CSS: “container-type”: Property “container-type” doesn't exist.",
    "CSS: “max-width”: Parse Error.",
    "Resource violates Content Security Policy (meta tag): image “data:",
)
"""What the checker does not know yet: container queries with their unit cqw, and that a policy of
`img-src data:` lets pictures in `data:` through, as browsers do."""


def said_by_nu(tools: Path, *pages: Path) -> list[str]:
    jar = tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return [
        f"{Path(each['url']).name}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(done.stderr)["messages"]
        if each["type"] != "info" or each.get("subType") == "warning"
        if not each["message"].startswith(FALSE_ALARMS)
    ]


def test_pages_are_valid(written: Written, tools: Path) -> None:
    assert said_by_nu(tools, *(written(name, "html") for name in ALL)) == []


def test_checker_sees_faults(tools: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title><p><div id=a><div id=a>", encoding="utf-8")
    assert any("Duplicate ID" in line for line in said_by_nu(tools, page))
