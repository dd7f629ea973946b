"""A workbook that LibreOffice opened and saved comes back as it was."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from openpyxl import load_workbook

from sendctl.exchange.workbook.compare import compare
from sendctl.exchange.workbook.memory import digest_of
from sendctl.exchange.workbook.proposal import Proposal
from sendctl.exchange.workbook.read import read_book
from sendctl.exchange.workbook.view import View
from sendctl.exchange.workbook.write import Extent, workbook_bytes
from sendctl.plan import Plan, load_plan, load_tree
from sendctl.plan.tree import InMemory

pytestmark = pytest.mark.documents

DAY = date(2022, 9, 30)
HOSTILE = [
    "=1+1", "+44 1253", "-5", "@SUM(A1)", "_x0041_", "'quoted", "1.10", "0012", "TRUE", "2022-12",
    "16/12/2022", "1e5", "<b>&amp;</b>", "a\u202eb", "e\u0301\U0001f600", '=HYPERLINK("x")',
    "one\ntwo", "a  b", "x" * 4000, "50%", "£5",
]  # fmt: skip
EXAMPLE = Path(__file__).parents[2] / "plans" / "blackpool"


def saved_by_libreoffice(file: Path) -> Path:
    """The workbook after LibreOffice opened it and saved it."""
    folder = file.parent / "saved"
    profile = (file.parent / "profile").as_uri()
    office = which("soffice")
    assert office
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / file.name


def proposed(plan: Plan, file: Path, change: Callable[[Any], None] | None = None) -> Proposal:
    """What a workbook of the plan proposes after LibreOffice, and whoever changes it, had it."""
    view = View(plan, DAY)
    file.write_bytes(workbook_bytes(view, Extent(digest=digest_of(plan))))
    saved = saved_by_libreoffice(file)
    if change:
        opened = load_workbook(saved)
        change(opened)
        opened.save(saved)
        saved = saved_by_libreoffice(saved)
    book = read_book(saved)
    assert book.memory is not None
    return compare(view, [book])


def test_the_example_comes_back_as_it_was(tmp_path: Path) -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan
    found = proposed(plan, tmp_path / "book.xlsx")
    assert found.remarks == ()
    assert found.is_empty, found


def test_hostile_words_come_back_as_they_were(tmp_path: Path) -> None:
    risks = [
        {"id": f"1.{number}0", "title": title, "mitigation": [title, "2"]}
        for number, title in enumerate(HOSTILE, 1)
    ]
    texts = {
        "plan.yaml": "area: X\nkind: wsoa\n",
        "risks.yaml": json.dumps({"risks": risks}, ensure_ascii=False),
    }
    plan = load_tree(
        InMemory(Path("x"), {name: text.encode() for name, text in texts.items()})
    ).plan
    assert plan
    assert [risk.title for risk in plan.risks] == HOSTILE
    found = proposed(plan, tmp_path / "book.xlsx")
    assert found.remarks == ()
    assert found.is_empty, found


def test_a_change_is_one_after_libreoffice_saved_it(tmp_path: Path) -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan

    def change(book: Any) -> None:
        headings = {cell.value: cell.column for cell in book["Actions"][1]}
        book["Actions"].cell(2, headings["Due"]).value = datetime(2023, 1, 9)  # noqa: DTZ001
        book["Actions"].cell(3, headings["Status"]).value = "Paused"

    found = proposed(plan, tmp_path / "book.xlsx", change)
    assert found.remarks == ()
    assert [(one.target.id, one.target.field, one.new) for one in found.changes] == [
        ("1.1", "due", "2023-01-09"),
        ("1.2", "status", "on_hold"),
    ]
