"""What a workbook holds, and that an untouched one proposes nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sendctl.exchange.workbook.compare import compare
from sendctl.exchange.workbook.memory import digest_of
from sendctl.exchange.workbook.owners import keys_of
from sendctl.exchange.workbook.read import read_book
from sendctl.exchange.workbook.view import View
from sendctl.exchange.workbook.write import Extent, workbook_bytes
from sendctl.plan import Plan, load_plan, load_tree
from sendctl.plan.tree import InMemory
from sendctl.yamlfile.scalar import scalar

EXAMPLE = Path("plans/blackpool")
DAY = date(2022, 9, 30)
HOSTILE = [
    *("=1+1", "+44 1253", "-5", "@SUM(A1)", "\t=1", "_x0041_", "'quoted", "1.10", "0012", "TRUE"),
    *("2022-12", "#REF!", "<b>&amp;</b>", "a\u202eb", "é\u0301😀", "x" * 4000),
]


def plan_of(title: str) -> Plan:
    texts = {
        "plan.yaml": "area: X\nkind: wsoa\n",
        "owners.yaml": "bodies: {x: {name: X}}\nposts: {p: {title: P, body: x}}\n",
        "risks.yaml": "risks:\n  - {id: '1.10', likelihood: 2, impact: 3, "
        f"title: {scalar(title)}}}\n",
        "strands/1.yaml": "id: '1'\ntitle: S\nactions:\n"
        f"  - id: '1.10'\n    title: {scalar(title)}\n"
        "    owners: {lead: [p, x]}\n    due: 2022-12\n    success: [A, 'B, C']\n",
    }
    plan = load_tree(
        InMemory(Path("x"), {name: text.encode() for name, text in texts.items()})
    ).plan
    assert plan
    return plan


def made(plan: Plan, **extent: Any) -> bytes:
    return workbook_bytes(View(plan, DAY), Extent(digest=digest_of(plan), **extent))


def proposed(plan: Plan, content: bytes, folder: Path) -> Any:
    file = folder / "book.xlsx"
    file.write_bytes(content)
    return compare(View(plan, DAY), [read_book(file)])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
@example("=1+1")
@example("  two  spaces ")
def test_any_text_comes_back_as_it_was(tmp_path: Path, title: str) -> None:
    plan = plan_of(title)
    found = proposed(plan, made(plan), tmp_path)
    assert found.is_empty, found
    assert found.is_clear


@pytest.mark.parametrize("title", HOSTILE)
def test_no_text_is_a_formula_or_a_number(tmp_path: Path, title: str) -> None:
    plan = plan_of(title)
    content = made(plan)
    book = load_workbook(io.BytesIO(content))
    for sheet, heading in (("Actions", "Action"), ("Risks", "Risk")):
        column = next(one.column for one in book[sheet][1] if one.value == heading)
        assert book[sheet].cell(2, column).data_type in {"s", "inlineStr"}
        assert book[sheet].cell(2, 1).value == "1.10"
        assert book[sheet].cell(2, 1).number_format == "@"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in archive.read(name).replace(b"<formula1>", b"")
    found = proposed(plan, content, tmp_path)
    assert found.is_empty
    assert found.is_clear


def test_how_the_sheets_are_set_up() -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan
    book = load_workbook(io.BytesIO(made(plan)))
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert shown == ["About", "Actions", "Measures", "Figures", "Risks", "Owners", "Deadlines"]
    actions = book["Actions"]
    assert actions.freeze_panes == "C2"
    assert actions.print_title_rows == "$1:$1"
    assert actions.page_setup.orientation == "landscape"
    assert actions.protection.sheet
    assert actions["A2"].protection.locked
    assert not actions["B2"].protection.locked
    assert actions.tables or actions.auto_filter.ref
    assert len(actions.data_validations.dataValidation) >= 4
    assert actions.conditional_formatting
    ids = [row[0].value for row in actions.iter_rows(min_row=2) if row[0].value]
    assert ids == [action.id for action in plan.actions]


def test_the_workbook_of_one_body_holds_what_its_posts_do() -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan
    keys = keys_of(plan, "blackpool-council")
    assert {"blackpool-council", "head-of-send"} <= keys
    book = load_workbook(io.BytesIO(made(plan, owner="blackpool-council", keys=keys)))
    ids = {str(row[0].value) for row in book["Actions"].iter_rows(min_row=2) if row[0].value}
    owned = {one.id: keys & set(one.owners.keys()) for one in plan.actions}
    assert ids >= {one.id for one in plan.actions if keys & {*one.owners.first()}}
    assert all(owned[one] for one in ids)
    assert "Update this month" in [one.value for one in book["Actions"][1]]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    plan = plan_of("A")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(plan))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/media/bomb.bin", b"\0" * 400_000_000)
    found = proposed(plan, out.getvalue(), tmp_path)
    assert [remark.is_error for remark in found.remarks] == [True]
    assert found.is_empty
