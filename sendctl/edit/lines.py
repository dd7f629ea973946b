"""Where lines of a text begin and end, and what stands between its values."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\r\n]*")
_SPACE_AND_COMMENTS = re.compile(r"(?:[ \t\r\n]|(?:(?<![^\s])|(?<=[,\[{]))#[^\r\n]*)*")
_REST = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_BREAK = re.compile(r"\r\n|\n|\r")


def after_space(text: str, at: int, *, comments: bool = False) -> int:
    """The first character from here that is no white space, nor part of a comment if so asked."""
    match = (_SPACE_AND_COMMENTS if comments else _SPACE).match(text, at)
    return match.end() if match else at


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins."""
    feed = text.rfind("\n", 0, at)
    return max(feed, text.rfind("\r", feed + 1, at)) + 1


def line_before(text: str, start: int) -> int:
    """Where the line before the one that begins here begins."""
    width = 2 if text[max(start - 2, 0) : start] == "\r\n" else 1
    return line_start(text, max(start - width, 0))


def line_end(text: str, at: int) -> int:
    """Behind the line break of the line that a character, or the last line break, stands in."""
    if at and text[at - 1] in "\r\n":
        return at
    match = _REST.match(text, at)
    return match.end() if match else at


def begins_line(text: str, at: int) -> bool:
    """Whether only spaces stand before a character in its line."""
    return not text[line_start(text, at) : at].strip(" ")


def column(text: str, at: int) -> int:
    """How many characters stand before one in its line."""
    return at - line_start(text, at)


def line_break(text: str) -> str:
    """The line break that a text uses: its first one."""
    match = _BREAK.search(text)
    return match.group() if match else "\n"


def without_break(text: str, end: int) -> int:
    """The same place, but before the line break that it stands behind."""
    while end and text[end - 1] in "\r\n":
        end -= 1
    return end


def block_end(text: str, start: int, end: int) -> int:
    """Where a block scalar ends: libyaml counts the empty lines below to it.

    With + in its head they do belong to it.
    """
    head = line_end(text, start)
    if "+" in text[start : start + 3]:
        return max(head, end)
    last = len(text[:end].rstrip(" \t\r\n")) if end > head else 0
    return max(head, line_end(text, last)) if last > start else head
