"""Restricted HTML to a document. `README.md` beside this file is the manual of the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sendctl.document.blocks import BlockBuilder
from sendctl.document.complaints import Complaints
from sendctl.document.markup import Element, read
from sendctl.document.model import Document, Meta
from sendctl.document.slugs import Slugs
from sendctl.findings import Finding, sort_findings


def parse(
    html: str,
    meta: Meta,
    name: str = "document.html",
    pictures: Mapping[str, str] | None = None,
) -> tuple[Document, list[Finding]]:
    """A document, and whatever in the text is not restricted HTML.

    Args:
        html: what a template made.
        meta: what is true of the whole document.
        name: how findings call the text; usually the template's path.
        pictures: SVG texts by the names that `src="picture:NAME"` uses.
    """
    complaints = Complaints(name)
    root = read(html, complaints)
    builder = BlockBuilder(complaints, Slugs(_ids(root)))
    document = Document(meta, builder.document(root), dict(pictures or {}), source=name)
    return document, sort_findings(complaints.findings)


def _ids(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Element):
            if "id" in child.attributes:
                yield child.attributes["id"]
            yield from _ids(child)
