"""Lists: each ordered one counts by itself, which in Word takes a numbering of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sendctl.document.model import ItemList, ListNumbering
from sendctl.document.writers.word.wml import Xml, joined, rooted, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

STEP: Final = 400
"""How much further to the right each level of a list stands, in twentieths of a point."""

_LEVELS: Final = 9
_BULLETS: Final = ("•", "◦", "▪")
_FORMATS: Final[dict[ListNumbering, tuple[str, str]]] = {
    "decimal": ("decimal", "%{}."),
    "alpha": ("lowerLetter", "(%{})"),
    "roman": ("lowerRoman", "(%{})"),
}


class Numbering:
    """The lists of one document, beside those that the council's own styles have."""

    def __init__(self, word: WordDocument) -> None:
        from docx.oxml import parse_xml  # noqa: PLC0415 - only those who write Word files

        self._parse = parse_xml
        self._root = word.part.numbering_part.element
        self._next_abstract = 1 + max(self._ids("w:abstractNum/@w:abstractNumId"), default=0)
        self._next = 1 + max(self._ids("w:num/@w:numId"), default=0)
        self._ordered: dict[ListNumbering, int] = {}
        self.bullets = self._add(self._abstract(_bullet_levels()))

    def number_of(self, block: ItemList, level: int) -> int:
        """The id of the numbering that the items of a list take."""
        if not block.ordered:
            return self.bullets
        if block.numbering not in self._ordered:
            levels = _ordered_levels(*_FORMATS[block.numbering])
            self._ordered[block.numbering] = self._abstract(levels)
        start = w("lvlOverride", w("startOverride", val=block.start), ilvl=level)
        return self._add(self._ordered[block.numbering], start)

    def _ids(self, path: str) -> list[int]:
        return [int(number) for number in self._root.xpath(path)]

    def _abstract(self, levels: Xml) -> int:
        """A kind of list; all of those must stand before the lists themselves."""
        number, self._next_abstract = self._next_abstract, self._next_abstract + 1
        kind = Xml(w("multiLevelType", val="hybridMultilevel") + levels)
        element = self._parse(_with_id(rooted("abstractNum", kind), "abstractNumId", number))
        lists = self._root.xpath("w:num")
        if lists:
            lists[0].addprevious(element)
        else:
            self._root.append(element)
        return number

    def _add(self, abstract: int, start: Xml | None = None) -> int:
        number, self._next = self._next, self._next + 1
        kind = w("abstractNumId", val=abstract)
        children = (kind, start) if start else (kind,)
        self._root.append(self._parse(_with_id(rooted("num", *children), "numId", number)))
        return number


def _with_id(element: Xml, name: str, number: int) -> str:
    tag, _, rest = element.partition(" ")
    return f'{tag} w:{name}="{number}" {rest}'


def _bullet_levels() -> Xml:
    return joined(
        _level(level, "bullet", _BULLETS[level % len(_BULLETS)]) for level in range(_LEVELS)
    )


def _ordered_levels(form: str, label: str) -> Xml:
    return joined(_level(level, form, label.format(level + 1)) for level in range(_LEVELS))


def _level(level: int, form: str, label: str) -> Xml:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=label),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=STEP * (level + 1), hanging=STEP)),
        ilvl=level,
    )
