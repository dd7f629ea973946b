"""The file a document is written into: an empty one of ours, or the council's own, emptied.

Of a council's file stay styles, fonts, theme, headers, footers and the size of its pages. All else
goes: its text and pictures, comments, properties with people's names, the path of the template it
was made from. What is kept is listed, so that nothing is published by oversight.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from sendctl.document.model import Look, Meta
from sendctl.document.writers.problem import CannotWrite
from sendctl.document.writers.word.paper import page_properties
from sendctl.document.writers.word.styles import style_sheet, theme
from sendctl.document.writers.word.wml import Xml, clean, rooted, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS: Final = {
    "styles": "styles.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}
"""What an empty file has beside its text."""

_KEPT: Final = frozenset({"styles", "settings", "theme", "fontTable", "numbering", "webSettings"})
"""Kinds of parts beside the text that stay."""

_KEPT_OF_PACKAGE: Final = frozenset({"officeDocument", "core-properties"})

_DROPPED_SETTINGS: Final = (
    "attachedTemplate",
    "mailMerge",
    "trackRevisions",
    "documentProtection",
    "footnotePr",
    "endnotePr",
    "rsids",
)

_HEADERS: Final = "w:headerReference | w:footerReference"


def opened(look: Look, meta: Meta) -> WordDocument:
    """The file to write into, without text.

    Raises:
        CannotWrite: the council's file is not one that can be used.
    """
    from docx import Document  # noqa: PLC0415 - only those who write Word files

    data = look.word_template or _blank(look, meta)
    try:
        word: WordDocument = Document(BytesIO(data))
        _emptied(word)
    except Exception as error:
        # A damaged file can fail in any way; none of them is to end in a traceback.
        if not look.word_template:
            raise
        raise CannotWrite(
            "The Word file that look.word_template names cannot be used. Save it again in Word "
            'as "Word Document (*.docx)", without a password.'
        ) from error
    _with_numbering(word)
    _name(word, meta)
    return word


def _blank(look: Look, meta: Meta) -> bytes:
    """The smallest Word file, with our styles."""
    body = w("body", page_properties(look, tight=meta.one_page))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(_PARTS),
        "word/document.xml": rooted("document", body),
        "word/styles.xml": style_sheet(look, meta.language, tight=meta.one_page),
        "word/settings.xml": _settings(meta.language),
        "word/fontTable.xml": rooted("fonts", w("font", w("family", val="swiss"), name="Arial")),
        "word/theme/theme1.xml": theme(look),
    }
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def _types() -> str:
    kinds = {f"word/{target}": f"{_WORD}.{kind}+xml" for kind, target in _PARTS.items()}
    kinds["word/document.xml"] = f"{_WORD}.document.main+xml"
    kinds[f"word/{_PARTS['theme']}"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _settings(language: str) -> Xml:
    return rooted(
        "settings",
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w(
                "compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            ),
        ),
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _emptied(word: WordDocument) -> None:
    last = word.sections[-1]._sectPr  # noqa: SLF001 - the element itself is what stays
    _inherit_headers(word, last)
    body = word.element.body
    for child in list(body):
        body.remove(child)
    body.append(last)
    used = {str(part) for part in last.xpath("(" + _HEADERS + ")/@r:id")}
    _drop(word.part.rels, lambda key, kind: key in used or kind in _KEPT)
    _drop(word.part.package.rels, lambda _, kind: kind in _KEPT_OF_PACKAGE)
    settings = word.settings.element
    for name in _DROPPED_SETTINGS:
        for setting in settings.xpath(f"w:{name}"):
            settings.remove(setting)
    _drop(word.part.part_related_by(f"{_OFFICE}/settings").rels, lambda _key, _kind: False)


def _inherit_headers(word: WordDocument, last: Any) -> None:
    """Give the last section the headers and footers that it takes from those before it."""
    for section in reversed(list(word.sections)[:-1]):
        had = {(each.tag, each.type_) for each in last.xpath(_HEADERS)}
        for reference in section._sectPr.xpath(_HEADERS):  # noqa: SLF001
            if (reference.tag, reference.type_) not in had:
                last.insert(0, reference)


def _drop(relations: dict[str, Any], keep: Callable[[str, str], bool]) -> None:
    for key, relation in list(relations.items()):
        if not keep(key, relation.reltype.rpartition("/")[2]):
            del relations[key]


def _with_numbering(word: WordDocument) -> None:
    """Add the part for lists where there is none; python-docx cannot."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KINDS  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.parts.numbering import NumberingPart  # noqa: PLC0415

    if any(relation.reltype == KINDS.NUMBERING for relation in word.part.rels.values()):
        return
    name, kind = PackURI("/word/numbering.xml"), f"{_WORD}.numbering+xml"
    part = NumberingPart(name, kind, parse_xml(rooted("numbering")), word.part.package)
    word.part.relate_to(part, KINDS.NUMBERING)


def _name(word: WordDocument, meta: Meta) -> None:
    """The document's properties: ours, and none of those that the file came with."""
    properties = word.core_properties
    element = properties._element  # noqa: SLF001 - there is no other way to empty them
    for child in list(element):
        element.remove(child)
    properties.title = _short(meta.title)
    properties.subject = _short(meta.subject)
    properties.author = _short(meta.author)
    properties.language = _short(meta.language)
    if meta.draft:
        properties.content_status = "Draft"


def _short(words: str) -> str:
    """As much as a property may hold (255 characters)."""
    return clean(words)[:255]
