"""Every document of every plan of the cases, and of plans full of hostile text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sendctl.plan import load_plan
from sendctl.report.documents import DOCUMENTS
from sendctl.report.request import GROUPINGS, READERS
from tests.report.full_plan import full_plan
from tests.report.made import Made, checked_svg
from tests.report.rendered import TODAY, MakePlan, told
from tests.report.test_hostile import HOSTILE, Tags, poisoned

GOOD = sorted(path.parent for path in Path(__file__).parents[1].glob("cases/good/*/plan.yaml"))
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("plan", {}),
    ("summary", {}),
    *(("progress", {"reader": reader}) for reader in ("", *READERS)),
    *(("actions", {"by": by}) for by in GROUPINGS),
]


def test_every_document_is_asked_for() -> None:
    assert {name for name, _ in ASKED} == {
        name for name, entry in DOCUMENTS.items() if not entry.of_report
    }


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_good_plans_give_every_document_without_findings(folder: Path) -> None:
    plan = load_plan(folder).plan
    assert plan is not None
    for name, asked in ASKED:
        shown = Made(name, plan, plan.today(TODAY), **asked)
        assert told(shown.findings) == [], (name, asked)
        for svg in shown.document.pictures.values():
            checked_svg(svg)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_runs_in_none(make_plan: MakePlan, text: str) -> None:
    full = full_plan()
    plan = make_plan(poisoned(full.files, text, full.texts))
    for name, asked in ASKED[2:]:
        shown = Made(name, plan, plan.today(), **asked)
        assert {code for code, _ in told(shown.findings)} <= {"SC707"}
        tags = Tags()
        tags.feed(shown.body)
        assert not tags.seen & {"script", "iframe", "svg"}
        assert not {attribute for attribute in tags.attributes if attribute.startswith("on")}
        assert shown.body.count("<h1") == 1
        for svg in shown.document.pictures.values():
            checked_svg(svg)
