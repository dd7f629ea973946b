from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.plan import load_plan
from sendctl.report import Request
from sendctl.report.documents import make
from tests.report.rendered import TODAY

BLACKPOOL = Path(__file__).parents[3] / "plans" / "blackpool"
REPORT = "scrutiny-2022-06-30"

MakeReport = Callable[..., Document]
"""Makes the example's report, some of its top keys changed; more files can be given by name."""


@pytest.fixture
def example_report(tmp_path: Path) -> MakeReport:
    def made(
        files: dict[str, Any] | None = None, /, *, request: dict[str, Any] | None = None,
        sections: dict[str, Any] | None = None, **keys: Any,
    ) -> Document:  # fmt: skip
        folder = tmp_path / "blackpool"
        if not folder.exists():
            shutil.copytree(BLACKPOOL, folder)
        report = folder / "reports" / f"{REPORT}.yaml"
        content = as_written(BLACKPOOL / "reports" / f"{REPORT}.yaml") | keys
        content["sections"] = content["sections"] | (sections or {})
        for name, value in {f"reports/{report.name}": content, **(files or {})}.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            file.write_text(text, encoding="utf-8")
        plan = load_plan(folder).plan
        assert plan is not None
        document, findings = make(
            "committee", Request(plan, TODAY, report=REPORT, **(request or {}))
        )
        assert told_errors(findings) == []
        return document

    return made


def as_written(file: Path) -> dict[str, Any]:
    """A file's values as texts, which is what the plan reads them as."""
    yaml = YAML(typ="safe", pure=True)
    loaded: dict[str, Any] = json.loads(
        json.dumps(yaml.load(file.read_text(encoding="utf-8")), default=str)
    )
    return loaded


def told_errors(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings]
