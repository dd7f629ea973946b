"""Which blocks stand on upright pages and which on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from sendctl.document.model import Block, Blocks, Heading, Section, Table

_WIDE: Final = 7
"""A table of so many columns does not fit on an upright page."""

Placed = tuple[bool, Block]
"""Whether the page lies on its side, and the block."""


def runs_of_pages(blocks: Blocks) -> list[tuple[bool, Blocks]]:
    """The document cut where pages turn: whether they lie on their side, and what stands on them.

    A section that holds both is cut as well. Headings go with the table they lead to.
    """
    return [
        (landscape, tuple(block for _, block in group))
        for landscape, group in groupby(_placed(blocks), key=lambda placed: placed[0])
    ]


def _placed(blocks: Blocks, *, landscape: bool = False) -> list[Placed]:
    placed: list[Placed] = []
    for block in blocks:
        match block:
            case Section():
                placed += _pieces(block, landscape=landscape or block.landscape)
            case Table() if block.width >= _WIDE:
                placed.append((True, block))
            case _:
                placed.append((landscape, block))
    return _with_headings(placed)


def _pieces(section: Section, *, landscape: bool) -> Iterator[Placed]:
    """A section, in as many pieces as its pages turn; links to it lead to the first."""
    anchor = section.id
    inner = _placed(section.blocks, landscape=landscape)
    for turned, group in groupby(inner, key=lambda placed: placed[0]):
        yield turned, replace(section, blocks=tuple(block for _, block in group), id=anchor)
        anchor = ""


def _with_headings(placed: list[Placed]) -> list[Placed]:
    """Headings that stand right before a turned page, moved onto it."""
    moved = list(placed)
    for index in range(len(moved) - 2, -1, -1):
        _, block = moved[index]
        if isinstance(block, Heading) and moved[index + 1][0]:
            moved[index] = (True, block)
    return moved
