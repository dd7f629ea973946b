"""CSV that a spreadsheet can open without running anything."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendctl.exchange.csv_table import csv_text


def test_values() -> None:
    row = ("a, b", 'say "yes"', "two\nlines", date(2022, 8, 30), None, 70, -3, True, False)
    assert csv_text(["x"] * 9, [row]).partition("\n")[2] == (
        '"a, b","say ""yes""","two\nlines",2022-08-30,,70,-3,true,false\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5 days", "@SUM(A1)", "\tx", "\n=1+1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert list(csv.reader(StringIO(csv_text(["x"], [[text]]), newline="")))[1] == [f"'{text}"]


def test_lines_end_with_lf() -> None:
    assert csv_text(["x"], [["a\r\nb\rc\n"]]) == 'x\n"a\nb\nc"\n'


@given(st.lists(st.text(), min_size=1, max_size=5))
@example(["\r"])
@example(["=\r\n1"])
def test_what_is_written_is_read_again(cells: list[str]) -> None:
    text = csv_text([str(number) for number in range(len(cells))], [cells])
    _, read = csv.reader(StringIO(text, newline=""))
    lines = ["\n".join(cell.splitlines()) for cell in cells]
    assert read == [
        f"'{line}" if line.startswith(("=", "+", "-", "@", "\t", "\n")) else line for line in lines
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in read)
