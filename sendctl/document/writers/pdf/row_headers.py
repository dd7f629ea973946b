"""Completes the tags of tables: a screen reader is to hear the header of a row too.

Typst tags the cells above columns only. The tree of a tagged PDF is plain data, so the rest is
done there: the cell becomes a TH with scope Row, and the other cells of its row name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sendctl.document.model import Cell, Table
from sendctl.document.writers.pdf.tree import below, kids

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_SCOPES: Final = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


def mark_row_headers(file: Pdf, tables: Sequence[Table]) -> None:
    """Mark the header cells in the bodies of a file's tables as such.

    Args:
        file: what Typst made.
        tables: all tables of the document, in reading order.
    """
    _list_names(file, _marked(file, tables))


def _marked(file: Pdf, tables: Sequence[Table]) -> dict[str, Object]:
    """Mark the tables' header cells; gives them by their new names."""
    names: dict[str, Object] = {}
    found = below(file.Root.StructTreeRoot, "/Table")
    for index, (element, table) in enumerate(zip(found, tables, strict=True)):
        _take_in_caption(element)
        rows = (row for row in below(element, "/TR") if row.P.S != "/THead")
        for line, (row, model) in enumerate(zip(rows, table.body, strict=True)):
            if any(cell.header for cell in model.cells):
                names |= _mark_row(row, model.cells, f"sc-{index}-{line}")
    return names


def _take_in_caption(table: Object) -> None:
    """Where a page ends after a table, Typst leaves its caption beside it: put it back."""
    from pikepdf import Array  # noqa: PLC0415

    beside = table.P.P if table.P.S == "/Div" else table.P
    first = next(kids(beside))
    if first.S == "/Caption" and all(kid.S != "/Caption" for kid in kids(table)):
        beside.K = Array([kid for kid in beside.K if kid != first])
        first.P = table
        table.K = Array([first, *table.K])


def _mark_row(row: Object, models: tuple[Cell, ...], name: str) -> dict[str, Object]:
    from pikepdf import Name, String  # noqa: PLC0415

    cells = list(kids(row))
    names: dict[str, Object] = {}
    for column, (cell, model) in enumerate(zip(cells, models, strict=True)):
        if model.header:
            own = f"{name}-{column}"
            cell.S, cell.ID = Name.TH, String(own)
            _table_attributes(cell).Scope = Name(_SCOPES[model.scope or "row"])
            names[own] = cell
    for cell, model in zip(cells, models, strict=True):
        if not model.header:
            attributes = _table_attributes(cell)
            attributes.Headers = [*attributes.get("/Headers", []), *map(String, names)]
    return names


def _table_attributes(cell: Object) -> Object:
    """Those attributes of a cell that say what it has to do with others; Typst gives it them."""
    return next(attributes for attributes in cell.A if attributes.O == "/Table")


def _list_names(file: Pdf, names: dict[str, Object]) -> None:
    """Add the names of cells to the index of all names, which is sorted."""
    from pikepdf import Array, Dictionary  # noqa: PLC0415

    if not names:
        return
    root = file.Root.StructTreeRoot
    known = dict(_named(root.IDTree)) if "/IDTree" in root else {}
    every = sorted((known | names).items(), key=lambda entry: entry[0].encode())
    flat = [part for entry in every for part in entry]
    root.IDTree = file.make_indirect(Dictionary(Names=Array(flat)))


def _named(tree: Object) -> Iterator[tuple[str, Object]]:
    """The names and elements of the index, whatever its depth."""
    pairs = list(tree.get("/Names", []))
    yield from ((str(name), element) for name, element in zip(pairs[::2], pairs[1::2], strict=True))
    for branch in tree.get("/Kids", []):
        yield from _named(branch)
