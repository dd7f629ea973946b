"""What is wrong, where, and what to do about it: the one thing every part of sendctl reports.

The bottom layer. A check yields a `Problem` at a symbolic `Place`; the runner stamps it with a
code and a severity, which makes it a `Finding`; one later step gives it a line and a column.
"""

from sendctl.findings.finding import (
    MOST_LISTED,
    Finding,
    Place,
    Problem,
    Related,
    Severity,
    Span,
    sort_findings,
)
from sendctl.findings.nearest import Offers, did_you_mean

__all__ = [
    "MOST_LISTED",
    "Finding",
    "Offers",
    "Place",
    "Problem",
    "Related",
    "Severity",
    "Span",
    "did_you_mean",
    "sort_findings",
]
