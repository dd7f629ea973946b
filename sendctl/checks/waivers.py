"""Which findings a plan accepts for a while: its `waivers`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sendctl.findings import Finding
from sendctl.plan.settings import Waiver


def in_force(waivers: Iterable[Waiver], today: date) -> list[Waiver]:
    """Those whose last day has not passed."""
    return [waiver for waiver in waivers if today <= waiver.until]


def waive(findings: Sequence[Finding], waivers: Iterable[Waiver]) -> list[Finding]:
    """The findings, each with the reason of the first waiver that covers it, if one does."""
    reasons: dict[tuple[str, str | None], tuple[int, str]] = {}
    for rank, waiver in enumerate(waivers):
        reasons.setdefault((waiver.code, waiver.of), (rank, waiver.reason))
    if not reasons:
        return list(findings)
    waived = []
    for finding in findings:
        covering = [reasons[scope] for scope in scopes(finding) if scope in reasons]
        waived.append(replace(finding, waived=min(covering)[1]) if covering else finding)
    return waived


def scopes(finding: Finding) -> Iterable[tuple[str, str | None]]:
    """What a waiver can name to cover this finding: its code, for the whole plan or for an item."""
    return ((finding.code, of) for of in (None, *finding.of))
