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
        left_out: how many more there are, of codes that were not asked for.
        folder: the plan's folder from the repository's root, with "/"; as the user gave it where
            there is no repository.
    """

    path: str
    loaded: Loaded
    findings: Sequence[Finding]
    left_out: int = 0
    folder: str = ""

    def file(self, name: str) -> str:
        """A file of the plan as the user would type it."""
        return file_in(self.path, name)

    def in_repository(self, name: str) -> str:
        """A file of the plan from the repository's root, as platforms that show findings need."""
        return file_in(self.folder or self.path, name)

    @property
    def actions(self) -> int:
        """How many actions the plan has."""
        return len(self.loaded.plan.actions) if self.loaded.plan else 0


def file_in(folder: str, name: str) -> str:
    """A file of a plan by its name inside the plan's folder, as a path from where that is seen."""
    return name if folder in {"", "."} else f"{folder}/{name}"


def summary(plans: Sequence[Checked]) -> dict[str, int]:
    """Counts over all plans; a waived finding counts only as waived, a known one as known."""
    findings = [finding for plan in plans for finding in plan.findings]
    counts = Counter(finding.severity for finding in findings if finding.counts)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "waived": sum(finding.waived is not None for finding in findings),
        "files": sum(len(plan.loaded.sources) for plan in plans),
        "actions": sum(plan.actions for plan in plans),
        "known": sum(finding.known for finding in findings),
        "left_out": sum(plan.left_out for plan in plans),
    }
