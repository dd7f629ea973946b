"""Texts that stand beside the page, cut to a length that can be read there.

PDF/A sets a limit of 32,767 bytes to each, two for a letter, and Typst makes no file that passes
it. What is printed stays whole.
"""

from __future__ import annotations

import unicodedata
from typing import Final

BOOKMARK: Final = 160
"""Letters of a heading in the list of bookmarks and in the contents."""
PROPERTY: Final = 1000
"""Letters of one of the file's own properties, such as its title."""
WORDS_OF_PICTURE: Final = 16_000
"""Letters of an alternative text."""
ADDRESS: Final = 8000
"""Letters of an address that a link can lead to; no browser opens a longer one."""

_JOINER: Final = "\u200d"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)


def shortened(text: str, longest: int) -> str:
    """A text of so many letters at the most, cut after a word; a word without end inside of it.

    Args:
        text: any text.
        longest: letters, the three dots that stand for the rest included.
    """
    if len(text) <= longest:
        return text
    end = longest - 1
    space = text.rfind(" ", longest // 2, end + 1)
    if space > 0:
        return text[:space].rstrip(" ,;:-") + "…"
    while end > 1 and _belongs_to_the_last(text, end):
        end -= 1
    return text[:end] + "…"


def _belongs_to_the_last(text: str, at: int) -> bool:
    """Whether a reader sees the letter here and the one before it as one."""
    letter, before = text[at], text[at - 1]
    if _JOINER in {letter, before} or ord(letter) in _SKIN_TONES:
        return True
    if ord(letter) in _FLAG_LETTERS and ord(before) in _FLAG_LETTERS:
        return True
    return unicodedata.category(letter).startswith("M")
