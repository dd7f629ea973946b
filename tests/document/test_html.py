"""The HTML file: nothing runs, nothing is fetched, all words are there."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from sendctl.document import Document, Meta, parse, write_html
from sendctl.document.attributes import CONTROL
from sendctl.document.model import Cell, Heading, Look, Paragraph, Row, Strong, Table, Text
from sendctl.document.widths import column_shares
from sendctl.document.writers.escape import css_string

HOSTILE = [
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "<script>alert(1)</script>",
    "</style><script>x</script>",
    "]]> <![CDATA[ --> <!--",
    "\" ' ` \" onload='x' =",
    "&lt; &amp;amp; &#x41; &nbsp",
    "=SUM(A1) | a | b \\ \\| *x* _y_ ~~z~~ `c` $m$",
    "# 1. - + > [x](y) ![z](w) [^1] <https://a.b>",
    "نص من اليمين إلى اليسار",
    "👩🏽‍🦽 family 👨‍👩‍👧 ✅",
    "w" * 10_000,
]


class _Words(HTMLParser):
    """The text of the elements with one tag, and every tag and attribute there is."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self._tag = tag
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)
        if tag == self._tag:
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != self._tag

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def words(html: str, tag: str) -> list[str]:
    reader = _Words(tag)
    reader.feed(html)
    reader.close()
    return reader.found


def paragraph(text: str, meta: Meta | None = None) -> Document:
    return Document(meta or Meta("A plan"), (Paragraph((Text(text),), "lead"),))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_words(text: str) -> None:
    table = Table((Text(text),), (), (), (Row((Cell((Paragraph((Text(text),)),)),)),))
    meta = Meta(text, subtitle=text, author=text, subject=text, banner=text, as_at=text)
    document = Document(meta, (Heading(1, (Text(text),), "a"), table), {"a": text})
    html = write_html(document)
    reader = _Words("td")
    reader.feed(html)
    assert reader.found == [text]
    assert words(html, "title") == [text]
    assert words(html, "caption") == [text]
    assert "script" not in reader.tags
    assert not any(name.startswith("on") for name in reader.names)
    assert html.count("</style>") == 1


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    clean = CONTROL.sub("", text).replace("\r", "")
    assert words(write_html(paragraph(clean)), "p")[0] == clean


@given(st.text())
def test_any_text_comes_through_the_parser(text: str) -> None:
    from html import escape

    document, findings = parse(f"<p>{escape(text)}</p>", Meta("A plan"))
    shown = "".join(words(write_html(document), "p")[:1])
    assert findings == []
    if document.blocks:
        assert shown == re.sub(r"[ \t\n\f\r]+", " ", CONTROL.sub("", text)).strip(" ")


@given(st.text())
def test_css_strings_hold_anything(text: str) -> None:
    quoted = css_string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"', quoted)
    read = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match.group(1), 16)), quoted[1:-1])
    assert read == text


def test_councils_style_cannot_leave_its_element() -> None:
    look = Look(css="p { color: red } </STYLE><script>x</script>")
    html = write_html(replace(paragraph("a"), look=look))
    assert words(html, "script") == []
    assert "color: red" in words(html, "style")[0]


def test_nothing_is_fetched_or_run(sample: Document) -> None:
    html = write_html(sample)
    assert "default-src 'none'" in html.replace("&#x27;", "'")
    assert not re.search(r"<script|<link|@import|url\(|src=\"(?!data:)", html)


def test_same_bytes_every_time(sample: Document) -> None:
    assert write_html(sample) == write_html(sample)


def test_language_and_title() -> None:
    html = write_html(paragraph("a", Meta("A & B", language="cy")))
    assert '<html lang="cy">' in html
    assert "<title>A &amp; B</title>" in html


def test_wide_tables_scroll_in_a_named_region(sample: Document) -> None:
    html = write_html(sample)
    region = '<div class="sc-table" role="region" tabindex="0" aria-labelledby="sc-table-2">'
    assert region in html
    assert '<caption id="sc-table-2">' in html


def test_cells_of_wide_tables_carry_the_name_of_their_column_for_phones() -> None:
    def row(*texts: str, span: int = 1) -> Row:
        return Row(
            tuple(
                Cell((Paragraph((Text(text),)),), header=not number, span=span if number else 1)
                for number, text in enumerate(texts)
            )
        )

    head, body = (row("Ref", "A & B", "C", "D"),), (row("1", "a", "b", "c"), row("2", "x", span=3))
    html = write_html(Document(Meta("T"), (Table((), (), head, body),)))
    assert re.findall(r"<t[dh][^>]*>[^<]*</t[dh]>", html)[4:] == [
        "<th>1</th>",
        '<td data-label="A &amp; B">a</td>',
        '<td data-label="C">b</td>',
        '<td data-label="D">c</td>',
        "<th>2</th>",
        '<td colspan="3">x</td>',
    ]
    narrow = Table((), (), (row("Ref", "A", "B"),), (row("1", "a", "b"),))
    assert "<td>a</td>" in write_html(Document(Meta("T"), (narrow,)))


def test_footnotes_lead_there_and_back(sample: Document) -> None:
    html = write_html(sample)
    assert 'href="#sc-note-1" id="sc-ref-1"' in html
    assert '<li id="sc-note-1">' in html
    assert 'href="#sc-ref-1" role="doc-backlink"' in html


def test_every_anchor_is_there_once(sample: Document) -> None:
    html = write_html(sample)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_long_texts_do_not_starve_short_columns() -> None:
    cells = [Cell((Paragraph((Strong((Text(text),)),)),)) for text in ("1.10", "word " * 400)]
    first, second = column_shares(Table((), (), (), (Row(tuple(cells)),)))
    assert first / (first + second) > 0.06


def test_sample(sample: Document, snapshot: SnapshotAssertion) -> None:
    html = write_html(sample)
    shown, style = re.subn(
        r"(?<=<style>).*?(?=@page \{\n  @top-left \{ content)", "\n", html, flags=re.DOTALL
    )
    assert style == 1
    assert shown == snapshot
