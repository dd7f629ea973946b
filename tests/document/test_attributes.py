"""Attributes: which, and with which values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl.document import Document, Meta, parse
from sendctl.document.model import Link, Paragraph, Text

Told = list[tuple[str, int, int]]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p style="color: red">a</p>', [("SC701", 1, 1)]),
        ('<p>a</p>\n<p onclick="x()">a</p>', [("SC701", 2, 1)]),
        ('<p class="loud">a</p>', [("SC701", 1, 1)]),
        ('<p class="lead source">a</p>', [("SC701", 1, 1)]),
        ('<p id="2">a</p>', [("SC701", 1, 1)]),
        ('<p id="sc-main">a</p>', [("SC701", 1, 1)]),
        ('<p id="a" id="b">a</p>', [("SC701", 1, 1)]),
        ("<p><a>a</a></p>", [("SC701", 1, 4)]),
        ("<p><span>a</span></p>", [("SC701", 1, 4)]),
        ('<p><span class="badge">a</span></p>', [("SC701", 1, 4)]),
        ('<p><span class="badge at_risk complete">a</span></p>', [("SC701", 1, 4)]),
        ("<aside><p>a</p></aside>", [("SC701", 1, 1)]),
        ('<nav class="depth-1">a</nav>', [("SC701", 1, 1)]),
        ('<ol start="x"><li>a</li></ol>', [("SC701", 1, 1)]),
        ('<figure><img src="a.png" alt="a"></figure>', [("SC701", 1, 9)]),
        ('<table><tr><td rowspan="2">a</td></tr></table>', [("SC701", 1, 12)]),
        ('<table><tr><th scope="left">a</th></tr></table>', [("SC701", 1, 12)]),
        ('<table><tr><td colspan="0">a</td></tr></table>', [("SC701", 1, 12)]),
    ],
)
def test_refused(parsing: Callable[[str], Told], html: str, expected: Told) -> None:
    assert parsing(html) == expected


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "/local",
        "evidence/2.1.pdf",
        "file:///etc/passwd",
        "https:",
        "https://",
        "#",
        "",
    ],
)
def test_unsafe_links(href: str) -> None:
    document, (finding,) = parse(f'<p>\n<a href="{href}">a</a></p>', Meta("A plan"))
    assert (finding.code, finding.span.line) == ("SC711", 2)
    assert document.blocks == (Paragraph((Text("a"),)),)


@pytest.mark.parametrize(
    "href",
    ["https://example.org/a?b=1", "HTTP://example.org", "mailto:send@example.org", "tel:+44 20"],
)
def test_safe_links(read: Callable[[str], Document], href: str) -> None:
    assert read(f'<p><a href="{href}">a</a></p>').blocks == (
        Paragraph((Link(href, (Text("a"),)),)),
    )


def test_the_nearest_class_is_offered() -> None:
    _, (finding,) = parse('<section class="landscpe"></section>', Meta("A plan"))
    assert finding.message == "<section> may not have the class “landscpe”."
    assert finding.advice == "Did you mean 'landscape'?"
