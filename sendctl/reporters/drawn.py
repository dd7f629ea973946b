"""Tables for a terminal, drawn by rich whatever terminal this process has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from sendctl.reporters.shown import columns, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

NARROWEST = 70
"""Columns below which a table of dates cannot be read."""

_SHORT = 12
"""Columns of a text that is never wrapped, such as a date or most ids."""

_TITLE = 30
"""Columns that the last of a table has at least, where titles stand."""


def table(headings: Sequence[tuple[str, int | None]]) -> Table:
    """An empty table with a line below its headings.

    Args:
        headings: each heading, with the fewest columns of the terminal that its words are wrapped
            to; None for words that are never wrapped.
    """
    # Loaded only for people: JSON does without.
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    for heading, narrowest in headings:
        made.add_column(heading, no_wrap=narrowest is None, min_width=narrowest)
    return made


class Cell(NamedTuple):
    """A text in a table, and the style it has where there is colour."""

    text: str
    style: str = ""


def grid(
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    piped: bool,
    colour: bool,
    width: int,
) -> str:
    """Rows for a person, none of them cut off: on a terminal wrapped, in a pipe a line each.

    Args:
        headings: one for each cell of a row; the last column takes the longest texts.
        rows: the cells, whose texts may hold anything.
        piped: whether the output goes to another program, such as grep.
        colour: whether styles show.
        width: columns of the terminal.
    """
    shown = [[Cell(one_line(cell.text), cell.style) for cell in row] for row in rows]
    widest = [
        max(map(columns, (heading, *(row[at].text for row in shown))))
        for at, heading in enumerate(headings)
    ]
    if piped:
        lines = [[Cell(heading) for heading in headings], *shown]
        return "\n".join(_padded([cell.text for cell in line], widest) for line in lines)
    from rich.text import Text  # noqa: PLC0415

    made = table(())
    for at, (heading, most) in enumerate(zip(headings, widest, strict=True), 1):
        least = min(most, _TITLE if at == len(headings) else _SHORT)
        made.add_column(heading, no_wrap=most == least, overflow="fold", min_width=least)
    for row in shown:
        made.add_row(*(Text(cell.text, style=cell.style) for cell in row))
    return drawn(made, colour=colour, width=width)


def _padded(texts: Sequence[str], widths: Sequence[int]) -> str:
    """The texts in columns; the last has the rest of the line."""
    pairs = zip(texts, widths, strict=True)
    return "  ".join(text + " " * (most - columns(text)) for text, most in pairs).rstrip()


def drawn(what: RenderableType, *, colour: bool, width: int) -> str:
    """What rich makes of a table, without the spaces at the ends of lines."""
    from rich.console import Console  # noqa: PLC0415

    page = StringIO()
    console = Console(
        file=page,
        width=max(width, NARROWEST),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
    )
    console.print(what)
    return "\n".join(line.rstrip() for line in page.getvalue().rstrip().splitlines())
