"""Any text of a plan in a document: what comes out is restricted HTML without a mistake."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.files import plan_folders
from sendctl.checks.inline import inline_links, without_addresses, without_targets
from sendctl.checks.sentences import reading_age, sentences
from sendctl.document import Meta, lint, parse, write_html, write_markdown
from sendctl.plan import load_plan
from sendctl.report.prose import inline, prose, words

DICTIONARY = (
    *("**", "*", "_", "[", "](", ")", "\\", "- ", "1. ", "2022. ", "\n", "\n\n", "  \n", "\t"),
    *("https://", "mailto:", "tel:", "javascript:", "appendix:", "<", ">", "&", "&amp;", "`"),
    *("<script>", "![", '"', "'", "{{", "\N{RIGHT-TO-LEFT OVERRIDE}", "\xad", "e\u0301"),
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """The texts of all plans, and some with every mark."""
    yield b"**bold** and *italics*, [a link](https://www.example.org/a_(b)?c=1&d), a \\* star"
    yield b"Before:\n\n- one\n- two\n  1. three\n  2. *four\n\nAfter  \na break"
    yield b"2022. A sentence\n\n-\n\n1)\n[x](javascript:alert(1)) ![x](https://e.org/x.png)"
    for folder in plan_folders():
        plan = load_plan(folder).plan
        if plan:
            yield from {text.text.encode() for text in plan.texts if len(text.text) > 60}  # noqa: PLR2004 - the longer ones


def run(data: bytes) -> None:
    """Print it as a paragraph, in a line, without formatting; and let the checks look at it."""
    text = data.decode("utf-8", "replace")
    html = f"<h1>{inline(text)}</h1>{prose(text)}<p>{inline(text)}</p>"
    document, findings = parse(html, Meta("A", "A"), "a.html")
    codes = {finding.code for finding in [*findings, *lint(document)]}
    assert codes <= {"SC707", "SC704", "SC705", "SC706", "SC708"}, (codes, html)
    write_html(document)
    write_markdown(document)
    words(text)
    reading_age(sentences(text))
    without_targets(without_addresses(text))
    list(inline_links(text))
