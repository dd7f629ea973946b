"""The Markdown file, read back by a renderer."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from sendctl.document import Document, Meta, write_markdown
from sendctl.document.attributes import CONTROL
from sendctl.document.model import (
    Blocks,
    Cell,
    Contents,
    Definition,
    Definitions,
    Emphasis,
    Heading,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from sendctl.document.writers.numbering import label

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = st.text().map(lambda text: " ".join(CONTROL.sub("", text).split())).filter(bool)
MARKS = (
    st.text(alphabet="*_`~[]()<>#+-.1= |\\&;:!a\"'$^/\xa0é", min_size=1, max_size=12)
    .map(lambda text: " ".join(word for word in text.split(" ") if word))
    .filter(bool)
)


def rendered(*blocks: object) -> str:
    document = Document(Meta("A plan"), blocks)  # type: ignore[arg-type]
    return str(RENDERER.render(write_markdown(document)))


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip("\n")


@given(LINES | MARKS)
@example("1. a")
@example("- - -")
@example("&copy;")
@example("www.example.org and https://a_b_c.org")
@example("\xa0a\xa0")
def test_paragraphs_come_back(text: str) -> None:
    html = rendered(Paragraph((Text(text),)))
    assert re.fullmatch(r"<p>[^<]*</p>\n", html)
    assert plain(html) == text


@given(LINES | MARKS)
def test_headings_come_back(text: str) -> None:
    html = rendered(Heading(2, (Text(text),), "a"))
    assert re.fullmatch(r"<h2>[^<]*</h2>\n", html)
    assert plain(html) == text


@given(LINES | MARKS, LINES | MARKS)
@example("\\", "|")
@example("a\\", "b|")
def test_cells_come_back(left: str, right: str) -> None:
    cells = tuple(Cell((Paragraph((Text(text),)),)) for text in (left, right))
    html = rendered(Table((Text("t"),), (), (Row(cells),), (Row(cells),)))
    assert [unescape(cell) for cell in re.findall(r"<td>([^<]*)</td>", html)] == [left, right]
    assert [unescape(cell) for cell in re.findall(r"<th>([^<]*)</th>", html)] == [left, right]


@given(st.lists(LINES | MARKS, min_size=2, max_size=4))
def test_lines_come_back(lines: list[str]) -> None:
    inlines: list[Text | LineBreak] = [Text(lines[0])]
    for line in lines[1:]:
        inlines += [LineBreak(), Text(line)]
    html = rendered(Paragraph(tuple(inlines)))
    assert [unescape(line) for line in html[3:-5].split("<br />\n")] == lines


@given(LINES | MARKS)
def test_items_come_back(text: str) -> None:
    item = Item(
        (
            Paragraph((Text(text),)),
            ItemList(ordered=False, items=(Item((Paragraph((Text("b"),)),)),)),
        )
    )
    html = rendered(ItemList(ordered=True, items=(item,), start=7))
    assert html.startswith('<ol start="7">\n<li>')
    assert plain(html).replace("\n", "") == text + "b"


RUNS = st.recursive(
    MARKS.map(Text),
    lambda inner: st.builds(
        lambda kind, children: kind(tuple(children)),
        st.sampled_from([Strong, Emphasis]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@given(st.lists(RUNS, min_size=1, max_size=4))
def test_stress_comes_back(runs: list[Text | Strong | Emphasis]) -> None:
    """Words and the stress on each, whatever stands beside it."""
    html = rendered(Paragraph(tuple(runs)))
    assert re.fullmatch(r"<p>.*</p>\n", html, re.DOTALL)
    assert stresses_in(html[3:-5]) == list(stresses_of(tuple(runs), frozenset()))


def stresses_of(inlines: Inlines, around: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    for inline in inlines:
        match inline:
            case Text(text):
                found += [(character, around) for character in text]
            case Strong(children):
                found += stresses_of(children, around | {"strong"})
            case Emphasis(children):
                found += stresses_of(children, around | {"em"})
    return found


def stresses_in(html: str) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    around: list[str] = []
    for part in re.split(r"(<[^>]*>)", html):
        if part.startswith("</"):
            around.pop()
        elif part.startswith("<"):
            around.append(part[1:-1])
        else:
            found += [(character, frozenset(around)) for character in unescape(part)]
    return found


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.org/x (1)", "https://a.org/x%20(1)"),
        ("https://a.org/?a=1&copy=2|3", "https://a.org/?a=1&copy=2%7C3"),
        ("mailto:send@a.org", "mailto:send@a.org"),
    ],
)
def test_links(href: str, expected: str) -> None:
    html = rendered(Paragraph((Link(href, (Text("a [b]"),)),)))
    found = re.fullmatch(r'<p><a href="([^"]*)">a \[b\]</a></p>\n', html)
    assert found
    assert unescape(found.group(1)).replace("%28", "(").replace("%29", ")") == expected


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    link = Link("https://a.org", (Text("here"),))
    html = rendered(Paragraph((Text("Look!"), link)))
    assert html == '<p>Look!<a href="https://a.org">here</a></p>\n'


def test_links_within_the_document_follow_the_renderers_anchors() -> None:
    link = Link("#x", (Text("there"),))
    row = Link("#row", (Text("row"),))
    table = Table((), (), (), (Row((Cell((Paragraph((row,)),)),), "row"),))
    text = write_markdown(
        Document(
            Meta("A"),
            (Heading(1, (Text("What\u2019s new?"),), "x", "2.1"), Paragraph((link,)), table),
        )
    )
    assert "[there](#21-whats-new)" in text
    assert '| <a id="row"></a>[row](#row) |' in text


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            (Paragraph((Text("a"), Note((Text("b"),)), Text("."))),),
            "a[^1].\n\n[^1]: b\n",
        ),
        (
            (ItemList(False, (Item(()),)), ItemList(False, (Item(()),))),
            "-\n\n<!-- another list -->\n\n-\n",
        ),
        ((Contents(), Paragraph((Text("a"),))), "a\n"),
        (
            (Definitions((Definition((Text("Due"),), (Paragraph((Text("now"),)),)),)),),
            "- **Due:** now\n",
        ),
        ((Paragraph((Strong((Text("a"),)), Strong((Text("b"),)))),), "**a**<strong>b</strong>\n"),
    ],
)
def test_as_written(blocks: Blocks, expected: str) -> None:
    assert write_markdown(Document(Meta("A"), blocks)) == expected


@pytest.mark.parametrize(
    ("number", "alpha", "roman"),
    [(1, "a", "i"), (4, "d", "iv"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (0, "0", "0")],
)
def test_labels(number: int, alpha: str, roman: str) -> None:
    assert label("alpha", number) == alpha
    assert label("roman", number) == roman


def test_sample(sample: Document, snapshot: SnapshotAssertion) -> None:
    assert write_markdown(sample) == snapshot
