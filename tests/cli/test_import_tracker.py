"""`import xlsx --mapping`: actions from a council's own tracker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sendctl.plan import load_plan
from tests.cli.conftest import Ran

Run = Callable[..., Ran]

OWNERS = "bodies: {council: {name: Westshire Council}}\nposts: {head: {title: Head of SEND}}\n"
STRANDS = (
    "# Ours\nid: '1'\ntitle: Early help\nactions:\n"
    "  - {id: '1.1', title: Old, due: 2022-12, owners: {lead: head}}\n"
)
MAPPING = """\
sheet: Tracker
columns:
  id: Ref No
  title: What we will do
  strand: Workstream
  owners.lead: Lead officer
  due: Target date
  status: RAG
  rating: RAG
words:
  strand: {Early Help and Advice: "1"}
  owners.lead: {J Smith: head, "JS / council": [head, council]}
  due: {TBC: nothing, End of Q3: 2022/23-Q3}
  status: {Green: in_progress, Red: in_progress, Blue: complete}
  rating: {Green: on_track, Red: off_track, Blue: nothing}
months: true
"""
FIRST = datetime(2022, 12, 1)  # noqa: DTZ001 - as Excel has it
ROWS: list[list[Any]] = [
    ["SEND action tracker 2022", None, None, None, None, None],
    ["Ref  no", "Workstream", "What we will do", "Lead officer", "Target date", "RAG", "Notes"],
    [None, "Early help", "EARLY HELP", None, None, None],
    ["1.1", "1", "Another title", "J Smith", "TBC", "Green"],
    [1.2, "Early Help and Advice", "=1+1 pilot\nof two", "J Smith", FIRST, "Green"],
    [1.1, "1 Early help", "Tenth", "JS / council", "End of Q3", "Red"],
    ["1.3", "1", "Third", "Head of SEND", FIRST, "Blue", "odd"],
]


@pytest.fixture
def plan(write: Callable[..., Path]) -> Path:
    return write(owners=OWNERS, strands_1=STRANDS)


def tracker(folder: Path, rows: list[list[Any]], name: str = "tracker.xlsx") -> Path:
    book = Workbook()
    book.create_sheet("Notes")
    page = book.create_sheet("Tracker")
    for row in rows:
        page.append(row)
    for cells in page.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    if rows is ROWS:
        page.merge_cells("A1:G1")
        page["E5"].number_format = "mmm-yy"
        page["E7"].number_format = "dd/mm/yyyy"
        page["A6"].number_format = "0.00"
    book.save(folder / name)
    return folder / name


def run(sendctl: Run, tmp_path: Path, *words: str, mapping: str = MAPPING) -> Ran:
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    return sendctl("import", "xlsx", *words, "--mapping", "map.yaml", "-p", "plan")


def test_a_tracker_becomes_actions(sendctl: Run, plan: Path, tmp_path: Path) -> None:
    tracker(tmp_path, ROWS)
    before = (plan / "strands" / "1.yaml").read_text(encoding="utf-8")
    ran = run(sendctl, tmp_path, "tracker.xlsx")
    assert ran.code == 0
    assert "tracker.xlsx, sheet Tracker, A4: The plan has an action 1.1; it is left" in ran.out
    assert "tracker.xlsx, sheet Tracker, A3: The row has no ref" in ran.out
    assert (plan / "strands" / "1.yaml").read_text(encoding="utf-8") == before
    ran = run(sendctl, tmp_path, "tracker.xlsx", "--apply")
    assert (ran.code, ran.err) == (0, "")
    assert (plan / "strands" / "1.yaml").read_text(encoding="utf-8").startswith(before)
    loaded = load_plan(plan)
    assert loaded.findings == ()
    assert loaded.plan
    found = {
        one.id: (one.title, one.owners.lead, one.due and one.due.text, one.status.value, one.rating)
        for one in loaded.plan.actions
    }
    assert found == {
        "1.1": ("Old", ("head",), "2022-12", "not_started", None),
        "1.2": ("=1+1 pilot\nof two", ("head",), "2022-12", "in_progress", "on_track"),
        "1.10": ("Tenth", ("head", "council"), "2022/23-Q3", "in_progress", "off_track"),
        "1.3": ("Third", ("head",), "2022-12-01", "complete", None),
    }
    ran = run(sendctl, tmp_path, "tracker.xlsx", "--apply")
    assert ran.out.endswith("Nothing changes.\n")


@pytest.mark.usefixtures("plan")
def test_what_is_not_understood_is_told_once(sendctl: Run, tmp_path: Path) -> None:
    rows = [ROWS[1]] + [[f"2.{n}", "1", "Do", "A Jones", None, "Green"] for n in range(3)]
    tracker(tmp_path, [*rows, ["2.2", "1", "Twice"], ["3 b", "1", "Spaces"], ["4", "1", None]])
    ran = run(sendctl, tmp_path, "tracker.xlsx")
    assert ran.code == 1
    errors = [line for line in ran.out.splitlines() if line.startswith("error")]
    twice, spaces, untitled, unknown = (
        line.removeprefix("error: tracker.xlsx, sheet Tracker, ") for line in errors
    )
    assert twice.startswith("A5: The action 2.2 stands in row 4 already.")
    assert spaces.startswith("A6: '3 b' is no ref: a ref has no spaces.")
    assert untitled == "A7: The action 4 has no title. Fill that in."
    assert unknown == (
        "D2: 'A Jones' is not one of the words for this. It stands in 3 cells. Known here: Head of "
        "SEND, Westshire Council. Or say under `words: owners.lead:` in the mapping file what it "
        "stands for."
    )


@pytest.mark.usefixtures("plan")
def test_a_month_is_asked_about_unless_the_file_says_so(sendctl: Run, tmp_path: Path) -> None:
    tracker(tmp_path, ROWS)
    ran = run(sendctl, tmp_path, "tracker.xlsx", mapping=MAPPING.replace("months: true", ""))
    assert ran.code == 1
    assert "sheet Tracker, E5: It shows a month, and Excel holds 1 December 2022." in ran.out


WRONG = {
    "columns: {id: Ref}\nstrand: '1'\n": (
        "map.yaml, line 1: `columns` does not say which column is title. Add the heading of that "
        "column."
    ),
    "columns: {id: Ref, title: T}\n": (
        "map.yaml, line 1: Nothing says which strand the actions belong to. Name its column under "
        '`columns`, or one strand for all: `strand: "1"`.'
    ),
    "strand: '1'\ncolumns:\n  id: R\n  title: T\n  stauts: S\n": (
        "map.yaml, line 5: An action has no field 'stauts' to fill. Did you mean 'status'?"
    ),
    "months: perhaps\n": (
        "map.yaml, line 1: 'perhaps' is neither true nor false. Write true or false."
    ),
    "strand: '9'\ncolumns: {id: Ref No, title: What we will do}\n": (
        "tracker.xlsx: The plan has no strand '9', which the mapping file names. Known here: 1."
    ),
    MAPPING.replace("Tracker", "Track"): (
        "tracker.xlsx, sheet Track: There is no sheet 'Track'. There are: Sheet, Notes, Tracker."
    ),
}


@pytest.mark.parametrize(("mapping", "line"), WRONG.items())
@pytest.mark.usefixtures("plan")
def test_a_mapping_file_that_does_not_fit(
    sendctl: Run, tmp_path: Path, mapping: str, line: str
) -> None:
    tracker(tmp_path, ROWS)
    ran = run(sendctl, tmp_path, "tracker.xlsx", mapping=mapping)
    assert ran.code == 1
    assert f"error: {line}" in ran.out.splitlines()


@pytest.mark.usefixtures("plan")
def test_two_trackers_with_one_ref(sendctl: Run, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        tracker(tmp_path, [ROWS[1], ["7", "1", "Seven"]], name)
    ran = run(sendctl, tmp_path, "a.xlsx", "b.xlsx")
    assert ran.code == 1
    assert "b.xlsx, sheet Tracker, A2: The action 7 stands in a.xlsx, sheet Tracker, A2" in ran.out


@pytest.mark.usefixtures("plan")
def test_wrong_use(sendctl: Run, tmp_path: Path) -> None:
    tracker(tmp_path, ROWS)
    assert run(sendctl, tmp_path, "tracker.xlsx", "--prefer", "plan").code == 2
    ran = sendctl("import", "xlsx", "tracker.xlsx", "--mapping", "none.yaml", "-p", "plan")
    assert ran.code in {1, 2}
    assert "none.yaml" in ran.out + ran.err
