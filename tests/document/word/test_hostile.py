"""Words stay words in a Word file, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.document import Document, Meta
from sendctl.document.model import (
    Cell,
    Contents,
    Cover,
    Figure,
    Heading,
    Link,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from sendctl.document.writers.word.wml import clean, run
from tests.document.sample import PICTURE
from tests.document.test_html import HOSTILE
from tests.document.word.read_back import WordFile, words_in


@pytest.mark.parametrize("text", [*HOSTILE, 'PAGE \\* "x" }{'], ids=range(len(HOSTILE) + 1))
def test_hostile_text_is_words(text: str) -> None:
    words = (Text(text),)
    table = Table(words, (), (), (Row((Cell((Paragraph(words),), header=True),)),))
    blocks = (
        Cover((Heading(1, words, "a"),)),
        Contents(text),
        Heading(2, words, "b", number=text),
        Paragraph((Link("https://example.org/" + text, words), Note(words)), number=text),
        table,
        Figure("a", text, words),
    )
    meta = Meta(text, author=text, subject=text, banner=text, as_at=text, draft=True)
    written = WordFile(Document(meta, blocks, {"a": PICTURE}))
    assert written.words == [
        *(text, text, f"{text} {text}", f"{text} {text}", f"{text} {text}", text, text, ""),
        text,
    ]
    assert written.body.xpath(".//wp:docPr/@descr") == [text]
    assert written.word.core_properties.title == text[:255]
    section = written.word.sections[0]
    assert text in words_in(section.header._element)
    assert text in words_in(section.footer._element)
    assert text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in written.part(
        "word/footnotes.xml"
    )
    assert written.body.xpath(".//w:instrText/text()") == [' TOC \\o "1-2" \\h \\z \\u ']


def test_control_characters_are_left_out() -> None:
    text = "a\x00b\x0b\x0cc\x1f\ud800\ufffed\x85e"
    written = WordFile(Document(Meta(text, banner=text), (Paragraph((Text(text),)),)))
    assert written.words == ["abcd\x85e"]
    assert written.word.core_properties.title == "abcd\x85e"


@given(st.text())
@settings(max_examples=200)
def test_any_text_comes_back(text: str) -> None:
    from docx.oxml import parse_xml

    from sendctl.document.writers.word.wml import rooted

    read = "".join(parse_xml(rooted("p", run(text))).xpath(".//w:t/text()"))
    assert read == clean(text).replace("\r\n", "\n").replace("\r", "\n")
