"""Any files as a plan: validate and deadlines say something about it, in every format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fuzz.files import parted, plan_seeds
from fuzz.oracle import check_findings, check_printed
from sendctl.checks import run_checks
from sendctl.plan import load_tree
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.tree import InMemory
from sendctl.reporters import Checked, as_github, as_json, as_sarif, as_text
from sendctl.reporters.deadlines import as_text as deadlines_text
from sendctl.timeline import timeline_of

TODAY = date(2022, 9, 30)


def _keys(model: type[Item]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


DICTIONARY = (
    *(f"\n== {name}\n" for name in FILES),
    *(f"\n== {name}/1.yaml\n" for name in FOLDERS),
    *(f"{key}: " for key in sorted({key for m in FILES.values() for key in _keys(m)})),
    *(f"{key}: " for key in sorted({key for m in FOLDERS.values() for key in _keys(m)})),
    *("2022-08-30", "2022-12", "2022/23-Q3", "2022-Q4", "ongoing", "0001-01-01", "9999-12-31"),
    *("id: ", "title: ", "due: ", "{", "}", "[", "]", "- ", "\n  ", "\n    ", "30.8%", "true"),
    *("fewer than 5", "not_started", "in_progress", "complete", "stopped", "on_track"),
)


def seeds() -> Iterator[bytes]:
    """Every plan."""
    return plan_seeds()


def run(data: bytes) -> None:
    """Load, check, report in every format, and compute the deadlines."""
    loaded = load_tree(InMemory(Path("plan"), parted(data)))
    found = run_checks(loaded, TODAY)
    check_findings(found, loaded.sources)
    checked = [Checked("plan", loaded, found)]
    check_printed(as_text(checked))
    check_printed(as_github(checked))
    json.loads(as_json(checked)), json.loads(as_sarif(checked))
    if loaded.plan:
        timeline = timeline_of(loaded.plan, TODAY)
        check_printed(deadlines_text(timeline, colour=False, width=80, explain=True))
