"""Real git repositories, the same on every machine and day."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

GIT = which("git") or "git"
HEAD = "area: Westshire\nkind: wsoa\n"
ANN = "Ann Archer"


class Made:
    """A repository with a plan in `plans/west`, made by git itself."""

    def __init__(self, top: Path, plan: str = "plans/west") -> None:
        self.top = top
        self.plan = top / plan
        top.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2022-06-01", author: str = ANN) -> str:
        """Runs git with a fixed author, day and configuration."""
        stamp = f"{day}T12:00:00+01:00"
        env = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_NAME": author,
            "GIT_COMMITTER_EMAIL": "a@example.org",
            "GIT_COMMITTER_DATE": stamp,
        }
        done = subprocess.run(
            [GIT, *arguments], cwd=self.top, env=env, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Writes files of the plan; None deletes one."""
        for name, text in files.items():
            path = self.plan / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())

    def commit(
        self,
        files: Mapping[str, str | None] | None = None,
        day: str = "2022-06-01",
        author: str = ANN,
        subject: str = "Change the plan",
    ) -> str:
        """Commits everything; gives the commit's id."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject, day=day, author=author)
        return self.git("rev-parse", "HEAD")


def strand(*actions: str, id: str = "1") -> str:  # noqa: A002 - the key in the file
    """The text of a strand with these actions, each in YAML's short form."""
    lines = "".join(f"  - {{{action}}}\n" for action in actions)
    return f'id: "{id}"\ntitle: Strand {id}\nactions:\n{lines}'
