"""The look that a plan wants, on the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sendctl.document import Document, Logo, Look, write_html
from sendctl.document.colour import contrast, mixed

ACCENTS = ["#000000", "#767676", "#b3005e", "#00703c", "#0000ff", "#d4351c"]


def shown(sample: Document, look: Look) -> str:
    return write_html(replace(sample, look=look))


def colours(html: str) -> dict[str, list[str]]:
    """The values of each colour of the page, the shipped one first, then dark, then the plan's."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", html):
        found.setdefault(name, []).append(value)
    return found


def test_usual_look_adds_nothing(sample: Document) -> None:
    assert shown(sample, Look()) == write_html(sample)
    assert colours(write_html(sample))["accent"] == ["#12436d", "#9cc7ee"]


@pytest.mark.parametrize("accent", ACCENTS)
def test_accent_can_be_read_everywhere(sample: Document, accent: str) -> None:
    found = colours(shown(sample, Look(accent=accent)))
    light, dark = found["accent"][-2:]
    cover, dark_cover = found["cover"][-2:]
    soft, dark_soft = found["cover-soft"][-2:]
    assert light == cover == accent
    pairs = [
        (light, "#ffffff"), (dark, "#10171d"), (dark, "#1a242d"), (cover, "#ffffff"),
        (dark_cover, "#ffffff"), (soft, cover), (dark_soft, dark_cover),
    ]  # fmt: skip
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_large_print(sample: Document) -> None:
    html = shown(sample, Look(body_size=18))
    assert "html { font-size: 150.00%; }" in html
    assert "html { font-size: 18pt; }" in html


def test_paper(sample: Document) -> None:
    html = shown(sample, Look(page="a3"))
    assert "@page { size: A3; }\n@page wide { size: A3 landscape; }" in html


def test_logo_stands_on_the_cover_with_its_words(sample: Document) -> None:
    html = shown(sample, Look(logo=Logo(b"\x89PNG", "png", 'Ours & "theirs"')))
    picture = '<img src="data:image/png;base64,iVBORw==" alt="Ours &amp; &quot;theirs&quot;">'
    assert f'<header class="cover"><div class="sc-inner"><p class="sc-logo">{picture}</p>' in html


def test_own_style_comes_last(sample: Document) -> None:
    html = shown(sample, Look(css="p { color: #123456 }", accent="#00703c"))
    assert html.index("color: #123456") > html.rindex("--accent")
    assert mixed("#00703c", "#00703c", 50) == "#00703c"
