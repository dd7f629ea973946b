"""A Word file read back by python-docx."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx

from sendctl.document import Document, write_docx


class WordFile:
    """What was written, seen as a reader sees it."""

    def __init__(self, document: Document) -> None:
        self.content = write_docx(document)
        self.word = docx.Document(BytesIO(self.content))
        self.body: Any = self.word.element.body
        styles: Any = self.word.styles.element
        self._names = {style.styleId: style.name_val for style in styles.xpath("w:style")}

    def part(self, name: str) -> str:
        """The text of a file in the archive."""
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            return archive.read(name).decode()

    @property
    def names(self) -> list[str]:
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            return archive.namelist()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Style and words of every paragraph, those in cells too, in reading order."""
        return [
            (self._names[paragraph.style], words_in(paragraph))
            for paragraph in self.body.xpath("//w:body//w:p")
        ]

    @property
    def words(self) -> list[str]:
        return [words for _, words in self.lines]


def words_in(element: Any) -> str:
    """The words; tabs and line breaks are spaces."""
    nodes = element.xpath(".//w:r/w:t | .//w:r/w:tab | .//w:r/w:br")
    return "".join(node.text or "" if node.tag.endswith("}t") else " " for node in nodes)
