"""Tags: unknown, open, misplaced; each with the exact line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.document import Meta, lint, parse, write_html, write_markdown
from sendctl.document.markup import MAX_DEPTH

Told = list[tuple[str, int, int]]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>\n  <div>b</div>", [("SC701", 2, 3), ("SC702", 2, 8)]),
        ("<p>a <b>b</b></p>", [("SC701", 1, 6)]),
        ("<p>\n<script>if (a < b) { '<p>' }</script></p>", [("SC701", 2, 1)]),
        ("<p>a<style>p { x: y }</style></p>", [("SC701", 1, 5)]),
        ("<p>a<input>b<svg><p><g></g></svg></p>", [("SC701", 1, 5), ("SC701", 1, 13)]),
        ("<p>a", [("SC702", 1, 1)]),
        ("<ul>\n<li>a\n<li>b</li></ul>", [("SC702", 2, 1)]),
        ("<p>a <strong>b</p>", [("SC702", 1, 6)]),
        ("<p>a</p></p>", [("SC702", 1, 9)]),
        ("<p>a <ul><li>b</li></ul></p>", [("SC702", 1, 1)]),
        ("<section>\n<p>a</p>", [("SC702", 1, 1)]),
        ("<ul><p>a</p></ul>", [("SC702", 1, 5)]),
        ("<table><tr><td><h2>a</h2></td></tr></table>", [("SC702", 1, 16)]),
        ("<p>a</br></p>", [("SC701", 1, 5)]),
        ("a\n\n<p>b</p>\n  c", [("SC702", 1, 1), ("SC702", 4, 3)]),
        ("<ul>\n\n  a<li>b</li></ul>", [("SC702", 3, 3)]),
        ("<!doctype html>\n<p>a</p>", [("SC701", 1, 1)]),
        ("<?xml version='1.0'?>", [("SC701", 1, 1)]),
        ("<p>a<!-- a comment --> b</p>", []),
        ("<p>a<br/>b</p><hr/>", []),
    ],
)
def test_says_where(parsing: Callable[[str], Told], html: str, expected: Told) -> None:
    assert parsing(html) == expected


@pytest.mark.parametrize(
    "html", ["<![if x]>", "<![CDATA[a]]>", "<!a", "<![", "<!--", "</", "<p a='"]
)
def test_what_pythons_differ_about_does_not_raise(html: str) -> None:
    document, _ = parse(f"<p>b</p>{html}", Meta("A plan"))
    assert write_html(document)


def test_advice_is_for_people() -> None:
    _, (finding,) = parse("<p><i>a</i></p>", Meta("A plan"), "plan.html.j2")
    assert finding.place.file == "plan.html.j2"
    assert finding.message == "<i> is not one of the tags a template may use."
    assert finding.advice == "Use <em> for stressed words."


def test_depth_is_bounded() -> None:
    html = "<section>" * 5000 + "<p>a</p>" + "</section>" * 5000
    _, findings = parse(html, Meta("A plan"))
    assert [(each.code, each.span.column) for each in findings] == [
        ("SC702", len("<section>") * MAX_DEPTH + 1)
    ]


def test_deep_and_never_closed() -> None:
    document, findings = parse("<blockquote>" * 3000, Meta("A plan"))
    assert len(findings) == MAX_DEPTH + 2
    assert write_html(document)
    assert write_markdown(document)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>"),
        *("<dl>", "<dt>", "<dd>", "</dl>", "<h2>", "</h2>", "<a href='#x'>", "</a>", "<a>"),
        *("<span class='badge at_risk'>", "<span class=number>", "<span class='footnote'>"),
        *("</span>", "<section class=landscape>", "</section>", "<figure>", "<img>", "</figure>"),
        *("<script>", "</script>", "<div>", "</div>", "<![CDATA[", "]]>", "<!--", "-->", "<!x"),
        *("<?x", "&lt;", "&#0;", "&#x1b;", "&#xD800;", "<br>", "<td colspan=0 rowspan=2>", "<"),
        *("<nav class=contents>", "</nav>", "<header>", "<caption>", "<thead>", "<col class=w-2>"),
    ],
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_nothing_raises(html: str) -> None:
    document, _ = parse(html, Meta("A plan"))
    lint(document)
    write_html(document).encode()
    write_markdown(document).encode()
