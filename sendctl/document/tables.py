"""Table elements to tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

from sendctl.document.complaints import NESTING, Complaints
from sendctl.document.inlines import InlineBuilder
from sendctl.document.markup import Element
from sendctl.document.model import Blocks, Cell, CellScope, Row, Table
from sendctl.document.vocabulary import WIDTHS

_ORDER: Final = {"caption": 0, "colgroup": 1, "thead": 2, "tbody": 3, "tr": 3}
_ONCE: Final = frozenset({"caption", "colgroup", "thead"})


class TableBuilder:
    """Makes tables; what is in a cell is built by `blocks`."""

    def __init__(
        self,
        complaints: Complaints,
        inlines: InlineBuilder,
        blocks: Callable[[Sequence[Element | str]], Blocks],
    ) -> None:
        self._complaints = complaints
        self._inlines = inlines
        self._blocks = blocks

    def build(self, element: Element) -> Table:
        """The table an element stands for."""
        parts = [part for part in element.children if isinstance(part, Element)]
        self._check_order(parts)
        captions = [part for part in parts if part.tag == "caption"]
        head: list[Row] = []
        body: list[Row] = []
        for part in parts:
            if part.tag == "tr":
                body.append(self._row(part, "row"))
            elif part.tag == "thead":
                head += [self._row(row, "col") for row in _elements(part, "tr")]
            elif part.tag == "tbody":
                body += [self._row(row, "row") for row in _elements(part, "tr")]
        return Table(
            caption=self._inlines.build(captions[0].children) if captions else (),
            columns=self._columns(parts),
            head=tuple(head),
            body=tuple(body),
            compact="compact" in element.classes,
            id=element.attributes.get("id", ""),
            at=element.at,
        )

    def _check_order(self, parts: Sequence[Element]) -> None:
        seen: set[str] = set()
        furthest = 0
        for part in parts:
            rank = _ORDER.get(part.tag, furthest)
            if rank < furthest or (part.tag in _ONCE and part.tag in seen):
                message = f"<{part.tag}> stands in the wrong place in its table."
                advice = "A table is a <caption>, a <colgroup>, a <thead> and then <tbody>."
                self._complaints.add(NESTING, part.at, message, advice)
            furthest = max(furthest, rank)
            seen.add(part.tag)

    def _columns(self, parts: Sequence[Element]) -> tuple[int, ...]:
        """Shares of the width; a column without one gets the average of the others."""
        columns = [
            col for part in parts if part.tag == "colgroup" for col in _elements(part, "col")
        ]
        given = [next((WIDTHS[name] for name in col.classes), 0) for col in columns]
        known = [share for share in given if share]
        if not known:
            return ()
        average = round(sum(known) / len(known)) or 1
        return tuple(share or average for share in given)

    def _row(self, element: Element, scope: CellScope) -> Row:
        cells = tuple(
            self._cell(child, scope)
            for child in element.children
            if isinstance(child, Element) and child.tag in {"td", "th"}
        )
        return Row(cells, element.attributes.get("id", ""), element.at)

    def _cell(self, element: Element, scope: CellScope) -> Cell:
        header = element.tag == "th"
        given = element.attributes.get("scope", scope) if header else ""
        return Cell(
            self._blocks(element.children),
            header=header,
            scope=cast("CellScope", given),
            span=int(element.attributes.get("colspan", "1")),
            numeric="numeric" in element.classes,
        )


def _elements(parent: Element, tag: str) -> list[Element]:
    return [child for child in parent.children if isinstance(child, Element) and child.tag == tag]
