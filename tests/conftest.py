from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def outside_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests print the same inside GitHub Actions, where `validate` has another default."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
