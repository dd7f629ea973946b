"""Reads git's objects: one process answers for all of them."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from types import TracebackType
from typing import Final, NamedTuple, Self

from sendctl.history.git import Git, NoHistory

_FOLDER: Final = "40000"
_LINK: Final = "120000"
_REPOSITORY: Final = "160000"


class Node(NamedTuple):
    """A name in a folder of a version: its kind, and the id of its content."""

    mode: str
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether it holds other names."""
        return self.mode == _FOLDER

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == _LINK

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file: no folder, link or repository of its own."""
        return self.mode not in {_FOLDER, _LINK, _REPOSITORY}


class Objects:
    """The contents of a repository by their ids; folders are read once. Close it after use."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._process: subprocess.Popen[bytes] | None = None
        self._folders: dict[str, Mapping[str, Node]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            with self._process as process:  # closes its pipes, at which it ends
                self._process = None
                assert process.stdin  # noqa: S101 - asked for in `Git.start`
                process.stdin.close()

    def content(self, key: str) -> bytes:
        """The bytes of a file, or of a folder as git stores it.

        Raises:
            NoHistory: the repository does not hold it.
        """
        if self._process is None:
            self._process = self._git.start("cat-file", "--batch")
        source, asking = self._process.stdout, self._process.stdin
        assert source and asking  # noqa: S101, PT018 - asked for in `Git.start`
        try:
            asking.write(key.encode() + b"\n")
            asking.flush()
            answer = source.readline().split()
        except OSError:
            answer = []
        if len(answer) != 3:  # noqa: PLR2004 - id, kind, size
            raise NoHistory(
                f"The repository lacks the content {key[:12]}: the clone is incomplete or "
                "damaged. `git fsck` tells more."
            )
        size = int(answer[2])
        data = source.read(size + 1)
        if len(data) != size + 1:
            raise NoHistory("git stopped in the middle of a file.")
        return data[:-1]

    def folder(self, key: str) -> Mapping[str, Node]:
        """The names in a folder.

        Raises:
            NoHistory: the repository does not hold it.
        """
        found = self._folders.get(key)
        if found is None:
            found = self._folders[key] = _nodes(self.content(key), len(key) // 2)
        return found


def _nodes(data: bytes, width: int) -> dict[str, Node]:
    """A folder as git stores it: for each name its mode, the name, and an id of so many bytes."""
    found, start = {}, 0
    while start < len(data):
        space = data.index(b" ", start)
        end = data.index(b"\0", space)
        name = data[space + 1 : end].decode("utf-8", "surrogateescape")
        key = data[end + 1 : end + 1 + width].hex()
        found[name] = Node(data[start:space].decode("ascii"), key)
        start = end + 1 + width
    return found
