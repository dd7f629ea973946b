"""Tidy tables: every row has a cell for every heading, and keys that join."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from sendctl.exchange.csv_table import csv_text
from sendctl.exchange.tables import TABLES, table_rows
from sendctl.plan import Plan, load_plan
from sendctl.plan.public import public_plan

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2022, 9, 30)


def read(folder: Path) -> Plan:
    plan = load_plan(folder).plan
    assert plan is not None
    return plan


FULL, EXAMPLE = read(ROOT / "tests/plan/full"), read(ROOT / "plans/blackpool")


def table(name: str, plan: Plan) -> list[dict[str, str]]:
    text = csv_text(("plan", *TABLES[name].headings), table_rows(name, plan, TODAY))
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("plan", [FULL, EXAMPLE], ids=["full", "example"])
def test_rows_have_a_cell_for_every_heading(name: str, plan: Plan) -> None:
    headings = TABLES[name].headings
    assert len(set(headings)) == len(headings)
    for row in table_rows(name, plan, TODAY):
        assert len(row) == 1 + len(headings)
        assert row[0] == plan.name


@pytest.mark.parametrize("name", TABLES)
def test_no_table_of_a_full_plan_is_empty(name: str) -> None:
    assert table(name, FULL)


def test_actions() -> None:
    rows = {row["id"]: row for row in table("actions", EXAMPLE)}
    assert list(rows) == [action.id for action in EXAMPLE.actions]
    moved = rows["2.2"]
    assert (moved["strand"], moved["weaknesses"]) == ("2", "W2")
    assert (moved["due"], moved["due_last_day"], moved["times_moved"]) == (
        "2022-12-16", "2022-12-16", "1",
    )  # fmt: skip
    late = [key for key, row in rows.items() if row["overdue"] == "true"]
    assert late == [one.id for one in EXAMPLE.actions if EXAMPLE.is_overdue(one, TODAY)]


def test_owners_are_in_long_form() -> None:
    rows = [row for row in table("action_owners", EXAMPLE) if row["action"] == "1.2"]
    assert [(row["role"], row["owner"]) for row in rows] == [
        ("lead", "send-programme-manager"),
        ("accountable", "dcs"),
        ("accountable", "icb-exec-lead"),
        ("sponsor", "cabinet-member"),
    ]


def test_every_key_joins() -> None:
    actions = {row["id"] for row in table("actions", EXAMPLE)}
    measures = {row["id"] for row in table("measures", EXAMPLE)}
    owners = {row["key"] for row in table("owners", EXAMPLE)}
    assert {row["action"] for row in table("action_measures", EXAMPLE)} <= actions
    assert {row["measure"] for row in table("action_measures", EXAMPLE)} <= measures
    assert {row["owner"] for row in table("action_owners", EXAMPLE)} <= owners
    assert {row["measure"] for row in table("measure_values", EXAMPLE)} <= measures
    assert {row["depends_on"] for row in table("dependencies", EXAMPLE)} <= actions


def test_figures_stand_as_text_and_as_number() -> None:
    rows = [row for row in table("measure_values", EXAMPLE) if row["measure"] == "M1"]
    assert [row["kind"] for row in rows[:2]] == ["baseline", "milestone"]
    assert (rows[1]["target"], rows[1]["target_number"]) == ("75%", "75")
    assert (rows[1]["value"], rows[1]["number"], rows[1]["percent"]) == ("83%", "83", "true")
    assert rows[-1]["kind"] == "target"


def test_a_public_table_has_the_same_columns_and_nothing_internal() -> None:
    shown = public_plan(FULL)
    for name in TABLES:
        assert [list(row) for row in table(name, shown)][:1] == [
            list(row) for row in table(name, FULL)
        ][:1]
    assert [row["resources"] for row in table("actions", FULL)] != [""] * len(FULL.actions)
    assert {row["resources"] for row in table("actions", shown)} == {""}
    assert {row["link"] for row in table("evidence", shown)} == {""}
