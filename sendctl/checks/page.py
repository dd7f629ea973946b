"""A rule's manual page: its docstring, taken apart into title, reason and examples.

The form, which tests and `sendctl explain` rely on: a title sentence, paragraphs that say why, then
`Good:` and `Bad:` with indented blocks. A block is a plan: `# strands/1.yaml` begins a file of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABEL = re.compile(r"^(Good|Bad):[ \n]", re.MULTILINE)
_FILE = re.compile(r"^# (\S+\.(?:yaml|css))\n", re.MULTILINE)
_INDENT = re.compile(r"^ {4}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A plan, or the part of one that matters, that keeps a rule or breaks it.

    Attributes:
        good: whether it keeps the rule.
        text: its files one after the other, each begun by a comment with its name; of what YAML
            cannot show, a sentence.
    """

    good: bool
    text: str

    @property
    def label(self) -> str:
        """What stands before it."""
        return "Good" if self.good else "Bad"

    @property
    def files(self) -> dict[str, str]:
        """The text of each file by its name inside the plan folder; none of a sentence."""
        names = list(_FILE.finditer(self.text))
        ends = [*(match.start() for match in names[1:]), len(self.text)]
        return (
            {match[1]: self.text[match.end() : end] for match, end in zip(names, ends, strict=True)}
            if names
            else {}
        )


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to know about one code.

    Attributes:
        title: what it finds, as a sentence without its full stop.
        why: why that matters and where the rule comes from; paragraphs.
        examples: good and bad ones, in the order of the page.
        text: all of it, as written.
    """

    title: str
    why: str
    examples: tuple[Example, ...]
    text: str

    @property
    def markdown(self) -> str:
        """Reason and examples, without the title."""
        shown = (
            f"{one.label}:\n\n```yaml\n{one.text}```" if one.files else f"{one.label}: {one.text}"
            for one in self.examples
        )
        return "\n\n".join((self.why, *shown))


def parse_page(text: str) -> Page:
    """The page that a docstring, or the text of one, is."""
    text = text.strip()
    title, _, rest = text.partition("\n")
    first = _LABEL.search(rest)
    why = rest[: first.start()] if first else rest
    return Page(title.rstrip("."), why.strip(), tuple(_examples(rest)), text)


def _examples(text: str) -> Iterator[Example]:
    labels = list(_LABEL.finditer(text))
    ends = [*(match.start() for match in labels[1:]), len(text)]
    for match, end in zip(labels, ends, strict=False):
        body = text[match.end() : end].strip("\n").rstrip()
        if body.startswith("    "):
            body = _INDENT.sub("", body) + "\n"
        yield Example(match[1] == "Good", body)
