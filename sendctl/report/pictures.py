"""What all charts share: colours that can be told apart, lines of words, and the drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sendctl.document.model import Tone
from sendctl.report.status import Badge


class Paint(NamedTuple):
    """A colour for areas, and one for what is written on it (at least 4.5 to 1)."""

    fill: str
    ink: str


PAINTS: Final = MappingProxyType[Tone, Paint](
    {
        "complete": Paint("#12436d", "#ffffff"),
        "on_track": Paint("#28a197", "#0b0c0c"),
        "at_risk": Paint("#f5c211", "#0b0c0c"),
        "off_track": Paint("#c5221f", "#ffffff"),
        "not_started": Paint("#d9dcde", "#0b0c0c"),
        "neutral": Paint("#ffffff", "#0b0c0c"),
    }
)
"""The smallest difference between any two, for all kinds of colour vision, is 18 (CIEDE2000)."""


class Swatch(NamedTuple):
    """How one word is drawn: colour, and a pattern by number, so that no two look alike in grey.

    Attributes:
        number: of the pattern, from 0.
        x: where it stands in the key; `y` likewise.
    """

    number: int
    word: str
    paint: Paint
    x: float
    y: float


WIDTH: Final = 640
"""Pixels across every picture. At its own size it fills the lines of an upright page of A4, so that
the smallest letters, 14 pixels high, are printed in 10.5 points."""
TALLEST: Final = 860
"""Pixels from which on a picture has to be made smaller to stand on one page of A4."""
LEFT: Final = 12
RIGHT: Final = WIDTH - LEFT
LINE: Final = 17
"""Pixels from one line of words to the next."""
LETTERS: Final = 86
"""Letters on a line across a picture."""

_KEY_COLUMNS = 2
_KEY_WIDTH = 300
_KEY_LINE = 26
_KEY_LETTERS = 36
_APART = 3
"""Letters of room between words from the left and words to the right."""


class TextLine(NamedTuple):
    """A line of words above a bar: one text from the left, one up to the right; `y` is its foot."""

    y: float
    left: str
    right: str


def text_lines(left: str, right: str, y: float, *, most: int = 2) -> tuple[TextLine, ...]:
    """What something is called and how it stands, on one line where there is room for both.

    Args:
        left: what it is called.
        right: how it stands; begins a line of its own where the last line of `left` is too long.
        y: where the lines begin.
        most: lines of each at the most.
    """
    names, words = list(wrapped(left, LETTERS, most)), list(wrapped(right, LETTERS, most))
    shared = len(names[-1]) + len(words[0]) + _APART <= LETTERS
    overlap = 1 if shared else 0
    names += [""] * (len(words) - overlap)
    words = [""] * (len(names) - len(words)) + words
    return tuple(
        TextLine(y + LINE * number - 4, name, word)
        for number, (name, word) in enumerate(zip(names, words, strict=True), 1)
    )


def in_parts(heights: Sequence[float], room: float) -> list[slice]:
    """Rows shared out over pictures that are about equally tall.

    Args:
        heights: of the rows, each far below `room`.
        room: for the rows of one picture.
    """
    whole = sum(heights)
    if whole <= room:
        return [slice(0, len(heights))]
    number = ceil(whole / (room - max(heights)))
    cuts, passed = [0], 0.0
    for index, height in enumerate(heights):
        if passed >= len(cuts) * whole / number:
            cuts.append(index)
        passed += height
    return [slice(*pair) for pair in pairwise((*cuts, len(heights)))]


def key_of(badges: Sequence[Badge], every: Sequence[Badge], y: float) -> tuple[Swatch, ...]:
    """A key for words, in columns from a height on.

    Args:
        badges: those of the picture.
        every: those of the plan, so that a word has the same pattern in all pictures.
        y: the height.
    """
    numbers = {badge: number for number, badge in enumerate(every)}
    return tuple(
        Swatch(
            numbers[badge],
            wrapped(badge.word, _KEY_LETTERS, 1)[0],
            PAINTS[badge.tone],
            LEFT + _KEY_WIDTH * (index % _KEY_COLUMNS),
            y + _KEY_LINE * (index // _KEY_COLUMNS),
        )
        for index, badge in enumerate(badges)
    )


def key_height(entries: int) -> int:
    """How much room a key takes."""
    return _KEY_LINE * -(-entries // _KEY_COLUMNS)


def wrapped(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """A text in so many lines at the most: the alternative text and the tables hold all of it."""
    if len(text) <= letters:
        return (text,)
    return tuple(textwrap.wrap(text, letters, max_lines=lines, placeholder=" …")) or ("",)


def draw(charts: Mapping[str, Mapping[str, Any]], plan_folder: Path) -> dict[str, str]:
    """Charts as SVG texts, by their names.

    Args:
        charts: for each template below `templates/` the charts that it draws, by name; it knows
            one as `chart`.
        plan_folder: the plan whose own templates come before the shipped ones.

    Raises:
        TemplateProblem: a template cannot be used.
    """
    wanted = [
        (name, template, chart)
        for template, of_kind in charts.items()
        for name, chart in of_kind.items()
    ]
    if not wanted:
        return {}
    from sendctl.report.environment import render_each  # noqa: PLC0415 - Jinja only for who draws

    contexts = ((template, {"chart": chart}) for _, template, chart in wanted)
    drawn = render_each(contexts, plan_folder)
    return {name: svg.strip() + "\n" for (name, _, _), svg in zip(wanted, drawn, strict=True)}
