"""Any text as a date: an interval that is in order, or a reason with advice."""

from __future__ import annotations

from collections.abc import Iterator

from sendctl.plan.when import BadDate, parse_day, parse_edge, parse_when
from sendctl.report.wording import when_words

DICTIONARY = (
    *("2022", "-", "/", "Q", "0001", "9999", "12", "31", "02-29", "00", "ongoing", "immediate"),
    *("autumn", "spring", ".", " ", "q", "\u0661", "\u00b2", "\uff12", "by", "term", "start"),
)


def seeds() -> Iterator[bytes]:
    """A date of each kind, and near misses."""
    yield from (
        b"2022-12-16", b"2022-12", b"2022/23-Q3", b"2022-Q4", b"2022-autumn", b"ongoing",
        b"16/12/2022", b"12/31/2022", b"2022-02-30", b"1999/00-Q4", b"9999-12", b"0001-01-01",
        b"start of 2023-spring", b"by=start,term=2023-spring",
    )  # fmt: skip


def run(data: bytes) -> None:
    """Parse it as a day, as a date of any precision, and as the edge of a term."""
    text = data.decode("utf-8", "replace")
    try:
        assert parse_day(text).isoformat() == text
    except BadDate as error:
        _check(error)
    try:
        when = parse_when(text)
    except BadDate as error:
        _check(error)
    else:
        assert when.interval is None or when.interval.first <= when.interval.last
        assert when.deadline({}) is None or when.interval
        assert when_words(when)
    try:
        parse_edge(dict(part.partition("=")[::2] for part in text.split(",")))
    except BadDate as error:
        _check(error)


def _check(error: BadDate) -> None:
    assert error.code in {"SC105", "SC108"}
    assert error.advice
    assert 0 < len(error.message) < 200  # noqa: PLR2004 - a line for people
