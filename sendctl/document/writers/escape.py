"""HTML that cannot be injected into: only `el` and `raw` make `Markup`; other text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def raw(html: str) -> Markup:
    """HTML of the program's own, as it is."""
    return Markup(html)


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Parts one after the other, escaped unless they are HTML already."""
    return Markup(between.join(_html(part) for part in parts))


def el(tag: str, *children: str, **attributes: str | int | None) -> Markup:
    """An element; attributes that are None are left out, `class_` and `aria_label` are spelt so."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    content = "".join(_html(child) for child in children)
    return Markup(f"<{tag}{given}>{content}</{tag}>")


def void(tag: str, **attributes: str | int | None) -> Markup:
    """An element that has no content and no end tag."""
    return Markup(el(tag, **attributes).removesuffix(f"</{tag}>"))


_CSS_UNSAFE: Final = re.compile(r"[^A-Za-z0-9 ]")


def css_string(text: str) -> str:
    """Text as a CSS string that ends neither itself nor the style element, whatever it holds."""
    return '"' + _CSS_UNSAFE.sub(lambda match: f"\\{ord(match.group()):x} ", text) + '"'


def css_block(css: str) -> str:
    """A style sheet that cannot close the style element it stands in."""
    return css.replace("</", "<\\/")


def _html(text: str) -> str:
    return text if isinstance(text, Markup) else escape(text, quote=False)
