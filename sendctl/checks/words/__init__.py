"""Lists of words that rules go by: data, one text file a list, words separated by white space."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list in this folder; a line that begins with # says something about it.

    Args:
        name: the file's name without its ending.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )
