"""Plan text is never a template, markup or a formula, whatever field it stands in."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from sendctl.document.walk import inner_inlines, plain_text, walk
from tests.report.full_plan import full_plan
from tests.report.rendered import MakePlan, Rendered, told

HOSTILE = [
    "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #}",
    "<script>alert(1)</script><h1>One</h1></td></table>",
    "<img src=x onerror=alert(1)> &lt;b&gt; &amp;",
    "[x](javascript:alert(1)) [y](data:text/html;base64,eA==)",
    "| pipes | and | more |",
    "# heading",
    "=1+1",
    "@SUM(A1)",
    "a\u202eb \u200f\u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\u200d\U0001f467 \u2713",
    "soft\u00adhyphen and\u200bno space",
    "x" * 10_000,
    "'\"`$(rm -rf)`\"'",
]


class Tags(HTMLParser):
    """The tags of a page, and the addresses in it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in {"href", "src"}:
                self.links.append(value or "")


def poisoned(data: Any, text: str, marks: set[str]) -> Any:
    """The same data with this text in place of every mark."""
    if isinstance(data, dict):
        return {key: poisoned(value, text, marks) for key, value in data.items()}
    if isinstance(data, list):
        return [poisoned(value, text, marks) for value in data]
    return text if isinstance(data, str) and data in marks else data


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_printed_as_it_is(make_plan: MakePlan, text: str) -> None:
    full = full_plan()
    plan = make_plan(poisoned(full.files, text, full.texts))
    shown = Rendered(plan)
    assert [code for code, _ in told(shown.findings) if code != "SC707"] == []
    words = "\n".join(_words(shown))
    assert words.count(" ".join(text.split())) > 100

    read_again = MarkdownIt("commonmark").enable("table").render(shown.markdown)
    for page, drawn in ((shown.body, shown.document.pictures), (read_again, {})):
        tags = Tags()
        tags.feed(page)
        assert not tags.seen & {"script", "iframe", "svg"}
        pictures = [link for link in tags.links if link.startswith("data:image/svg+xml;base64,")]
        assert len(pictures) == len(drawn)
        assert ("img" in tags.seen) is bool(drawn)
        for picture in pictures:
            ET.fromstring(b64decode(picture.partition(",")[2]))  # noqa: S314 - our own
        assert not {name for name in tags.attributes if name.startswith("on")}
        others = set(tags.links) - set(pictures)
        assert all(link.startswith(("#", "https://")) for link in others)
        assert page.count("<h1") == 1


def _words(shown: Rendered) -> Iterator[str]:
    for block in walk(shown.document.blocks):
        for inlines in inner_inlines(block):
            yield plain_text(inlines)
