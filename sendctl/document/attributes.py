"""The attributes of one tag: which are allowed, and what their values may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sendctl.document.complaints import UNSAFE_LINK, VOCABULARY
from sendctl.document.vocabulary import ATTRIBUTES, CLASSES, SCOPES
from sendctl.findings import did_you_mean

Attributes = dict[str, str]
Refusal = tuple[str, str, str]
"""Code, message and advice."""

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no document may hold: controls, halves of characters, non-characters."""

_ID = re.compile(r"(?!sc-)[A-Za-z][A-Za-z0-9._-]*", re.ASCII)
_HREF = re.compile(r"(https?://[^/?#\s]|mailto:[^\s]|tel:[+0-9(]|#.)", re.IGNORECASE)
_PICTURE = re.compile(r"picture:[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_COUNT = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
_START = re.compile(r"[0-9]{1,6}", re.ASCII)

_ONLY_CLASS = 'Give it one of the classes: class="{}".'
NEEDY = {
    "a": ("href", 'Say where the link goes: href="https://…".'),
    "img": ("src", 'Name the picture: src="picture:NAME".'),
    "nav": ("class", 'The only <nav> is <nav class="contents">.'),
    "aside": ("class", _ONLY_CLASS.format("note")),
    "span": ("class", _ONLY_CLASS.format("badge on_track")),
}
"""Tags that are nothing without an attribute."""

_ADVICE = {
    "style": "How the document looks is set in the style sheet, not in the template.",
    "rowspan": "Repeat the cell in each row: Word and screen readers lose track of tall cells.",
    "width": 'Give <col> a share of the width: class="w-3".',
    "align": 'Text is left-aligned; figures in a cell may have class="numeric".',
    "target": "A link opens where the reader chooses.",
}
_VALUES = {
    "id": (_ID, "An id is a letter, then letters, digits, “.”, “_” or “-”; not beginning “sc-”."),
    "src": (_PICTURE, 'A picture is named by src="picture:NAME".'),
    "colspan": (_COUNT, "A span is a whole number from 1 to 999."),
    "start": (_START, "A list starts at a whole number."),
    "scope": (re.compile("|".join(SCOPES)), "A scope is one of: " + ", ".join(SCOPES) + "."),
}


def checked(tag: str, given: Sequence[tuple[str, str | None]]) -> tuple[Attributes, list[Refusal]]:
    """The attributes of a tag that may stand, and why the others may not."""
    kept: Attributes = {}
    refused: list[Refusal] = []
    for name, value in given:
        cleaned = CONTROL.sub("", value or "").strip()
        problems = list(_refusals(tag, name, cleaned))
        if name in kept:
            problems.append((VOCABULARY, f"<{tag}> has {name} twice.", "Keep one of them."))
        refused += problems
        if not problems:
            kept[name] = cleaned
    if tag in NEEDY:
        needed, advice = NEEDY[tag]
        # One that was given and refused has been reported already.
        absent = needed in kept or all(name != needed for name, _ in given)
        if not kept.get(needed) and absent:
            refused.append((VOCABULARY, f"<{tag}> needs {needed}.", advice))
    return kept, refused


def _refusals(tag: str, name: str, value: str) -> Iterator[Refusal]:
    if name == "class":
        yield from _classes(tag, value)
    elif name not in ATTRIBUTES.get(tag, ()):
        yield _unknown(tag, name)
    elif name == "href":
        if not _HREF.match(value):
            yield (
                UNSAFE_LINK,
                f"A link may not lead to {_shown(value)}.",
                "Links begin with https://, http://, mailto: or tel:, or are #id of this document.",
            )
    elif name in _VALUES and not _VALUES[name][0].fullmatch(value):
        yield VOCABULARY, f"<{tag}> may not have {name}={_shown(value)}.", _VALUES[name][1]


def _unknown(tag: str, name: str) -> Refusal:
    message = f"<{tag}> may not have the attribute {_shown(name)}."
    if name.startswith("on"):
        return VOCABULARY, message, "A document runs no programs: take it out."
    known = (*ATTRIBUTES.get(tag, ()), *(("class",) if tag in CLASSES else ()))
    advice = _ADVICE.get(name) or did_you_mean(name, known)
    return VOCABULARY, message, advice or f"Take it out: <{tag}> has no attributes."


def _classes(tag: str, value: str) -> Iterator[Refusal]:
    allowed = CLASSES.get(tag, ())
    for word in value.split():
        if word not in allowed:
            message = f"<{tag}> may not have the class {_shown(word)}."
            yield VOCABULARY, message, did_you_mean(word, allowed) or "Take it out."


def _shown(value: str, limit: int = 60) -> str:
    line = " ".join(value[: 2 * limit].split())
    return f"“{line}”" if len(line) <= limit else f"“{line[:limit]}…”"
