"""The styles a document needs, and what their ids are in the file it is written into."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any, Final

from sendctl.document.model import Look
from sendctl.document.writers.word.wml import NAMESPACES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_SHARES: Final = {
    "body": 1,
    "title": 2.5,
    "subtitle": 1.33,
    "heading1": 1.5,
    "heading2": 1.2,
    "heading3": 1.08,
    "lead": 1.08,
    "tile": 1.85,
    "small": 0.75,
}
"""Sizes of type by the size of ordinary text, which large print makes larger."""

_TIGHT: Final = {"title": 1.7, "heading1": 1.25, "lead": 1}
"""Those that differ in what is meant to fit one side."""

_LESS: Final = {"caption": 1, "table": 1, "compact": 2}
"""How many points less than ordinary text tables have."""

_SMALLEST: Final = 10
"""But not less than so many points."""

_SMALLEST_TIGHT: Final = 9
"""What is meant to fit one side has smaller tables, as in print from a browser."""

_LANGUAGE: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", re.ASCII)
_SPACE: Final = re.compile(r'(w:before|w:after|w:line|w:(?:top|bottom) w:w)="(\d+)"')
_W: Final = f"{{{NAMESPACES['w']}}}"
_ID: Final = f"{_W}styleId"
_VALUE: Final = f"{_W}val"
_DEFAULT: Final = f"{_W}default"


def theme(look: Look) -> str:
    """Our colours and font as `word/theme/theme1.xml`."""
    return Template(_shipped("theme.xml")).substitute(accent=_accent(look))


def style_sheet(look: Look, language: str, *, tight: bool = False) -> str:
    """All our styles as `word/styles.xml`, in the sizes and colour that the plan asks for.

    Args:
        look: how the plan wants its documents.
        language: of the text.
        tight: whether all is meant to fit one side: then lines and paragraphs stand closer.
    """
    shares = _SHARES | (_TIGHT if tight else {})
    sizes = {name: round(2 * look.body_size * share) for name, share in shares.items()}
    smallest = _SMALLEST_TIGHT if tight else _SMALLEST
    sizes |= {name: 2 * max(look.body_size - less, smallest) for name, less in _LESS.items()}
    shipped = _shipped("styles.xml")
    return Template(_SPACE.sub(_closer, shipped) if tight else shipped).substitute(
        sizes,
        accent=_accent(look),
        language=language if _LANGUAGE.fullmatch(language) else "en-GB",
    )


def supplied(word: WordDocument, look: Look, language: str) -> dict[str, str]:
    """Add the styles that the file does not have; the id of each style by its name.

    A style of the same name that is there already stays as it is: it is the council's own. Names
    are told apart without regard to case, as Word does with those it ships.
    """
    from docx.oxml import parse_xml  # noqa: PLC0415 - only those who write Word files

    root = word.styles.element
    ids = {_name(style): str(style.get(_ID)) for style in root.xpath("w:style")}
    ours = parse_xml(style_sheet(look, language).encode()).xpath("w:style")
    names = {str(style.get(_ID)): _name(style) for style in ours}
    taken = {identity.lower() for identity in ids.values()}
    fresh = [style for style in ours if _name(style) not in ids]
    for style in fresh:
        identity = str(style.get(_ID))
        # A council can have used our id for a style of another name.
        ids[names[identity]] = identity if identity.lower() not in taken else f"Sendctl{identity}"
    for style in fresh:
        style.set(_ID, ids[_name(style)])
        style.attrib.pop(_DEFAULT, None)
        for reference in style.xpath("w:basedOn | w:next"):
            reference.set(_VALUE, ids[names[str(reference.get(_VALUE))]])
        root.append(style)
    _speak(root, language)
    return ids


def _closer(match: re.Match[str]) -> str:
    """A third of the space around paragraphs, and single lines."""
    number = int(match[2])
    return f'{match[1]}="{min(number, 240) if match[1] == "w:line" else number // 3}"'


def _shipped(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _accent(look: Look) -> str:
    return look.accent.removeprefix("#").upper()


def _name(style: Any) -> str:
    """How a style is told from others."""
    return str(style.xpath("w:name/@w:val")[0]).lower()


def _speak(root: Any, language: str) -> None:
    """Give the language to the defaults, and to all styles that name one."""
    if not _LANGUAGE.fullmatch(language):
        return
    from docx.oxml import OxmlElement  # noqa: PLC0415

    for properties in root.xpath("w:docDefaults/w:rPrDefault/w:rPr[not(w:lang)]"):
        properties.append(OxmlElement("w:lang"))
    for tongue in root.xpath("//w:lang"):
        tongue.set(_VALUE, language)
