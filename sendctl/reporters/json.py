"""Findings as JSON, for programs. Keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sendctl.findings import Finding, Related
from sendctl.reporters.checked import Checked, summary


def as_json(plans: Sequence[Checked], *, colour: bool = False, width: int = 80) -> str:
    """One object with `findings` and `summary`; colour and width do not matter here."""
    del colour, width
    findings = [finding_object(plan, finding) for plan in plans for finding in plan.findings]
    return json.dumps({"findings": findings, "summary": summary(plans)}, indent=2)


def finding_object(plan: Checked, finding: Finding) -> dict[str, Any]:
    """One finding under the keys that all formats for programs share."""
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": plan.file(finding.place.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "path": list(finding.place.path),
        "related": [_related(plan, other) for other in finding.related],
        "help": finding.advice,
        "waived": finding.waived,
        "of": list(finding.of),
        "known": finding.known,
        "fingerprint": finding.fingerprint,
    }


def _related(plan: Checked, other: Related) -> dict[str, Any]:
    span = other.place.span
    return {
        "message": other.message,
        "file": plan.file(other.place.file),
        "line": span.line if span else 1,
        "column": span.column if span else 1,
    }
