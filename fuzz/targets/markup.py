"""Any text as a template's output: a document that every writer takes, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sendctl.document import Meta, lint, parse, write_html, write_markdown
from sendctl.document.vocabulary import PARENTS

_SAMPLE = Path(__file__).parent.parent.parent / "tests" / "document" / "sample.html"

DICTIONARY = (
    *(f"<{tag}>" for tag in sorted(PARENTS)),
    *(f"</{tag}>" for tag in sorted(PARENTS)),
    *(' class="', ' id="', ' href="#', ' href="https://', ' src="picture:', ' scope="row"', '"'),
    *(' colspan="2"', ' rowspan="2"', ' start="3"', ' alt=""', "<!--", "-->", "<![CDATA[", "<?"),
    *("<script>", "<svg>", "<div>", "<br>", "&amp;", "&#0;", "&#x110000;", "&nbsp", "number"),
    *("badge on_track", "footnote", "landscape", "tiles", "contents", "alpha", "note"),
)


def seeds() -> Iterator[bytes]:
    """The sample that has everything, whole and block by block."""
    sample = _SAMPLE.read_bytes()
    yield sample
    yield from (line for line in sample.splitlines() if line.strip())
    yield b"<h1>A</h1><table><caption>B</caption><tr><th scope=col>C</th></tr></table>"


def run(data: bytes) -> None:
    """Parse it, lint it, write it."""
    text = data.decode("utf-8", "replace")
    document, findings = parse(text, Meta("A", "A"), "a.html")
    for found in [*findings, *lint(document)]:
        assert found.message, found
        assert "\n" not in found.message, found
        assert found.code.startswith("SC7"), found
    page = write_html(document)
    assert "<script" not in page.partition("<body")[2]
    assert write_html(document) == page
    write_markdown(document)
