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

_NARROW = 40
"""The same for a table whose columns all wrap."""

_WORD = 24
"""Columns of the longest word that is kept whole."""

_GAP = "  "
"""What stands between two columns."""


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
    cells = [[heading, *(row[at].text for row in shown)] for at, heading in enumerate(headings)]
    if piped:
        widest = [max(map(columns, texts)) for texts in cells]
        return "\n".join(_padded(line, widest) for line in zip(*cells, strict=True))
    from rich.text import Text  # noqa: PLC0415

    made = table(())
    for heading, share in zip(headings, _shares(cells, max(width, _NARROW)), strict=True):
        made.add_column(heading, width=share, overflow="fold")
    for row in shown:
        made.add_row(*(Text(cell.text, style=cell.style) for cell in row))
    return drawn(made, colour=colour, width=width, narrowest=_NARROW)


def _shares(cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """How many columns of the terminal each column of a table gets, so that all fit.

    What needs less than its share has what it needs, and the others share the rest; the last
    counts for two of them. Words stay whole where there is room for that. (Rich crops a table
    whose columns have the least that they can bear.)

    Args:
        cells: the texts of each column, its heading among them.
        width: columns of the terminal.
    """
    most = [max(map(columns, texts)) for texts in cells]
    rest = width - len(_GAP) * (len(cells) - 1)
    words = [max((columns(word) for text in texts for word in text.split()), default=1)
             for texts in cells]  # fmt: skip
    least = [min(word, _WORD) for word in words]
    if sum(least) > rest:
        least = [1] * len(cells)
    shares = list(most)
    weights = dict.fromkeys(range(len(cells)), 1) | {len(cells) - 1: 2}
    while weights:
        unit = rest / sum(weights.values())
        starving = {at: least[at] for at in weights if least[at] > unit * weights[at]}
        fitting = {at: most[at] for at in weights if most[at] <= unit * weights[at]}
        for at, share in (starving or fitting).items():
            shares[at] = share
            rest -= share
            del weights[at]
        if not starving and not fitting:
            for at, weight in weights.items():
                shares[at] = max(1, int(unit * weight))
            break
    return shares


def _padded(texts: Sequence[str], widths: Sequence[int]) -> str:
    """The texts in columns; the last has the rest of the line."""
    pairs = zip(texts, widths, strict=True)
    return _GAP.join(text + " " * (most - columns(text)) for text, most in pairs).rstrip()


def drawn(what: RenderableType, *, colour: bool, width: int, narrowest: int = NARROWEST) -> str:
    """What rich makes of a table, without the spaces at the ends of lines."""
    from rich.console import Console  # noqa: PLC0415

    page = StringIO()
    console = Console(
        file=page,
        width=max(width, narrowest),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
    )
    console.print(what)
    return "\n".join(line.rstrip() for line in page.getvalue().rstrip().splitlines())
