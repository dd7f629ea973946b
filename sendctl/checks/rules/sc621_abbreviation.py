"""An abbreviation is used that the plan explains nowhere.

Families do not know the words of the trade. An abbreviation counts as explained when it is in
glossary.yaml, or when it and its meaning stand beside each other, one of them in brackets, anywhere
in the published text: "education, health and care (EHC) plan". Those that everybody knows, such as
UK, need nothing. It is told once, where it is first used. GOV.UK's style guide asks for this; it is
guidance, not law.

Good:

    # glossary.yaml
    glossary: {SEND: Special educational needs and disabilities}
    # strands/1.yaml
    description: The designated clinical officer (DCO) reads each plan. The DCO reports each month.

Bad:

    # strands/1.yaml
    description: The DCO reads each plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.inline import without_addresses
from sendctl.checks.words import word_list
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording
from sendctl.plan.texts import PlanText

CODE = "SC621"
SEVERITY = Severity.NOTE

_CAPITALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]")
"""What every abbreviation has in it, found fast."""
_WORD = re.compile(r"(?:[A-Z]{2,8}|[A-Z][a-z][A-Z])(?=s?(?![\w@&/]|-\d|\.\w))")
_BEFORE = re.compile(r"[\w/.@#&'\u2019-]")
_IN_BRACKETS = re.compile(r"\w\*{0,2} \(\*{0,2}([A-Z][A-Za-z]{1,8}?)s?\*{0,2}\)")
_THEN_BRACKETS = re.compile(r"\b([A-Z][A-Za-z]{1,8}?)s? \([A-Za-z][a-z\u2019'-]{2}")
_ROMAN = re.compile(r"[IVX]+")


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The first use of each abbreviation that is not explained."""
    del today
    first: dict[str, PlanText] = {}
    known = _in_glossary(plan) | word_list("known-abbreviations")
    for text in plan.public_texts:
        if text.field.wording is Wording.LINK or not _CAPITALS.search(text.text):
            continue
        if " " in text.text and text.text.isupper():
            continue  # a heading in capitals, no row of abbreviations
        words = without_addresses(text.text)
        if "(" in words:
            known.update(_IN_BRACKETS.findall(words), _THEN_BRACKETS.findall(words))
        for word in _abbreviations(words):
            if word not in known and word not in first:
                first[word] = text
    for word, text in first.items():
        if word not in known and not _ROMAN.fullmatch(word):
            yield Problem(
                text.place,
                f"The abbreviation {word} is explained nowhere.",
                "Add it to glossary.yaml, or write it out where it is first used.",
            )


def _abbreviations(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        if not _BEFORE.match(text, max(0, match.start() - 1), match.start()):
            yield match[0]


def _in_glossary(plan: Plan) -> set[str]:
    """The words of the glossary: "EHC plan" explains EHC."""
    return {
        one
        for entry in plan.glossary
        for word in re.findall(r"\w+", entry)
        for one in (word, word.removesuffix("s"))
    }
