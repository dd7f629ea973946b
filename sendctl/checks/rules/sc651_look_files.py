"""A file that the plan's look names cannot be used.

A logo, style sheet or Word template becomes part of every document, so it is read from the plan
folder only: not from elsewhere on the machine, and nothing that runs or fetches something when the
document is opened. A document rendered with --draft is made without it. House rule.

Good:

    # plan.yaml
    look: {css: templates/look.css}

    # templates/look.css
    p { line-height: 1.7 }

Bad:

    # plan.yaml
    look: {css: ../look.css}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.look_files import UnusableFile, read_css, read_logo, read_word_template

CODE = "SC651"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Each file as the documents would read it."""
    del today
    look = plan.head.look
    logo = look.logo.file if look.logo else None
    named: tuple[tuple[tuple[str, ...], str | None, Callable[[Path, str], object]], ...] = (
        (("logo", "file"), logo, read_logo),
        (("css",), look.css, read_css),
        (("word_template",), look.word_template, read_word_template),
    )
    for path, name, read in named:
        if name:
            try:
                read(plan.folder, name)
            except UnusableFile as unusable:
                place = Place(PLAN_FILE, ("look", *path))
                yield Problem(place, unusable.message, unusable.advice)
