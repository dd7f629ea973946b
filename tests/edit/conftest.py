from __future__ import annotations

import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent.parent / "plans" / "blackpool"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of the example plan."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small plan, quick to check."""
    folder = tmp_path / "small"
    (folder / "strands").mkdir(parents=True)
    (folder / "plan.yaml").write_bytes(b"area: Si\xc3\xa2n\nkind: wsoa\nas_at: 2022-09-30\n")
    (folder / "strands" / "1.yaml").write_bytes(
        b"# One\nid: '1'\ntitle: A  # its name\nactions:\n"
        b"  - {id: '1.1', title: Hire, due: 2022-12}\n"
    )
    return folder
