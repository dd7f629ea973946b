"""Elements to blocks. What is out of order is reported and then read as kindly as it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast, get_args

from sendctl.document.complaints import NESTING, VOCABULARY, Complaints
from sendctl.document.inlines import INLINE_TAGS, InlineBuilder
from sendctl.document.markup import Element
from sendctl.document.model import (
    Aside,
    AsideRole,
    Block,
    Blocks,
    Contents,
    Cover,
    Definition,
    Definitions,
    DefinitionsRole,
    Figure,
    Heading,
    Inlines,
    Item,
    ItemList,
    ListNumbering,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quote,
    Section,
)
from sendctl.document.slugs import Slugs
from sendctl.document.tables import TableBuilder
from sendctl.document.vocabulary import DEPTHS, HEADINGS
from sendctl.document.walk import plain_text


class BlockBuilder:
    """Makes the blocks of one document."""

    def __init__(self, complaints: Complaints, slugs: Slugs) -> None:
        self._complaints = complaints
        self._slugs = slugs
        self._inlines = InlineBuilder(complaints)
        self._tables = TableBuilder(complaints, self._inlines, self.blocks)
        self._makers: dict[str, Callable[[Element], Block | None]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "table": self._tables.build,
            "figure": self._figure,
            "section": self._section,
            "blockquote": self._quote,
            "aside": self._aside,
            "header": self._cover,
            "nav": self._contents,
            "hr": lambda _: PageBreak(),
            **dict.fromkeys(HEADINGS, self._heading),
        }

    def document(self, root: Element) -> Blocks:
        """The blocks of the whole document."""
        tags = [child for child in root.children if isinstance(child, Element)]
        for child in tags[1:]:
            if child.tag == "header":
                message = "The cover (<header>) comes first in the document, and once."
                self._complaints.add(NESTING, child.at, message, "Move it to the top.")
        return self.blocks(root.children)

    def blocks(self, children: Sequence[Element | str]) -> Blocks:
        """Blocks, loose words between them becoming paragraphs of their own."""
        built: list[Block] = []
        loose: list[Element | str] = []
        for child in children:
            if isinstance(child, str) or child.tag in INLINE_TAGS:
                loose.append(child)
                continue
            self._flush(loose, built)
            maker = self._makers.get(child.tag)
            if maker is None:
                # Misplaced, and reported as such: what it holds still counts.
                built += self.blocks(child.children)
            elif (block := maker(child)) is not None:
                built.append(block)
        self._flush(loose, built)
        return tuple(built)

    def _flush(self, loose: list[Element | str], built: list[Block]) -> None:
        if loose and (inlines := self._inlines.build(loose)):
            built.append(Paragraph(inlines))
        loose.clear()

    def _numbered(self, element: Element) -> tuple[str, Inlines]:
        """The number a paragraph or heading begins with, and the rest."""
        children = element.children
        for index, child in enumerate(children):
            if isinstance(child, str) and not child.strip():
                continue
            if isinstance(child, Element) and child.classes == ["number"]:
                number = plain_text(self._inlines.build(child.children))
                return number, self._inlines.build(children[index + 1 :])
            break
        return "", self._inlines.build(children)

    def _heading(self, element: Element) -> Block:
        number, inlines = self._numbered(element)
        anchor = element.attributes.get("id") or self._slugs.make(plain_text(inlines))
        return Heading(int(element.tag[1]), inlines, anchor, number, element.at)

    def _paragraph(self, element: Element) -> Block | None:
        number, inlines = self._numbered(element)
        if not inlines and not number:
            return None
        role = self._one_class(element, get_args(ParagraphRole))
        anchor = element.attributes.get("id", "")
        return Paragraph(inlines, cast("ParagraphRole", role), number, anchor, element.at)

    def _list(self, element: Element) -> Block | None:
        items = tuple(
            Item(self.blocks(child.children), child.attributes.get("id", ""), child.at)
            for child in element.children
            if isinstance(child, Element)
        )
        numbering = self._one_class(element, ("alpha", "roman")) or "decimal"
        start = int(element.attributes.get("start", "1"))
        if not items:
            return None
        return ItemList(
            element.tag == "ol",
            items,
            start,
            cast("ListNumbering", numbering),
        )

    def _definitions(self, element: Element) -> Block | None:
        pairs: list[Definition] = []
        term: Element | None = None
        for child in element.children:
            if isinstance(child, str):
                continue
            if child.tag == "dt":
                self._without_value(term)
                term = child
            elif term is not None:
                pairs.append(
                    Definition(self._inlines.build(term.children), self.blocks(child.children))
                )
                term = None
            elif pairs:
                last = pairs.pop()
                pairs.append(Definition(last.term, last.blocks + self.blocks(child.children)))
            else:
                message = "A value (<dd>) has no key before it."
                self._complaints.add(NESTING, child.at, message, "Put a <dt> before it.")
        self._without_value(term)
        role = self._one_class(element, ("stacked", "tiles"))
        return Definitions(tuple(pairs), cast("DefinitionsRole", role)) if pairs else None

    def _without_value(self, term: Element | None) -> None:
        if term is not None:
            message = "A key (<dt>) has no value after it."
            self._complaints.add(NESTING, term.at, message, "Put a <dd> after it.")

    def _figure(self, element: Element) -> Block | None:
        parts = [child for child in element.children if isinstance(child, Element)]
        images = [part for part in parts if part.tag == "img"]
        captions = [part for part in parts if part.tag == "figcaption"]
        if len(images) != 1 or len(captions) > 1 or len(parts) != len(images) + len(captions):
            message = "A <figure> holds one <img>, and one <figcaption> if you like."
            self._complaints.add(
                NESTING, element.at, message, "Make one <figure> for each picture."
            )
        if not images:
            return None
        given = images[0].attributes
        caption = self._inlines.build(captions[0].children) if captions else ()
        picture = given.get("src", "").removeprefix("picture:")
        anchor = element.attributes.get("id", "")
        return Figure(picture, given.get("alt", ""), caption, anchor, images[0].at)

    def _section(self, element: Element) -> Block:
        given = element.attributes
        return Section(
            self.blocks(element.children),
            landscape="landscape" in element.classes,
            keep="keep" in element.classes,
            label=given.get("aria-label", ""),
            id=given.get("id", ""),
            at=element.at,
        )

    def _quote(self, element: Element) -> Block:
        return Quote(self.blocks(element.children))

    def _aside(self, element: Element) -> Block:
        role = self._one_class(element, get_args(AsideRole)) or "note"
        anchor = element.attributes.get("id", "")
        blocks = self.blocks(element.children)
        return Aside(cast("AsideRole", role), blocks, anchor, element.at)

    def _cover(self, element: Element) -> Block:
        return Cover(self.blocks(element.children))

    def _contents(self, element: Element) -> Block:
        depths = [DEPTHS[name] for name in element.classes if name in DEPTHS]
        title = plain_text(self._inlines.build(element.children)) or "Contents"
        if "contents" not in element.classes and element.classes:
            message = 'The only <nav> is <nav class="contents">.'
            self._complaints.add(VOCABULARY, element.at, message, "Add the class contents.")
        return Contents(title, depths[0] if depths else 2)

    def _one_class(self, element: Element, choices: Iterable[str]) -> str:
        """The class that says what an element is; a second one is a problem."""
        given = [name for name in element.classes if name in choices]
        if len(given) > 1:
            message = f"<{element.tag}> is one of “{given[0]}” and “{given[1]}”, not both."
            self._complaints.add(VOCABULARY, element.at, message, "Keep one of the two classes.")
        return given[0] if given else ""
