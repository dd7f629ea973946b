"""Where the parser and the lint put what they find in one rendered document."""

from __future__ import annotations

from sendctl.document.model import Position
from sendctl.findings import Finding, Place, Problem, Related, Severity, Span

VOCABULARY = "SC701"
NESTING = "SC702"
ALT_TEXT = "SC703"
HEADING_ORDER = "SC704"
CAPTION = "SC705"
HEADER_CELLS = "SC706"
LINK_TEXT = "SC707"
EMPTY_HEADING = "SC708"
IDS = "SC709"
TITLE = "SC710"
UNSAFE_LINK = "SC711"
PICTURE = "SC712"
TABLE_SHAPE = "SC713"


class Complaints:
    """Findings about one document, in the order they were made."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.findings: list[Finding] = []

    def place(self, at: Position) -> Place:
        """A position in this document as a place; one that is not known is its first line."""
        line, column = at if at[0] else (1, 1)
        return Place(self._source, span=Span(line, column, line, column + 1))

    def add(
        self,
        code: str,
        at: Position,
        message: str,
        advice: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report one problem."""
        self.findings.append(Problem(self.place(at), message, advice).stamped(code, severity))

    def add_second(
        self, code: str, at: Position, message: str, advice: str, first: Position
    ) -> None:
        """Report the second of two things of which there may be one."""
        related = (Related("the first is here", self.place(first)),)
        problem = Problem(self.place(at), message, advice, related)
        self.findings.append(problem.stamped(code))
