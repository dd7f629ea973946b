"""A document that has every block there is."""

from __future__ import annotations

from pathlib import Path

from sendctl.document import Document, Meta, lint, parse

HERE = Path(__file__).parent
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    '<circle cx="4" cy="4" r="3"/></svg>'
)


def sample_document() -> Document:
    meta = Meta(
        "Improving support",
        author="Westshire Council",
        subject="What the area does about the inspection.",
        banner="Public version",
        draft=True,
        as_at="5 September 2022",
    )
    html = (HERE / "sample.html").read_text(encoding="utf-8")
    document, findings = parse(html, meta, "sample.html", {"rating": PICTURE})
    assert findings == []
    assert lint(document) == []
    return document
