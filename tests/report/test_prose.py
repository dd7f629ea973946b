from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sendctl.document import Meta, lint, parse
from sendctl.document.walk import inner_inlines, plain_text, walk
from sendctl.report.prose import inline, numbered, prose, web_address, words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One\nline.", "<p>One\nline.</p>"),
        ("**Bold** and *stressed*", "<p><strong>Bold</strong> and <em>stressed</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        (
            "[Ofsted](https://ofsted.gov.uk/a)",
            '<p><a href="https://ofsted.gov.uk/a">Ofsted</a></p>',
        ),
        ('[a](https://a.uk "tip")', '<p><a href="https://a.uk">a</a></p>'),
        (r"\*literal\*", "<p>*literal*</p>"),
    ],
)
def test_what_is_formatted(text: str, html: str) -> None:
    assert prose(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "| a | b |",
        "    code",
        "`code`",
        "```\ncode\n```",
        "> quote",
        "---",
        "{{ 7*7 }}",
        "{% include 'x' %}",
        "[x](javascript:alert(1))",
        "[x](evidence/a.pdf)",
        "[x](#action-1)",
        "[x](data:text/html,x)",
        "a &amp; b",
        "-",
        "12.",
        "2022. It was a hard year.",
        "1.1 no list",
        "snake_case_word",
        "<https://a.uk>",
    ],
)
def test_what_stays_literal(text: str) -> None:
    shown = Markup(re.sub(r"</?p>", "", prose(text))).unescape()  # noqa: S704
    assert shown.split() == text.split()


def test_html_is_escaped() -> None:
    assert prose("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
    assert inline("*<b>*") == "<em>&lt;b&gt;</em>"


def test_a_picture_becomes_a_link_at_most() -> None:
    assert prose("![x](https://a.uk/p.png)") == '<p>!<a href="https://a.uk/p.png">x</a></p>'


def test_inline_makes_no_blocks() -> None:
    assert inline("- a *b*") == "- a <em>b</em>"


def test_nothing_and_markup_stay_as_they_are() -> None:
    assert prose(None) == inline("") == Markup()
    assert prose(Markup("<ul></ul>")) == inline(Markup("<ul></ul>")) == Markup("<ul></ul>")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.uk/b", "https://a.uk/b"),
        ("mailto:send@a.uk", "mailto:send@a.uk"),
        ("javascript:alert(1)", ""),
        ("evidence/a.pdf", ""),
        ("https://", ""),
        (None, ""),
    ],
)
def test_web_address(text: str | None, address: str) -> None:
    assert web_address(text) == address


_MARKS = st.text(st.sampled_from("*_[]()!`#>-+1. \n\\<&|~:/ahtps"), max_size=60)


@given(_MARKS | st.text(max_size=60))
def test_any_text_gives_restricted_html(text: str) -> None:
    html = f"<h1>t</h1><table><caption>c</caption><tr><th>{inline(text)}</th>"
    document, findings = parse(f"{html}<td>{prose(text)}</td></tr></table>", Meta("t"))
    assert findings == []
    # A link without words is the author's slip, told as such.
    assert {each.code for each in lint(document)} <= {"SC707"}


@given(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=80))
def test_words_are_never_lost(text: str) -> None:
    document, _ = parse(f"<h1>t</h1>{prose(text)}", Meta("t"))
    blocks = list(walk(document.blocks))[1:]
    words = " ".join(plain_text(line) for block in blocks for line in inner_inlines(block))
    assert words.split() == text.split()


@pytest.mark.parametrize("text", ["[" * 20_000, "*a " * 20_000, "- " * 5_000, "x" * 200_000])
def test_long_texts_do_not_take_long(text: str) -> None:
    start = time.process_time()
    prose(text)
    inline(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("plain", "plain"),
        ("**bold** and *it* [site](https://e.org)", "bold and it site (https://e.org)"),
        ("One\n\nTwo\nmore", "One\nTwo more"),
        ("- a\n- b\n  1. c\n  2. d\n- e", "• a\n• b\n  1. c\n  2. d\n• e"),
        ("3. c\n4. d", "3. c\n4. d"),
        ("[x](javascript:a) {{ 7*7 }}", "[x](javascript:a) {{ 7*7 }}"),
        ("5 * 3 * 2", "5 * 3 * 2"),
    ],
)
def test_words_are_the_text_without_its_formatting(text: str, plain: str) -> None:
    assert words(text) == plain


def test_only_a_paragraph_takes_a_number() -> None:
    assert numbered(prose("A & b"), "1.1") == '<p><span class="number">1.1</span> A &amp; b</p>'
    assert numbered(prose("- a"), "1.1") == prose("- a")
    assert numbered(prose("A"), "<b>") == '<p><span class="number">&lt;b&gt;</span> A</p>'
    assert numbered(prose("A"), "") == "<p>A</p>"
