"""Tables for a terminal, drawn by rich whatever terminal this process has."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

NARROWEST = 70
"""Columns below which a table of dates cannot be read."""


def table(columns: Sequence[tuple[str, int | None]]) -> Table:
    """An empty table with a line below its headings.

    Args:
        columns: each heading, with the fewest columns of the terminal that its words are wrapped
            to; None for words that are never wrapped.
    """
    # Loaded only for people: JSON does without.
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    for heading, narrowest in columns:
        made.add_column(heading, no_wrap=narrowest is None, min_width=narrowest)
    return made


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
