"""A copy of what an installation of sendctl is built from, as hooks and actions get it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PARTS = (
    ".pre-commit-hooks.yaml", "LICENSE", "README.md", "action.yml", "pyproject.toml", "sendctl",
    "templates",
)  # fmt: skip


def copy_checkout(folder: Path) -> Path:
    """Copies the files as they are now, committed or not."""
    for name in _PARTS:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(
                part, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(part, folder / name)
    return folder


def clean_environment(**more: str) -> dict[str, str]:
    """This process's, without what ties it to this checkout, its git, or GitHub Actions."""
    kept: Mapping[str, str] = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "GITHUB_", "PYTHON", "PRE_COMMIT", "RUNNER_"))
    }
    who = {
        "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.com",
        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.com",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    return {**kept, **who, "NO_COLOR": "1", "PYTHONUTF8": "1", **more}


def run(*command: str, cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """Exit code, and what it printed on both streams together."""
    done = subprocess.run(
        command, cwd=cwd, env=dict(env), check=False, timeout=600,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout.decode("utf-8", "replace")
