"""A public export tells no more than a public document: tried with every field a plan can have."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl.exchange.calendar import calendar_bytes
from sendctl.exchange.csv_table import csv_text
from sendctl.exchange.plan_calendar import plan_entries
from sendctl.exchange.tables import TABLES, table_rows
from sendctl.exchange.whole_plan import json_text, whole_plan
from sendctl.plan import Plan, load_plan
from sendctl.plan.audience import Audience
from sendctl.plan.public import public_plan
from sendctl.timeline import timeline_of
from tests.report.full_plan import FullPlan, full_plan
from tests.report.test_public import hidden_marks

DAY = date(2022, 9, 30)


def as_json(plan: Plan) -> str:
    return json_text(whole_plan(plan, DAY, public=True))


def as_csv(plan: Plan) -> str:
    return "".join(
        csv_text(table.headings, table_rows(name, plan, DAY)) for name, table in TABLES.items()
    )


def as_ics(plan: Plan) -> str:
    written = calendar_bytes("x", plan_entries(timeline_of(plan, DAY)), DAY).decode()
    return written.replace("\r\n ", "")


FORMS = [as_json, as_csv, as_ics]


def read(full: FullPlan, folder: Path) -> Plan:
    for name, content in full.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
    plan = load_plan(folder).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize("form", FORMS)
def test_nothing_internal_and_no_name_of_a_person(
    tmp_path: Path, form: Callable[[Plan], str]
) -> None:
    full = full_plan()
    hidden = hidden_marks(full, Audience.INTERNAL, Audience.PERSONAL)
    plan = read(full, tmp_path)
    # Keys and names of bodies and posts are public; that something internal names them is not.
    owners = {*plan.owners.bodies, *plan.owners.posts}
    owners |= {plan.owners.name_of(key) for key in owners}
    hidden = {text: path for text, path in hidden.items() if text not in owners}
    assert {"strands/full.actions.resources", "people.people.name"} <= set(hidden.values())
    assert len(hidden) > 15
    made = form(public_plan(plan))
    assert {path for text, path in hidden.items() if text in made} == set()
    # The same marks are found where they may stand, so that the test can fail.
    if form is not as_ics:
        assert any(text in form(plan) for text in hidden)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("unit", ["count", "percent", "rate"])
def test_no_small_number(tmp_path: Path, form: Callable[[Plan], str], unit: str) -> None:
    full = full_plan()
    full.files["plan.yaml"]["public"]["threshold"] = "99999"
    full.files["measures.yaml"]["measures"][0]["unit"] = unit
    small = {
        mark.text
        for mark in full.marks
        if (mark.model, mark.name) in {("Reading", "value"), ("Fact", "value")}
        or mark.name in {"numerator", "denominator"}
    }
    assert len(small) == 7
    made = form(public_plan(read(full, tmp_path)))
    assert {text for text in small if text in made} == set()


def test_everything_public_is_in_the_json(tmp_path: Path) -> None:
    full = full_plan()
    made = as_json(read(full, tmp_path))
    lost = {one.path for one in full.marks if one.text in full.texts and one.text not in made}
    # These two are not in the files: the full plan has no waiver, and a parent that is not there.
    assert lost == {"plan.waivers.reason", "plan.parent.plan"}
