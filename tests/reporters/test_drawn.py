"""Tables for people: every word of every cell is there, and no line is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.reporters.drawn import Cell, grid
from sendctl.reporters.shown import columns

TEXTS = st.text("ab \N{CJK UNIFIED IDEOGRAPH-8A08}[]/\\\N{ESCAPE}é1", max_size=60)
TABLES = st.integers(1, 7).flatmap(
    lambda count: st.tuples(
        st.lists(st.text("ab ", max_size=9), min_size=count, max_size=count),
        st.lists(st.lists(TEXTS, min_size=count, max_size=count), min_size=1, max_size=4),
    )
)


def letters(text: str) -> str:
    return "".join(
        sorted(text.replace("─", "").replace("\x1b", "�").replace(" ", "").replace("\n", ""))
    )


@given(TABLES, st.integers(40, 200))
def test_nothing_is_lost_and_nothing_is_too_wide(
    table: tuple[list[str], list[list[str]]], width: int
) -> None:
    headings, rows = table
    cells = [[Cell(text) for text in row] for row in rows]
    page = grid(headings, cells, piped=False, colour=False, width=width)
    assert max(columns(line) for line in page.splitlines()) <= width
    body = page[page.rindex("─") :] if "─" in page else page
    assert letters(body) == letters("".join(text for row in rows for text in row))


@given(TABLES)
def test_in_a_pipe_each_row_is_a_line(table: tuple[list[str], list[list[str]]]) -> None:
    headings, rows = table
    cells = [[Cell(text, "red") for text in row] for row in rows]
    page = grid(headings, cells, piped=True, colour=False, width=80)
    assert page.count("\n") == len(rows)
    assert "\x1b" not in page


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_short_columns_are_never_wrapped_for_long_ones(width: int) -> None:
    rows = [[Cell("2.1"), Cell("2022-11-30"), Cell("word " * 30)]]
    page = grid(["Id", "Due", "Title"], rows, piped=False, colour=False, width=width)
    assert "2.1  2022-11-30  word" in page
