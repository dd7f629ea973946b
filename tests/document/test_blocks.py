"""Elements become the blocks and inlines they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl.document import Document
from sendctl.document.model import (
    Aside,
    Badge,
    Blocks,
    Cell,
    Contents,
    Cover,
    Definition,
    Definitions,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

Read = Callable[[str], Document]
Told = list[tuple[str, int, int]]
A = Text("a")
B = Text("b")


def para(*inlines: Text) -> Paragraph:
    return Paragraph(inlines)


@pytest.mark.parametrize(
    ("html", "inlines"),
    [
        (" a\n\t b ", (Text("a b"),)),
        ("a\xa0 b", (Text("a\xa0 b"),)),
        ("a<strong> b </strong>c", (Text("a "), Strong((B,)), Text(" c"))),
        ("a <em> b</em>", (Text("a "), Emphasis((B,)))),
        ("<strong> a</strong>", (Strong((A,)),)),
        ("a<strong> </strong>b", (Text("a b"),)),
        ("a <!-- c --> b", (Text("a b"),)),
        ("a <br> b<br>", (A, LineBreak(), B)),
        ("a&amp;b&nbsp;&lt;", (Text("a&b\xa0<"),)),
        ("a\x00\x1b\x85b", (Text("ab"),)),
        ('<span class="at_risk badge">a</span>', (Badge("at_risk", (A,)),)),
        ('a <span class="footnote">b</span>.', (Text("a "), Note((B,)), Text("."))),
        ("<em>a<strong>b</strong></em>", (Emphasis((A, Strong((B,)))),)),
    ],
)
def test_inlines(read: Read, html: str, inlines: Inlines) -> None:
    assert read(f"<p>{html}</p>").blocks == (Paragraph(inlines),)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p></p><ul></ul><dl></dl>", ()),
        ('<p class="lead" id="x">a</p>', (Paragraph((A,), "lead", id="x"),)),
        (
            '<p> <span class="number">5.1</span> a</p>',
            (Paragraph((A,), number="5.1"),),
        ),
        ("<h1>A plan</h1>", (Heading(1, (Text("A plan"),), "a-plan"),)),
        (
            '<h2 id="x"><span class="number">2</span> a</h2>',
            (Heading(2, (A,), "x", "2"),),
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            (
                ItemList(
                    ordered=False, items=(Item((para(A), ItemList(False, (Item((para(B),)),)))),)
                ),
            ),
        ),
        (
            '<ol start="3" class="roman"><li id="x"><p>a</p></li></ol>',
            (ItemList(True, (Item((para(A),), "x"),), 3, "roman"),),
        ),
        (
            '<dl class="tiles"><dt>a</dt><dd>a</dd><dd>b</dd></dl>',
            (Definitions((Definition((A,), (para(A), para(B))),), "tiles"),),
        ),
        ("<blockquote>a</blockquote><hr>", (Quote((para(A),)), PageBreak())),
        ('<aside class="warning">a</aside>', (Aside("warning", (para(A),)),)),
        ("<header><h1>a</h1></header>", (Cover((Heading(1, (A,), "a"),)),)),
        (
            '<section class="landscape keep" aria-label="b" id="x"><p>a</p></section>',
            (Section((para(A),), landscape=True, keep=True, label="b", id="x"),),
        ),
        ('<nav class="contents depth-1">a</nav>', (Contents("a", 1),)),
        ('<nav class="contents"></nav>', (Contents("Contents", 2),)),
        (
            '<figure><img src="picture:chart" alt="b"><figcaption>a</figcaption></figure>',
            (Figure("chart", "b", (A,)),),
        ),
    ],
)
def test_blocks(read: Read, html: str, blocks: Blocks) -> None:
    assert read(html).blocks == blocks


def test_table(read: Read) -> None:
    html = (
        '<table class="compact" id="t"><caption>a</caption>'
        '<colgroup><col class="w-1"><col class="w-3"><col></colgroup>'
        "<thead><tr><th>a</th><th colspan=2>b</th></tr></thead>"
        '<tbody><tr id="r"><th>a</th><td class="numeric">b</td><td></td></tr></tbody></table>'
    )
    head = Row((Cell((para(A),), True, "col"), Cell((para(B),), True, "col", 2)))
    body = Row((Cell((para(A),), True, "row"), Cell((para(B),), numeric=True), Cell(())), "r")
    table = Table((A,), (1, 3, 2), (head,), (body,), compact=True, id="t")
    assert read(html).blocks == (table,)
    assert table.width == 3


def test_anchors_are_unique(read: Read) -> None:
    html = '<h2>A</h2><h2>A</h2><h2 id="a-3">A</h2><h2>A</h2><h2>1</h2><h2>日</h2><h2>SC 1</h2>'
    headings = [each for each in read(html).blocks if isinstance(each, Heading)]
    anchors = ["a", "a-2", "a-3", "a-4", "section-1", "section", "section-sc-1"]
    assert [each.id for each in headings] == anchors


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<dl>\n<dt>a</dt></dl>", [("SC702", 2, 1)]),
        ("<dl><dd>a</dd></dl>", [("SC702", 1, 5)]),
        ("<figure><figcaption>a</figcaption></figure>", [("SC702", 1, 1)]),
        ("<p>a</p>\n<header><h1>a</h1></header>", [("SC702", 2, 1)]),
        ('<p>a <span class="number">1</span></p>', [("SC702", 1, 6)]),
        ('<p><a href="#a">a <span class="footnote">b</span></a></p>', [("SC702", 1, 19)]),
        (
            '<p><a href="#a">a<strong><a href="#b">b</a></strong></a></p>',
            [("SC702", 1, 26)],
        ),
        (
            "<table>\n<tr><td>a</td></tr>\n<caption>a</caption></table>",
            [("SC702", 3, 1)],
        ),
        ("<table><caption>a</caption>\n<caption>b</caption></table>", [("SC702", 2, 1)]),
    ],
)
def test_out_of_order(parsing: Callable[[str], Told], html: str, expected: Told) -> None:
    assert parsing(html) == expected
