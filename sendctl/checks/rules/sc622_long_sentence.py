"""A sentence has more than 25 words.

Long sentences are where readers get lost. GOV.UK's guidance is to look at each sentence of more
than 25 words and to split it; that is guidance, not law. A text with several is told once. The
words of inspectors and of families are left as they are.

Good:

    # strands/1.yaml
    description: We will agree one pathway. Each family gets a plan of it, with names and dates.

Bad:

    # strands/1.yaml
    description: >-
      We will agree one pathway for all children and young people who move from one service to
      another, so that each family has a plan with names and with dates for each of the steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import quoted
from sendctl.checks.sentences import sentences
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording

CODE = "SC622"
SEVERITY = Severity.NOTE

_MOST = 25
_OPENING = 6


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Texts with long sentences, other than quotations and sources."""
    del today
    for text in plan.public_texts:
        # Most texts are too short for it, which counting spaces and lines shows at once.
        if text.text.count(" ") + text.text.count("\n") < _MOST:
            continue
        if text.field.wording not in {Wording.OWN, Wording.CONTACT} or text.field.name == "source":
            continue
        long = [words for words in sentences(text.text) if len(words) > _MOST]
        if long:
            words = max(long, key=len)
            opening = quoted(" ".join(words[:_OPENING]) + " …")
            also = f", and {len(long) - 1} more are long" if len(long) > 1 else ""
            yield Problem(
                text.place,
                f"A sentence of {len(words)} words: {opening}{also}.",
                f"Split it; {_MOST} words are enough for one thought.",
            )
