"""What the reader has to say, in character offsets: lines are counted only when it is reported."""

from __future__ import annotations

from typing import NamedTuple

from sendctl.findings import Finding, Place, Problem, Related
from sendctl.yamlfile.source import Source


class Complaint(NamedTuple):
    """One mistake in a file's text.

    Attributes:
        start: character offset of the mistake; `end` is where it stops, if it has a length.
        earlier: the stretch of characters it clashes with, and `clash` what that is.
    """

    code: str
    start: int
    message: str
    advice: str
    end: int = 0
    earlier: tuple[int, int] | None = None
    clash: str = ""

    def finding(self, source: Source) -> Finding:
        """The complaint as a finding, with lines and columns of this source."""

        def place(start: int, end: int) -> Place:
            return Place(source.name, span=source.span_between(start, max(start, end)))

        related = (Related(self.clash, place(*self.earlier)),) if self.earlier else ()
        problem = Problem(place(self.start, self.end), self.message, self.advice, related)
        return problem.stamped(self.code)
