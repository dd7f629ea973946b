"""The style sheet of a page: the shipped one, what the document wants, the council's own."""

from __future__ import annotations

from typing import Final

from sendctl.document.colour import WHITE, quiet_on, readable
from sendctl.document.model import Look, Meta
from sendctl.document.writers.escape import Markup, css_block, css_string, raw

_USUAL: Final = Look()
_BLACK: Final = "#000000"
_DARK_GROUND: Final = "#10171d"
_COMFORT: Final = 7.0
"""The contrast of words on the cover and of headings on a dark screen: AAA where that is easy."""
_USUAL_POINTS: Final = 12
_TABLE_POINTS: Final = 2
"""How much smaller than other text a table is printed."""


def style_of(meta: Meta, look: Look) -> Markup:
    """What stands in the style element."""
    parts = (_shipped_style(), _look_style(look), _page_style(meta), css_block(look.css))
    return raw("\n" + "".join(parts))


def _shipped_style() -> str:
    # Costs a dozen milliseconds of imports, which only those who write a page should pay.
    from importlib.resources import files  # noqa: PLC0415

    return files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def _look_style(look: Look) -> str:
    """The plan's own colour, size of type and paper, where they differ from the usual."""
    rules = []
    if look.accent != _USUAL.accent:
        rules.append(_colours(look.accent))
    if look.body_size != _USUAL.body_size:
        size, table = look.body_size, look.body_size - _TABLE_POINTS
        rules.append(
            f"html {{ font-size: {size / _USUAL_POINTS:.2%}; }}\n"
            f"@media print {{ html {{ font-size: {size}pt; }} "
            f"table, table.compact, table.vast.compact {{ font-size: {table}pt; }} }}\n"
        )
    if look.page != _USUAL.page:
        paper = {"a3": "A3", "a4": "A4", "letter": "letter"}[look.page]
        rules.append(f"@page {{ size: {paper}; }}\n@page wide {{ size: {paper} landscape; }}\n")
    return "".join(rules)


def _colours(accent: str) -> str:
    on_dark = readable(accent, _DARK_GROUND, WHITE, _COMFORT)
    dark_cover = readable(accent, WHITE, _BLACK, _COMFORT)
    soft, dark_soft = quiet_on(accent), quiet_on(dark_cover)
    return (
        f":root {{ --accent: {accent}; --cover: {accent}; --cover-soft: {soft}; }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{ --accent: {on_dark}; --cover: {dark_cover}; --cover-soft: {dark_soft}; }}\n"
        "}\n"
    )


def _page_style(meta: Meta) -> str:
    """What is printed in the margins of every page."""
    marks = " · ".join(mark for mark in ("Draft" if meta.draft else "", meta.banner) if mark)
    as_at = f"Position as at {meta.as_at}" if meta.as_at else ""
    return (
        "@page {\n"
        f"  @top-left {{ content: {css_string(marks)}; }}\n"
        f"  @bottom-left {{ content: {css_string(meta.title)}; }}\n"
        f"  @bottom-center {{ content: {css_string(as_at)}; }}\n"
        "}\n"
    )
