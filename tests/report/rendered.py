"""What the tests of documents share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sendctl.document import write_html, write_markdown
from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.report.statement import statement_document

TODAY = date(2022, 9, 30)
MakePlan = Callable[..., Plan]
"""Makes a plan of files given as data; fields of plan.yaml can be given by name."""


class Rendered:
    """One statement in both formats, with what the lint says."""

    def __init__(self, plan: Plan, today: date = TODAY, *, draft: bool = False) -> None:
        self.document, self.findings = statement_document(plan, today, draft=draft)
        self.html = write_html(self.document)
        self.markdown = write_markdown(self.document)

    @property
    def body(self) -> str:
        """The page without its style sheet."""
        return self.html[self.html.index("<body") :]


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings]
