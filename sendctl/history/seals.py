"""Adds a seal to seals.yaml, and nothing else: what is there stays to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sendctl.plan.seals import Seal, SealedDocument, SealsFile
from sendctl.plan.tree import reading
from sendctl.yamlfile import read_bytes

NAME = "seals.yaml"
_HEAD = (
    "# Written by sendctl seal; sendctl verify proves it. Add to it, and change nothing.\nseals:\n"
)


class CannotSeal(Exception):  # noqa: N818 - a verdict about the file
    """The file cannot take the seal; the message says why."""


def with_seal(text: str, seal: Seal) -> str:
    """The text of seals.yaml with one more seal at its end.

    Args:
        text: the file as it is; "" when there is none.
        seal: the new one.

    Raises:
        CannotSeal: the file is not as sendctl writes it, so that the seal would not be read.
    """
    before = _seals(text) if text.strip() else ()
    if any(known.name == seal.name for known in before):
        raise CannotSeal(f"{NAME} has a seal {seal.name!r} already; a seal is never made again.")
    start = text if text.strip() else _HEAD
    if not start.endswith("\n"):
        start += "\n"
    ending = "\r\n" if "\r\n" in start else "\n"
    made = start + "".join(f"{line}{ending}" for line in _lines(seal))
    if _seals(made) != (*before, seal):
        raise CannotSeal(f"{NAME} is not as sendctl writes it: `seals:` and a list below it.")
    return made


def _seals(text: str) -> tuple[Seal, ...]:
    found = reading(read_bytes(text.encode(), NAME), SealsFile)
    if found.source.findings or found.findings:
        raise CannotSeal(f"{NAME} has mistakes; `sendctl validate` lists them.")
    assert isinstance(found.content, SealsFile)  # noqa: S101 - asked for
    return found.content.seals


def _lines(seal: Seal) -> Iterator[str]:
    yield f"  - name: {_quoted(seal.name)}"
    yield f"    on: {seal.on.isoformat()}"
    if seal.by:
        yield f"    by: {_quoted(seal.by)}"
    yield f"    revision: {_quoted(seal.revision)}"
    yield f"    today: {seal.today.isoformat()}"
    yield f"    sendctl: {_quoted(seal.sendctl)}"
    yield "    documents:"
    for one in seal.documents:
        yield from _document(one)


def _document(one: SealedDocument) -> Iterator[str]:
    yield f"      - document: {_quoted(one.document)}"
    if one.report:
        yield f"        report: {_quoted(one.report)}"
    yield f"        to: {_quoted(one.to)}"
    if one.public:
        yield "        public: true"
    yield f"        sha256: {_quoted(one.sha256)}"


def _quoted(text: str) -> str:
    """A text that stays one in any reader: JSON's strings are YAML's too."""
    plain = text.replace("-", "").replace("_", "")
    if plain.isascii() and plain.isalpha() and text[0].isalpha():
        return text
    return json.dumps(text, ensure_ascii=False)
