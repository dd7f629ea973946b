"""The labels of list items: a, b, c and i, ii, iii."""

from __future__ import annotations

from typing import Final

from sendctl.document.model import ListNumbering

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN: Final = 3999


def label(numbering: ListNumbering, number: int) -> str:
    """The label of the item with this number; what has no label of that kind stays a figure."""
    if numbering == "alpha" and number > 0:
        return _letters(number)
    if numbering == "roman" and 0 < number <= _LARGEST_ROMAN:
        return _roman(number)
    return str(number)


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        letters += numeral * times
    return letters
