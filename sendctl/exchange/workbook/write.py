"""A plan as a workbook: the same plan on the same day gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from sendctl.document.writers.pack import repacked
from sendctl.exchange.workbook import look
from sendctl.exchange.workbook.about import about
from sendctl.exchange.workbook.cells import escaped, shown_for, writable
from sendctl.exchange.workbook.columns import SHEETS, Column, Kind, Sheet
from sendctl.exchange.workbook.lists import Lists
from sendctl.exchange.workbook.memory import SHEET, Memory, memory_rows
from sendctl.exchange.workbook.view import Entry, Shown, Value, View
from sendctl.report.head import title_of
from sendctl.timeline.words import day_words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

SPARE: Final = 20
"""Empty rows for something new, below what there is."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a workbook holds.

    Attributes:
        owner: the key of the post or body whose workbook it is; "" for everybody's.
        keys: that key, and those of the body's posts.
        public: whether it is the version for everybody, which does not come back.
        digest: of the plan's files; see `digest_of`.
    """

    owner: str = ""
    keys: frozenset[str] = frozenset()
    public: bool = False
    digest: str = ""


def workbook_bytes(view: View, extent: Extent) -> bytes:
    """The workbook as a file.

    Args:
        view: the plan, for a public version its public one, on its day.
        extent: how much of it.

    Raises:
        ImportError: the package openpyxl is not installed.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - an extra

    book = Workbook()
    book.remove(book.worksheets[0])
    for style in look.styles(view.plan.head.look.accent):
        book.add_named_style(style)
    about(book.create_sheet("About"), view, extent.owner, public=extent.public)
    lists = Lists(view.choices)
    base = {
        sheet.name: _sheet(book, sheet, entries, view, extent, lists)
        for sheet, entries in chosen(view, extent)
    }
    lists.write(book)
    head = view.plan.head
    day = view.today.isoformat()
    memory = Memory(
        head.area, head.kind.value, extent.digest, day, extent.owner, extent.public,
        {} if extent.public else base,
    )  # fmt: skip
    _remember(book, memory)
    if len(book.worksheets) > len(("about", "lists", "memory")):
        book.active = 1
    return _packed(book, view)


def chosen(view: View, extent: Extent) -> list[tuple[Sheet, list[Entry]]]:
    """The sheets with their rows; an owner's workbook has only what is theirs to report on."""
    if not extent.owner:
        return [(sheet, view.entries(sheet)) for sheet in SHEETS.values()]
    found = []
    for name in ("Actions", "Measures", "Figures", "Risks"):
        entries = [
            entry for entry in view.entries(SHEETS[name]) if view.owned_by(extent.keys, entry)
        ]
        if entries:
            found.append((SHEETS[name], entries))
    return found


def _sheet(
    book: Workbook, sheet: Sheet, entries: Sequence[Entry], view: View, extent: Extent, lists: Lists
) -> dict[str, dict[str, Value]]:
    """Write one sheet; gives what it remembers of each row."""
    page = book.create_sheet(sheet.name)
    columns = columns_of(sheet, extent)
    for number, column in enumerate(columns, 1):
        fixed = extent.public or not (column.is_read or column.kind is Kind.ASKED)
        _put(page.cell(1, number), column.heading, look.FIXED_HEADING if fixed else look.HEADING)
    base = {
        entry.key: _row(page, row, columns, entry, view, public=extent.public)
        for row, entry in enumerate(entries, 2)
    }
    filled = last = len(entries) + 1
    if sheet.kind and not extent.owner and not extent.public:
        last += SPARE
        for row in range(filled + 1, last + 1):
            for number, column in enumerate(columns, 1):
                page.cell(row, number).style = look.style_of(column, None, new=True)
    _finish(page, sheet, columns, view, filled, max(last, 2))
    if not extent.public:
        lists.offer(page, columns, max(last, 2))
    return base


def _row(
    page: Worksheet, row: int, columns: Sequence[Column], entry: Entry, view: View, *, public: bool
) -> dict[str, Value]:
    """Write one row; gives its values as the plan holds them, by column."""
    ids = iter(entry.key.split(" ", 1))
    values: dict[str, Value] = {}
    sizes: list[tuple[object, int]] = []
    for number, column in enumerate(columns, 1):
        value: Shown = None
        if column.kind is Kind.ID:
            value = next(ids)
        elif column.kind is Kind.SHOWN:
            value = view.shown(column, entry)
        elif column.kind is not Kind.ASKED:
            values[column.key] = view.value(column, entry)
            value = shown_for(column, values[column.key], view.choices)
        _put(page.cell(row, number), value, look.style_of(column, value, public=public))
        sizes.append((value, column.width))
    page.row_dimensions[row].height = look.height(sizes)
    return values


def columns_of(sheet: Sheet, extent: Extent) -> tuple[Column, ...]:
    """The columns of a sheet: a version for everybody asks for nothing."""
    return tuple(
        column
        for column in sheet.columns
        if not (column.for_owner and not extent.owner)
        and not (column.kind is Kind.ASKED and extent.public)
    )


def _put(cell: Cell | MergedCell, value: Shown, style: str) -> None:
    """Write a value; text is text, whatever it begins with."""
    cell.style = style
    if isinstance(value, str):
        text = writable(value)
        cell.value = escaped(text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))
    elif value is not None:
        form = cell.number_format
        cell.value = value
        cell.number_format = form


def _finish(
    page: Worksheet, sheet: Sheet, columns: Sequence[Column], view: View, filled: int, last: int
) -> None:
    """Everything about a sheet but its cells."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra
    from openpyxl.worksheet.table import Table, TableStyleInfo  # noqa: PLC0415

    end = get_column_letter(len(columns))
    for number, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.row_dimensions[1].height = look.height((one.heading, one.width) for one in columns)
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    table = Table(displayName=f"Plan{sheet.name}", ref=f"A1:{end}{max(filled, 2)}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(table)
    look.colours(page, columns, view, last)
    look.printed(page, sheet, view, title_of(view.plan), f"Position as at {day_words(view.today)}")
    page.print_area = f"A1:{end}{max(filled, 2)}"
    page.sheet_view.zoomScale = 90
    guard = page.protection
    guard.sheet = True
    # Columns and rows may be resized, and filters used; the names read the other way round.
    guard.formatColumns = guard.formatRows = guard.autoFilter = False


def _remember(book: Workbook, memory: Memory) -> None:
    page = book.create_sheet(SHEET)
    page.sheet_state = "veryHidden"
    page.protection.sheet = True
    for row, line in enumerate(memory_rows(memory), 1):
        for number, text in enumerate(line, 1):
            if text:
                _put(page.cell(row, number), text, look.FIXED)


def _packed(book: Workbook, view: View) -> bytes:
    """The file, with the day of the position wherever a program would write the time of the day."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - an extra

    properties = book.properties
    properties.title = writable(title_of(view.plan))
    properties.subject = f"Position as at {day_words(view.today)}"
    properties.creator = writable(view.plan.head.area)
    properties.lastModifiedBy = None
    properties.language = "en-GB"
    properties.created = _midnight(view.today)
    file = BytesIO()
    book.save(file)
    properties.modified = _midnight(view.today)
    instead = {"docProps/core.xml": tostring(properties.to_tree())}
    with ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                # A height that was only estimated must not keep a row from growing.
                instead[name] = archive.read(name).replace(b' customHeight="1"', b"")
    return repacked(file.getvalue(), instead)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
