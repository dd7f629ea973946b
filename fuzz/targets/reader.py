"""Any bytes as a YAML file: what comes back is plain, and every place lies in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fuzz.files import file_seeds
from fuzz.oracle import check_findings, check_place
from sendctl.findings import Place
from sendctl.findings.finding import Step
from sendctl.yamlfile import Source, read_bytes

DICTIONARY = (
    *("a: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "''", "|", ">-"),
    *("&x ", "*x", "!t ", " #", "%", "---\n", "...\n", "\t", "\r", "? ", "@", "<<: ", "~", "null"),
    *("\\x07", '"\\0"', "\ufeff", "\u2028", "\x85", "é", "\U0001f600", "\u200b"),
)


def seeds() -> Iterator[bytes]:
    """Every file of every plan."""
    return file_seeds()


def run(data: bytes) -> None:
    """Read them twice: the same comes out, with places inside the text."""
    source = read_bytes(data, "a.yaml")
    again = read_bytes(data, "a.yaml")
    assert (source.value, source.findings) == (again.value, again.findings)
    assert type(source.value) is dict
    check_findings(source.findings, {"a.yaml": source})
    _check_places(source, source.value, ())


def _check_places(source: Source, value: Any, path: tuple[Step, ...]) -> None:
    """Of every value and key, and of one that is not there."""
    assert type(value) in {dict, list, str}
    for on_key in (False, True):
        check_place(Place("a.yaml", path, span=source.span(path, on_key=on_key)), source)
    if not isinstance(value, str):
        steps = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
        missing = source.span((*path, "not there"))
        check_place(Place("a.yaml", path, span=missing), source)
        for step, one in steps:
            _check_places(source, one, (*path, step))
