"""libyaml's complaints in words that help the person who wrote the file.

The library says what its scanner expected; a council officer needs to know what to type. The
texts matched here are libyaml's own, unchanged for years; one that is not known falls through to
a general sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sendctl.yamlfile import rules
from sendctl.yamlfile.complaint import Complaint

_QUOTE_IT = "Put the whole value in 'single quotes'."


class _Case(NamedTuple):
    """One kind of mistake.

    Attributes:
        pattern: searched for in libyaml's context and problem, and where it noticed.
        message: may quote the `sign` that it is about.
        at_opening: whether to point to where the construct began, not where it went wrong.
    """

    pattern: str
    message: str
    advice: str
    code: str = rules.SYNTAX
    at_opening: bool = False


# The first that matches is told.
_CASES = (
    _Case(
        "in the indentation",
        "A tab is used for indentation.",
        "Use spaces, two for each level; most editors can convert tabs to spaces.",
        rules.TAB,
    ),
    _Case(
        "scanning an (anchor|alias)",
        "A value begins with {sign}, the sign of an anchor or alias.",
        _QUOTE_IT,
        rules.ALIAS,
        at_opening=True,
    ),
    _Case(
        r"(scanning|parsing) a tag|tag handle",
        "A value begins with a tag (!).",
        _QUOTE_IT,
        rules.TAG,
        at_opening=True,
    ),
    _Case("cannot start any token", "A value cannot begin with {sign!r}.", _QUOTE_IT),
    _Case(
        "mapping values are not allowed",
        "A colon and a space stand where no key can be.",
        "If the colon belongs to the text: put the whole value in 'single quotes'. If this is a "
        "key, line it up with the keys around it.",
    ),
    _Case(
        "sequence entries are not allowed",
        "A dash and a space stand where no list item can begin.",
        "Begin the list on the next line; if the dash belongs to the text: put the whole value in "
        "'single quotes'.",
    ),
    _Case(
        "quoted scalar: .*(end of stream|document indicator)",
        "A quotation mark is opened here and never closed.",
        "Close it, and write an apostrophe inside 'single quotes' twice ('').",
        at_opening=True,
    ),
    _Case(
        "parsing a flow|',' or",
        "A bracket is opened here and not closed where it should be.",
        "Close it, and put commas between the entries; quote text that holds a comma or a question "
        "mark.",
        at_opening=True,
    ),
    _Case(
        "escape|hexdecimal",
        "A backslash in double quotes starts a special sign unknown to YAML.",
        "Use 'single quotes': in them a backslash is just a backslash.",
    ),
    _Case(
        "unexpected ':'",
        "A text between brackets holds a colon, such as a web address or a time.",
        _QUOTE_IT,
        at_opening=True,
    ),
    _Case(
        "expected ':'",
        "This line has no colon after its key.",
        "Write it as `key: value`; if it continues the line above, indent it further.",
        at_opening=True,
    ),
    _Case(
        "expected key .*at ':'",
        "A key is empty.",
        "Write a plain word before the colon.",
        rules.BAD_KEY,
    ),
    _Case(
        "inside a line",
        "The value ends before this, or cannot begin with it.",
        f"{_QUOTE_IT} In them, write an apostrophe twice ('').",
    ),
    _Case(
        "block|expected key|indicator",
        "The indentation does not match the lines above.",
        "Keys of one item start in the same column, and each list item starts with `- `.",
    ),
    _Case(
        "",
        "This is not YAML that can be read.",
        "Look at this line and the one before it: quotes, colons, brackets and indentation.",
    ),
)


def explain(text: str, problem: str, context: str, at: int, opened_at: int) -> Complaint:
    """What libyaml found wrong, said plainly.

    Args:
        text: the whole file.
        problem: what libyaml says is wrong.
        context: what it was reading just then.
        at: character offset where it noticed.
        opened_at: character offset where the construct it was in began.
    """
    noticed = f"{context}: {problem} {_whereabouts(text, at)} at {text[at : at + 1]!r}"
    if "parsing a flow node" in context:  # it began where the node is missing
        opened_at = max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
    case = next(case for case in _CASES if re.search(case.pattern, noticed))
    start = opened_at if case.at_opening else at
    message = case.message.format(sign=text[start : start + 1])
    return Complaint(case.code, start, message, case.advice)


def _whereabouts(text: str, at: int) -> str:
    """Which part of its line the mistake is in; in the indentation, a tab is to blame."""
    lead = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at + 1]
    if "\t" in lead and not lead.strip(" \t-"):
        return "in the indentation"
    return "inside a line" if lead[:-1].strip(" -") else "at the start of a line"
