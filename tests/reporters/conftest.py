from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl import Finding, Loaded, Place, Related, Severity, Span
from sendctl.reporters import Checked
from sendctl.yamlfile import read_bytes

FILE = "strands/1.yaml"


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """A finding on one line, from its first column to its last."""

    def made(
        line: int = 2,
        column: int = 5,
        end: int = 10,
        *,
        message: str = "There is no body 'councl'.",
        advice: str = "Did you mean 'council'?",
        severity: Severity = Severity.ERROR,
        waived: str | None = None,
        file: str = FILE,
        related: tuple[Related, ...] = (),
    ) -> Finding:
        place = Place(file, ("a", 0, "b"), span=Span(line, column, line, end))
        return Finding(place, "SC201", severity, message, advice, related, waived)

    return made


@pytest.fixture
def checked() -> Callable[..., Checked]:
    """A plan of one file with this text, and findings about it."""

    def made(text: str, *findings: Finding, path: str = "plans/a", file: str = FILE) -> Checked:
        sources = {file: read_bytes(text.encode(), file)}
        plan = Path(__file__).parent / "no-plan"
        assert not plan.exists()
        return Checked(path, Loaded(None, (), sources), findings)

    return made
