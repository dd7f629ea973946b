from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from sendctl.cli.app import run

ROOT = Path(__file__).parent.parent.parent


class Ran(NamedTuple):
    """What came of one run."""

    code: int
    out: str
    err: str


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """This process's, without what would change the output; the checkout can be imported."""
    unwanted = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "SENDCTL_DEBUG", "PYTHONIOENCODING"}
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **more}


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Ran]:
    """Runs the program as a process of its own, in the test's folder."""

    def running(*arguments: str, cwd: Path = tmp_path, **env: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "sendctl", *arguments],
            cwd=cwd,
            env=environment(env),
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return running


@pytest.fixture
def sendctl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Runs the same command line in this process, in the test's folder: faster."""
    monkeypatch.setenv("COLUMNS", "80")

    def running(*arguments: str, cwd: Path = tmp_path) -> Ran:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["sendctl", *arguments])
        code = run()
        return Ran(code, *capsys.readouterr())

    return running


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a plan folder: text by file name, after a plan.yaml with area and kind."""

    def written(folder: str = "plan", more: str = "", **files: str) -> Path:
        path = tmp_path / folder
        path.mkdir(parents=True, exist_ok=True)
        (path / "plan.yaml").write_text(f"area: Siân\nkind: wsoa\n{more}", encoding="utf-8")
        for name, text in files.items():
            file = path / f"{name.replace('_', '/')}.yaml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return path

    return written
