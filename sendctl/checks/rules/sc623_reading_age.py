"""The published text of a file is hard to read.

The published texts of a file are taken together, all but titles of fewer than ten words, as the
formula (Flesch and Kincaid) says little about a single one. With a reading age of 16 and more, many
parents and carers give up: that limit is a house rule. GOV.UK's guidance is to write for a reading
age of 9; that is guidance, not law. The file's hardest text is shown. The words of inspectors and
of families are left as they are.

Good:

    # strands/1.yaml
    description: We will tell you who helps your child, when they will do it, and what comes next.

Bad:

    # strands/1.yaml
    description: >-
      Multidisciplinary organisational accountabilities necessitate the operationalisation of
      a comprehensive collaborative commissioning methodology. Transformational
      interdependencies predominantly characterise contemporary developmental provision.
      Organisational representatives systematically operationalise appropriate interventions.
      Interoperability considerations fundamentally influence collaborative prioritisation.
      Comprehensive specialist documentation facilitates longitudinal evaluation. Strategic
      representatives continuously recalibrate organisational deliverables. Sustainability
      considerations underpin commissioning. Inclusive participation methodologies strengthen
      representative accountability. Proportionate governance arrangements consolidate
      organisational resilience. Collaborative implementation necessitates systematic
      interdisciplinary communication. Responsible representatives periodically interrogate
      performance trajectories. Appropriate intervention methodologies accelerate
      developmental progression. Multiagency infrastructure investment enables
      transformational improvement. Evaluative intelligence substantiates prioritisation.
      Organisational accountabilities necessitate comprehensive documentation.
      Interdisciplinary representatives subsequently disseminate methodological
      recommendations. Collaborative participation strengthens organisational communication.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sendctl.checks.sentences import reading_age, sentences
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording
from sendctl.plan.texts import PlanText

CODE = "SC623"
SEVERITY = Severity.NOTE

_OLDEST = 16
_GROWN_UP = 18
"""A figure beyond it would only seem exact."""
_ENOUGH = 100
"""Words of a file below which the formula means nothing."""
_MOST = 400
"""Texts of one file that are read; of more, every second or third tells the same."""
_FEWEST = 10
"""Words of a text that counts: titles would make any plan look easy."""
_NO_PROSE = frozenset({"number", "period", "source", "value"})


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Files whose reading age is high, at their hardest text."""
    del today
    for file, texts in _own_words(plan).items():
        parts = list(_long_ones(texts[:: len(texts) // _MOST + 1]))
        together = [words for _, part in parts for words in part]
        age = reading_age(together)
        if age >= _OLDEST and sum(map(len, together)) >= _ENOUGH:
            hardest, _ = max(parts, key=lambda part: reading_age(part[1]))
            shown = f"about {age:.0f}" if age <= _GROWN_UP else f"over {_GROWN_UP}"
            yield Problem(
                hardest.place,
                f"The text of {file} has a reading age of {shown}, most of all here.",
                "Use shorter sentences and everyday words.",
            )


def _long_ones(texts: list[PlanText]) -> Iterator[tuple[PlanText, list[list[str]]]]:
    """Each text that is no short title, with its sentences."""
    for text in texts:
        part = list(sentences(text.text))
        if sum(map(len, part)) >= _FEWEST:
            yield text, part


def _own_words(plan: Plan) -> dict[str, list[PlanText]]:
    """For each file, its published words that somebody may change."""
    found = defaultdict(list)
    for text in plan.public_texts:
        field = text.field
        if field.wording is Wording.OWN and not field.on_key and field.name not in _NO_PROSE:
            found[text.file].append(text)
    return found
