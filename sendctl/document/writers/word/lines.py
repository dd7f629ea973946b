"""Paragraphs, and what stands around them: styles, indentation, bookmarks, page breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sendctl.document.writers.word.bookmarks import Bookmarks
from sendctl.document.writers.word.numbering import STEP
from sendctl.document.writers.word.paper import Room
from sendctl.document.writers.word.wml import NOTHING, ParagraphFormat, Xml, paragraph, w

AFTER_TABLE: Final = 200
"""The space between a table and the text below it, which no style of the table can give."""

_BAR: Final = 96
"""Eighths of a point."""

_BELOW_BAR: Final = 24
"""Points between the bar and the words below it."""

_WITH_SPACE_ABOVE: Final = ("heading", "caption", "toc")
"""The beginnings of the names of styles that bring space above them themselves."""


@dataclass(frozen=True, slots=True)
class Around:
    """Where blocks stand.

    Attributes:
        room: the size of the page, cell or box.
        text: the style of plain paragraphs.
        left: how far plain paragraphs are indented already, by that style.
        depth: how many lists they are inside.
        step: how much further to the right each list stands.
        page: whether they stand on the page itself, and not in a box, an item or a cell.
        keep: whether they are kept on one page with what comes after.
        numeric: whether they are figures, aligned right.
    """

    room: Room
    text: str = "normal"
    left: int = 0
    depth: int = 0
    step: int = STEP
    page: bool = True
    keep: bool = False
    numeric: bool = False

    @property
    def indents_itself(self) -> bool:
        """Whether lists here stand elsewhere than their styles say."""
        return self.text != "normal" or self.left > 0

    @property
    def indent(self) -> int:
        """How far the text of a paragraph is from the left edge."""
        return self.left + self.step * self.depth


class LineWriter:
    """Writes paragraphs; what is to go with the next one waits until it comes."""

    def __init__(self, styles: dict[str, str], bookmarks: Bookmarks) -> None:
        self._styles = styles
        self._bookmarks = bookmarks
        self._anchors: list[str] = []
        self._break = False
        self._space: int | None = None
        self._frame = NOTHING

    def anchor(self, identity: str) -> None:
        """Let links to this id lead to the next paragraph."""
        if self._bookmarks.name(identity):
            self._anchors.append(identity)

    def page_break(self, *, wanted: bool = True) -> None:
        """Begin the next paragraph on a new page, or rather not."""
        self._break = wanted

    def space(self, above: int) -> None:
        """Give the next paragraph space above it, if its style gives none."""
        self._space = above

    def rule(self, colour: str) -> None:
        """Draw a bar in this colour ("RRGGBB") above the next paragraph."""
        bar = w("top", val="single", sz=_BAR, space=_BELOW_BAR, color=colour)
        self._frame = w("pBdr", bar)

    @property
    def after_table(self) -> bool:
        """Whether a table stands right above."""
        return self._space == AFTER_TABLE

    def line(
        self,
        style: str,
        content: Xml,
        *,
        keep_next: bool = False,
        numbering: tuple[int, int] | None = None,
        indent: tuple[int, int] | None = None,
        numeric: bool = False,
    ) -> Xml:
        """A paragraph in a style, by name, with all that waited for it.

        Args:
            style: its name in small letters.
            content: runs.
            keep_next: whether it stays on the page of the paragraph below it.
            numbering: the list that it is an item of, and the level in that.
            indent: how far it is from the left edge, and how far its first line stands out from
                there; None when the style says so.
            numeric: whether it is aligned right.
        """
        form = ParagraphFormat(
            self._styles[style],
            keep_next=keep_next,
            page_break=self._break,
            numbering=numbering,
            frame=self._frame,
            indent=indent,
            align="right" if numeric else "",
        )
        if self._space is not None and not style.startswith(_WITH_SPACE_ABOVE):
            form = replace(form, before=self._space)
        for identity in self._anchors:
            content = self._bookmarks.mark(identity, content)
        self._anchors.clear()
        self._break, self._space, self._frame = False, None, NOTHING
        return paragraph(form, content)

    def spacer(self) -> Xml:
        """A paragraph without words and almost without height, where Word insists on one."""
        return self.line("spacer", NOTHING)
