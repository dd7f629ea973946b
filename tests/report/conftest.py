from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sendctl.plan import Plan, load_plan
from tests.report.rendered import MakePlan


@pytest.fixture
def make_plan(tmp_path: Path) -> MakePlan:
    """Makes a plan of files given as data; JSON is YAML too. Head fields can be given by name."""

    def made(files: Mapping[str, Any] | None = None, /, **head: Any) -> Plan:
        content = {"plan.yaml": {"area": "Westshire", "kind": "wsoa"} | head} | dict(files or {})
        for name, value in content.items():
            path = tmp_path / "plan" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            path.write_text(text, encoding="utf-8")
        loaded = load_plan(tmp_path / "plan")
        assert loaded.plan is not None
        assert [(each.code, each.message, each.place) for each in loaded.findings] == []
        return loaded.plan

    return made


@pytest.fixture(scope="session")
def example() -> Plan:
    plan = load_plan(Path(__file__).parents[2] / "plans" / "blackpool").plan
    assert plan is not None
    return plan
