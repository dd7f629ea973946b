"""One text as YAML: plain, quoted or as a block, whichever says exactly this text.

No rules of YAML's grammar are repeated here: each way of writing is tried, and libyaml judges
whether it reads back as the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from ruamel.yaml.error import YAMLError

from sendctl.edit.nodes import Collection, Scalar, parse

_LOOKS_LIKE_MORE = re.compile(
    r"[-+]?(\d[\d_,]*)?\.[\d_]*([eE][-+]?\d+)?|[-+]?\d[\d_]*[eE][-+]?\d+|[-+]?0\d+|0[xob]\w+"
    r"|[-+]?\.(inf|nan)|[-+]?\d+(:\d\d)+|yes|no|on|off|null|~",
    re.IGNORECASE | re.ASCII,
)
"""What other programs would not read as text, or not as this text: the id 1.10, the answer no."""

_NARROW = 40
"""Columns that a block keeps, however far it is indented."""


class Written(NamedTuple):
    """A value as text: what follows its key or dash in the line, and the lines below."""

    inline: str
    lines: tuple[str, ...] = ()


def flow_scalar(text: str, style: str = "", *, is_key: bool = False) -> str:
    """A text in one line, as it can stand in brackets too.

    Args:
        text: what is written.
        style: the quotation mark to use if it can be; "" is none.
        is_key: whether it stands before a colon.
    """
    before, after = ("{", ": x}") if is_key else ("[", "]")
    return _line(text, style, before, after)


def block_scalar(text: str, style: str, indent: int, room: int, width: int) -> Written:
    """A text behind the colon or dash of a block.

    Args:
        text: what is written.
        style: how a text in its place was written; "" when it was plain, or new.
        indent: of the lines of a block scalar, in spaces.
        room: characters left in the line.
        width: of a line of a block scalar, in characters.
    """
    written = None
    if style in {"|", ">"} or (style == "" and ("\n" in text or len(text) > room)):
        written = _block(text, style, indent, max(width - indent, _NARROW))
    return written or Written(line_scalar(text, style))


def line_scalar(text: str, style: str) -> str:
    """A text in one line of a block, where fewer signs mean something than in brackets."""
    return _line(text, style, "- ", "")


def new_style(text: str) -> str:
    """The quotation mark for a text that others would take for a number, or yes or no."""
    return '"' if _LOOKS_LIKE_MORE.fullmatch(text) else ""


def _line(text: str, style: str, before: str, after: str) -> str:
    for candidate in _candidates(text, style):
        if _reads(before + candidate + after) == text:
            return candidate
    return json.dumps(text, ensure_ascii=False)


def _candidates(text: str, style: str) -> Iterator[str]:
    single = "'" + text.replace("'", "''") + "'"
    if style == "'":
        yield single
    elif style != '"':
        yield text
        if '"' in text or "\\" in text:
            yield single


def _block(text: str, style: str, indent: int, width: int) -> Written | None:
    """The text as a block scalar; None when that cannot say it."""
    content, ends = text.rstrip("\n"), len(text) - len(text.rstrip("\n"))
    chomping = "-" if not ends else "" if ends == 1 else "+"
    sign = style or ("|" if "\n" in content else ">")
    lines = content.split("\n")
    if sign == ">":
        lines = _folded(lines, width)
    lead = " " * indent
    below = tuple(lead + line if line else "" for line in [*lines, *[""] * (ends - 1)])
    judged = "\n".join([f"- {sign}{chomping}", *(line[indent - 1 :] for line in below), ""])
    return Written(sign + chomping, below) if _reads(judged) == text else None


def _folded(paragraphs: list[str], width: int) -> list[str]:
    """The lines of a folded block: within a paragraph a line break stands for a space."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number and paragraphs[number - 1] and paragraph:
            lines.append("")
        lines += _wrapped(paragraph, width) or [""]
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    if "  " in text or text != text.strip():
        return [text]
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _reads(text: str) -> str | None:
    """The one scalar that a snippet of YAML holds; None when it holds anything else."""
    try:
        root = parse(text)
    except YAMLError:
        return None
    if not isinstance(root, Collection) or len(root.slots) != 1:
        return None
    slot = root.slots[0]
    if root.is_mapping:
        is_whole = isinstance(slot.old, Scalar) and slot.old.value == "x"
        return slot.name if is_whole else None
    return slot.old.value if isinstance(slot.old, Scalar) else None
