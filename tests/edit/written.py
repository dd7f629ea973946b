"""Files as people write them: every style of YAML, with comments wherever YAML takes one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]

WORDS = st.sampled_from(
    ["one", "two words", "2022-12-16", "1.10", "no", "it's", "Siân", "50%", "a-b", "x#y", "a:b"]
)
TEXTS = WORDS | st.sampled_from(
    [
        *["a: b", "x #y", "# x", "- x", 'say "x"', "[a", "a, b", "{", "%x", "a\\b", "two  spaces"],
        *[" lead", "trail ", "line\nbreak", "ends\n", "three\n\nlines\n", "'", '"', "~", "?", ":"],
        *["*a", "&a", "!a", "@a", "`a", "|", ">", "", "word " * 40, "ünï " * 30 + "\n" + "m " * 70],
    ]
)
KEYS = st.sampled_from(["id", "title", "note", "due", "b c", "1", "no", "x-y", "Siân"])


@dataclass
class Writing:
    """Writes one random file; each comment has a number of its own."""

    draw: Draw
    lines: list[str] = field(default_factory=list)
    comments: int = 0
    after_block: bool = False

    def flip(self, *, often: bool = False) -> bool:
        return bool(
            self.draw(st.sampled_from([True, True, False] if often else [True, False, False]))
        )

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}."

    def behind(self) -> str:
        return f"  {self.comment()}" if self.flip() else ""

    def between(self, indent: int) -> None:
        if self.flip():
            self.lines.append("")
        if self.flip():
            # Further in than its key, a comment below a block scalar would be part of the text.
            more = 0 if self.after_block else self.draw(st.sampled_from([0, 0, 1]))
            self.lines.append(" " * (indent + more) + self.comment())
        self.after_block = False

    def mapping(self, lead: str, indent: int, depth: int) -> None:
        """The first line begins with `lead`, the others with spaces."""
        for number, key in enumerate(
            self.draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
        ):
            if number or not lead.strip():
                self.between(indent)
            self.value((lead if number == 0 else " " * indent) + f"{key}:", indent, depth)

    def sequence(self, lead: str, indent: int, depth: int) -> None:
        for number in range(self.draw(st.integers(1, 3))):
            if number or not lead.strip():
                self.between(indent)
            head = (lead if number == 0 else " " * indent) + "-"
            kinds = ["scalar", "scalar", "flow", "block"]
            if depth:
                kinds += ["mapping", "mapping", "sequence"]
            match self.draw(st.sampled_from(kinds)):
                case "mapping":
                    self.mapping(head + " ", indent + 2, depth - 1)
                case "sequence":
                    self.sequence(head + " ", indent + 2, depth - 1)
                case kind:
                    self.simple(kind, head, indent)

    def value(self, head: str, indent: int, depth: int) -> None:
        kinds = ["scalar", "scalar", "flow", "block", "empty", "below"]
        if depth:
            kinds += ["mapping", "mapping", "sequence", "sequence"]
        match self.draw(st.sampled_from(kinds)):
            case "mapping":
                self.lines.append(head + self.behind())
                inner = indent + self.draw(st.sampled_from([2, 2, 4]))
                self.mapping(" " * inner, inner, depth - 1)
            case "sequence":
                self.lines.append(head + self.behind())
                inner = indent + self.draw(st.sampled_from([0, 2, 2]))
                self.sequence(" " * inner, inner, depth - 1)
            case "empty":
                self.lines.append(head + self.behind())
            case "below":
                self.lines.append(head + self.behind())
                self.lines.append(" " * (indent + 4) + self.draw(WORDS) + self.behind())
            case kind:
                self.simple(kind, head, indent)

    def simple(self, kind: str, head: str, indent: int) -> None:
        if kind == "scalar":
            self.lines.append(f"{head} {self.scalar(indent)}{self.behind()}")
        elif kind == "flow":
            self.lines.append(f"{head} {self.flow(indent, 2)}{self.behind()}")
        else:
            sign = self.draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2-"]))
            inner = indent + (2 if "2" in sign else self.draw(st.sampled_from([1, 2, 4])))
            self.lines.append(f"{head} {sign}{self.behind()}")
            self.after_block = True
            for line in self.draw(
                st.lists(st.sampled_from(["a b", "# no comment", "", "  c", "x: y"]), max_size=4)
            ):
                first = not any(one.strip() for one in self.lines[-1:])
                self.lines.append(
                    " " * inner + (line.strip() if first or "2" not in sign else line)
                    if line
                    else ""
                )

    def scalar(self, indent: int) -> str:
        text = str(self.draw(TEXTS))
        match self.draw(st.sampled_from(["plain", "plain", "single", "double", "lines"])):
            case "single" if "\n" not in text:
                return "'" + text.replace("'", "''") + "'"
            case "double":
                return json.dumps(text, ensure_ascii=False)
            case "lines":
                return "some words\n" + " " * (indent + 3) + "on two lines"
            case _:
                return str(self.draw(WORDS))

    def flow(self, indent: int, depth: int) -> str:
        is_mapping, apart = self.flip(), self.flip()
        if is_mapping:
            keys = self.draw(st.lists(KEYS, max_size=3, unique=True))
            entries = [f"{key}: {self.flow_value(indent, depth)}".rstrip() for key in keys]
        else:
            number = self.draw(st.integers(0, 3))
            entries = [self.flow_value(indent, depth) or "x" for _ in range(number)]
        opening, closing = "{}" if is_mapping else "[]"
        if not apart or not entries:
            comma = "," if entries and self.flip() else ""
            return opening + ", ".join(entries) + comma + closing
        lead = "\n" + " " * (indent + 3)
        made = opening + self.behind()
        for number, entry in enumerate(entries):
            comma = "," if number < len(entries) - 1 or self.flip() else ""
            made += lead + entry + comma + (self.behind() if comma or self.flip() else "")
        return made + lead + closing

    def flow_value(self, indent: int, depth: int) -> str:
        if depth and self.flip():
            return self.flow(indent + 3, depth - 1)
        if self.flip():
            return json.dumps(self.draw(TEXTS), ensure_ascii=False)
        return str(self.draw(WORDS))


@st.composite
def files(draw: Draw) -> str:
    """The text of a file."""
    writing = Writing(draw)
    if writing.flip():
        writing.lines.append(writing.comment())
    writing.mapping("", 0, 3)
    writing.between(0)
    text = "\n".join(writing.lines) + "\n"
    if writing.flip():
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
