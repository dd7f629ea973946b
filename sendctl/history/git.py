"""Runs git, the one reader of every repository that git itself can read.

The program is used, not a library: whoever has a clone has it, and it costs the base install
nothing. dulwich is alive, typed and pure Python, but follows git's formats: repositories with
SHA-256 ids or relative work trees open only partly. pygit2 brings libgit2, compiled and under the
GPL; GitPython runs the program too, and asks for more.

Every call is a list of arguments, never a line for a shell. What a person typed gets into one call
only, `rev-parse --verify`; all others take the full ids that it answers with.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import which

_CHUNK = 1 << 16
_SETTINGS = (
    "--no-pager",
    # What a person set for their eyes, or to run beside git, must not change what is read.
    *("-c", "color.ui=false", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false"),
    *("-c", "log.showSignature=false"),
)  # fmt: skip


class NoHistory(Exception):  # noqa: N818 - a verdict about what there is to read
    """The versions asked for cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Git:
    """git, run in one folder.

    Attributes:
        program: the whole path of git.
        folder: the folder it is run in.
    """

    program: str
    folder: Path

    @classmethod
    def at(cls, folder: Path) -> Git:
        """Git for a folder.

        Raises:
            NoHistory: git is not installed.
        """
        return cls(_program(), folder)

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a call prints.

        Args:
            arguments: the command and its options.
            given: what it reads.

        Raises:
            NoHistory: it failed; the message is git's own.
        """
        done = subprocess.run(  # noqa: S603 - a list, no shell
            [self.program, *_SETTINGS, *arguments],
            cwd=self.folder,
            env=_environment(),
            input=given,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise NoHistory(_said(done.stderr))
        return done.stdout

    def fields(self, *arguments: str) -> Iterator[str]:
        """What a call prints, as it prints it: texts that each end with a NUL.

        Raises:
            NoHistory: it failed.
        """
        with self.start(*arguments) as process:
            assert process.stdout  # noqa: S101 - asked for in `start`
            try:
                rest = b""
                while chunk := process.stdout.read(_CHUNK):
                    *whole, rest = (rest + chunk).split(b"\0")
                    for one in whole:
                        yield decoded(one)
            except GeneratorExit:  # who reads has seen enough
                process.kill()
                raise
        if process.returncode:
            raise NoHistory("git could not list the versions: is the repository damaged?")

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A call that goes on, with pipes to it and from it."""
        return subprocess.Popen(  # noqa: S603 - a list, no shell
            [self.program, *_SETTINGS, *arguments],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def decoded(data: bytes) -> str:
    """Text from git, such as an author's name, that may be in any encoding."""
    return data.decode("utf-8", "replace")


@cache
def _program() -> str:
    found = which("git")
    # Windows also looks into the current folder, which may be a stranger's repository.
    if found is None or Path(found).absolute().parent == Path.cwd():
        raise NoHistory(
            "git is not installed, so earlier versions cannot be read. Get it from "
            "https://git-scm.com, or from your IT service."
        )
    return found


def _environment() -> dict[str, str]:
    """This process's environment, for a program that nobody watches and that only reads.

    Inside a hook GIT_DIR can be relative, and stands for a work tree that begins where the hook
    runs; git is run in the plan's folder, so both are told in full.
    """
    found = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    if found.get("GIT_DIR"):
        found["GIT_WORK_TREE"] = str(Path(found.get("GIT_WORK_TREE") or ".").absolute())
        found["GIT_DIR"] = str(Path(found["GIT_DIR"]).absolute())
    return found


def _said(errors: bytes) -> str:
    """Git's own message, in one line."""
    lines = [line for line in decoded(errors).splitlines() if line.strip()]
    text = " ".join(lines).removeprefix("fatal: ")
    return f"git says: {text}" if text else "git failed without saying why."
