"""`sendctl export`: what is written where, and what is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from sendctl.exchange.tables import TABLES

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

EVENTS = "framework: area-send-2016\nevents: {report_published: 2022-05-26}\n"
OUT = f"{EVENTS}public: {{approved: {{on: 2022-06-01, by: council}}}}\n"
OWNERS = "bodies: {council: {name: The council}}\n"
STRAND = """
id: "1"
title: Work
actions:
  - {id: "1.10", title: "=Siân's plan", due: 2022-12, resources: SECRET, owners: {lead: council}}
"""
TODAY = ("--today", "2022-09-30")


@pytest.fixture
def plan(write: Write) -> Path:
    return write(more=OUT, owners=OWNERS, strands_1=STRAND)


def test_one_table_on_the_screen(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("export", "csv", "actions", cwd=plan)
    assert (code, err) == (0, "")
    assert out.startswith("plan,id,strand,")
    (row,) = csv.DictReader(StringIO(out))
    assert (row["plan"], row["id"], row["title"]) == ("plan", "1.10", "'=Siân's plan")
    assert (row["due"], row["due_last_day"], row["resources"]) == (
        "2022-12", "2022-12-31", "SECRET",
    )  # fmt: skip


def test_one_table_as_a_file_that_excel_reads(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("export", "csv", "actions", "-o", "x/a.csv", cwd=plan)
    assert (code, out, err) == (0, "x/a.csv\n", "")
    assert (plan / "x/a.csv").read_bytes().startswith(b"\xef\xbb\xbfplan,id,")


def test_all_tables_in_a_folder(sendctl: Run, plan: Path) -> None:
    code, out, _ = sendctl("export", "csv", "--public", *TODAY, cwd=plan)
    assert code == 0
    assert out.splitlines() == [f"out/plan-{name}-public.csv" for name in TABLES]
    assert all((plan / name).is_file() for name in out.splitlines())
    written = "".join((plan / name).read_text("utf-8") for name in out.splitlines())
    assert "SECRET" not in written


def test_a_table_that_there_is_not(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("export", "csv", "action", cwd=plan)
    assert (code, out) == (2, "")
    assert err == "There is no table 'action'. Did you mean 'actions'?\n"


def test_help_names_every_table(sendctl: Run) -> None:
    _, out, _ = sendctl("export", "csv", "--help")
    named = out[out.index("Tables:") : out.index(" Dates are")].replace("Tables:", "")
    assert [name.strip(" .\n") for name in named.split(",")] == list(TABLES)


def test_json(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("export", "json", *TODAY, cwd=plan)
    assert (code, err) == (0, "")
    made = json.loads(out)
    assert made["strands"][0]["actions"][0]["resources"] == "SECRET"
    assert made["computed"]["actions"][0]["last_day"] == "2022-12-31"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_all_plans(sendctl: Run, write: Write, form: str) -> None:
    for name in ("a", "b"):
        write(f"plans/{name}", OUT, owners=OWNERS, strands_1=STRAND)
    table = ["actions"] * (form == "csv")
    code, out, err = sendctl("export", form, *table)
    assert (code, out) == (2, "")
    assert "--all-plans" in err
    _, out, _ = sendctl("export", form, *table, "--all-plans")
    names = (
        [one["name"] for one in json.loads(out)]
        if form == "json"
        else [row["plan"] for row in csv.DictReader(StringIO(out))]
    )
    assert names == ["a", "b"]


@pytest.mark.parametrize("form", ["json", "csv", "ics"])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "may not be published yet, so nothing was written: plan.yaml does not say when"),
        (
            "framework: area-send-2016\nevents: {report_published: 2022-10-26}\n",
            "confidential until it is published",
        ),
        (
            "framework: area-send-2016\nevents: {report_published: 2022-05-26}\n",
            "nobody has approved it",
        ),
        (f"{OUT}authorities: [nobody]\n", "has 1 error, so nothing was written"),
    ],
)
def test_public_is_refused_as_render_refuses(
    sendctl: Run, write: Write, form: str, more: str, said: str
) -> None:
    plan = write(more=more, owners=OWNERS, strands_1=STRAND)
    code, out, err = sendctl("export", form, "--public", *TODAY, cwd=plan)
    assert (code, out) == (1, "")
    assert said in " ".join(err.split())
    assert not (plan / "out").exists()


def test_public_json_holds_no_internal_field(sendctl: Run, plan: Path) -> None:
    code, out, _ = sendctl("export", "json", "--public", *TODAY, cwd=plan)
    assert code == 0
    assert json.loads(out)["public"] is True
    assert "SECRET" not in out
    assert "approved" not in out


def test_a_broken_plan_is_exported_as_far_as_it_can_be_read(sendctl: Run, write: Write) -> None:
    plan = write(owners=OWNERS, strands_1=STRAND.replace("2022-12", "soon"))
    code, out, err = sendctl("export", "csv", "actions", cwd=plan)
    assert code == 0
    assert "1 problem in its files" in err
    assert next(csv.DictReader(StringIO(out)))["due"] == ""


def test_a_calendar_of_one_owner(sendctl: Run, write: Write) -> None:
    plan = write(
        owners="bodies: {a: {name: A}, b: {name: B}}\nposts: {p: {title: P, body: a}}",
        strands_1="id: s\ntitle: S\nactions:\n"
        "  - {id: '1', title: x, due: 2022-12, owners: {lead: p}}\n"
        "  - {id: '2', title: y, due: 2022-12, owners: {lead: b}}\n",
    )
    code, out, err = sendctl("export", "ics", "--owner", "a", *TODAY, cwd=plan)
    assert (code, err) == (0, "")
    assert "X-WR-CALNAME:Siân: dates of A\r\n" in out
    assert [line for line in out.splitlines() if line.startswith("SUMMARY")] == [
        "SUMMARY:Siân: 1 x (December 2022)"
    ]
    code, out, err = sendctl("export", "ics", "--owner", "c", cwd=plan)
    assert (code, out, err) == (2, "", "The plan has no owner 'c'. Known here: a, b, p.\n")
