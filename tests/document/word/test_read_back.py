"""The sample in Word: every block is what it is by Word's own means, not by its looks."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, Twips

from sendctl.document import Document, Logo, Look, Meta, parse
from sendctl.document.model import Heading, Paragraph, Text
from tests.document.sample import PICTURE
from tests.document.word.read_back import WordFile, words_in


@pytest.fixture(scope="module")
def written(sample: Document) -> WordFile:
    return WordFile(sample)


def of(html: str, look: Look | None = None) -> WordFile:
    document, findings = parse(html, Meta("A plan"), pictures={"chart": PICTURE})
    assert findings == []
    return WordFile(Document(document.meta, document.blocks, document.pictures, look or Look()))


def test_properties(written: WordFile) -> None:
    properties = written.word.core_properties
    assert properties.title == "Improving support"
    assert properties.author == "Westshire Council"
    assert properties.subject == "What the area does about the inspection."
    assert properties.language == "en-GB"
    assert properties.content_status == "Draft"
    assert (properties.last_modified_by, properties.comments, properties.keywords) == ("", "", "")


def test_what_is_meant_to_fit_one_side_is_set_tighter(sample: Document) -> None:
    def measures(*, one_page: bool) -> tuple[float, ...]:
        word = WordFile(replace(sample, meta=replace(sample.meta, one_page=one_page))).word
        styles, margin = word.styles, word.sections[0].left_margin
        assert margin is not None
        return (
            *(styles[name].font.size.pt for name in ("Normal", "Report Table Text")),
            *(styles["heading 1"].paragraph_format.space_before.pt, round(margin.mm)),
        )

    assert measures(one_page=False) == (12, 11, 24, 20)
    assert measures(one_page=True) == (10, 9, 8, 13)


def test_language_of_the_words(written: WordFile) -> None:
    defaults = "w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val"
    assert written.word.styles.element.xpath(defaults) == ["en-GB"]


def test_styles_are_words_own(written: WordFile) -> None:
    assert ("Title", "Improving support for children with special educational needs") in (
        written.lines
    )
    found = dict.fromkeys(style for style, _ in written.lines)
    expected = ["Eyebrow", "Title", "Subtitle", "Fact Heading", "Fact Text", "TOC Heading"]
    expected += ["toc 1", "toc 2", "heading 1", "Lead", "Tile Label", "Tile Figure", "Picture"]
    expected += ["caption", "Normal", "Quote", "Quote Source", "List Number", "List Bullet 2"]
    expected += ["Warning Text", "heading 2", "Report Table Heading", "Report Table Row Heading"]
    expected += ["Report Table Text", "Spacer", "Report Compact Heading"]
    expected += ["Report Compact Row Heading", "Report Compact Text", "Definition Term"]
    assert list(found) == expected


def test_headings(written: WordFile) -> None:
    headings = [line for line in written.lines if line[0].startswith("heading")]
    assert headings == [
        ("heading 1", "Where we stand"),
        ("heading 1", "1 Ownership and accountability"),
        ("heading 2", "How we will know"),
        ("heading 1", "Actions"),
        ("heading 1", "Signed"),
    ]


def test_tables_have_header_rows_and_row_headers(written: WordFile) -> None:
    tables = {
        table.xpath("w:tblPr/w:tblCaption/@w:val")[0]: table
        for table in written.body.xpath(".//w:tbl[w:tblPr/w:tblCaption]")
    }
    assert list(tables) == ["Measures", "Workstream 1: who does what by when"]
    for table in tables.values():
        head = [bool(row.xpath("w:trPr/w:tblHeader")) for row in table.xpath("w:tr")]
        assert head == [True] + [False] * (len(head) - 1)
        assert all(row.xpath("w:trPr/w:cantSplit") for row in table.xpath("w:tr"))
        assert table.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert table.xpath("w:tblPr/w:tblStyle/@w:val") == ["ReportTable"]
    measures, actions = tables.values()
    assert measures.xpath("w:tblPr/w:tblLook/@w:firstColumn") == ["1"]
    # Its last row is a remark across the table.
    assert actions.xpath("w:tblPr/w:tblLook/@w:firstColumn") == ["0"]
    assert actions.xpath("w:tr[5]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["4"]
    assert len(measures.xpath("w:tr/w:tc/w:p/w:pPr/w:jc[@w:val='right']")) == 6


def test_columns_fill_the_page_to_the_last_twip(written: WordFile) -> None:
    for table in written.body.xpath(".//w:tbl[w:tblPr/w:tblCaption]"):
        widths = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) in {11906 - 2 * 1134, 16838 - 2 * 1134}
        assert str(sum(widths)) == table.xpath("w:tblPr/w:tblW/@w:w")[0]


def test_long_rows_may_split() -> None:
    written = of(
        "<h1>A</h1><table><caption>T</caption><tr><th>1</th><td>b</td></tr>"
        f"<tr><th>2</th><td>{'word ' * 400}</td></tr></table>"
    )
    rows = written.body.xpath(".//w:tr")
    assert [bool(row.xpath("w:trPr/w:cantSplit")) for row in rows] == [True, False]


def test_tables_without_text_between_them_stay_apart() -> None:
    written = of(
        "<h1>A</h1><dl><dt>a</dt><dd>b</dd></dl><dl><dt>c</dt><dd>d</dd></dl>"
        '<dl class="tiles">' + "<dt>a</dt><dd>1</dd>" * 6 + "</dl>"
    )
    assert not written.body.xpath(".//w:tbl/following-sibling::*[1][self::w:tbl]")
    assert len(written.body.xpath(".//w:tbl")) == 4
    assert written.body.xpath("*[last()]")[0].tag.endswith("}sectPr")
    assert written.body.xpath("*[last() - 1]")[0].tag.endswith("}p")


def test_pictures_have_alternative_texts(written: WordFile) -> None:
    words = "Of 12 actions 2 are complete, 6 on track, 3 at risk and 1 off track."
    assert written.body.xpath(".//wp:docPr/@descr") == [words]
    assert ("caption", "Actions by rating") in written.lines
    assert any(name.startswith("word/media/") and name.endswith(".png") for name in written.names)


def test_landscape_pages(written: WordFile) -> None:
    sections = [
        (section.orientation, section.page_width, section.page_height)
        for section in written.word.sections
    ]
    upright = (WD_ORIENT.PORTRAIT, 11906 * 635, 16838 * 635)
    assert sections == [upright, (WD_ORIENT.LANDSCAPE, 16838 * 635, 11906 * 635), upright]


def test_wide_tables_and_their_headings_turn_the_page() -> None:
    head = "".join(f"<th>{column}</th>" for column in range(7))
    cells = "<th>r</th>" + "<td>x</td>" * 6
    table = f"<table><caption>T</caption><thead><tr>{head}</tr></thead><tr>{cells}</tr></table>"
    written = of(f"<h1>A</h1><p>one</p><h2>B</h2>{table}<p>two</p>")
    assert [section.orientation for section in written.word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    ends = written.body.xpath(".//w:p[w:pPr/w:sectPr]")
    assert [words_in(end) for end in ends] == ["one", ""]


def test_footnotes_are_footnotes(written: WordFile) -> None:
    assert written.body.xpath(".//w:footnoteReference/@w:id") == ["1"]
    notes = written.part("word/footnotes.xml")
    assert "Letter of 26 May 2022, " in notes
    assert re.findall(r'w:id="(-?\d+)"', notes) == ["-1", "0", "1"]
    assert "https://files.example.org/letter" in written.part("word/_rels/footnotes.xml.rels")
    assert 'w:footnotePr><w:footnote w:id="-1"/>' in written.part("word/settings.xml")


def test_contents_are_a_field_filled_with_links(written: WordFile) -> None:
    field = "".join(written.body.xpath(".//w:sdt//w:instrText/text()")).split()
    assert field == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    kinds = written.body.xpath(".//w:sdt//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]
    links = [words_in(link) for link in written.body.xpath(".//w:sdt//w:hyperlink")]
    assert links == [
        "Where we stand",
        "1 Ownership and accountability",
        "How we will know",
        "Actions",
        "Signed",
    ]


def test_links_inside_lead_to_bookmarks(written: WordFile) -> None:
    targets = written.body.xpath(".//w:hyperlink/@w:anchor")
    names = written.body.xpath(".//w:bookmarkStart/@w:name")
    numbers = written.body.xpath(".//w:bookmarkStart/@w:id")
    assert set(targets) <= set(names)
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert numbers == written.body.xpath(".//w:bookmarkEnd/@w:id")
    assert "_action_1_3" in targets
    row = written.body.xpath(".//w:bookmarkStart[@w:name='_action_1_3']/ancestor::w:tr")
    assert "Review all plans" in words_in(row[0])


def test_names_of_bookmarks_are_short_and_no_two_alike() -> None:
    long = "a" * 50
    written = of(
        f'<h1>A</h1><h2 id="a.b">B</h2><h2 id="a-b">C</h2><h2 id="{long}">D</h2>'
        f'<h2 id="{long}b">E</h2>'
    )
    names = written.body.xpath(".//w:bookmarkStart/@w:name")
    assert names[1:] == ["_a_b", "_a_b_2", "_" + "a" * 39, "_" + "a" * 37 + "_2"]


def test_links_outside() -> None:
    written = of('<h1>A</h1><p><a href="https://example.org/a b?c=[d]&amp;e=“f”">the page</a></p>')
    (key,) = written.body.xpath(".//w:hyperlink/@r:id")
    relation = written.word.part.rels[key]
    assert relation.is_external
    # Word calls a file damaged for spaces and brackets in an address.
    assert relation.target_ref == "https://example.org/a%20b?c=%5Bd%5D&e=%E2%80%9Cf%E2%80%9D"


def test_each_ordered_list_counts_by_itself() -> None:
    written = of(
        "<h1>A</h1><ol><li>a</li><li>b<ol class='alpha'><li>c</li></ol></li></ol>"
        "<ol start='4' class='roman'><li>d</li></ol><ul><li>e<ul><li>f</li></ul></li></ul>"
    )
    items = [
        (words_in(each), each.pPr.numPr.numId.val, each.pPr.numPr.ilvl.val)
        for each in written.body.xpath(".//w:p[w:pPr/w:numPr]")
    ]
    assert [(words, level) for words, _, level in items] == [
        *(("a", 0), ("b", 0), ("c", 1), ("d", 0), ("e", 0), ("f", 1)),
    ]
    numbers = [number for _, number, _ in items]
    assert len(set(numbers)) == 4
    assert numbers[0] == numbers[1]
    assert numbers[4] == numbers[5]
    root = written.word.part.numbering_part.element
    for number, level, start, form in (
        (numbers[0], 0, "1", "decimal"),
        (numbers[2], 1, "1", "lowerLetter"),
        (numbers[3], 0, "4", "lowerRoman"),
    ):
        override = f"w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='{level}']"
        assert root.xpath(f"{override}/w:startOverride/@w:val") == [start]
        (kind,) = root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        levels = f"w:abstractNum[@w:abstractNumId='{kind}']/w:lvl[@w:ilvl='{level}']"
        assert root.xpath(f"{levels}/w:numFmt/@w:val") == [form]


def test_lists_deeper_than_word_counts() -> None:
    html = "<p>x</p>"
    for _ in range(12):
        html = f"<ul><li>{html}</li></ul>"
    levels = of(f"<h1>A</h1>{html}").body.xpath(".//w:numPr/w:ilvl/@w:val")
    assert levels == [*"012345678", "8", "8", "8"]


def test_status_words_are_words_with_a_colour(written: WordFile) -> None:
    runs = written.body.xpath(".//w:r[w:rPr/w:rStyle[starts-with(@w:val, 'Badge')]]")
    assert [words_in(run.getparent()) for run in runs] == ["Complete", "On track", "Off track"]
    styles = written.word.styles.element
    for style in ("BadgeComplete", "BadgeOnTrack", "BadgeOffTrack"):
        assert styles.xpath(f"w:style[@w:styleId='{style}']/w:rPr/w:shd/@w:fill")


def test_every_page_says_what_it_is(written: WordFile) -> None:
    section = written.word.sections[0]
    header, footer = section.header._element, section.footer._element
    assert words_in(header) == "DRAFT  ·  Public version"
    assert header.xpath(".//*[local-name() = 'textpath'][@string]/@string") == ["DRAFT"]
    words = "Improving support Position as at 5 September 2022  ·  Page 1 of 1"
    assert words_in(footer) == words
    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    for later in list(written.word.sections)[1:]:
        assert later.header.is_linked_to_previous
        assert later.footer.is_linked_to_previous


def test_a_document_without_banner_says_whose_it_is() -> None:
    meta = Meta("A plan", author="Westshire Council")
    written = WordFile(Document(meta, (Heading(1, (Text("A"),)),)))
    header = written.word.sections[0].header._element
    assert words_in(header) == "Westshire Council"
    assert not header.xpath(".//w:pict")


def test_size_of_pages_and_type() -> None:
    written = of("<h1>A</h1><p>b</p>", Look(page="a3", body_size=14, accent="#00703c"))
    assert written.word.sections[0].page_width == Twips(16838)
    assert written.word.styles["Normal"].font.size == Pt(14)
    assert written.word.styles["Report Compact Text"].font.size == Pt(12)
    assert str(written.word.styles["Heading 1"].font.color.rgb) == "00703C"
    assert written.word.styles["Heading 1"].font.size == Pt(21)
    small = of("<h1>A</h1><p>b</p>")
    assert small.word.styles["Normal"].font.size == Pt(12)
    assert small.word.styles["Report Compact Text"].font.size == Pt(10)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_logo_on_the_cover(kind: str) -> None:
    from sendctl.document.writers.word.pictures import pngs

    content = PICTURE.encode() if kind == "svg" else pngs([PICTURE])[0]
    logo = Logo(content, "svg" if kind == "svg" else "png", "Westshire Council")
    written = of("<header><h1>A</h1></header><p>b</p>", Look(logo=logo))
    assert written.body.xpath(".//wp:docPr/@descr") == ["Westshire Council"]


def test_page_breaks_need_no_empty_paragraph() -> None:
    written = of("<h1>A</h1><p>b</p><hr><p>c</p>")
    broken = written.body.xpath(".//w:p[w:pPr/w:pageBreakBefore]")
    assert [words_in(each) for each in broken] == ["c"]


def test_what_is_kept_together(written: WordFile) -> None:
    signed = written.lines.index(("heading 1", "Signed"))
    following = [
        bool(each.xpath("w:pPr/w:keepNext")) for each in written.body.xpath("//w:body//w:p")
    ][signed:]
    # The heading's own style keeps it with the term, and the last line is free.
    assert following == [False, True, False]


def test_same_bytes_every_time(sample: Document, written: WordFile) -> None:
    assert WordFile(sample).content == written.content
    with zipfile.ZipFile(BytesIO(written.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_left_of_a_library_s_template(written: WordFile) -> None:
    left = ("stylesWithEffects", "thumbnail", "customXml", "app.xml", "docProps/custom")
    assert [name for name in written.names if any(part in name for part in left)] == []


def test_a_document_of_nothing() -> None:
    written = WordFile(Document(Meta("A plan"), (Paragraph(()),)))
    assert written.words == [""]
    assert len(WordFile(Document(Meta("A plan"), ())).word.sections) == 1
