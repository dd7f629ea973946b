"""The first sheet: what the workbook is, and how to fill it in."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sendctl.exchange.workbook import look
from sendctl.exchange.workbook.cells import escaped, writable
from sendctl.exchange.workbook.view import View
from sendctl.report.head import title_of
from sendctl.timeline.words import day_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def about(page: Worksheet, view: View, owner: str, *, public: bool) -> None:
    """Write the sheet.

    Args:
        page: an empty one.
        view: the plan on its day.
        owner: the key of the one whose workbook it is; "" for everybody's.
        public: whether it is the version for everybody.
    """
    page.column_dimensions["A"].width = 26
    page.column_dimensions["B"].width = 90
    lines = [("", title_of(view.plan)), *_lines(view, owner, public=public)]
    for row, (name, text) in enumerate(lines, 1):
        for column, words in ((1, name or text), (2, text if name else "")):
            cell = page.cell(row, column, escaped(writable(words)) or None)
            cell.style = look.TITLE if not name else look.FIXED
            if words:
                cell.data_type = "s"
        page.row_dimensions[row].height = look.height([(name, 26), (text, 90)])
    page.merge_cells("A1:B1")
    page.row_dimensions[1].height = 44
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "portrait"
    look.as_wide_as_the_paper(page)
    page.protection.sheet = True


def _lines(view: View, owner: str, *, public: bool) -> Iterator[tuple[str, str]]:
    plan = view.plan
    if plan.head.banner:
        yield "Please note", plan.head.banner
    yield "Position as at", day_words(view.today)
    if owner:
        yield "Workbook of", view.known.parties.name(owner)
    if public:
        yield "Version", "For everybody. Nothing in it can be taken back into the plan."
    else:
        yield from _how(owner)
    used = [key for key in view.known.scale.key(plan.actions) if key.actions or key.meaning]
    for key in used:
        yield key.badge.word, key.meaning or "As the two words say."


def _how(owner: str) -> Iterator[tuple[str, str]]:
    if owner:
        yield "Please fill in", _OWNERS_PART
    else:
        yield "What to change", "White cells. Cells with a grey ground are worked out or fixed."
        yield "Something new", _NEW
    yield from _RULES.items()


_OWNERS_PART: Final = (
    "The yellow cells: what happened since the last update, in a sentence or two. Change white "
    "cells that are no longer true."
)
_NEW: Final = "Use the empty rows below the last one, with a Ref that nothing else has."
_RULES: Final = MappingProxyType(
    {
        "Choices": "Choose from the cell's list. Several owners go on a line each (Alt+Enter).",
        "Dates": (
            "A day is a date, such as 16/12/2022. What is less exact is text: 2022-12 for a month, "
            "2022/23-Q3 for a quarter, 2022-autumn for a term; or ongoing, or immediate."
        ),
        "A date that moves": (
            "Write the new date under Due, and the reason under Why the date moves. The old date "
            "stays on record."
        ),
        "What not to do": (
            "Do not merge cells or rename sheets and headings. A row that you delete here stays in "
            "the plan, and so does what stands in a cell that you empty."
        ),
        "Sending it back": (
            "Save it as an Excel workbook (.xlsx) and send it to whoever keeps the plan."
        ),
    }
)
