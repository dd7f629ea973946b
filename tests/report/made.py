"""Any document of the table, made and written, for the tests."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from sendctl.document import write_html, write_markdown
from sendctl.plan import Plan
from sendctl.report import Request
from sendctl.report.documents import make
from tests.report.rendered import TODAY

SVG = "{http://www.w3.org/2000/svg}"


class Made:
    """One document in both text formats, with what is wrong with it."""

    def __init__(self, name: str, plan: Plan, today: date = TODAY, **asked: Any) -> None:
        self.document, self.findings = make(name, Request(plan, today, **asked))
        self.html = write_html(self.document)
        self.markdown = write_markdown(self.document)

    @property
    def body(self) -> str:
        """The page without its style sheet."""
        return self.html[self.html.index("<body") :]


def checked_svg(svg: str) -> ET.Element:
    """A picture, read; it says what it is, runs nothing and loads nothing."""
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    ids = (root.get("aria-labelledby") or "").split()
    named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    assert [one is not None and one.get("id") for one in named] == ids
    assert all(one is not None and one.text for one in named)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"script", "foreignObject", "image", "use", "a", "style"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or value.startswith("url(#pattern-")
    return root


def printed(root: ET.Element) -> list[str]:
    """The words on a picture, as they stand."""
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
