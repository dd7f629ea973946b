"""The pages of a Word file: their size, and which way they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sendctl.document.model import Look, PageSize
from sendctl.document.writers.word.wml import EMU_PER_TWIP, Xml, w

if TYPE_CHECKING:
    from docx.section import Section as WordSection

_SIZES: Final[dict[PageSize, tuple[int, int]]] = {
    "a4": (11906, 16838),
    "a3": (16838, 23811),
    "letter": (12240, 15840),
}
"""Width and height in twentieths of a point."""

_MARGIN: Final = 1134
_TOP: Final = 1360
_EDGE: Final = 567
_TIGHT: Final = (737, 794, 340)


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a page is for text, in twentieths of a point."""

    width: int
    height: int


def page_properties(look: Look, *, tight: bool = False) -> Xml:
    """The pages of a document for which the council gives no Word file of its own.

    Args:
        look: how the plan wants its documents.
        tight: whether all is meant to fit one side.
    """
    width, height = _SIZES[look.page]
    size = w("pgSz", w=width, h=height)
    margin, top, edge = _TIGHT if tight else (_MARGIN, _TOP, _EDGE)
    sides = dict.fromkeys(("right", "bottom", "left"), margin)
    return w("sectPr", size, w("pgMar", top=top, **sides, header=edge, footer=edge, gutter=0))


def room_on(section: WordSection, *, landscape: bool) -> Room:
    """The room on a section's pages when they lie one way or the other."""
    width, height = _sides(section, landscape=landscape)
    across = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    down = abs(section.top_margin or 0) + abs(section.bottom_margin or 0)
    return Room((width - across) // EMU_PER_TWIP, (height - down) // EMU_PER_TWIP)


def turned(section: WordSection, *, landscape: bool, first: bool) -> Any:
    """A copy of a section's properties for pages that lie one way or the other.

    Only the first section of a document has a first page with a header of its own, and only it
    begins to count the pages; the others take their headers and footers from it.
    """
    from docx.enum.section import WD_ORIENT, WD_SECTION  # noqa: PLC0415 - only who writes Word

    width, height = _sides(section, landscape=landscape)
    copy = section._sectPr.clone()  # noqa: SLF001 - python-docx adds sections only at the end
    copy.page_width, copy.page_height = width, height
    copy.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    copy.start_type = WD_SECTION.NEW_PAGE
    if not first:
        for own in copy.xpath("w:headerReference | w:footerReference | w:titlePg | w:pgNumType"):
            copy.remove(own)
    return copy


def _sides(section: WordSection, *, landscape: bool) -> tuple[Any, Any]:
    short, long = sorted((section.page_width or 0, section.page_height or 0))
    return (long, short) if landscape else (short, long)
