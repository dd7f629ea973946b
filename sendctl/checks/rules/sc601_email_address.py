"""An e-mail address would be published.

A plan for everybody never gives a person's own address: it outlives the post, and cannot be taken
back. How to reach the area belongs under `public:`, as a shared mailbox; an address that stands
there may stand in other texts too. This is a house rule.

Good:

    # plan.yaml
    public: {contact: Write to send@exampleshire.gov.uk.}

Bad:

    # plan.yaml
    introduction: Ask sam.jones@exampleshire.gov.uk for the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.checks.words import word_list
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording

CODE = "SC601"
SEVERITY = Severity.WARNING

_DOMAIN = re.compile(r"@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24}", re.IGNORECASE)
_LONGEST = 64
"""Characters before the @, by RFC 5321."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Addresses that are not the area's own, and those that look like a person's."""
    del today
    found = [(text, list(_addresses(text.text))) for text in plan.public_texts if "@" in text.text]
    shared = {
        address.casefold()
        for text, addresses in found
        if text.field.wording is Wording.CONTACT
        for address in addresses
        if not _is_a_persons(address)
    }
    for text, addresses in found:
        own = [address for address in addresses if address.casefold() not in shared]
        if own:
            yield Problem(
                text.place,
                f"An e-mail address would be published: {all_quoted(own)}.",
                "Name the post instead; a shared mailbox belongs in `contact:` under `public:`.",
            )


def _addresses(text: str) -> Iterator[str]:
    for match in _DOMAIN.finditer(text):
        start = at = match.start()
        while start > max(0, at - _LONGEST) and _is_local(text[start - 1]):
            start -= 1
        if start < at:
            yield text[start : match.end()].lstrip(".-'")


def _is_local(character: str) -> bool:
    return character.isalnum() or character in "._%+-'"


def _is_a_persons(address: str) -> bool:
    """Whether it is a given name and one more, such as sam.jones@: no mailbox that is shared."""
    names = re.split(r"[._-]", address.partition("@")[0])
    return len(names) > 1 and names[0].capitalize() in word_list("given-names")
