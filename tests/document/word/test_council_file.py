"""A council's own Word file gives styles, headers and footers; nothing else of it gets out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, Twips

from sendctl.document import CannotWrite, Document, Logo, Look, Meta, write_docx
from sendctl.document.model import Cover, Heading, Item, ItemList, Paragraph, Strong, Text
from sendctl.document.writers.word.pictures import pngs
from tests.document.sample import PICTURE
from tests.document.word.read_back import WordFile, words_in

SECRETS = ("Jane Smith", "Private words", "Do not publish", "secret.example")


def council_file(*, page_field: bool = False) -> bytes:
    """Two sections, the headers in the first; text, comment and picture that must not stay."""
    word = docx.Document()
    word.styles["Normal"].font.name = "Georgia"
    word.styles["Heading 1"].font.size = Pt(33)
    word.core_properties.author = word.core_properties.last_modified_by = "Jane Smith"
    word.core_properties.comments = "Private words"
    first = word.sections[0]
    first.different_first_page_header_footer = True
    first.page_width, first.left_margin = Mm(200), Mm(30)
    first.header.paragraphs[0].text = "Westshire Council"
    logo = first.first_page_header.paragraphs[0].add_run()
    logo.add_picture(io.BytesIO(pngs([PICTURE])[0]), width=Mm(40))
    first.footer.paragraphs[0].text = "www.westshire.example"
    if page_field:
        from docx.oxml import parse_xml

        from sendctl.document.writers.word.wml import field, rooted

        footer: Any = first.footer._element
        footer.extend(parse_xml(rooted("ftr", rooted("p", field("PAGE", "1")))))
    text = word.add_paragraph("Private words")
    word.add_comment(text.runs, "Do not publish", author="Jane Smith", initials="JS")
    word.part.relate_to("https://secret.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    word.add_picture(io.BytesIO(pngs([PICTURE.replace("8", "9")])[0]))
    word.add_section()
    word.add_paragraph("More")
    content = io.BytesIO()
    word.save(content)
    return content.getvalue()


def document(look: Look) -> Document:
    items = ItemList(ordered=False, items=(Item((Paragraph((Text("c"),)),)),))
    blocks = (Cover((Heading(1, (Text("A"),)),)), Heading(2, (Strong((Text("b"),)),), "b"), items)
    return Document(Meta("A plan", draft=True, as_at="1 May 2022"), blocks, {}, look)


@pytest.fixture(scope="module")
def written() -> WordFile:
    return WordFile(document(Look(word_template=council_file())))


def test_styles_are_the_councils(written: WordFile) -> None:
    assert written.word.styles["Normal"].font.name == "Georgia"
    assert written.word.styles["Heading 1"].font.size == Pt(33)
    assert written.lines == [("Title", "A"), ("heading 1", "b"), ("List Bullet", "c")]
    # Those that it does not have are added.
    assert written.word.styles["Report Table Text"].font.size == Pt(11)


def test_language_is_british_english_in_every_style(written: WordFile) -> None:
    assert set(written.word.styles.element.xpath("//w:lang/@w:val")) == {"en-GB"}


def test_pages_headers_and_footers_are_the_councils_with_ours_below(written: WordFile) -> None:
    section = written.word.sections[0]
    assert (section.page_width, section.left_margin) == (Twips(11339), Twips(1701))
    assert section.different_first_page_header_footer
    header: Any = section.header._element
    assert [words_in(each) for each in header.xpath("w:p")] == ["Westshire Council", "DRAFT"]
    first: Any = section.first_page_header._element
    assert [bool(each.xpath(".//pic:pic")) for each in first.xpath("w:p")] == [True, False]
    assert words_in(first) == "DRAFT"
    footer: Any = section.footer._element
    assert [words_in(each) for each in footer.xpath("w:p")] == [
        "www.westshire.example",
        "A plan Position as at 1 May 2022  ·  Page 1 of 1",
    ]
    assert "1 May 2022" in words_in(section.first_page_footer._element)


def test_pages_that_are_numbered_are_not_numbered_again() -> None:
    written = WordFile(document(Look(word_template=council_file(page_field=True))))
    footer: Any = written.word.sections[0].footer._element
    assert words_in(footer.xpath("w:p")[-1]) == "A plan Position as at 1 May 2022"


def test_nothing_else_of_the_file_stays(written: WordFile) -> None:
    with zipfile.ZipFile(io.BytesIO(written.content)) as archive:
        files = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    for secret in SECRETS:
        assert [name for name, text in files.items() if secret in text] == []
    assert sum(name.startswith("word/media/") for name in files) == 1
    left = ("comments", "stylesWithEffects", "thumbnail", "app.xml", "customXml")
    assert [name for name in files if any(part in name for part in left)] == []
    assert written.word.core_properties.author == ""


def test_a_logo_in_the_header_is_enough() -> None:
    logo = Logo(PICTURE.encode(), "svg", "Westshire Council")
    look = Look(word_template=council_file(), logo=logo)
    assert WordFile(document(look)).body.xpath(".//wp:docPr") == []
    plain = io.BytesIO()
    docx.Document().save(plain)
    look = replace(look, word_template=plain.getvalue())
    assert len(WordFile(document(look)).body.xpath(".//wp:docPr")) == 1


def test_same_bytes_every_time(written: WordFile) -> None:
    assert write_docx(document(Look(word_template=council_file()))) == written.content


def spoilt(part: str, content: bytes) -> bytes:
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(council_file())) as old, zipfile.ZipFile(fresh, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return fresh.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"not a Word file",
        council_file()[:5000],
        spoilt("word/document.xml", b"<w:document"),
        spoilt("word/styles.xml", b""),
        spoilt("word/document.xml", b"<a/>"),
        spoilt("[Content_Types].xml", b"<Types/>"),
    ],
    ids=["text", "cut", "open", "empty", "other", "untyped"],
)
def test_a_file_that_cannot_be_used_is_said_to_be(content: bytes) -> None:
    with pytest.raises(CannotWrite, match="Save it again in Word"):
        write_docx(document(Look(word_template=content)))
