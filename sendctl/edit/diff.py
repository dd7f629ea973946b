"""The change of a file as people read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import unified_diff as diff_lines

_CONTEXT = 3
_HUNK = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")
_NO_BREAK = "\n\\ No newline at end of file\n"


def unified_diff(name: str, old: str | None, new: str) -> str:
    """A unified diff, as `git diff` prints it and `git apply` takes it.

    Args:
        name: the file's name inside the plan folder.
        old: its text; None when the file is new.
        new: its text afterwards.
    """
    before = (old or "").splitlines(keepends=True)
    after = new.splitlines(keepends=True)
    # What is equal at both ends is most of a file, and comparing it is what takes time.
    lead = max(_alike(before, after) - _CONTEXT, 0)
    before, after = before[lead:], after[lead:]
    tail = max(_alike(before[::-1], after[::-1]) - _CONTEXT, 0)
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    origin = "/dev/null" if old is None else f"a/{name}"
    lines = diff_lines(before, after, origin, f"b/{name}", n=_CONTEXT)
    return "".join(_shown(line, lead) for line in lines)


def _shown(line: str, lead: int) -> str:
    """A line of the diff; its line numbers count the lines that were left out."""
    hunk = _HUNK.match(line)
    if hunk:
        old, old_count, new, new_count = hunk.groups(default="")
        return f"@@ -{int(old) + lead}{old_count} +{int(new) + lead}{new_count} @@\n"
    return line if line.endswith("\n") else line + _NO_BREAK


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same before the first that differs."""
    pairs = zip(one, other, strict=False)
    ends = min(len(one), len(other))
    return next((number for number, (a, b) in enumerate(pairs) if a != b), ends)
