"""The accent colour is too pale to be read on white.

Headings are written in it on white, and the cover's words in white on it. WCAG 2.2 AA, which the
accessibility regulations of 2018 ask of public bodies, wants a contrast of at least 4.5:1 for text.

Good:

    # plan.yaml
    look: {accent: "#12436d"}

Bad:

    # plan.yaml
    look: {accent: "#f5c211"}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC652"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The accent against white, and the nearest darker colour that would do."""
    del today
    if "look" not in plan.head.model_fields_set:
        return
    # Loads all of `document`, which few plans need to be checked.
    from sendctl.document.colour import (  # noqa: PLC0415
        LEAST_CONTRAST,
        WHITE,
        contrast,
        readable,
    )

    accent = plan.head.look.accent
    found = contrast(accent, WHITE)
    if found < LEAST_CONTRAST:
        darker = readable(accent, WHITE, "#000000")
        yield Problem(
            Place(PLAN_FILE, ("look", "accent")),
            # Rounded down: 4.49 is not 4.5.
            f"The colour {accent} has a contrast of {int(found * 10) / 10}:1 against white; "
            f"{LEAST_CONTRAST}:1 is the least.",
            f'A darker one, such as "{darker}", can be read.',
        )
