"""Whatever a template makes can be written: the lint has its say before, but nothing raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.document import Meta, parse
from tests.document.test_markup import PIECES
from tests.document.word.read_back import WordFile


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
@settings(max_examples=40, deadline=None)
def test_nothing_raises(html: str) -> None:
    document, _ = parse(html, Meta("A plan"))
    written = WordFile(document)
    # Word calls a file damaged whose cells or sections do not end with a paragraph.
    assert not written.body.xpath(".//w:tc[not(*[last()][self::w:p])]")
    assert written.body.xpath("*[last() - 1][self::w:p]")
    assert written.body.xpath("*[last()][self::w:sectPr]")
