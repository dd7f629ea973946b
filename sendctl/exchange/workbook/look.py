"""How a workbook looks: cell styles, colours that come with words, and the printed page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sendctl.document.model import Tone
from sendctl.exchange.workbook.columns import Column, Kind, Sheet
from sendctl.exchange.workbook.view import View
from sendctl.plan.display import PageSize
from sendctl.plan.progress import Rating, Status
from sendctl.report.pictures import PAINTS

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

HEADING: Final = "Plan heading"
FIXED_HEADING: Final = "Plan heading, fixed"
OPEN: Final = "Plan"
OPEN_DATE: Final = "Plan, date"
FIXED: Final = "Plan, fixed"
FIXED_DATE: Final = "Plan, fixed date"
ASKED: Final = "Plan, new"
NUMBER: Final = "Plan, number"
FIXED_NUMBER: Final = "Plan, fixed number"
TITLE: Final = "Plan title"

DATE_FORM: Final = "dd/mm/yyyy"
_INK, _LINE, _GREY, _YELLOW = "0B0C0C", "B1B4B6", "F3F2F1", "FFF7D6"
_FIXED_GROUND: Final = "505A5F"
_LONGEST_RULE: Final = 200
"""Characters of a word that a colouring rule looks for; Excel takes 255 with the quotes."""

_LETTERS: Final = 1.1
"""Letters of text that fit where one digit is a character wide."""

_LINE_HEIGHT: Final = 14.25
_HIGHEST: Final = 400
"""Points; Excel takes 409."""

_A3, _A4, _TABLOID, _LETTER = 8, 9, 3, 1
_PAPERS: Final = MappingProxyType(
    {
        PageSize.A4: (_A4, _A3),
        PageSize.A3: (_A3, _A3),
        PageSize.LETTER: (_LETTER, _TABLOID),
    }
)
"""Numbers of paper sizes in Excel: for narrow sheets, and for wide ones."""

_FIXED_TONES: Final[Mapping[str, Tone]] = MappingProxyType(
    {
        Status.NOT_STARTED.value: "not_started",
        Status.COMPLETE.value: "complete",
        Rating.ON_TRACK.value: "on_track",
        Rating.AT_RISK.value: "at_risk",
        Rating.OFF_TRACK.value: "off_track",
    }
)


def styles(accent: str) -> Iterator[NamedStyle]:
    """The styles of all cells; each says too whether its cells can be changed.

    Args:
        accent: the colour of headings, as "#rrggbb", dark enough for white words.
    """
    from openpyxl.styles import (  # noqa: PLC0415 - an extra
        Alignment,
        Border,
        Font,
        NamedStyle,
        PatternFill,
        Protection,
        Side,
    )

    side = Side(style="thin", color=_LINE)
    edge = Border(left=side, right=side, top=side, bottom=side)

    def style(
        name: str, form: str, ground: str = "", *, locked: bool, across: str | None = "left"
    ) -> NamedStyle:
        return NamedStyle(
            name,
            font=Font(name="Arial", size=11, color=_INK),
            fill=PatternFill("solid", fgColor=ground) if ground else PatternFill(),
            border=edge,
            alignment=Alignment(horizontal=across, vertical="top", wrap_text=True),
            number_format=form,
            protection=Protection(locked=locked),
        )

    def heading(name: str, ground: str) -> NamedStyle:
        made = style(name, "@", ground, locked=True)
        made.font = Font(name="Arial", size=11, bold=True, color="FFFFFF")
        made.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
        return made

    yield heading(HEADING, accent.removeprefix("#").upper())
    yield heading(FIXED_HEADING, _FIXED_GROUND)
    yield style(OPEN, "@", locked=False)
    yield style(OPEN_DATE, DATE_FORM, locked=False)
    yield style(NUMBER, "0", locked=False)
    yield style(FIXED, "@", _GREY, locked=True)
    yield style(FIXED_DATE, DATE_FORM, _GREY, locked=True)
    yield style(FIXED_NUMBER, "0", _GREY, locked=True)
    yield style(ASKED, "@", _YELLOW, locked=False)
    title = style(TITLE, "@", locked=True)
    title.font = Font(name="Arial", size=16, bold=True, color=_INK)
    title.border = Border()
    yield title


def style_of(column: Column, value: object, *, new: bool = False, public: bool = False) -> str:
    """The style of a cell.

    Args:
        column: where it stands.
        value: what it shows; a date is shown as one.
        new: whether it is in a row for something new.
        public: whether nothing can be changed at all.
    """
    if column.kind is Kind.ASKED and not public:
        return ASKED
    fixed = public or column.kind is Kind.SHOWN or (not column.is_read and not new)
    if isinstance(value, date) or (column.kind is Kind.DAY and value is None):
        return FIXED_DATE if fixed else OPEN_DATE
    if isinstance(value, int) or (column.kind is Kind.WHOLE and value is None):
        return FIXED_NUMBER if fixed else NUMBER
    return FIXED if fixed else OPEN


def height(cells: Iterable[tuple[object, int]]) -> float:
    """The height of a row in points: of what its cells show, and how wide they are in characters.

    Excel and LibreOffice differ in whether they work it out themselves.
    """
    most = 1
    for value, width in cells:
        if isinstance(value, str):
            lines = (
                len(textwrap.wrap(line, round(width * _LETTERS))) or 1 for line in value.split("\n")
            )
            most = max(most, sum(lines))
    return min(most * _LINE_HEIGHT + 3, _HIGHEST)


def colours(page: Worksheet, columns: Sequence[Column], view: View, last: int) -> None:
    """Colour cells by the word that stands in them, so that a changed word changes its colour."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        area = f"{letter}2:{letter}{last}"
        for rule in _rules(column, view, f"{letter}2"):
            page.conditional_formatting.add(area, rule)


