"""What links inside a document lead to: Word's bookmarks, whose names are short and plain."""

from __future__ import annotations

import re
from typing import Final

from sendctl.document.model import Document, Heading, Link
from sendctl.document.walk import inner_inlines, walk, walk_inlines
from sendctl.document.writers.word.wml import Xml, bookmark

_NOT_IN_NAME: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST: Final = 40


class Bookmarks:
    """The bookmarks of one document: its headings, and whatever else a link leads to."""

    def __init__(self, document: Document) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._number = 0
        for block in walk(document.blocks):
            if isinstance(block, Heading) and block.id:
                self._add(block.id)
            for inlines in inner_inlines(block):
                for inline in walk_inlines(inlines):
                    if isinstance(inline, Link) and inline.href.startswith("#"):
                        self._add(inline.href[1:])

    def name(self, anchor: str) -> str:
        """The bookmark that stands for an id of the document; "" when nothing leads there."""
        return self._names.get(anchor, "")

    def mark(self, anchor: str, content: Xml) -> Xml:
        """The content, so that links find it."""
        name = self.name(anchor)
        if not name:
            return content
        self._number += 1
        return bookmark(self._number, name, content)

    def _add(self, anchor: str) -> None:
        if anchor in self._names:
            return
        # One that begins with an underscore is not listed among those that people make.
        stem = "_" + _NOT_IN_NAME.sub("_", anchor)[: _LONGEST - 1]
        name, again = stem, 1
        while name.lower() in self._taken:
            again += 1
            ending = f"_{again}"
            name = stem[: _LONGEST - len(ending)] + ending
        self._taken.add(name.lower())
        self._names[anchor] = name
