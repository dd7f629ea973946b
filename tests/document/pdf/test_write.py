"""The PDF as a screen reader finds it. What validators say of it: tests/documents."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from sendctl.document import CannotWrite, Document, Logo, Look, Meta, write_pdf
from sendctl.document.model import (
    Badge,
    Block,
    Contents,
    Definition,
    Definitions,
    DefinitionsRole,
    Figure,
    Heading,
    Item,
    ItemList,
    Link,
    Note,
    Paragraph,
    Section,
    Text,
)  # fmt: skip
from tests.document.pdf.tags import faults, read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8"/></svg>'
TITLE = Heading(1, (Text("Title"),))


def document(*blocks: Block) -> Document:
    return Document(Meta("Title"), (TITLE, *blocks), {"chart": SVG})


def test_sample_is_without_fault(pdf: bytes) -> None:
    assert faults(pdf) == []
    found = read(pdf)
    assert (found.title, found.language) == ("Improving support", "en-GB")


def test_tags_follow_the_document(pdf: bytes) -> None:
    root = read(pdf).root
    headings = [tag.name for tag in root.all("H1", "H2", "H3")]
    assert headings == ["H1", "H2", "H2", "H2", "H3", "H2", "H2"]  # the second is Contents
    assert len(list(next(root.all("TOC")).all("TOCI"))) == 5
    assert [tag.alt for tag in root.all("Figure")] == [
        "Of 12 actions 2 are complete, 6 on track, 3 at risk and 1 off track."
    ]
    assert len(list(root.all("BlockQuote"))) == 1
    assert len(list(root.all("Note"))) == 1


def test_cells_name_both_their_headers(pdf: bytes) -> None:
    measures, actions = read(pdf).root.all("Table")
    first = next(tag for tag in measures.kids if tag.name == "TBody").kids[0]
    header, baseline, target = first.kids
    assert (header.name, header.attributes["Scope"]) == ("TH", "/Row")
    above = [tag.id for tag in next(measures.all("THead")).all("TH")]
    assert baseline.attributes["Headers"] == [above[1], header.id]
    assert target.attributes["Headers"] == [above[2], header.id]
    scopes = [tag.attributes["Scope"] for tag in actions.all("TH")]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 3


def test_same_document_same_bytes(sample: Document, pdf: bytes) -> None:
    assert write_pdf(sample) == pdf


def test_look(sample: Document, pdf: bytes) -> None:
    look = Look("a3", 18, "#00703c", Logo(SVG.encode(), "svg", "Westshire Council"))
    larger = write_pdf(replace(sample, look=look))
    assert faults(larger) == []
    assert next(read(larger).root.all("Figure")).alt == "Westshire Council"
    assert larger != pdf


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") #import "x.typ"',
        "$ x $ `code` *strong* _emph_ <label> @ref // comment /* */",
        "= heading\n- list + enum / term: x \\",
        "👩🏽‍🦽 family ✅ 中文 العربية עברית",
        "\ue000 private \ufeff mark \u202e back",
        '"}],"blocks":[{"kind":"contents"}]',
        "w" * 3000,
        "",
    ],
)
def test_any_text_can_be_written(text: str) -> None:
    words = (Text(text),)
    made = document(
        Heading(2, (*words, Text("x")), id="a", number=text[:20]),
        Paragraph((*words, Note(words), Badge("at_risk", words), Link("#a", words)), number="1.1"),
        ItemList(ordered=True, items=(Item((Paragraph(words),)),), numbering="roman"),
        Figure("chart", text or "x", words),
    )
    meta = Meta(text or "T", author=text, subject=text, banner=text, as_at=text)
    assert faults(write_pdf(replace(made, meta=meta))) == []


@pytest.mark.parametrize("word", ["w", "long words ", "\U0001f469\u200d\U0001f467"])
def test_a_heading_without_end_has_a_short_bookmark(word: str) -> None:
    text = (word * 10_000)[:40_000].strip()
    blocks = (Heading(2, (Text(text),), number="1.1"), Paragraph((Text("x"),)), Contents("List"))
    made = write_pdf(document(*blocks))
    assert faults(made) == []
    with pikepdf.open(BytesIO(made)) as file, file.open_outline() as outline:
        (title,) = [item.title for item in outline.root[0].children if item.title != "List"]
    assert title.startswith("1.1 ")
    assert title.endswith("…")
    assert len(title) < 200


def test_texts_beside_the_page_have_no_end() -> None:
    text = "w" * 40_000
    address = "https://example.org/" + "a" * 40_000
    meta = Meta(text, author=text, subject=text)
    made = document(Figure("chart", text), Paragraph((Link(address, (Text("there"),)),)))
    assert faults(write_pdf(replace(made, meta=meta))) == []


@pytest.mark.parametrize("role", ["", "stacked"])
def test_keys_and_values_are_lists_with_labels(role: DefinitionsRole) -> None:
    pair = Definition((Text("Lead"),), (Paragraph((Text("Somebody"),)),))
    numbers = ItemList(ordered=True, items=(Item((Paragraph((Text("x"),)),)),))
    made = read(write_pdf(document(Definitions((pair, pair), role), numbers)))
    facts, listed = made.root.all("L")
    assert [[kid.name for kid in item.kids] for item in facts.kids] == [["Lbl", "LBody"]] * 2
    assert facts.attributes["ListNumbering"] == "/None"
    assert listed.attributes["ListNumbering"] == "/Decimal"


def test_odd_shapes_can_be_written() -> None:
    link = Paragraph((Link("#gone", (Text("nowhere"),)), Link("#b", (Text("there"),))))
    twice = Section((Paragraph((Text("x"),), id="b"), Paragraph((Text("y"),), id="b")), keep=True)
    long = Section((Paragraph((Text("long " * 2000),)),), keep=True)
    inner = Section((Section((link,), landscape=True), twice), landscape=True)
    assert faults(write_pdf(document(link, long, inner))) == []


def test_no_day_and_other_languages() -> None:
    plain = document(Paragraph((Text("x"),)))
    for language in ("cy", "en", "zh-Hant", "en-GB-oed"):
        made = write_pdf(replace(plain, meta=Meta("T", language=language, as_at="soon")))
        assert read(made).language.startswith(language[:2])


def test_what_typst_refuses_is_one_line() -> None:
    broken = replace(document(Figure("chart", "words")), pictures={"chart": "<svg"})
    with pytest.raises(CannotWrite, match=r"\AThe PDF cannot be made: [^\n]+\Z"):
        write_pdf(broken)
