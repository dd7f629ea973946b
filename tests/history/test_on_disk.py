from __future__ import annotations

import os
import subprocess
from pathlib import Path

from sendctl.history import Repository
from sendctl.history.on_disk import load_written
from tests.history.made import GIT, HEAD, Made


def test_the_root_of_a_repository(tmp_path: Path) -> None:
    made = Made(tmp_path / "west", "")
    made.commit({"plan.yaml": HEAD + "parent: {plan: ../..}\n", "evidence/a/b.txt": "x"})
    (tmp_path / "into").mkdir()
    with Repository(made.plan) as repository:
        loaded = load_written(repository, repository.version("HEAD"), tmp_path / "into")
    assert loaded.plan
    assert loaded.plan.name == "west"
    assert loaded.plan.shown == made.plan
    assert (loaded.plan.folder / "evidence" / "a" / "b.txt").read_text() == "x"


def test_a_strangers_names_lead_nowhere_else(tmp_path: Path) -> None:
    """Trees as no git makes them: a name that would lead out of the folder."""
    made = Made(tmp_path / "repo", "plan")
    made.commit({"plan.yaml": HEAD, "x/.keep": ""})
    blob = bytes.fromhex(made.git("hash-object", "-w", "plan/plan.yaml"))
    entries = [b"..", b"../out.txt", b".git", b"plan.yaml", b"a\\b" if os.name == "nt" else b"ok"]
    folder = _object(made, "tree", b"".join(b"100644 " + one + b"\0" + blob for one in entries))
    root = _object(made, "tree", b"40000 plan\0" + bytes.fromhex(folder))
    commit = made.git("commit-tree", root, "-m", "x")
    (tmp_path / "into").mkdir()
    with Repository(made.plan) as repository:
        load_written(repository, repository.version(commit), tmp_path / "into")
    found = sorted(path.name for path in (tmp_path / "into").rglob("*") if path.is_file())
    assert found == (["plan.yaml"] if os.name == "nt" else ["ok", "plan.yaml"])
    assert not list(tmp_path.rglob("out.txt"))


def _object(made: Made, kind: str, content: bytes) -> str:
    asked = [GIT, "hash-object", "-t", kind, "-w", "--literally", "--stdin"]
    done = subprocess.run(asked, cwd=made.top, input=content, capture_output=True, check=True)
    return done.stdout.decode().strip()
