"""Column widths for tables that give none, so that every format lays a table out alike."""

from __future__ import annotations

from typing import Final

from sendctl.document.model import Row, Table
from sendctl.document.walk import words_of

_LINE: Final = 130
"""Characters that fit on a line of a wide page, all columns together."""

_LONGEST_WORD: Final = 16
_LONGEST_TEXT: Final = 80
_PADDING: Final = 5


def column_shares(table: Table) -> tuple[int, ...]:
    """The share of the width of each column: the template's, else guessed from the words.

    A column gets room for its longest word, and of what is left of a line the more the longer its
    texts are on average. Both are capped, so that one long text does not starve the others.
    """
    if table.columns:
        return table.columns
    words = [1] * table.width
    lengths = [0] * table.width
    for row in table.rows:
        for column, text in _texts(row):
            longest = max((len(word) for word in text.split()), default=0)
            words[column] = max(words[column], min(longest, _LONGEST_WORD))
            lengths[column] += len(text)
    rows = max(len(table.rows), 1)
    least = [word + _PADDING for word in words]
    wanted = [min(length // rows, _LONGEST_TEXT) for length in lengths]
    weights = [max(want, room) for want, room in zip(wanted, least, strict=True)]
    left = max(_LINE - sum(least), 0)
    return tuple(
        room + left * weight // sum(weights) for room, weight in zip(least, weights, strict=True)
    )


def _texts(row: Row) -> list[tuple[int, str]]:
    """The text of each cell that covers one column, with the column's index."""
    found = []
    column = 0
    for cell in row.cells:
        if cell.span == 1:
            found.append((column, words_of(cell.blocks)))
        column += cell.span
    return found
