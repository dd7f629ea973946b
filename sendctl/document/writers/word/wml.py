"""WordprocessingML: the elements that Word documents are written in, as text.

Only the functions here make `Xml`; words go in through `text` or an attribute and are escaped, so
nothing in a plan can become an element. Children of `w:pPr` and `w:rPr` have a fixed order, which
Word insists on: `paragraph` and `run` keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal
from xml.sax.saxutils import escape

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
_DECLARED: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold in any form."""

_QUOTES: Final = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

EMU_PER_TWIP: Final = 635
"""Pictures are measured in English metric units, all else in twentieths of a point."""


class Xml(str):
    """Text that is XML already."""

    __slots__ = ()


NOTHING: Final = Xml()


def clean(words: str) -> str:
    """The words without characters that XML cannot hold."""
    return _FORBIDDEN.sub("", words)


def attribute(value: str | int) -> str:
    """A value, escaped to stand between double quotes."""
    return escape(clean(value), _QUOTES) if isinstance(value, str) else str(value)


def joined(parts: Iterable[Xml]) -> Xml:
    """Parts one after the other."""
    return Xml("".join(parts))


def w(name: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """An element of Word's own namespace: `w("pStyle", val="Title")`."""
    given = "".join(f' w:{key}="{attribute(value)}"' for key, value in attributes.items())
    if not children:
        return Xml(f"<w:{name}{given}/>")
    return Xml(f"<w:{name}{given}>{''.join(children)}</w:{name}>")


def rooted(name: str, /, *children: Xml) -> Xml:
    """An element that can be parsed by itself: it declares the namespaces."""
    return Xml(f"<w:{name} {_DECLARED}>{''.join(children)}</w:{name}>")


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run of words looks: a character style, by id, and what is marked by hand."""

    style: str = ""
    bold: bool = False
    italic: bool = False

    def xml(self) -> Xml:
        """The properties, or nothing."""
        parts = [w("rStyle", val=self.style)] if self.style else []
        if self.bold:
            parts.append(Xml("<w:b/><w:bCs/>"))
        if self.italic:
            parts.append(Xml("<w:i/><w:iCs/>"))
        return w("rPr", *parts) if parts else NOTHING


PLAIN: Final = RunFormat()


def run(words: str, form: RunFormat = PLAIN) -> Xml:
    """Words that look alike."""
    shown = escape(clean(words))
    look = form.xml() if form is not PLAIN else NOTHING
    return Xml(f'<w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r>')


def special(content: Xml, form: RunFormat = PLAIN) -> Xml:
    """A run that holds something other than words, such as a line break or a picture."""
    return Xml(f"<w:r>{form.xml()}{content}</w:r>")


LINE_BREAK: Final = w("br")
TAB: Final = w("tab")


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph stands: its style, by id, and what differs from that.

    Attributes:
        keep_next: on the page of the paragraph after it.
        page_break: first on a new page.
        numbering: the list it is an item of and how deep, when the style does not say so.
        frame: borders and shade, as `w:pBdr` and `w:shd`.
        before: the space above it, when not the style's.
        indent: how far it is from the left edge, and how far its first line stands out from there,
            when not as the style says.
    """

    style: str
    keep_next: bool = False
    page_break: bool = False
    numbering: tuple[int, int] | None = None
    frame: Xml = NOTHING
    before: int | None = None
    indent: tuple[int, int] | None = None
    align: Literal["", "right"] = ""

    def xml(self) -> Xml:
        """The properties, in the order that Word wants."""
        parts = [w("pStyle", val=self.style)]
        if self.keep_next:
            parts.append(w("keepNext"))
        if self.page_break:
            parts.append(w("pageBreakBefore"))
        if self.numbering:
            number, level = self.numbering
            parts.append(w("numPr", w("ilvl", val=level), w("numId", val=number)))
        parts.append(self.frame)
        if self.before is not None:
            parts.append(w("spacing", before=self.before))
        if self.indent is not None:
            left, hanging = self.indent
            parts.append(w("ind", left=left, hanging=hanging))
        if self.align:
            parts.append(w("jc", val=self.align))
        return w("pPr", *parts)


def paragraph(form: ParagraphFormat, content: Xml) -> Xml:
    """A paragraph of runs."""
    return Xml(f"<w:p>{form.xml()}{content}</w:p>")


def ending_section(paragraphs: Xml, properties: Xml) -> Xml:
    """Paragraphs of which the last ends a section, whose pages `properties` describe."""
    start = paragraphs.rindex("<w:p><w:pPr>")
    end = paragraphs.index("</w:pPr>", start)
    return Xml(paragraphs[:end] + properties + paragraphs[end:])


def bookmark(number: int, name: str, content: Xml) -> Xml:
    """What links can lead to."""
    start = w("bookmarkStart", id=number, name=name)
    return Xml(f"{start}{content}{w('bookmarkEnd', id=number)}")


def link_inside(name: str, content: Xml) -> Xml:
    """A link to a bookmark."""
    return w("hyperlink", content, anchor=name, history=1)


def link_outside(relation: str, content: Xml) -> Xml:
    """A link to an address, which the part knows by the id of a relation."""
    return Xml(f'<w:hyperlink r:id="{attribute(relation)}" w:history="1">{content}</w:hyperlink>')


def field(instruction: str, shown: str) -> Xml:
    """A field that Word fills in by itself, such as the number of the page."""
    return w("fldSimple", run(shown), instr=instruction)


def field_part(kind: Literal["begin", "separate", "end"]) -> Xml:
    """A mark of a field that goes over several paragraphs."""
    return special(w("fldChar", fldCharType=kind))


def field_instruction(instruction: str) -> Xml:
    """What such a field is."""
    words = escape(clean(instruction))
    return special(Xml(f'<w:instrText xml:space="preserve">{words}</w:instrText>'))


def picture(relation: str, number: int, alt: str, width: int, height: int) -> Xml:
    """A picture in a line of text, with its alternative text; sizes in EMU."""
    name, size = f"Picture {number}", f'cx="{width}" cy="{height}"'
    return special(
        Xml(
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{attribute(alt)}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr><a:graphic>"
            f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="{name}" descr="{attribute(alt)}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{attribute(relation)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
    )


def watermark(word: str) -> Xml:
    """A large pale word across the page, as Word's own watermarks are: it stands in a header."""
    return special(
        Xml(
            '<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
            'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
            '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
            '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
            '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
            '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>'
            '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
            '<v:path textpathok="t" o:connecttype="custom" '
            'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
            '<v:textpath on="t" fitshape="t"/></v:shapetype>'
            f'<v:shape id="SendctlWatermark" alt="{attribute(word)}" type="#_x0000_t136" '
            'style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;'
            "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
            "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
            'mso-position-vertical-relative:margin" fillcolor="#e4e8ec" stroked="f">'
            f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
            f'string="{attribute(word)}"/><w10:wrap anchorx="margin" anchory="margin"/>'
            "</v:shape></w:pict>"
        )
    )
