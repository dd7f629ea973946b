"""Findings as SARIF 2.1.0, which code scanners and editors read.

Written by hand: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sendctl import __version__
from sendctl.checks import default_severity, rule_pages
from sendctl.findings import Finding, Place, Span
from sendctl.reporters.checked import Checked

_ROOT = "%SRCROOT%"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(plans: Sequence[Checked], *, colour: bool = False, width: int = 80) -> str:
    """One run with the rules that were broken and a result for each finding, waived ones too."""
    del colour, width
    codes = sorted({finding.code for plan in plans for finding in plan.findings})
    driver = {
        "name": "sendctl",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The root of the repository that holds the plan."}}
        },
        "results": _results(plans, {code: index for index, code in enumerate(codes)}),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, Any]:
    page = rule_pages()[code]
    return {
        "id": code,
        "shortDescription": {"text": f"{page.title}."},
        "fullDescription": {"text": " ".join(page.why.partition("\n\n")[0].split())},
        "help": {"text": page.text, "markdown": page.markdown},
        "defaultConfiguration": {"level": default_severity(code).value},
    }


def _results(plans: Sequence[Checked], indices: dict[str, int]) -> list[dict[str, Any]]:
    findings = [finding for plan in plans for finding in plan.findings]
    # The standard: where one result says whether it is suppressed or new, all must.
    with_waivers = any(finding.waived is not None for finding in findings)
    with_baseline = any(finding.known for finding in findings)
    seen: Counter[str] = Counter()
    results = []
    for plan in plans:
        for finding in plan.findings:
            seen[finding.fingerprint] += 1
            result = _result(plan, finding, indices[finding.code])
            result["partialFingerprints"] = {
                "sendctl/v1": f"{finding.fingerprint}:{seen[finding.fingerprint]}"
            }
            if with_waivers:
                result["suppressions"] = _suppressions(finding)
            if with_baseline:
                result["baselineState"] = "unchanged" if finding.known else "new"
            results.append(result)
    return results


def _result(plan: Checked, finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": _plain(f"{finding.message} {finding.advice}".rstrip())},
        "locations": [{"physicalLocation": _location(plan, finding.place)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _plain(other.message)},
                "physicalLocation": _location(plan, other.place),
            }
            for number, other in enumerate(finding.related)
        ]
    return result


def _plain(text: str) -> str:
    """A message in which no words of a plan make a link, as [text](target) would."""
    return text.replace("](", "] (")


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if finding.waived is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": finding.waived}]


def _location(plan: Checked, place: Place) -> dict[str, Any]:
    # A name on a disk need not be UTF-8; its own bytes are what is quoted then.
    uri = quote(plan.in_repository(place.file), errors=sys.getfilesystemencodeerrors())
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
        "region": _region(plan, place.file, place.span or Span()),
    }


def _region(plan: Checked, file: str, span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": _utf16(plan, file, span.line, span.column),
        "endLine": span.end_line,
        "endColumn": _utf16(plan, file, span.end_line, span.end_column),
    }


def _utf16(plan: Checked, file: str, line: int, column: int) -> int:
    """A column as most editors count: a character beyond U+FFFF takes two."""
    source = plan.loaded.sources.get(file)
    return column + (source.beyond_16_bits(line, column) if source else 0)
