"""A document as one HTML file without script or network, for screen, phone, paper and ear."""

from __future__ import annotations

from sendctl.document.model import Cover, Document, Look, Meta
from sendctl.document.writers.escape import Markup, el, joined, raw, void
from sendctl.document.writers.html_blocks import BlockWriter
from sendctl.document.writers.html_style import style_of

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""The browser itself refuses scripts and the network, also those of a council's own style sheet."""


def write_html(document: Document) -> str:
    """The whole page."""
    meta = document.meta
    main = el("main", raw("\n"), _content(document), raw("\n"), id="sc-main", tabindex=-1)
    body = el(
        "body",
        raw("\n"),
        el("a", "Skip to the content", class_="sc-skip", href="#sc-main"),
        raw("\n"),
        _masthead(meta),
        raw("\n"),
        main,
        raw("\n"),
        _foot(meta),
        raw("\n"),
        class_=" ".join(_marks(meta)) or None,
        id="sc-top",
    )
    page = el(
        "html",
        raw("\n"),
        _head(meta, document.look),
        raw("\n"),
        body,
        raw("\n"),
        lang=meta.language,
    )
    return f"<!doctype html>\n{page}\n"


def _marks(meta: Meta) -> list[str]:
    """What the style sheet must know of the whole document."""
    return ["sc-draft"] * meta.draft + ["sc-one-page"] * meta.one_page


def _content(document: Document) -> Markup:
    """The cover from edge to edge, the rest in a column."""
    writer = BlockWriter(document)
    cut = 1 if document.blocks and isinstance(document.blocks[0], Cover) else 0
    cover, text = (
        writer.write(blocks) for blocks in (document.blocks[:cut], document.blocks[cut:])
    )
    parts = [part for part in (text, writer.notes()) if part]
    column = el("div", raw("\n"), joined(parts, "\n"), raw("\n"), class_="sc-inner sc-text")
    return joined([part for part in (cover, column) if part], "\n")


def _head(meta: Meta, look: Look) -> Markup:
    lines = [
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        void("meta", name="color-scheme", content="light dark"),
        el("title", meta.title),
    ]
    if meta.author:
        lines.append(void("meta", name="author", content=meta.author))
    if meta.subject:
        lines.append(void("meta", name="description", content=meta.subject))
    lines.append(el("style", style_of(meta, look)))
    return el("head", raw("\n"), joined(lines, "\n"), raw("\n"))


def _masthead(meta: Meta) -> Markup:
    line = [el("p", meta.author, class_="sc-author")] if meta.author else []
    if meta.as_at:
        line.append(el("p", f"Position as at {meta.as_at}", class_="sc-as-at"))
    parts = [el("div", *line, class_="sc-inner sc-line")] if line else []
    if meta.draft or meta.banner:
        draft = el("strong", "Draft", class_="sc-draft-word") if meta.draft else Markup()
        words = joined([part for part in (draft, meta.banner) if part], " ")
        parts.insert(0, el("div", el("p", words, class_="sc-inner"), class_="sc-banner"))
    return el("header", *parts, class_="sc-masthead") if parts else Markup()


def _foot(meta: Meta) -> Markup:
    lines = [el("p", meta.title, class_="sc-foot-title")]
    facts = [meta.author, f"Position as at {meta.as_at}" if meta.as_at else ""]
    if shown := " · ".join(fact for fact in facts if fact):
        lines.append(el("p", shown))
    lines.append(el("p", el("a", "Back to the top", href="#sc-top")))
    return el("footer", el("div", *lines, class_="sc-inner"), class_="sc-foot")
