"""The quick reader gives what the standard parser gives, or steps aside."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.document.tokens import feed_quickly

SAMPLE = (Path(__file__).parent / "sample.html").read_text(encoding="utf-8")
PIECES = [
    "<p>", "</p>", '<p class="lead">', "<br>", "<br/>", "<br />", '<td colspan="2"\n id="a">',
    '<a href="#a&amp;b">', "</a>", '<img src="picture:x" alt="&#34;a&#34; &lt;b> \n c">', "words",
    "a &amp; b", "&lt;", "\n", "  ", "é中", "&#39;", "</table>", '<p class="">', "\r", "\x00",
]  # fmt: skip
OTHERS = [
    "<", ">", "&", "&nbsp;", "<P>", "<script>", "<!-- x -->", "</p >", "<p class='a'>", "<p class>",
    "<?x?>", "<![CDATA[", '<p class="a"id="b">', "</", "<p", '<p a="', "&ampx", "<b>", "<em/>",
]  # fmt: skip


class Heard(HTMLParser):
    """Every event with its place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, attrs, self.getpos()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, attrs, "ended", self.getpos()))

    def handle_endtag(self, tag: str) -> None:
        self.events.append((f"/{tag}", self.getpos()))

    def handle_data(self, data: str) -> None:
        self.events.append((data, self.getpos()))


def standard(html: str) -> list[Any]:
    parser = Heard()
    parser.feed(html)
    parser.close()
    return parser.events


def test_sample_is_read_quickly() -> None:
    quick = Heard()
    assert feed_quickly(SAMPLE, quick)
    assert quick.events == standard(SAMPLE)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_well_written_text(html: str) -> None:
    quick = Heard()
    assert feed_quickly(html, quick)
    assert quick.events == standard(html)


@given(st.lists(st.sampled_from(PIECES + OTHERS) | st.text(max_size=3)).map("".join))
def test_any_text(html: str) -> None:
    quick = Heard()
    if feed_quickly(html, quick):
        assert quick.events == standard(html)
    else:
        assert quick.events == []


@pytest.mark.parametrize("other", OTHERS)
def test_steps_aside(other: str) -> None:
    if other not in {">", "<em/>"}:
        assert not feed_quickly(f"<p>a</p>{other}<p>b</p>", Heard())


def test_takes_no_long_time_over_a_long_text() -> None:
    assert not feed_quickly("<p " + 'class="a" ' * 100_000 + "<", Heard())
    assert not feed_quickly("<p>a" * 100_000 + "&", Heard())
