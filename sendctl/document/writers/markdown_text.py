"""Words as Markdown that reads back as the same words, whatever is in them."""

from __future__ import annotations

import re
from typing import Final

_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~&$]|(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
_ODD_SPACE: Final = re.compile(r"[^\S ]")
_BLOCK_START: Final = re.compile(
    r"#{1,6}(?= |$)|[-+](?= |$)|[-=:][-=: ]*$|\d{1,9}(?=[.)](?: |$))", re.ASCII
)
_CLOSING_HASH: Final = re.compile(r"#$")
_NOT_IN_URL: Final = re.compile(r"[\s<>()\\`|\"*_~]")


def escaped(text: str) -> str:
    """Text with every mark that Markdown could take as its own made literal."""
    collapsed = _SPACES.sub(" ", text)
    marked = _SPECIAL.sub(lambda match: "\\" + match.group(), collapsed)
    # Renderers strip these at the edges of a line; as references they are words.
    return _ODD_SPACE.sub(lambda match: f"&#{ord(match.group())};", marked)


def guarded(line: str) -> str:
    """A line whose beginning starts no heading, list, rule or table."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    end = match.end() if line[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"


def guarded_heading(line: str) -> str:
    """Words of a heading; hashes at the end would be taken as its closing."""
    return _CLOSING_HASH.sub(r"\\#", line)


def destination(href: str) -> str:
    """An address as the target of a link."""
    encoded = _NOT_IN_URL.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), href
    )
    return encoded.replace("&", "&amp;")


def github_slug(words: str) -> str:
    """The anchor GitHub and most other renderers give a heading."""
    kept = re.sub(r"[^\w\- ]", "", words.strip().lower())
    return kept.replace(" ", "-")
