"""The page for people, docs/deadlines.md: what it shows is what is printed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "docs" / "deadlines.md"
_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (plans/\S+)\n")


def blocks() -> Iterator[tuple[int, str, str]]:
    """Line, language and text of every example."""
    text = PAGE.read_text("utf-8")
    for found in _BLOCK.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1], found[2]


def test_every_answer_is_what_is_printed(
    sendctl: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    answers, wrong = 0, []
    for line, language, text in blocks():
        if language == "console":
            asked, shown = text.removeprefix("$ sendctl ").split("\n", 1)
            _, out, err = sendctl(*shlex.split(asked))
            answers += 1
            if not says(f"{out}{err}", shown):
                wrong.append(f"line {line}: $ sendctl {asked}\n{out}{err}")
        elif named := _FILE.match(text):
            file = tmp_path / named[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    assert answers
    assert not wrong, "\n".join(wrong)


def says(printed: str, shown: str) -> bool:
    """Whether that is what is shown; a line of three dots stands for lines left out."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("a\nb\n", True),
        ("...\nb\n", True),
        ("a\n...\n", True),
        ("b\n", False),
        ("a\n...\na\n", False),
    ],
)
def test_three_dots_stand_for_lines_left_out(shown: str, said: bool) -> None:
    assert says("a\nb\n", shown) is said
