"""Reads well-written HTML token by token, several times as fast as the standard library's parser.

Nearly all that templates make is well written: known tags in small letters, attributes in double
quotes, `&` only where it begins one of Jinja's escapes. For text of that kind, and for no other,
the standard parser gives the very same tags, texts and places.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from sendctl.document.vocabulary import PARENTS

_ESCAPES: Final = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#34;": '"',
    "&#39;": "'",
}
_ESCAPE: Final = "|".join(map(re.escape, _ESCAPES))
_ESCAPED: Final = re.compile(_ESCAPE)
_TAG: Final = "|".join(sorted(PARENTS, key=len, reverse=True))
_NAME: Final = "[a-z][a-z-]*"
_VALUE: Final = rf'"(?:[^"&]++|{_ESCAPE})*+"'
_ATTRIBUTES: Final = rf"(?:[ \n]++{_NAME}={_VALUE})*+"
_WELL_WRITTEN: Final = re.compile(
    rf"(?:[^<&]++|{_ESCAPE}|<(?:{_TAG}){_ATTRIBUTES}[ \n]*+/?>|</(?:{_TAG})>)*+"
)
_TOKEN: Final = re.compile(rf"<(/?)({_TAG})({_ATTRIBUTES})[ \n]*+(/?)>|[^<]++")
_ATTRIBUTE: Final = re.compile(rf"({_NAME})=({_VALUE})")


def feed_quickly(html: str, parser: HTMLParser) -> bool:
    """Give a parser its tokens, with the places where they stand; False when it must read itself.

    Args:
        html: any text.
        parser: has read nothing yet; its `handle_…` methods are called as it would call them.
    """
    if not _WELL_WRITTEN.fullmatch(html):
        return False
    line, begin = 1, 0
    for token in _TOKEN.finditer(html):
        start = token.start()
        parser.lineno, parser.offset = line, start - begin
        closing, tag, attributes, ended = token.groups()
        if tag is None:
            parser.handle_data(_unescaped(token.group()))
        elif closing:
            parser.handle_endtag(tag)
        elif ended:
            parser.handle_startendtag(tag, _pairs(attributes))
        else:
            parser.handle_starttag(tag, _pairs(attributes) if attributes else [])
        if tag is None or attributes:
            text = token.group()
            if breaks := text.count("\n"):
                line += breaks
                begin = start + text.rindex("\n") + 1
    return True


def _pairs(attributes: str) -> list[tuple[str, str | None]]:
    return [(name, _unescaped(value[1:-1])) for name, value in _ATTRIBUTE.findall(attributes)]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _ESCAPES[found.group()], text) if "&" in text else text
