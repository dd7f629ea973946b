from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sendctl.history import Repository
from tests.history.made import HEAD, Made, strand


@pytest.fixture(autouse=True)
def only_the_settings_of_git_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the person who runs the tests has set for git has no part in them."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """An empty repository."""
    return Made(tmp_path / "repo")


@pytest.fixture
def three(made: Made) -> Made:
    """Three versions of a plan: of 1 June, 1 July and 1 August 2022."""
    made.commit(
        {"plan.yaml": HEAD, "strands/1.yaml": strand("id: '1.1', title: Map, due: 2022-10-28")},
        "2022-06-01",
    )
    made.commit({"strands/1.yaml": strand("id: '1.1', title: Map, due: 2022-12-16")}, "2022-07-01")
    made.commit(
        {"strands/1.yaml": strand("id: '1.1', title: Map, due: 2022-12-16, status: complete")},
        "2022-08-01",
        author="Bea Brown",
    )
    return made


@pytest.fixture
def repository(three: Made) -> Iterator[Repository]:
    with Repository(three.plan) as opened:
        yield opened
