"""The findings that a plan is known to have, for adopting sendctl on an old plan.

A baseline is what `sendctl validate --format json` printed one day: nothing else to learn.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sendctl.findings import Finding


class BadBaseline(ValueError):  # noqa: N818 - the file is at fault, not the program
    """The file cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there, by its fingerprint."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def mark(self, runs: Sequence[Sequence[Finding]]) -> list[list[Finding]]:
        """The findings of several plans, marked as known as far as the baseline has them.

        Of more equal ones than it has, the last are new.
        """
        left = Counter(self.counts)
        return [[_marked(finding, left) for finding in findings] for findings in runs]


def _marked(finding: Finding, left: Counter[str]) -> Finding:
    if not left or finding.waived is not None or not left[finding.fingerprint]:
        return finding
    left[finding.fingerprint] -= 1
    return replace(finding, known=True)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        BadBaseline: it cannot be read, or is not what `--format json` prints.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise _bad(path, (error.strerror or "it cannot be opened").lower()) from None
    except ValueError:  # no text, no JSON, or a name that no file can have
        raise _bad(path, "it is not JSON") from None
    except RecursionError:
        raise _bad(path, "it is nested too deeply") from None
    findings = content.get("findings") if isinstance(content, dict) else None
    if not isinstance(findings, list) or not all(map(_is_finding, findings)):
        raise _bad(path, "it does not hold findings with fingerprints")
    return Baseline(Counter(one["fingerprint"] for one in findings if one.get("waived") is None))


def _is_finding(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("fingerprint"), str)


def _bad(path: Path, reason: str) -> BadBaseline:
    return BadBaseline(
        f"{path.as_posix()} cannot be used as a baseline: {reason}. Make it with "
        "`sendctl validate --format json`."
    )
