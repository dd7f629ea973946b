"""The restricted HTML as data: which tags there are, where they stand, what they may carry."""

from __future__ import annotations

from typing import Final

DOCUMENT: Final = "document"
"""The name of the root, as if it were a tag."""

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID: Final = frozenset({"br", "col", "hr", "img"})
TONES: Final = ("complete", "on_track", "at_risk", "off_track", "not_started", "neutral")
WIDTHS: Final = {f"w-{share}": share for share in range(1, 25)}
DEPTHS: Final = {f"depth-{depth}": depth for depth in range(1, 4)}

_PARTS = frozenset({DOCUMENT, "section"})
_CONTAINERS = _PARTS | {"header", "aside", "blockquote", "li", "dd", "td", "th"}
_LINES = HEADINGS | {"p", "dt", "caption", "figcaption", "nav", "a", "strong", "em", "span"}
_TEXT = _LINES | {"aside", "blockquote", "li", "dd", "td", "th"}

TAKES_TEXT: Final = _TEXT
"""The tags in which words may stand directly."""

TAKES_BLOCKS: Final = _CONTAINERS
"""The tags in which paragraphs and lists may stand."""

PARENTS: Final[dict[str, frozenset[str]]] = {
    "header": frozenset({DOCUMENT}),
    "section": _PARTS,
    "nav": _PARTS,
    "hr": _PARTS,
    **dict.fromkeys(HEADINGS, _PARTS | {"header", "aside"}),
    "table": _PARTS | {"aside"},
    "aside": _PARTS | {"header"},
    **dict.fromkeys(("p", "ul", "ol", "dl", "blockquote", "figure"), _CONTAINERS),
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "caption": frozenset({"table"}),
    "colgroup": frozenset({"table"}),
    "col": frozenset({"colgroup"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tr": frozenset({"table", "thead", "tbody"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
    "img": frozenset({"figure"}),
    "figcaption": frozenset({"figure"}),
    "strong": _TEXT - {"nav"},
    "em": _TEXT - {"nav"},
    "a": _TEXT - {"nav", "a"},
    "br": _TEXT - {"nav"},
    "span": _TEXT - {"nav"},
}
"""For each tag, the tags it may stand directly inside; also the list of all tags."""

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "section": ("landscape", "keep"),
    "nav": ("contents", *DEPTHS),
    "table": ("compact",),
    "p": ("eyebrow", "subtitle", "lead", "source", "instruction"),
    "ol": ("alpha", "roman"),
    "dl": ("stacked", "tiles"),
    "aside": ("note", "warning", "banner"),
    "col": tuple(WIDTHS),
    "th": ("numeric",),
    "td": ("numeric",),
    "span": ("badge", *TONES, "footnote", "number"),
}

ATTRIBUTES: Final[dict[str, tuple[str, ...]]] = {
    "section": ("id", "aria-label"),
    **dict.fromkeys((*sorted(HEADINGS), "p", "li", "table", "tr", "figure", "aside"), ("id",)),
    "ol": ("start",),
    "th": ("scope", "colspan"),
    "td": ("colspan",),
    "img": ("src", "alt"),
    "a": ("href",),
}
"""Beside `class`, which `CLASSES` covers."""

SCOPES: Final = ("col", "row", "colgroup", "rowgroup")

INSTEAD: Final = {
    "b": "Use <strong> for words that matter.",
    "i": "Use <em> for stressed words.",
    "u": "Underlined words look like links: use <strong>.",
    "div": "Use <section>, or leave the tag out.",
    "font": "How the document looks is set in the style sheet, not in the template.",
    "center": "How the document looks is set in the style sheet, not in the template.",
    "html": "The writer makes the frame of the page: begin with the content.",
    "body": "The writer makes the frame of the page: begin with the content.",
    "head": "Title and author are set in the plan: begin with the content.",
    "title": "The title is set by the program: begin with the content.",
    "main": "The writer makes the frame of the page: begin with the content.",
    "footer": "The writer makes the foot of the page: leave the tag out.",
    "article": "Use <section>.",
    "small": 'Use <span class="footnote"> for a footnote, <p class="source"> for a source.',
    "svg": 'Use <img src="picture:NAME" alt="…"> inside <figure>.',
    "tfoot": "Put the row last in <tbody>.",
    "input": "A document has nothing to fill in.",
    "form": "A document has nothing to fill in.",
    "button": "A document has nothing to press.",
    "script": "A document runs no programs.",
    "style": "How the document looks is set in the style sheet, not in the template.",
    "iframe": "A document shows no other pages: use a link.",
}
"""What to do instead of a tag people are likely to try."""

DROPPED: Final = frozenset(
    {"script", "style", "head", "title", "template", "iframe", "object", "svg", "math", "noscript"}
    | {"textarea", "select", "video", "audio", "canvas"},
)
"""Tags refused together with what is inside them; of others the words are kept."""

FOREIGN_VOID: Final = frozenset(
    {"area", "base", "embed", "input", "link", "meta", "param", "source", "track", "wbr"},
)
"""Tags of HTML that have no end and are refused here."""
