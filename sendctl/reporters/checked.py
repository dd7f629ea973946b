"""What a run of the checks found, ready to report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sendctl.findings import Finding, Severity
from sendctl.plan import Loaded


@dataclass(frozen=True, slots=True)
class Checked:
    """One plan and its findings.

    Attributes:
        path: the plan's folder as the user gave it, with "/".
        loaded: the plan as read; its sources give the excerpts.
        findings: in order of file and line.
    """

    path: str
    loaded: Loaded
    findings: Sequence[Finding]

    def file(self, name: str) -> str:
        """A file of the plan as the user would type it."""
        return name if self.path in {"", "."} else f"{self.path}/{name}"

    @property
    def actions(self) -> int:
        """How many actions the plan has."""
        return len(self.loaded.plan.actions) if self.loaded.plan else 0


def summary(plans: Sequence[Checked]) -> dict[str, int]:
    """Counts over all plans; a waived finding counts only as waived."""
    findings = [finding for plan in plans for finding in plan.findings]
    counts = Counter(finding.severity for finding in findings if finding.waived is None)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "waived": sum(finding.waived is not None for finding in findings),
        "files": sum(len(plan.loaded.sources) for plan in plans),
        "actions": sum(plan.actions for plan in plans),
    }
