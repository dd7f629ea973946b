"""What decides whether a run passes: which codes count, what is known, how strict it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sendctl.checks.baseline import Baseline
from sendctl.checks.selection import Selection
from sendctl.findings import Finding, Severity


class Sifted(NamedTuple):
    """The findings of a plan that are asked for, and how many more there are."""

    findings: list[Finding]
    left_out: int


@dataclass(frozen=True, slots=True)
class Gate:
    """The settings of one run; they never change the plan's own severities and waivers."""

    selection: Selection = field(default_factory=Selection)
    baseline: Baseline = field(default_factory=Baseline)
    strict: bool = False

    def sift(self, runs: Sequence[Sequence[Finding]]) -> list[Sifted]:
        """For each plan the findings that are asked for, those of the baseline marked."""
        chosen = [[one for one in run if self.selection.takes(one.code)] for run in runs]
        return [
            Sifted(marked, len(run) - len(marked))
            for marked, run in zip(self.baseline.mark(chosen), runs, strict=True)
        ]

    def passes(self, findings: Iterable[Finding]) -> bool:
        """Whether none of them is an error, or under `strict` a warning, that counts."""
        failing = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return not any(one.counts and one.severity in failing for one in findings)
