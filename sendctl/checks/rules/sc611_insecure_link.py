"""A web address is not one that everybody can follow safely.

A published link begins with https://. One with http:// can be changed on its way, browsers warn of
it, and what begins with www. or another word becomes no link in the documents at all. An e-mail or
telephone link (mailto:, tel:) is fine in a text.

Good:

    # plan.yaml
    introduction: See [the local offer](https://www.exampleshire.gov.uk/local-offer).

Bad:

    # plan.yaml
    introduction: See [the local offer](http://www.exampleshire.gov.uk/local-offer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.inline import inline_links, is_address, is_https, without_targets
from sendctl.checks.quoting import all_quoted
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording

CODE = "SC611"
SEVERITY = Severity.WARNING

_BARE = re.compile(r"(?:http|ftp)://[^\s)\]>\"”]{1,500}|\bwww\.[\w.-]{1,200}", re.IGNORECASE)
_SAFE = re.compile(r"https://|mailto:|tel:|appendix:", re.IGNORECASE)
"""What a link in a text may begin with; the last is another part of the same document."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Links in texts, addresses that stand in a text by themselves, and fields that are links."""
    del today
    for text in plan.texts:
        if text.field.wording is Wording.LINK:
            found = [text.text] if is_address(text.text) and not is_https(text.text) else []
        elif text.field.public and _may_link(text.text):
            found = list(_unsafe(text.text))
        else:
            continue
        if found:
            yield Problem(
                text.place,
                f"This address is not one that everybody can follow safely: {all_quoted(found)}.",
                "Use an address that begins with https://.",
            )


def _may_link(text: str) -> bool:
    """Whether a closer look is worth its time."""
    return "://" in text or "](" in text or "www." in text or "WWW." in text


def _unsafe(text: str) -> Iterator[str]:
    for link in inline_links(text):
        if not _SAFE.match(link.address):
            yield link.address
    rest = without_targets(text)
    for match in _BARE.finditer(rest):
        if not rest.startswith("//", max(0, match.start() - 2)):
            yield match[0].rstrip(".,;:")
