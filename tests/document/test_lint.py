"""What stands in the way of publishing, with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl.document import Meta, lint, parse
from sendctl.findings import Severity

Told = list[tuple[str, int, int]]
CELLS = "<thead><tr><th>a</th><th>b</th></tr></thead>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<h2>b</h2>\n<h4>c</h4>\n<h3>d</h3>", [("SC704", 3, 1)]),
        ("<h1>b</h1>", [("SC704", 2, 1)]),
        (" <h2> </h2>", [("SC708", 2, 2)]),
        ('<h2><span class="number">1</span></h2>', [("SC708", 2, 1)]),
        ('<figure><img src="picture:chart" alt=" "></figure>', [("SC703", 2, 9)]),
        ('<figure>\n<img src="picture:chart"></figure>', [("SC703", 3, 1)]),
        ('<figure>\n<img src="picture:chrt" alt="b"></figure>', [("SC712", 3, 1)]),
        (f" <table>{CELLS}</table>", [("SC705", 2, 2)]),
        ("<table><caption>b</caption><tr><td>c</td></tr></table>", [("SC706", 2, 1)]),
        (
            f"<table><caption>b</caption>{CELLS}\n<tbody><tr><td>c</td></tr></tbody></table>",
            [("SC713", 3, 8)],
        ),
        (
            f'<table><caption>b</caption><colgroup><col class="w-1"></colgroup>{CELLS}</table>',
            [("SC713", 2, 1)],
        ),
        ('<p>b <a href="#a">Click here.</a></p>', [("SC707", 2, 6)]),
        ('<p>b <a href="#a"></a></p>', [("SC707", 2, 6)]),
        ('<p><a href="https://a.org">https://a.org</a></p>', [("SC707", 2, 4)]),
        ('<p>b <a href="#nowhere">the plan</a></p>', [("SC709", 2, 6)]),
        ('<p id="a">b</p>', [("SC709", 2, 1)]),
        ('<ul>\n<li id="b">c</li>\n<li id="b">c</li></ul>', [("SC709", 4, 1)]),
        ('<p><span class="footnote"><a href="#b">the plan</a></span></p>', [("SC709", 2, 27)]),
    ],
)
def test_says_where(linting: Callable[[str], Told], html: str, expected: Told) -> None:
    assert linting(f'<h1 id="a">A</h1>\n{html}') == expected


def test_no_h1_is_said_once(linting: Callable[[str], Told]) -> None:
    assert linting("<h2>a</h2><h3>b</h3>") == [("SC704", 1, 1)]
    assert linting("") == [("SC704", 1, 1)]


@pytest.mark.parametrize("meta", [Meta(" "), Meta("A", language=""), Meta("A", language="en GB")])
def test_title_and_language(meta: Meta) -> None:
    document, _ = parse("<h1>a</h1>", meta)
    assert [each.code for each in lint(document)] == ["SC710"]


def test_only_a_bare_address_is_less_than_an_error() -> None:
    html = '<h1>a</h1><p><a href="https://a.org">https://a.org</a> <a href="#a">here</a></p>'
    document, _ = parse(html, Meta("A"))
    assert [each.severity for each in lint(document)] == [Severity.NOTE, Severity.ERROR]


def test_both_parties_are_named() -> None:
    document, _ = parse('<h1>a</h1>\n<p id="b">c</p>\n<p id="b">d</p>', Meta("A"), "x.html")
    (finding,) = lint(document)
    (related,) = finding.related
    assert (finding.span.line, related.place.span.line if related.place.span else 0) == (3, 2)
