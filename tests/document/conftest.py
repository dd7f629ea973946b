from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl.document import Document, Meta, lint, parse
from sendctl.findings import Finding
from tests.document.sample import PICTURE, sample_document

Told = list[tuple[str, int, int]]


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
    return sample_document()
