"""docs/word.md names the styles that there are, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from sendctl.document import Look
from sendctl.document.writers.word.styles import style_sheet

MANUAL = (Path(__file__).parents[3] / "docs" / "word.md").read_text(encoding="utf-8")
INNER = {"normal table", "default paragraph font", "spacer", "heading 6"}


def test_every_style_is_in_the_manual() -> None:
    names = re.findall(r'<w:name w:val="([^"]+)"', style_sheet(Look(), "en-GB"))
    told = MANUAL.lower()
    missing = [
        name
        for name in names
        if name.lower() not in told
        and name.lower() not in INNER
        and not re.fullmatch(r"(heading|toc|List \w+) \d|Report Compact .*", name)
    ]
    assert missing == []