def _rules(column: Column, view: View, first: str) -> Iterator[Rule]:
    from openpyxl.formatting.rule import Rule  # noqa: PLC0415 - an extra
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415
    from openpyxl.styles.differential import DifferentialStyle  # noqa: PLC0415

    for word, tone in _tones(column, view).items():
        paint = PAINTS[tone]
        look = DifferentialStyle(
            font=Font(color=paint.ink.removeprefix("#").upper()),
            fill=PatternFill(bgColor=paint.fill.removeprefix("#").upper(), fill_type="solid"),
        )
        said = '"' + word.replace('"', '""') + '"'
        if column.key == "standing":
            formula = [f"ISNUMBER(SEARCH({said},{first}))"]
            yield Rule(type="expression", dxf=look, formula=formula)
        elif len(said) <= _LONGEST_RULE:
            yield Rule(type="cellIs", operator="equal", dxf=look, formula=[said])


def _tones(column: Column, view: View) -> Mapping[str, Tone]:
    """The words of a column that have a colour."""
    if column.key in {"status", "rating"}:
        words = view.choices[column.key].words
        return {word: _FIXED_TONES[value] for value, word in words.items() if value in _FIXED_TONES}
    if column.key == "shown":
        badges = (key.badge for key in view.known.scale.key(view.plan.actions))
        return {badge.word: badge.tone for badge in badges if badge.tone != "neutral"}
    if column.key == "overdue":
        return {"Overdue": "off_track"}
    return {"overdue": "off_track", "missed": "at_risk"} if column.key == "standing" else {}


def printed(page: Worksheet, sheet: Sheet, view: View, title: str, as_at: str) -> None:
    """How a sheet is printed: upright headings on each page, landscape, as wide as the paper."""
    setup = page.page_setup
    setup.orientation = "landscape"
    setup.paperSize = str(_PAPERS[view.plan.head.look.page][sheet.wide])
    as_wide_as_the_paper(page)
    page.print_title_rows = "1:1"
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    head, foot = page.oddHeader, page.oddFooter
    assert head is not None  # noqa: S101 - every sheet has both
    assert foot is not None  # noqa: S101
    head.left.text = _literal(f"{title}: {sheet.name.lower()}")
    head.right.text = _literal(as_at)
    foot.left.text = _literal(view.plan.head.banner or "")
    foot.right.text = "Page &P of &N"


def as_wide_as_the_paper(page: Worksheet) -> None:
    """Print a sheet so that all its columns stand on one page, on as many as its rows need."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - an extra

    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _literal(text: str) -> str:
    """A text in a page's margin, where & begins a command; the whole margin takes 255 letters."""
    line = " ".join(text.split())
    return (line if len(line) <= 90 else line[:89] + "…").replace("&", "&&")  # noqa: PLR2004 - half of a third
