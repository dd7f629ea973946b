from __future__ import annotations

from importlib.util import find_spec

import pytest

# What judges documents is installed by `make test-documents` alone, which fails when it finds none.
collect_ignore = [] if find_spec("playwright") else ["validators"]


@pytest.fixture(autouse=True)
def outside_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests print the same inside GitHub Actions, where `validate` has another default."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
