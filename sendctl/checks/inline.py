"""The links in a plan's text, which is written as `[words](address)`, and the text without them.

A check needs no more than this of what `sendctl.report.prose` understands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Bounded, so that a text that is nothing but brackets costs no more than its length.
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\(([^()\s]{0,500})")
_ADDRESS = re.compile(r"\]\([^()\s]{0,500}\)?|(?:https?://|www\.)\S+", re.IGNORECASE)

_SCHEME = re.compile(r"[a-z][a-z0-9+-]{1,30}:|www\.", re.IGNORECASE)
"""How an address begins; one letter before a colon is a drive of Windows."""


class InlineLink(NamedTuple):
    """A link in a text: the words that are read, and where it leads."""

    words: str
    address: str


def inline_links(text: str) -> Iterator[InlineLink]:
    """The links in a text, in order."""
    if "](" in text:
        for match in _LINK.finditer(text):
            yield InlineLink(match[1], match[2])


def without_targets(text: str) -> str:
    """The text without what its links lead to."""
    return _LINK.sub(r"[\1](", text) if "](" in text else text


def without_addresses(text: str) -> str:
    """The text as it is read: the words of links stay, what they lead to goes."""
    return _ADDRESS.sub(" ", text) if "](" in text or "://" in text or "www." in text else text


def is_address(link: str) -> bool:
    """Whether a link leads into the web, or anywhere else that is no file of the plan folder."""
    return _SCHEME.match(link) is not None


def is_https(link: str) -> bool:
    """Whether a link is a web address that cannot be changed on its way."""
    return link[:8].casefold() == "https://"
