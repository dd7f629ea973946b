"""What a document is made of, whatever it will be written as.

Every writer (HTML, Markdown, Word, PDF) starts from these blocks, so they say what things are and
not how they look. All are immutable. `at` is where a node began in the rendered HTML; two nodes
with the same content are equal wherever they stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Position = tuple[int, int]
"""Line and column, both counted from 1; (0, 0) for a node that was not parsed."""

Tone = Literal["complete", "on_track", "at_risk", "off_track", "not_started", "neutral"]
ParagraphRole = Literal["", "eyebrow", "subtitle", "lead", "source", "instruction"]
AsideRole = Literal["note", "warning", "banner"]
ListNumbering = Literal["decimal", "alpha", "roman"]
DefinitionsRole = Literal["", "stacked", "tiles"]
LogoKind = Literal["png", "jpeg", "svg"]
PageSize = Literal["a4", "a3", "letter"]
CellScope = Literal["", "col", "row", "colgroup", "rowgroup"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words, exactly as they are to be read."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more than those around them."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words said with stress."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a web address, a mail address, a telephone number or "#id"."""

    href: str
    children: Inlines
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark stands here, its words at the foot of the page or at the end."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Badge:
    """A status word with a colour; the word alone must be enough."""

    tone: Tone
    children: Inlines


Inline = Text | Strong | Emphasis | Link | LineBreak | Note | Badge
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` ("5.1") is kept apart so that a writer can hang it."""

    level: int
    inlines: Inlines
    id: str = ""
    number: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` says what it is for, "" being plain text."""

    inlines: Inlines
    role: ParagraphRole = ""
    number: str = ""
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    blocks: Blocks
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; an ordered one counts from `start` in figures, letters or roman numerals."""

    ordered: bool
    items: tuple[Item, ...]
    start: int = 1
    numbering: ListNumbering = "decimal"


@dataclass(frozen=True, slots=True)
class Definition:
    """A key and its value."""

    term: Inlines
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Definitions:
    """Keys and values: side by side, stacked, or as tiles with large figures."""

    pairs: tuple[Definition, ...]
    role: DefinitionsRole = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `scope` says what a header cell is the header of ("" for other cells)."""

    blocks: Blocks
    header: bool = False
    scope: CellScope = ""
    span: int = 1
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row."""

    cells: tuple[Cell, ...]
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)

    @property
    def width(self) -> int:
        """How many columns the row covers."""
        return sum(cell.span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `columns` are shares of the width, empty when the writer may choose."""

    caption: Inlines
    columns: tuple[int, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    compact: bool = False
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, those of the head first."""
        return self.head + self.body

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((row.width for row in self.rows), default=len(self.columns))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, by its name in `Document.pictures`, with its words for those who do not see it."""

    picture: str
    alt: str
    caption: Inlines = ()
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Aside:
    """Something set apart from the text."""

    role: AsideRole
    blocks: Blocks
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page, or the head of a document that has none of its own."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together: on wide pages, or kept on one page, or named as a landmark."""

    blocks: Blocks
    landscape: bool = False
    keep: bool = False
    label: str = ""
    id: str = ""
    at: Position = field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents goes; depth 1 lists h2, depth 2 also h3."""

    title: str = "Contents"
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins here, where there are pages."""


Block = (
    Heading
    | Paragraph
    | ItemList
    | Definitions
    | Table
    | Figure
    | Quote
    | Aside
    | Cover
    | Section
    | Contents
    | PageBreak
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """What is true of the whole document.

    Attributes:
        title: the document's title, for window titles and document properties.
        language: a BCP 47 tag.
        author: who answers for it, usually the council.
        subject: one sentence for document properties and search engines.
        banner: printed at the top of every page, such as "Names are left out of this version".
        draft: whether every page is marked as a draft.
        as_at: the day the figures stand at, as it is to be read ("5 September 2022").
        one_page: whether it is meant to fit one side of A4, and so is set smaller on paper.
    """

    title: str
    subtitle: str = ""
    language: str = "en-GB"
    author: str = ""
    subject: str = ""
    banner: str = ""
    draft: bool = False
    as_at: str = ""
    one_page: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the cover: the bytes of its file, what kind of file that is, and its words."""

    content: bytes = field(repr=False)
    kind: LogoKind
    alt: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is to look; everything is loaded already.

    Attributes:
        page: the paper.
        body_size: the size of ordinary text in points, 12 or more.
        accent: the colour of headings and cover, "#rrggbb", at least 4.5:1 against white.
        logo: a picture for the cover.
        css: a style sheet for HTML, applied after the shipped one.
        word_template: the bytes of a .docx file whose styles Word documents take; empty for none.
    """

    page: PageSize = "a4"
    body_size: int = 12
    accent: str = "#12436d"
    logo: Logo | None = None
    css: str = ""
    word_template: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        pictures: SVG texts by name.
        ready: files that exist already and take the place of what a writer would make, by format:
            a council's own Word form, filled.
        source: the name used in findings.
    """

    meta: Meta
    blocks: Blocks
    pictures: Mapping[str, str] = field(default_factory=dict)
    look: Look = Look()
    ready: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    source: str = field(default="document.html", compare=False)
