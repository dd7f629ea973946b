"""What the work has led to: impact and evidence, which those who monitor ask for."""

from __future__ import annotations

from typing import NamedTuple

from sendctl.plan.progress import Impact
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.period import Period
from sendctl.report.progress import EvidenceLine, UpdateLine, evidence, updates
from sendctl.report.status import IMPACTS, Badge


class ImpactLine(NamedTuple):
    """An action that has something to show.

    Attributes:
        impact: what families notice, in words; "" when nothing is said about it.
        difference: what it is to lead to.
        evidence: all there is at the position.
        latest: the last report in the time; None when there was none.
    """

    to: Pointer
    badge: Badge
    impact: str
    difference: str
    measures: tuple[Pointer, ...]
    evidence: tuple[EvidenceLine, ...]
    latest: UpdateLine | None


def impact_lines(known: Lookup, period: Period) -> tuple[ImpactLine, ...]:
    """Actions with evidence or a first impact, in the plan's order."""
    lines = []
    for action in known.plan.actions:
        shown = [one for one in action.evidence if one.on is None or one.on <= known.today]
        has_impact = action.impact not in {None, Impact.NONE_YET}
        if not (shown or has_impact):
            continue
        reports = updates((one for one in action.updates if period.holds(one.on)), known.parties)
        lines.append(
            ImpactLine(
                known.anchors.to(action),
                known.scale.badge(action),
                IMPACTS[action.impact] if action.impact else "",
                action.difference or "",
                known.anchors.pointers("measure", action.measures),
                evidence(shown),
                reports[0] if reports else None,
            )
        )
    return tuple(lines)
