"""Footnotes, which python-docx does not make: a part of their own beside the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sendctl.document.writers.word.wml import (
    ParagraphFormat,
    RunFormat,
    Xml,
    paragraph,
    rooted,
    run,
    special,
    w,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import XmlPart

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))


class Notes:
    """The footnotes of one document; Word wants a part for them even where there are none."""

    def __init__(self, word: WordDocument, styles: dict[str, str]) -> None:
        self._styles = styles
        self._notes: list[Xml] = []
        self.part = _new_part(word)
        _name_separators(word)

    def add(self, content: Xml) -> Xml:
        """A footnote with this content; the mark that stands in the text."""
        number = len(self._notes) + 1
        mark = RunFormat(self._styles["footnote reference"])
        form = ParagraphFormat(self._styles["footnote text"])
        words = Xml(special(w("footnoteRef"), mark) + run(" ") + content)
        self._notes.append(w("footnote", paragraph(form, words), id=number))
        return special(w("footnoteReference", id=number), mark)

    def finish(self) -> None:
        """Put all footnotes into their part."""
        from docx.oxml import parse_xml  # noqa: PLC0415

        self.part.element.extend(parse_xml(rooted("footnotes", *self._notes)))


def _new_part(word: WordDocument) -> XmlPart:
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import XmlPart  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415

    separators = [
        w(
            "footnote",
            w("p", w("pPr", w("spacing", after=0)), special(w(kind))),
            type=kind,
            id=number,
        )
        for kind, number in _SEPARATORS
    ]
    root = parse_xml(rooted("footnotes", *separators))
    part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, root, word.part.package)
    word.part.relate_to(part, _RELATION)
    return part


def _name_separators(word: WordDocument) -> None:
    """Word looks up in the settings which notes are the lines above notes."""
    from docx.oxml import parse_xml  # noqa: PLC0415

    settings = word.settings.element
    named = rooted("footnotePr", *(w("footnote", id=number) for _, number in _SEPARATORS))
    # The order of settings is fixed: this one stands before the compatibility options.
    after = settings.xpath("w:endnotePr | w:compat | w:docVars | w:rsids | w:themeFontLang")
    if after:
        after[0].addprevious(parse_xml(named))
    else:
        settings.append(parse_xml(named))
