"""What must be true of every answer, whatever was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sendctl.findings import Finding, Place
from sendctl.yamlfile import Source

_LONGEST = 2_000
"""Characters of a message or an advice; more is no sentence for people."""


def check_findings(findings: Iterable[Finding], sources: Mapping[str, Source]) -> None:
    """Every finding says where, inside the file, what is wrong, and what to do.

    Raises:
        AssertionError: one does not.
    """
    for found in findings:
        assert found.advice, found
        for text in (found.message, found.advice, *(other.message for other in found.related)):
            assert text == text.strip() and text, found
            assert len(text) <= _LONGEST, found
            assert "\n" not in text and "\r" not in text and "\0" not in text, found
            text.encode()
        assert found.code.startswith("SC") and len(found.code) == 5, found  # noqa: PLR2004
        for place in (found.place, *(other.place for other in found.related)):
            if place.file in sources:
                check_place(place, sources[place.file])


def check_place(place: Place, source: Source) -> None:
    """A place that lies inside its file.

    Raises:
        AssertionError: it does not.
    """
    span = place.span
    assert span is not None, place
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column), place
    assert span.column <= len(source.line(span.line)) + 1, place
    assert span.end_column <= len(source.line(span.end_line)) + 1, place


def check_printed(text: str) -> None:
    """What goes to a terminal holds nothing that would lead it astray.

    Raises:
        AssertionError: it does.
    """
    for line in text.split("\n"):
        assert line.isprintable(), line[:200]
