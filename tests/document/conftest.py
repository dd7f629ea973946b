from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.document import Document, Meta, lint, parse
from sendctl.findings import Finding

Told = list[tuple[str, int, int]]
HERE = Path(__file__).parent
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    '<circle cx="4" cy="4" r="3"/></svg>'
)


def told(findings: list[Finding]) -> Told:
    """Code, line and column: what a test states about findings."""
    return [(each.code, each.span.line, each.span.column) for each in findings]


@pytest.fixture
def read() -> Callable[[str], Document]:
    """Parses text that must be without fault."""

    def parsed(html: str) -> Document:
        document, findings = parse(html, Meta("A plan"), pictures={"chart": PICTURE})
        assert findings == []
        return document

    return parsed


@pytest.fixture
def parsing() -> Callable[[str], Told]:
    """What the parser says about a text."""
    return lambda html: told(parse(html, Meta("A plan"))[1])


@pytest.fixture
def linting() -> Callable[[str], Told]:
    """What the lint says about a text that parses."""

    def linted(html: str) -> Told:
        document, findings = parse(html, Meta("A plan"), pictures={"chart": PICTURE})
        assert findings == []
        return told(lint(document))

    return linted


@pytest.fixture(scope="session")
def sample() -> Document:
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
