"""What becomes of what somebody wrote into a workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sendctl.exchange.workbook.proposal import Proposal
from tests.exchange.workbook.conftest import Desk, place, plan_of


def told(found: Proposal) -> list[str]:
    """Remarks with the cell they are about."""
    return [f"{'E' if one.is_error else 'N'} {one.spot.cell}: {one.message}"
            for one in found.remarks]  # fmt: skip


def new_values(found: Proposal) -> list[tuple[str, str, Any]]:
    return [(one.target.id, one.target.field, one.new) for one in found.changes]


@pytest.mark.parametrize(
    ("sheet", "ref", "heading", "value", "expected"),
    [
        ("Actions", "1.1", "Action", "  A\u00a0 new \n title ", ("1.1", "title", "A new\ntitle")),
        ("Actions", "1.1", "Lead", "P; X", ("1.1", "owners.lead", ("p", "x"))),
        ("Actions", "1.1", "Lead", "q\nX", ("1.1", "owners.lead", ("q", "x"))),
        ("Actions", "1.1", "Lead", "Q; R", ("1.1", "owners.lead", ("q",))),
        ("Actions", "1.1", "Due", "2022-autumn", ("1.1", "due", "2022-autumn")),
        ("Actions", "1.1", "Due", date(2022, 12, 9), ("1.1", "due", "2022-12-09")),
        ("Actions", "1.1", "Status", "in_progress", ("1.1", "status", "in_progress")),
        ("Actions", "1.1", "How we will know", "• Two\n• Three", ("1.1", "success",
                                                                  ("Two", "Three"))),
        ("Actions", "1.10", "Completed", date(2022, 9, 1), ("1.10", "completed", "2022-09-01")),
        ("Measures", "M1", "Baseline", 31, ("M1", "baseline.value", "31")),
        ("Measures", "M1", "Better when", "higher", ("M1", "direction", "higher")),
        ("Figures", "M1", "Actual", "fewer than 5", ("M1", "2023-07 actual.value",
                                                     "fewer than 5")),
        ("Risks", "R1", "Impact (1 to 5)", 5.0, ("R1", "impact", "5")),
        ("Owners", "p", "Name", "Head", ("p", "title", "Head")),
        ("Owners", "x", "Until", "2023-03", ("x", "until", "2023-03")),
    ],
)  # fmt: skip
def test_one_cell_is_one_change(
    desk: Desk, sheet: str, ref: str, heading: str, value: object, expected: tuple[str, str, Any]
) -> None:
    found = desk.put(sheet, ref, heading, value)
    assert new_values(found) == [expected]
    assert told(found) == []


def test_a_per_cent_is_taken_as_it_is_seen(desk: Desk) -> None:
    def change(book: Any) -> None:
        cell = place(book, "Figures", "M1", "Actual")
        cell.value, cell.number_format = 0.308, "0.0%"

    assert new_values(desk.compared(desk.book(change))) == [("M1", "2023-07 actual.value", "30.8%")]


@pytest.mark.parametrize(
    ("sheet", "ref", "heading", "value", "message"),
    [
        ("Actions", "1.1", "Due", date(2022, 12, 1), "E H2: It was 2022-12 and is 1 December 2022"),
        ("Actions", "1.1", "Status", "Doing", "E J2: 'Doing' is not one of the words for this."),
        ("Actions", "1.1", "Lead", "P; Nobody", "E D2: 'Nobody' is not one of the words"),
        ("Actions", "1.1", "Action", date(2022, 12, 1), "E B2: Text is expected here, not a date."),
        ("Actions", "1.1", "Action", "#REF!", "E B2: The cell shows the error #REF!."),
        ("Actions", "1.1", "Action", "=A1", "E B2: The cell holds a formula that was not worked"),
        ("Actions", "1.1", "Start", "=A1", "E G2: The cell holds a formula that was not worked"),
        ("Risks", "R1", "Impact (1 to 5)", 2.5, "E D2: '2.5' is not a whole number."),
        ("Actions", "1.1", "Why the date moves", "Late", "N I2: There is a reason for a new date"),
        ("Actions", "1.1", "Action", None, "N B2: The cell is empty, and the action cannot be"),
        ("Actions", "1.10", "Rating", " ", "N K3: The cell is empty; the rating stays"),
    ],
)
def test_what_is_not_taken_is_told_with_its_cell(
    desk: Desk, sheet: str, ref: str, heading: str, value: object, message: str
) -> None:
    found = desk.put(sheet, ref, heading, value)
    assert found.is_empty
    (line,) = told(found)
    assert line.startswith(message)
    assert found.is_clear is line.startswith("N")


def test_a_day_that_may_have_been_a_month_is_told(desk: Desk) -> None:
    found = desk.put("Actions", "1.10", "Due", date(2023, 2, 1))
    assert new_values(found) == [("1.10", "due", "2023-02-01")]
    assert told(found) == ["N H3: It is taken as the day 2023-02-01."]
    assert [one.reason for one in found.moves] == [""]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1.1, "E A3: The ref 1.1 is a number, and numbers lose zeros: 1.10 becomes 1.1."),
        (date(2022, 10, 1), "E A3: The ref must be text, not a formula, error or date."),
        ("=1.1", "E A3: The ref must be text, not a formula, error or date."),
        (None, "E A3: The row has no 'Ref', so it is not known what it is about."),
        ("1.1", "E row 3: The action 1.1 stands in row 2 already."),
    ],
)
def test_an_id_that_is_none_any_more(desk: Desk, value: object, message: str) -> None:
    def change(book: Any) -> None:
        book["Actions"]["A3"].value = value
        book["Actions"]["B3"].value = "Changed"

    found = desk.compared(desk.book(change))
    assert found.is_empty
    assert told(found) == [message, "N : Rows that are not there any more stay in the plan: 1.10."]


def test_a_number_that_can_be_one_id_only(desk: Desk) -> None:
    def change(book: Any) -> None:
        book["Actions"]["A4"].value = 2
        book["Actions"]["B4"].value = "Changed"

    found = desk.compared(desk.book(change))
    assert new_values(found) == [("2", "title", "Changed")]
    assert told(found) == ["N A4: The ref 2 is a number; it is taken as the text '2'."]


def test_what_the_plan_took_out_or_added_meanwhile(desk: Desk) -> None:
    gone = desk.book(lambda book: setattr(book["Risks"]["B2"], "value", "Other"))
    plan = plan_of(risks="id: R1|id: R2")
    found = desk.compared(gone, plan=plan)
    assert found.is_empty
    assert told(found) == ["N row 2: The risk R1 was taken out of the plan since the export."]


def test_a_workbook_that_forgot_is_compared_with_the_plan(desk: Desk) -> None:
    def change(book: Any) -> None:
        book.remove(book["sendctl"])
        place(book, "Actions", "1.10", "Rating").value = "Off track"

    found = desk.compared(desk.book(change), plan=plan_of(strands_1="title: C|title: D"))
    assert new_values(found) == [("1.10", "rating", "off_track"), ("2", "title", "C")]
    assert "does not remember the plan" in found.remarks[0].message


@pytest.mark.parametrize("text", ["[]", "{", '{"sendctl": 99}', '{"sendctl": 1}', "[" * 20_000])
def test_a_memory_that_is_spoilt_counts_as_none(desk: Desk, text: str) -> None:
    found = desk.compared(desk.book(lambda book: setattr(book["sendctl"]["C1"], "value", text)))
    assert "does not remember the plan" in found.remarks[0].message
    assert found.is_empty


def test_two_copies_report_once(desk: Desk) -> None:
    def change(book: Any) -> None:
        place(book, "Actions", "1.1", "Update this month").value = "Done so far"

    files = [desk.book(change, name, owner="p") for name in ("a.xlsx", "b.xlsx")]
    found = desk.compared(*files)
    assert [(one.id, one.by, one.note) for one in found.updates] == [("1.1", "p", "Done so far")]


def rename(page: Worksheet, old: str, new: str) -> None:
    next(cell for cell in page[1] if cell.value == old).value = new


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (
            lambda book: rename(book["Risks"], "Owner", "Owners"),
            [
                "E G1: There is no column 'Owners' in the plan; it is not read.",
                "N row 1: Not read, because there is no such column: Owner.",
            ],
        ),
        (
            lambda book: book["Risks"].cell(1, 12, "Mine").parent.cell(2, 12, "x"),
            ["N L2: The column 'Mine' is no part of the plan; it is not read."],
        ),
        (
            lambda book: rename(book["Risks"], "Closed", "Owner"),
            [
                "E H1: The heading 'Owner' stands here a second time.",
                "N row 1: Not read, because there is no such column: Closed.",
            ],
        ),
        (
            lambda book: rename(book["Risks"], "Ref", "Number"),
            ["E : There are no headings: no 'Ref' in the first 10 rows. Nothing is read.",
             "N : Rows that are not there any more stay in the plan: R1."],
        ),
        (
            lambda book: setattr(book["Risks"], "title", "Risk"),
            ["E : The sheet Risks is not there; nothing is read of it.",
             "N : This sheet is no part of the plan; not read."],
        ),
        (
            lambda book: book["Risks"].merge_cells("C2:D3"),
            ["E C2:D3: Cells are merged here; they are not read."],
        ),
        (lambda book: book["Risks"].insert_rows(1, 3), []),
        (lambda book: setattr(book["Risks"].cell(400, 1), "value", " "), []),
    ],
)  # fmt: skip
def test_the_form_of_a_sheet(desk: Desk, change: Any, messages: list[str]) -> None:
    found = desk.compared(desk.book(change))
    assert told(found) == messages
    assert found.is_empty


@pytest.mark.parametrize(
    ("row", "messages"),
    [
        (["R2", "New", 1, 2, None, "Talk", "P"], []),
        (["R2", "New", 1, 2], ["E A3: The new risk R2 is not complete; it lacks: Owner."]),
        (
            ["R2", "New", "often", 2, None, None, "P"],
            ["E C3: 'often' is not a whole number."],
        ),
    ],
)
def test_a_new_row(desk: Desk, row: list[Any], messages: list[str]) -> None:
    def change(book: Any) -> None:
        for column, value in enumerate(row, 1):
            book["Risks"].cell(3, column).value = value

    found = desk.compared(desk.book(change))
    assert told(found) == messages
    assert bool(found.additions) is not bool(messages)
    if found.additions:
        (made,) = found.additions
        assert (made.kind, made.id, made.values["owner"]) == ("risk", "R2", ("p",))


def test_the_same_new_row_in_two_workbooks(desk: Desk) -> None:
    def add(title: str) -> Any:
        def change(book: Any) -> None:
            for column, value in enumerate(["R2", title, 1, 2, None, None, "P"], 1):
                book["Risks"].cell(3, column).value = value

        return change

    same = [desk.book(add("New"), name) for name in ("a.xlsx", "b.xlsx")]
    found = desk.compared(*same)
    assert (len(found.additions), told(found)) == (1, [])
    other = desk.book(add("Other"), "c.xlsx")
    (line,) = told(desk.compared(same[0], other))
    assert line.startswith("E A3: The new risk R2 has other values in ")


def test_a_figure_of_a_measure_that_is_not_there(desk: Desk) -> None:
    def change(book: Any) -> None:
        book["Figures"]["A3"].value, book["Figures"]["B3"].value = "M9", "2023-07"
        book["Figures"]["D3"].value = "5"

    assert told(desk.compared(desk.book(change))) == ["E A3: There is no measure M9 in the plan."]
