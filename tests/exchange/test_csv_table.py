"""CSV that a spreadsheet can open without running anything."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendctl.exchange.csv_table import csv_file, csv_text
from sendctl.plan.when import parse_edge, parse_when

WIDE = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The same signs as East Asian keyboards write them."""


def test_values() -> None:
    row = ("a, b", 'say "yes"', "two\nlines", date(2022, 8, 30), None, 70, -3, True, False)
    assert csv_text(["x"] * 9, [row]).partition("\n")[2] == (
        '"a, b","say ""yes""","two\nlines",2022-08-30,,70,-3,true,false\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5 days", "@SUM(A1)", "\tx", "\n=1+1", *WIDE])
def test_no_cell_is_a_formula(text: str) -> None:
    assert list(csv.reader(StringIO(csv_text(["x"], [[text]]), newline="")))[1] == [f"'{text}"]


def test_a_file_says_that_it_is_utf_8() -> None:
    assert csv_file("x\nSiân\n") == b"\xef\xbb\xbfx\nSi\xc3\xa2n\n"


def test_dates_of_a_plan_stay_as_written() -> None:
    rows = [[parse_when("2022-12"), parse_edge({"by": "start", "term": "2023-spring"})]]
    assert csv_text(["a", "b"], rows) == "a,b\n2022-12,start of 2023-spring\n"


def test_lines_end_with_lf() -> None:
    assert csv_text(["x"], [["a\r\nb\rc\n"]]) == 'x\n"a\nb\nc"\n'


@given(st.lists(st.text(), min_size=1, max_size=5))
@example(["\r"])
@example(["=\r\n1"])
def test_what_is_written_is_read_again(cells: list[str]) -> None:
    text = csv_text([str(number) for number in range(len(cells))], [cells])
    _, read = csv.reader(StringIO(text, newline=""))
    lines = ["\n".join(cell.splitlines()) for cell in cells]
    assert read == [f"'{line}" if line.startswith((*"=+-@\t\n", *WIDE)) else line for line in lines]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in read)
