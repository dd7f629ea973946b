"""axe-core in a browser finds nothing, neither broken nor to be looked at, in any look."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.validators.conftest import ALL, Written

pytestmark = pytest.mark.documents
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"desktop": (1280, 900), "phone": (360, 740)}
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"


def said_by_axe(
    browser: Browser, page: Path, tools: Path, colours: Literal["light", "dark"], width: str
) -> list[tuple[str, str, str]]:
    """What is wrong, and what axe cannot decide by itself: rule, element, explanation."""
    wide, high = WIDTHS[width]
    view = browser.new_page(viewport={"width": wide, "height": high}, color_scheme=colours)
    try:
        view.goto(page.as_uri())
        # The page's own policy lets no script run that is added to it; this goes around it.
        view.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        result = view.evaluate(RUN, TAGS)
    finally:
        view.close()
    assert len(result["passes"]) > 15
    return [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in (*result["violations"], *result["incomplete"])
        for node in rule["nodes"][:3]
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", ALL)
def test_page_is_accessible(
    browser: Browser,
    written: Written,
    tools: Path,
    name: str,
    colours: Literal["light", "dark"],
    width: str,
) -> None:
    assert said_by_axe(browser, written(name, "html"), tools, colours, width) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ALL)
def test_page_fits_its_window(browser: Browser, written: Written, name: str, width: str) -> None:
    """Only a wide table scrolls sideways, in its own region (WCAG 2.2, 1.4.10)."""
    wide, high = WIDTHS[width]
    view = browser.new_page(viewport={"width": wide, "height": high})
    view.goto(written(name, "html").as_uri())
    assert view.evaluate("document.documentElement.scrollWidth") <= wide
    view.close()


def test_axe_sees_faults(browser: Browser, tools: Path, tmp_path: Path) -> None:
    """The judge is awake: a page with faults is told of them."""
    page = tmp_path / "page.html"
    facts = "".join(f"<p>Line {number}</p>" for number in range(30))
    page.write_text(
        f"<!doctype html><title>x</title><h1>T</h1><h4>x</h4><img src=a.png>{facts}",
        encoding="utf-8",
    )
    view = browser.new_page()
    view.goto(page.as_uri())
    view.evaluate((tools / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = {rule["id"] for rule in view.evaluate(RUN, TAGS)["violations"]}
    view.close()
    assert {"image-alt", "html-has-lang", "heading-order"} <= found
