"""Keys and values are tagged as lists whose labels are words; the tags say so here.

Typst takes them for numbers in an order, as the labels are set by an enumeration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sendctl.document.writers.pdf.tree import kids

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def mark_labels_of_words(file: Pdf) -> None:
    """Say of each list whose labels are words that they are no numbers (ISO 32000-1, table 347)."""
    from pikepdf import Name  # noqa: PLC0415 - only for PDFs

    for found in _lists(file.Root.StructTreeRoot):
        if _labels_are_words(found):
            for attributes in found.A:
                if attributes.O == "/List":
                    attributes.ListNumbering = Name("/None")


def _lists(element: Object) -> Iterator[Object]:
    """All lists that stand in no table, in reading order."""
    for kid in kids(element):
        if kid.S == "/L":
            yield kid
        if kid.S != "/Table":
            yield from _lists(kid)


def _labels_are_words(found: Object) -> bool:
    """Numbers and bullets are bare; the words of a label are a span of their own."""
    items = (kid for kid in kids(found) if kid.S == "/LI")
    labels = (kid for item in items for kid in kids(item) if kid.S == "/Lbl")
    return any(True for label in labels for _ in kids(label))
