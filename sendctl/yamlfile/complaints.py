"""What `build` has to say of YAML that a plan is not written in, a function a rule."""

from __future__ import annotations

from typing import Any

from sendctl.yamlfile import rules
from sendctl.yamlfile.complaint import Complaint
from sendctl.yamlfile.limits import MAX_DEPTH, MAX_ENTRIES

_LOW = (1 << 32) - 1


def empty_file() -> Complaint:
    """Nothing but comments and white space."""
    advice = "Write its keys, or delete the file if it is optional."
    return Complaint(rules.EMPTY_FILE, 0, "The file is empty.", advice)


def not_a_mapping(value: Any, start: int) -> Complaint:
    """A list or a text where the file's keys must be."""
    kind = "a list" if isinstance(value, list) else "a single text"
    return Complaint(
        rules.NOT_A_MAPPING,
        start,
        f"The file is {kind}; it must be a mapping of keys to values.",
        "Begin it with a key, such as `weaknesses:`, and indent the rest below it.",
    )


def bad_key(start: int) -> Complaint:
    """A key that is no plain text."""
    return Complaint(
        rules.BAD_KEY,
        start,
        "A key is empty, or is itself a mapping or a list.",
        "Write a plain word before the colon; put a value that begins with { or [ in quotes.",
    )


def duplicate_key(key: str, mark: int, first: int) -> Complaint:
    """A key that stands a second time; both marks are packed offsets."""
    return Complaint(
        rules.DUPLICATE_KEY,
        mark >> 32,
        f"The key {key!r} stands twice here.",
        "Keep one of the two; the second is ignored until then.",
        mark & _LOW,
        (first >> 32, first & _LOW),
        "the first one",
    )


def no_colon(key: str, mark: int) -> Complaint:
    """A text between commas that has no value: mostly the end of a text that holds a comma."""
    shown = key if len(key) <= 40 else key[:39] + "…"  # noqa: PLR2004 - a message's width
    return Complaint(
        rules.SYNTAX,
        mark >> 32,
        f"A comma ends the value before {shown!r}, which would be ignored.",
        "If the comma belongs to the text: put the whole value in 'single quotes'. If this is a "
        "key, write a colon after it.",
        mark & _LOW,
    )


def too_many(start: int) -> Complaint:
    """More entries than people write one below the other."""
    return Complaint(
        rules.TOO_LARGE,
        start,
        f"Here are more than {MAX_ENTRIES:,} entries in one list or mapping.",
        "A plan's file is text that people write. Keep data beside it, under evidence/.",
    )


def too_deep(start: int) -> Complaint:
    """More levels than any plan has."""
    return Complaint(
        rules.TOO_DEEP,
        start,
        f"Values are nested more than {MAX_DEPTH} deep.",
        "A plan needs about eight levels; look for brackets that were never closed.",
    )


def second_document(start: int) -> Complaint:
    """A line of dashes that begins another document."""
    return Complaint(
        rules.SECOND_DOCUMENT,
        start,
        "A second document (---) begins here; a file holds one.",
        "Delete the line of dashes, or move what follows to a file of its own.",
    )


def alias(event: Any) -> Complaint:
    """A value that stands for another one; refused, because it can stand for a billion."""
    return Complaint(
        rules.ALIAS,
        event.start_mark.index,
        "An alias (*) stands for a value written elsewhere.",
        "Write the value out; if the * belongs to the text, put the value in quotes.",
        event.end_mark.index,
    )


def anchor(event: Any) -> Complaint:
    """A name for a value, of use only to an alias."""
    start = event.start_mark.index
    return Complaint(
        rules.ALIAS,
        start,
        "An anchor (&) names a value for use elsewhere.",
        "Leave it out; if the & belongs to the text, put the value in quotes.",
        start + len(event.anchor) + 1,
    )


def tag(event: Any) -> Complaint:
    """A type for a value; the model alone says what types values have."""
    return Complaint(
        rules.TAG,
        event.start_mark.index,
        "A value begins with a tag (!).",
        "Leave the tag out; if the ! belongs to the text, put the value in quotes.",
    )


def empty_item(start: int, end: int) -> Complaint:
    """A dash with nothing behind it but perhaps an anchor."""
    return Complaint(
        rules.EMPTY_ITEM,
        start - 1 if start == end else start,
        "This list item is empty.",
        "Write its text after the dash, or delete the dash.",
    )
