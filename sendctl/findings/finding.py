"""The diagnostic types. All are immutable; none knows how it will be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

_LONGEST = 1000

MOST_LISTED = 1_000
"""Findings of one kind that are listed: far more than there are in a plan that people keep."""

Step = str | int
"""One step into a file: a key of a mapping, or the index of a list item (from 0)."""


class Severity(StrEnum):
    """How much a finding matters: errors fail CI, warnings do under `--strict`, notes never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns counted from 1, the end column exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, said symbolically: a file and the path of keys and indices into it.

    Attributes:
        file: the path inside the plan folder, with "/" on every system ("strands/2.yaml").
        path: steps from the top of that file, such as ("actions", 3, "due").
        on_key: whether the key itself is meant (an unknown key), not its value.
        span: lines and columns, once known; the reader knows them at once.
    """

    file: str
    path: tuple[Step, ...] = ()
    on_key: bool = False
    span: Span | None = None

    def at(self, *steps: Step) -> Place:
        """The place these steps further in."""
        return Place(self.file, (*self.path, *steps))

    def key(self, *steps: Step) -> Place:
        """The key at the end of these steps, rather than its value."""
        return Place(self.file, (*self.path, *steps), on_key=True)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a finding, such as the first of two duplicates."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check says: where, what is wrong, what to do, and what it has to do with."""

    place: Place
    message: str
    advice: str = ""
    related: tuple[Related, ...] = ()

    def stamped(self, code: str, severity: Severity = Severity.ERROR) -> Finding:
        """This problem as a finding under a code; what it quotes from a plan stays on its line."""
        message, advice = _one_line(self.message), _one_line(self.advice)
        return Finding(self.place, code, severity, message, advice, self.related)


def _one_line(text: str) -> str:
    """A sentence on one line and of a length that can be read, whatever it quotes."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its code and severity: what reporters print and CI counts.

    Attributes:
        code: stable, "SC" and three digits; its first digit is its group.
        advice: what to do, as one sentence or two.
        waived: the reason given in the plan's `waivers`, when one covers this finding.
        of: the ids of the items that the place lies in, the outermost first.
        known: whether the baseline of this run holds it already.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    advice: str = ""
    related: tuple[Related, ...] = ()
    waived: str | None = None
    of: tuple[str, ...] = ()
    known: bool = False

    @property
    def and_more(self) -> Finding:
        """The last of those that are listed, which says that there are others."""
        more = f"There are more than these {MOST_LISTED:,}; the others are not listed."
        return replace(self, advice=f"{self.advice} {more}".strip())

    @property
    def counts(self) -> bool:
        """Whether it matters for the verdict: nobody has waived it, and it is new."""
        return self.waived is None and not self.known

    @property
    def fingerprint(self) -> str:
        """The same for the same finding after lines have moved; 16 hexadecimal digits."""
        from hashlib import sha256  # noqa: PLC0415 - few runs need it

        parts = (self.code, self.place.file, *self.of, self.message)
        return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def span(self) -> Span:
        """Lines and columns; the top of the file while they are not known."""
        return self.place.span or Span()

    def with_span(self, span: Span) -> Finding:
        """The same finding at these lines and columns."""
        return replace(self, place=replace(self.place, span=span))


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and column, then code: an order that never changes between runs."""
    return sorted(findings, key=lambda f: (f.place.file, f.span, f.code, f.message))
