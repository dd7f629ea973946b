from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sendctl.exchange.workbook.compare import compare
from sendctl.exchange.workbook.memory import digest_of
from sendctl.exchange.workbook.owners import keys_of
from sendctl.exchange.workbook.proposal import Proposal
from sendctl.exchange.workbook.read import read_book
from sendctl.exchange.workbook.view import View
from sendctl.exchange.workbook.write import Extent, workbook_bytes
from sendctl.plan import Plan, load_tree
from sendctl.plan.tree import InMemory

DAY = date(2022, 9, 30)
FILES = {
    "plan.yaml": "area: X\nkind: wsoa\n"
    "terms: {2022-autumn: {start: 2022-09-05, end: 2022-12-16}}\n",
    "owners.yaml": "bodies: {x: {name: X}}\nposts: {p: {title: P, body: x}, q: {title: Q; R}}\n",
    "measures.yaml": "measures:\n  - {id: M1, title: Waits, owner: p, unit: percent, "
    "direction: lower, baseline: {value: 28.90}, milestones: [{by: 2023-07, target: 20%}]}\n",
    "risks.yaml": "risks: [{id: R1, title: Late, likelihood: 2, impact: 3, owner: p}]\n",
    "strands/1.yaml": "id: '1'\ntitle: S\nactions:\n"
    "  - {id: '1.1', title: A, due: 2022-12, owners: {lead: [p, q]}, success: [One, Two]}\n"
    "  - {id: '1.10', title: B, due: 2022-12-16, rating: on_track, owners: {lead: p}}\n"
    "  - {id: '2', title: C, owners: {lead: x}}\n",
}


def plan_of(**changed: str) -> Plan:
    """The plan; `strands_1="..."` replaces a file, after `|` a piece of one."""
    texts = dict(FILES)
    for name, text in changed.items():
        old, _, new = text.partition("|")
        file = f"{name.replace('_', '/')}.yaml"
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new)
    loaded = load_tree(InMemory(Path("x"), {name: text.encode() for name, text in texts.items()}))
    assert loaded.findings == ()
    assert loaded.plan
    return loaded.plan


def place(book: Any, sheet: str, ref: str, heading: str) -> Any:
    """A cell by its sheet, ref and heading."""
    page = book[sheet]
    column = next(one.column for one in page[1] if one.value == heading)
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == ref)
    return page.cell(row, column)


class Desk:
    """Makes workbooks of the plan, changes them, and compares them with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def book(
        self, change: Callable[[Any], None], name: str = "a.xlsx", *, owner: str = "", **plan: str
    ) -> Path:
        view = View(plan_of(**plan), DAY)
        keys = keys_of(view.plan, owner) if owner else frozenset[str]()
        extent = Extent(owner=owner, keys=keys, digest=digest_of(view.plan))
        book = load_workbook(io.BytesIO(workbook_bytes(view, extent)))
        change(book)
        book.save(self.folder / name)
        return self.folder / name

    def compared(self, *files: Path, plan: Plan | None = None, **options: Any) -> Proposal:
        view = View(plan or plan_of(), DAY)
        books = [read_book(file) for file in files]
        return compare(view, books, **options)

    def put(self, sheet: str, ref: str, heading: str, value: object, **options: Any) -> Proposal:
        def change(book: Any) -> None:
            place(book, sheet, ref, heading).value = value

        return self.compared(self.book(change), **options)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
