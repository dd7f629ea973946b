"""From a view and a template to a document: the one way that all documents are made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sendctl.document import Document, Meta, lint, parse
from sendctl.findings import Finding, sort_findings


def produce(
    template: str,
    view: Any,
    meta: Meta,
    plan_folder: Path,
    name: str,
    pictures: Mapping[str, str] | None = None,
) -> tuple[Document, list[Finding]]:
    """Run a template on a view, read what it makes, and check that.

    Args:
        template: its path below `templates/`.
        view: a named tuple with plain data; the template knows it as `plan`.
        meta: what is true of the whole document.
        plan_folder: the plan whose own templates come before the shipped ones.
        name: what findings call the rendered text.
        pictures: SVG texts by the names under which the template shows them.

    Raises:
        TemplateProblem: the template cannot be used.
    """
    # Jinja is loaded by those who render, not by all who import a view.
    from sendctl.report.environment import render  # noqa: PLC0415

    html = render(template, {"plan": view, "draft": meta.draft}, plan_folder)
    document, findings = parse(html, meta, name, pictures)
    return document, sort_findings([*findings, *lint(document)])
