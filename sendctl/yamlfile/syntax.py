"""libyaml's complaints in words that help the person who wrote the file.

The library says what its scanner expected; a council officer needs to know what to type. The
texts matched here are libyaml's own, unchanged for years; one that is not known falls through to
a general sentence.
"""

from __future__ import annotations

from sendctl.yamlfile import rules
from sendctl.yamlfile.complaint import Complaint

_QUOTE_IT = "Put the whole value in 'single quotes'."


def explain(text: str, problem: str, context: str, at: int, opened_at: int) -> Complaint:
    """What libyaml found wrong, said plainly.

    Args:
        text: the whole file.
        problem: what libyaml says is wrong.
        context: what it was reading just then.
        at: character offset where it noticed.
        opened_at: character offset where the construct it was in began.
    """
    if _in_indentation(text, at):
        return Complaint(
            rules.TAB,
            at,
            "A tab is used for indentation.",
            "Use spaces, two for each level; most editors can convert tabs to spaces.",
        )
    character = text[at : at + 1]
    if "cannot start any token" in problem:
        return Complaint(rules.SYNTAX, at, f"A value cannot begin with {character!r}.", _QUOTE_IT)
    if "mapping values are not allowed" in problem:
        return Complaint(
            rules.SYNTAX,
            at,
            "A colon and a space stand where no key can be.",
            f"If the colon belongs to the text: {_QUOTE_IT[0].lower()}{_QUOTE_IT[1:]} If this is "
            "a key, line it up with the keys around it.",
        )
    if "end of stream" in problem and "quoted" in context:
        return Complaint(
            rules.SYNTAX,
            opened_at,
            "A quotation mark is opened here and never closed.",
            "Close it, and write an apostrophe inside 'single quotes' twice ('').",
        )
    if "flow" in context or "',' or" in problem:
        return Complaint(
            rules.SYNTAX,
            opened_at,
            "A bracket is opened here and not closed where it should be.",
            "Close it, and put commas between the entries; quote text that holds a comma.",
        )
    if "escape" in problem:
        return Complaint(
            rules.SYNTAX,
            at,
            "A backslash in double quotes starts a special sign unknown to YAML.",
            "Use 'single quotes': in them a backslash is just a backslash.",
        )
    if "expected ':'" in problem:
        return Complaint(
            rules.SYNTAX,
            opened_at,
            "This line has no colon after its key.",
            "Write it as `key: value`; if it continues the line above, indent it further.",
        )
    if "block" in context or "expected key" in problem or "indicator" in problem:
        return Complaint(
            rules.SYNTAX,
            at,
            "The indentation does not match the lines above.",
            "Keys of one item start in the same column, and each list item starts with `- `.",
        )
    return Complaint(
        rules.SYNTAX,
        at,
        "This is not YAML that can be read.",
        "Look at this line and the one before it: quotes, colons, brackets and indentation.",
    )


def _in_indentation(text: str, at: int) -> bool:
    """Whether the mistake is a tab with nothing but white space before it on its line."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    lead = text[start : at + 1]
    return "\t" in lead and not lead.strip(" \t-")
