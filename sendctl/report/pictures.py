"""What all charts share: colours that can be told apart, lines of words, and the drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
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


_KEY_COLUMNS = 3
_KEY_WIDTH = 320
_KEY_LINE = 26
_KEY_LETTERS = 36


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
            30 + _KEY_WIDTH * (index % _KEY_COLUMNS),
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
