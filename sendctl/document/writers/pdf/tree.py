"""The tree of tags of a PDF: plain data, which can be read and completed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object


def kids(element: Object) -> Iterator[Object]:
    """The elements directly inside one; not the pieces of content."""
    from pikepdf import Array, Dictionary as Mapping  # noqa: PLC0415, I001 - only for PDFs

    inside = element.get("/K", Array())
    for kid in inside if isinstance(inside, Array) else [inside]:
        if isinstance(kid, Mapping) and "/S" in kid:
            yield kid


def below(element: Object, tag: str) -> Iterator[Object]:
    """The outermost elements of a kind, in reading order."""
    for kid in kids(element):
        if tag == kid.S:
            yield kid
        else:
            yield from below(kid, tag)
