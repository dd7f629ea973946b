"""The plan's text as restricted HTML: bold, italics, links and lists; all else stays literal."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_RULES: Final = ("list", "emphasis", "link", "newline", "escape")

LINK: Final = re.compile(r"https?://[^/?#\s]\S*|mailto:\S+|tel:[+0-9(]\S*", re.IGNORECASE)
"""The addresses that plan text may link to."""

_MARK = re.compile(r"[*_\[\\]")
_MARK_OR_BLOCK = re.compile(r"[*_\[\\\n]|[ \t]*([-+]|\d+[.)])([ \t]|$)")

# What only looks like a list: a lone dash or number, and a sentence that begins with a year.
_NO_LIST = re.compile(
    r"^([ \t]*\d*)([-+*.)])(?=[ \t]*$)|^([ \t]*\d{4,})([.)])(?=[ \t])", re.MULTILINE
)
_LONGEST = 50_000


def prose(text: Markup | str | None) -> Markup:
    """A text as paragraphs and lists; what is markup already stays as it is."""
    if not text or isinstance(text, Markup):
        return text or Markup()
    if len(text) > _LONGEST or not _MARK_OR_BLOCK.search(text):
        return Markup("<p>{}</p>").format(text)
    parser = _parser()
    tokens = parser.parse(_NO_LIST.sub(r"\1\3\\\2\4", text))
    return _rendered(parser, tokens)


def inline(text: Markup | str | None) -> Markup:
    """A text as part of a line: the same without paragraphs and lists."""
    if not text or isinstance(text, Markup):
        return text or Markup()
    if len(text) > _LONGEST or not _MARK.search(text):
        return escape(text)
    parser = _parser()
    return _rendered(parser, parser.parseInline(text))


def numbered(html: Markup, number: str) -> Markup:
    """Prose whose first paragraph has a number; prose that begins with a list has none."""
    if not number or not html.startswith("<p>"):
        return html
    mark = Markup('<p><span class="number">{}</span> ').format(number)
    return mark + html[len("<p>") :]


def words(text: str | None) -> str:
    """A text without its formatting, for what knows none: a line for each paragraph or item."""
    if not text:
        return ""
    if len(text) > _LONGEST or not _MARK_OR_BLOCK.search(text):
        return text
    lines: list[str] = []
    mark: list[str] = []
    counts: list[int] = []
    for token in _parser().parse(_NO_LIST.sub(r"\1\3\\\2\4", text)):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                counts.append(int(token.attrs.get("start", 1)) if token.tag == "ol" else 0)
            case "bullet_list_close" | "ordered_list_close":
                counts.pop()
            case "list_item_open":
                mark = [f"{counts[-1]}. " if counts[-1] else "• "]
                counts[-1] += bool(counts[-1])
            case "inline":
                said = "".join(_said(token.children or ()))
                indent = "  " * max(len(counts) - 1, 0)
                lines.append(indent + "".join(mark) + said)
                mark = []
    return "\n".join(lines)


def _said(tokens: Iterable[Token]) -> Iterator[str]:
    """The words of a line; a link is followed by its address."""
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "link_open":
                links.append(str(token.attrs["href"]))
            case "link_close":
                yield f" ({links.pop()})"
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "\n"
            case _:
                yield token.content


def web_address(text: str | None) -> str:
    """A text when it is an address that a document may link to, else ""."""
    return text if text and LINK.fullmatch(text) else ""


def _rendered(parser: MarkdownIt, tokens: list[Token]) -> Markup:
    html = parser.renderer.render(tokens, parser.options, {})
    return Markup(html.strip())  # noqa: S704 - the parser escapes all it does not understand


@cache
def _parser() -> MarkdownIt:
    # Imported when a text first needs it: most do not.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("zero").enable(_RULES)
    parser.validateLink = _may_link  # type: ignore[method-assign]
    parser.core.ruler.push("links", _mend_links)
    return parser


def _may_link(url: str) -> bool:
    return LINK.fullmatch(url) is not None


def _mend_links(state: StateCore) -> None:
    """Links without an address stay literal: a document takes none; and no link has a tooltip.

    A tooltip can be neither printed nor read on a phone.
    """
    for line in state.tokens:
        empty: list[bool] = []
        for token in line.children or ():
            if token.type == "link_open":
                token.attrs.pop("title", None)
                empty.append(not token.attrs["href"])
                if empty[-1]:
                    _make_literal(token, "[")
            elif token.type == "link_close" and empty.pop():
                _make_literal(token, "]()")


def _make_literal(token: Token, text: str) -> None:
    token.type, token.tag, token.nesting, token.content, token.attrs = "text", "", 0, text, {}
