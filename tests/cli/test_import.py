"""`export xlsx` and `import xlsx`, with real workbooks that openpyxl changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sendctl.plan import load_plan
from tests.cli.conftest import ROOT, Ran

Run = Callable[..., Ran]
Change = Callable[[Any], None]

TITLE = "Publish one preparation for adulthood pathway, from the early years to 25"


class Desk:
    """A copy of the example, and a workbook made from it."""

    def __init__(self, folder: Path, sendctl: Run) -> None:
        self.plan = folder / "blackpool"
        shutil.copytree(ROOT / "plans" / "blackpool", self.plan)
        self.folder = folder
        self._sendctl = sendctl

    def run(self, *words: str) -> Ran:
        return self._sendctl(*words, "-p", "blackpool", cwd=self.folder)

    def export(self, name: str = "book.xlsx", *words: str) -> Path:
        assert self.run("export", "xlsx", "-o", name, *words).code == 0
        return self.folder / name

    def change(self, book: Path, change: Change) -> None:
        opened = load_workbook(book)
        change(opened)
        opened.save(book)

    def files(self) -> dict[str, bytes]:
        paths = (path for path in self.plan.rglob("[!.]*") if path.is_file())
        return {path.relative_to(self.plan).as_posix(): path.read_bytes() for path in paths}

    def told(self, *words: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(
            self.run("import", "xlsx", *words, "--format", "json").out
        )
        return told


@pytest.fixture
def desk(tmp_path: Path, sendctl: Run) -> Desk:
    return Desk(tmp_path, sendctl)


def cell(book: Any, sheet: str, ref: str, heading: str) -> Any:
    """The cell of a row, by its first column, under a heading."""
    page = book[sheet]
    column = next(one.column for one in page[1] if one.value == heading)
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == ref)
    return page.cell(row, column)


def put(sheet: str, ref: str, heading: str, value: object) -> Change:
    def change(book: Any) -> None:
        cell(book, sheet, ref, heading).value = value

    return change


def test_an_unchanged_workbook_changes_nothing(desk: Desk) -> None:
    before = desk.files()
    book = desk.export()
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert (ran.code, ran.out) == (0, "Nothing changes.\n")
    assert desk.files() == before


def test_the_same_plan_gives_the_same_bytes(desk: Desk, process: Run) -> None:
    book = desk.export()
    again = process("export", "xlsx", "-p", "blackpool", "-o", "again.xlsx")
    assert again.code == 0
    assert (desk.folder / "again.xlsx").read_bytes() == book.read_bytes()


@pytest.mark.parametrize(
    ("change", "told", "lines"),
    [
        (
            put("Actions", "2.1", "Status", "Paused"),
            "action 2.1\n  status: in_progress → on_hold\n1 change.\n",
            {"-    status: in_progress", "+    status: on_hold"},
        ),
        (
            put("Actions", "2.1", "Rating", "At risk"),
            "action 2.1\n  rating: on_track → at_risk\n1 change.\n",
            {"-    rating: on_track", "+    rating: at_risk"},
        ),
        (
            put("Actions", "2.1", "Start", "2022-10"),
            "action 2.1\n  start: 2022-09-16 → 2022-10\n1 change.\n",
            {"-    start: 2022-09-16", "+    start: 2022-10"},
        ),
        (
            put("Actions", "2.1", "Start", datetime(2022, 10, 3)),  # noqa: DTZ001 - as Excel has it
            "action 2.1\n  start: 2022-09-16 → 2022-10-03\n1 change.\n",
            {"-    start: 2022-09-16", "+    start: 2022-10-03"},
        ),
        (
            put("Actions", "2.1", "Start", "16/12/2022"),
            "action 2.1\n  start: 2022-09-16 → 2022-12-16\n1 change.\n",
            {"-    start: 2022-09-16", "+    start: 2022-12-16"},
        ),
        (
            put("Actions", "2.1", "Action", "One pathway: from birth to 25"),
            f"action 2.1\n  title: {TITLE} → One pathway: from birth to 25\n1 change.\n",
            {f"-    title: {TITLE}", '+    title: "One pathway: from birth to 25"'},
        ),
        (
            put("Actions", "2.1", "Lead", "Participation and Co-production Lead"),
            "action 2.1\n  owners.lead: head-of-send → participation-lead\n1 change.\n",
            {"-      lead: head-of-send", "+      lead: participation-lead"},
        ),
        (
            put("Risks", "R2", "Likelihood (1 to 5)", 3),
            "risk R2\n  likelihood: 4 → 3\n1 change.\n",
            {"-    likelihood: 4", "+    likelihood: 3"},
        ),
    ],
)
def test_a_changed_cell_changes_its_line_only(
    desk: Desk, change: Change, told: str, lines: set[str]
) -> None:
    before = desk.files()
    book = desk.export()
    desk.change(book, change)
    ran = desk.run("import", "xlsx", book.name)
    assert (ran.code, ran.out) == (0, told)
    assert desk.files() == before
    ran = desk.run("import", "xlsx", book.name, "--apply", "--diff")
    assert ran.code == 0
    changed = {line for line in ran.out.splitlines() if line[:2] in {"+ ", "- "}}
    assert changed == lines
    assert len([name for name, text in desk.files().items() if text != before[name]]) == 1
    assert desk.run("import", "xlsx", book.name).out.endswith("Nothing changes.\n")


def test_a_moved_date_keeps_the_old_one(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "1.1", "Due", "2023-03-31"))
    desk.change(book, put("Actions", "1.1", "Why the date moves", "The survey took longer"))
    assert desk.run("import", "xlsx", book.name, "--apply").code == 0
    plan = load_plan(desk.plan).plan
    assert plan
    (move,) = next(action for action in plan.actions if action.id == "1.1").moved
    assert (move.before.text, move.to.text, move.reason, str(move.on)) == (
        "2022-11-30", "2023-03-31", "The survey took longer", "2022-09-30",
    )  # fmt: skip


def test_two_workbooks_give_another_reason(desk: Desk) -> None:
    for name, reason in (("one.xlsx", "Illness"), ("two.xlsx", "Money")):
        book = desk.export(name)
        desk.change(book, put("Actions", "1.1", "Due", "2023-03-31"))
        desk.change(book, put("Actions", "1.1", "Why the date moves", reason))
    ran = desk.run("import", "xlsx", "one.xlsx", "two.xlsx")
    assert ran.code == 1
    assert "Another reason for moving 1.1 stands in one.xlsx, sheet Actions, I2." in ran.out
    assert "error: two.xlsx, sheet Actions, I2: " in ran.out


def test_the_end_of_a_term_is_written_as_files_have_it(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Due", "end of 2022-autumn"))
    ran = desk.run("import", "xlsx", book.name, "--apply", "--diff")
    assert ran.code == 0
    assert "+    due: {by: end, term: 2022-autumn}\n" in ran.out
    assert "+        to: {by: end, term: 2022-autumn}\n" in ran.out


@pytest.mark.parametrize(
    ("sheet", "ref", "heading", "value", "old", "new"),
    [
        (
            "Actions", "2.1", "Lead", "Participation and Co-production Lead",
            "lead: [head-of-send]", "lead: [participation-lead]",
        ),
        ("Risks", "R2", "What is done about it", "One, and two", "", "      - One, and two\n"),
    ],
)  # fmt: skip
def test_a_list_stays_a_list(
    desk: Desk, sheet: str, ref: str, heading: str, value: str, old: str, new: str
) -> None:
    strand = desk.plan / "strands/2-preparation-for-adulthood.yaml"
    text = strand.read_text(encoding="utf-8")
    first = "lead: head-of-send"
    strand.write_text(text.replace(first, old or first, 1), encoding="utf-8")
    book = desk.export()
    desk.change(book, put(sheet, ref, heading, value))
    assert desk.run("import", "xlsx", book.name, "--apply").code == 0
    assert new in "".join(content.decode() for content in desk.files().values())


def test_a_new_figure_and_a_new_risk(desk: Desk) -> None:
    book = desk.export()

    def add(opened: Any) -> None:
        opened["Figures"].append(["M6", "end of 2023-summer", None, None, "90%"])
        opened["Risks"].append(["R99", "Money", 3, 4, None, "Ask, early", "Head of SEND"])

    desk.change(book, add)
    assert desk.run("import", "xlsx", book.name, "--apply").code == 0
    plan = load_plan(desk.plan).plan
    assert plan
    point = next(one for one in plan.measures if one.id == "M6").milestones[-1]
    assert point.actual
    assert (point.by.text, point.actual.value.text) == ("end of 2023-summer", "90%")
    risk = plan.risks[-1]
    assert (risk.id, risk.mitigation, risk.owner) == ("R99", ("Ask, early",), ("head-of-send",))


def test_json_is_all_that_goes_to_the_output(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Status", "Complete"))
    assert desk.told(book.name)["applied"] is False
    ran = desk.run("import", "xlsx", book.name, "--apply", "--diff", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["applied"]) == (0, True)
    assert [(one["field"], one["new"]) for one in told["changes"]] == [("status", "complete")]
    assert "+    status: complete\n" in ran.err


def test_json_does_not_say_that_a_refused_change_was_made(desk: Desk) -> None:
    before = desk.files()
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Start", "2024-01-01"))
    ran = desk.run("import", "xlsx", book.name, "--apply", "--format", "json")
    assert (ran.code, json.loads(ran.out)["applied"]) == (1, False)
    assert "error SC301" in ran.err
    assert desk.files() == before


def test_what_became_complete_gets_its_day(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Status", "Complete"))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert (ran.code, ran.err) == (0, "`completed` of action 2.1 was set to 2022-09-30.\n")
    plan = load_plan(desk.plan).plan
    assert plan
    assert str(next(one for one in plan.actions if one.id == "2.1").completed) == "2022-09-30"


def test_what_got_a_day_of_completion_is_complete(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Completed", "20/09/2022"))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert (ran.code, ran.err) == (0, "`status` of action 2.1 was set to complete.\n")
    plan = load_plan(desk.plan).plan
    assert plan
    action = next(one for one in plan.actions if one.id == "2.1")
    assert (action.status, str(action.completed)) == ("complete", "2022-09-20")


def test_the_months_update_is_its_owners(desk: Desk) -> None:
    book = desk.export("own.xlsx", "--owner", "head-of-send")
    text = '=cmd|"/c calc"!A1'
    desk.change(book, put("Actions", "1.1", "Update this month", f" {text[1:]}: done\nand more "))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 0
    plan = load_plan(desk.plan).plan
    assert plan
    update = next(action for action in plan.actions if action.id == "1.1").updates[-1]
    assert (update.by, str(update.on)) == ("head-of-send", "2022-09-30")
    assert update.note.split() == f"{text[1:]}: done and more".split()
    again = desk.run("import", "xlsx", book.name, "--apply")
    assert "This update stands in the plan already." in again.out


def test_both_sides_changed(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Rating", "At risk"))
    assert desk.run("set", "2.1", "rating=off_track").code == 0
    before = desk.files()
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 1
    assert ran.out.startswith(
        "conflict: action 2.1, rating\n"
        "  when it was exported: on_track; in the plan now: off_track\n"
        "  book.xlsx, sheet Actions, K"
    )
    assert ran.err == "Nothing was changed. --skip makes the clear changes.\n"
    assert desk.files() == before
    assert desk.run("import", "xlsx", book.name, "--prefer", "plan").out == "Nothing changes.\n"
    assert desk.run("import", "xlsx", book.name, "--prefer", "workbook", "--apply").code == 0
    assert "rating: at_risk" in desk.files()["strands/2-preparation-for-adulthood.yaml"].decode()


def test_both_sides_changed_alike(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Rating", "At risk"))
    assert desk.run("set", "2.1", "rating=at_risk").code == 0
    assert desk.run("import", "xlsx", book.name).out == "Nothing changes.\n"


def test_two_workbooks_at_once(desk: Desk) -> None:
    one, two = desk.export("one.xlsx"), desk.export("two.xlsx")
    desk.change(one, put("Actions", "2.1", "Rating", "At risk"))
    desk.change(two, put("Actions", "2.1", "Rating", "Off track"))
    desk.change(two, put("Actions", "2.3", "Rating", "At risk"))
    told = desk.told("one.xlsx", "two.xlsx")
    assert [(one["id"], one["new"]) for one in told["changes"]] == [("2.3", "at_risk")]
    assert [(one["id"], [said["value"] for said in one["said"]]) for one in told["conflicts"]] == [
        ("2.1", ["at_risk", "off_track"])
    ]
    ran = desk.run("import", "xlsx", "one.xlsx", "two.xlsx", "--apply", "--skip")
    assert ran.code == 1
    plan = load_plan(desk.plan).plan
    assert plan
    ratings = {action.id: action.rating for action in plan.actions}
    assert (ratings["2.1"], ratings["2.3"]) == ("on_track", "at_risk")


def test_a_row_that_is_gone_deletes_nothing(desk: Desk) -> None:
    before = desk.files()
    book = desk.export()
    desk.change(book, lambda opened: opened["Actions"].delete_rows(3, 2))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 0
    assert "Rows that are not there any more stay in the plan:" in ran.out
    assert desk.files() == before


def test_an_emptied_cell(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Rating", None))
    ran = desk.run("import", "xlsx", book.name)
    assert "The cell is empty; the rating stays in the plan. --clear-empty takes it out." in ran.out
    told = desk.told(book.name, "--clear-empty")
    assert [(one["field"], one["old"], one["new"]) for one in told["changes"]] == [
        ("rating", "on_track", None)
    ]


def test_a_new_row(desk: Desk) -> None:
    book = desk.export()

    def add(opened: Any) -> None:
        page = opened["Actions"]
        headings = {one.value: one.column for one in page[1]}
        row = page.max_row + 1
        values = {
            "Ref": "2.99",
            "Action": "Do it, at once",
            "Lead": "Head of SEND",
            "Due": "2023-01",
            "Status": "Not started",
            "Strand": page.cell(8, headings["Strand"]).value,
        }
        for heading, value in values.items():
            page.cell(row, headings[heading]).value = value

    desk.change(book, add)
    assert desk.run("import", "xlsx", book.name, "--apply").code == 0
    plan = load_plan(desk.plan).plan
    assert plan
    new = next(action for action in plan.actions if action.id == "2.99")
    assert (new.title, new.owners.lead, new.due and new.due.text) == (
        "Do it, at once", ("head-of-send",), "2023-01",
    )  # fmt: skip


def test_a_new_row_that_lacks_something(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, lambda opened: opened["Actions"].append(["2.99", "Do it"]))
    ran = desk.run("import", "xlsx", book.name)
    assert ran.code == 1
    assert "The new action 2.99 is not complete; it lacks: " in ran.out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("Actions", "2.1", "Start", "soon"), "error: book.xlsx, sheet Actions, G8: "),
        (put("Actions", "2.1", "Status", "#REF!"), "error: book.xlsx, sheet Actions, J8: "),
        (put("Actions", "2.1", "Status", "nonsense"), "error: book.xlsx, sheet Actions, J8: "),
        (put("Risks", "R2", "Likelihood (1 to 5)", "often"), "error: book.xlsx, sheet Risks, C3: "),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(desk: Desk, change: Change, message: str) -> None:
    before = desk.files()
    book = desk.export()
    desk.change(book, change)
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 1
    assert message in ran.out
    assert desk.files() == before


def test_excel_made_a_day_of_a_month(desk: Desk) -> None:
    assert desk.run("set", "2.1", "start=2022-11").code == 0
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Start", datetime(2022, 12, 1)))  # noqa: DTZ001
    ran = desk.run("import", "xlsx", book.name)
    assert ran.code == 1
    assert "error: book.xlsx, sheet Actions, G8: " in ran.out


def test_excel_shows_only_a_month(desk: Desk) -> None:
    book = desk.export()

    def typed(opened: Any) -> None:
        start = cell(opened, "Actions", "2.1", "Start")
        start.value, start.number_format = datetime(2022, 12, 1), "mmm-yy"  # noqa: DTZ001

    desk.change(book, typed)
    ran = desk.run("import", "xlsx", book.name)
    assert ran.code == 1
    assert ran.out.startswith(
        "error: book.xlsx, sheet Actions, G8: It shows a month, and Excel holds 1 December 2022."
    )


def test_an_id_that_became_a_number(desk: Desk) -> None:
    strand = desk.plan / "strands/2-preparation-for-adulthood.yaml"
    text = strand.read_text(encoding="utf-8")
    strand.write_text(text.replace('id: "2.5"', 'id: "2.10"'), encoding="utf-8")
    before = desk.files()
    book = desk.export()

    def number(opened: Any) -> None:
        cell(opened, "Actions", "2.10", "Rating").value = "At risk"
        cell(opened, "Actions", "2.10", "Ref").value = 2.1

    desk.change(book, number)
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 1
    assert "It may have been 2.1 or 2.10. Write it as text" in ran.out
    assert desk.files() == before


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (lambda book: book.remove(book["Risks"]), 0, "The sheet Risks is not there"),
        (lambda book: setattr(book["Actions"]["H1"], "value", "Dues"), 1, "Did you mean 'Due'?"),
        (
            lambda book: book["Actions"].merge_cells("B3:B4"),
            1,
            "sheet Actions, B3:B4: Cells are merged",
        ),
        (
            lambda book: book.create_sheet("Notes"),
            0,
            "sheet Notes: This sheet is no part of the plan",
        ),
    ],
)
def test_a_workbook_that_was_rebuilt_is_told_about(
    desk: Desk, change: Change, code: int, words: str
) -> None:
    book = desk.export()
    desk.change(book, change)
    ran = desk.run("import", "xlsx", book.name)
    assert ran.code == code
    assert words in ran.out
    assert "Traceback" not in ran.err


def test_a_workbook_of_another_plan(desk: Desk) -> None:
    book = desk.export()
    head = desk.plan / "plan.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("area: Blackpool", "area: Leeds"), encoding="utf-8")
    ran = desk.run("import", "xlsx", book.name)
    assert ran.code == 1
    assert "The workbook was made from another plan: Blackpool" in ran.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"<html>", b"\xd0\xcf\x11\xe0old"])
def test_what_is_no_workbook(desk: Desk, content: bytes) -> None:
    (desk.folder / "book.xlsx").write_bytes(content)
    ran = desk.run("import", "xlsx", "book.xlsx")
    assert ran.code == 1
    assert ran.out.startswith("error: book.xlsx: ")


def test_a_file_that_is_not_there(desk: Desk) -> None:
    ran = desk.run("import", "xlsx", "no.xlsx")
    assert (ran.code, ran.err) == (2, "no.xlsx is not there, or is no file.\n")


def test_a_change_that_would_make_the_plan_worse_is_refused(desk: Desk) -> None:
    before = desk.files()
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Start", "2024-01-01"))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 1
    assert "Nothing was changed: the plan would have an error" in ran.err
    assert desk.files() == before


def test_the_edge_of_a_term_is_written_as_the_plan_has_it(desk: Desk) -> None:
    book = desk.export()
    desk.change(book, put("Actions", "2.1", "Start", "start of 2022-autumn"))
    ran = desk.run("import", "xlsx", book.name, "--apply")
    assert ran.code == 0, ran
    plan = load_plan(desk.plan).plan
    assert plan
    start = next(one for one in plan.actions if one.id == "2.1").start
    assert start
    assert (start.term, start.edge) == ("2022-autumn", "start")
