from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan, load_plan
from sendctl.timeline import Deadline, deadlines

PlanOf = Callable[[str], Plan]
Ask = Callable[..., dict[str, Deadline]]

KINDS = {
    "area-send-2023": "priority_action_plan",
    "accelerated-progress-plan": "accelerated_progress_plan",
}
"""The kind of plan that a framework's clocks are for."""


@pytest.fixture
def plan_of(tmp_path: Path) -> PlanOf:
    """A plan from the text that follows the area and kind in its plan.yaml."""

    def made(text: str) -> Plan:
        kind = next((kind for name, kind in KINDS.items() if name in text), "wsoa")
        file = tmp_path / "plan.yaml"
        file.write_text(f"area: Exampleshire\nkind: {kind}\n{text}\n", encoding="utf-8")
        loaded = load_plan(tmp_path)
        assert loaded.plan is not None
        assert loaded.findings == ()
        return loaded.plan

    return made


@pytest.fixture
def ask(plan_of: PlanOf) -> Ask:
    """The deadlines of such a plan on a day, by key."""

    def asked(text: str, today: str = "2022-09-30") -> dict[str, Deadline]:
        found = deadlines(plan_of(text), date.fromisoformat(today))
        return {deadline.key: deadline for deadline in found}

    return asked
