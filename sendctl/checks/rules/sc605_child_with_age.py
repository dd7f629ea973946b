"""What looks like a child's name with an age would be published.

Families' stories make a plan better, but a first name, an age and a small place are enough to know
the child. Tell the story without the name, or with one that is made up and said to be. This is a
house rule; it knows common given names, and the form "Name, aged 7".

Good:

    # plan.yaml
    introduction: A boy aged 7 waited for a year. Children aged 5 to 11 wait longest.

Bad:

    # plan.yaml
    introduction: Jayden (9) waited for a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.checks.words import word_list
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC605"
SEVERITY = Severity.WARNING

_AGE = r"(?:1\d|2[0-5]|\d)(?![\d.%]|[-\u2013/]\d| (?:to|or|and) \d)"
_NAME = r"[A-Z][a-z\u00e0-\u00ff'\u2019-]{1,15}"
_CHILD = re.compile(
    # Sam Jones aged 7 · Sam, aged 7 · Sam (aged 7) · Sam (7) · Sam, 7, · Sam is 7 years old
    rf"(?P<name>{_NAME})(?: {_NAME})?(?:,? \(?aged? {_AGE}| \({_AGE}\)"
    rf"|,? (?:who is |is )?{_AGE}(?:,| years? old))"
    rf"|\d-year-old (?P<after>{_NAME})"
)
_SMALL_NUMBER = re.compile(r"[0-9](?<=[ (][0-9])[0-9]?(?![0-9/%.-])")
"""What every text with an age has in it, found fast."""
_ANY_NAME = re.compile(rf"(?P<any>{_NAME}), aged {_AGE}[,.]")
"""In this form a name is taken for one even when it is not a common one."""
_SAINT = re.compile(r"\bSt\.? \Z")
_NO_NAMES = frozenset(
    {"Anybody", "Anyone", "Boy", "Child", "Everybody", "Everyone", "Girl", "Nobody", "Nursery"}
    | {"One", "Patient", "People", "Person", "Pupil", "Reception", "Somebody", "Someone", "Student"}
)


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Names beside ages from 0 to 25."""
    del today
    for text in plan.public_texts:
        found = list(_children(text.text))
        if found:
            yield Problem(
                text.place,
                f"What looks like a child's name and age would be published: {all_quoted(found)}.",
                "Take the name out, or the age.",
            )


def _children(text: str) -> Iterator[str]:
    if _SMALL_NUMBER.search(text) or "-year-old" in text:
        for match in _CHILD.finditer(text):
            name, start = match["name"] or match["after"], match.start()
            if name in word_list("given-names") and not _SAINT.search(
                text, max(0, start - 4), start
            ):
                yield match[0]
        for match in _ANY_NAME.finditer(text) if ", aged " in text else ():
            if not match["any"].endswith("s") and match["any"] not in _NO_NAMES:
                yield match[0].rstrip(",.")
