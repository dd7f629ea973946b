from __future__ import annotations

import difflib
import subprocess
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.edit.diff import unified_diff

LINES = st.lists(st.sampled_from("abc"), max_size=12)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(LINES, LINES)
def test_like_the_one_of_the_whole_texts(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    whole = "".join(
        difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), "a/x", "b/x"
        )
    )
    ours = unified_diff("x", before, after)
    assert (ours == "") == (whole == "")
    # Which of equal lines stays can differ, but both lead from one text to the other.
    assert ours.count("\n-") - ours.count("\n+") == whole.count("\n-") - whole.count("\n+")


def test_git_takes_it(tmp_path: Path) -> None:
    old = "".join(f"line {number}\r\n" for number in range(40)) + "end"
    new = old.replace("line 7\r", "line seven\r").replace("line 30\r\n", "") + " of it"
    (tmp_path / "x").write_bytes(old.encode())
    diff = unified_diff("x", old, new) + unified_diff("strands/y", None, "new\n")
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)  # noqa: S607
    assert (tmp_path / "x").read_bytes() == new.encode()
    assert (tmp_path / "strands" / "y").read_bytes() == b"new\n"
