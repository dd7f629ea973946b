"""A plan of several files as one run of bytes: a line `== name` begins each file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from sendctl.plan.files import PLAN_FILE

_ROOT = Path(__file__).parent.parent
_MARK = b"== "
_LARGEST_SEED = 6_000

PLANS = (_ROOT / "plans", _ROOT / "tests" / "cases", _ROOT / "tests" / "plan" / "full")
"""Where plans to begin with are taken from."""


def joined(files: Mapping[str, bytes]) -> bytes:
    """The files as one run of bytes."""
    return b"".join(b"%s%s\n%s\n" % (_MARK, name.encode(), data) for name, data in files.items())


def parted(data: bytes) -> dict[str, bytes]:
    """The files by name; what comes before the first mark is plan.yaml."""
    files: dict[str, bytes] = {}
    for number, part in enumerate((b"\n" + data).split(b"\n" + _MARK)):
        name, _, content = part.partition(b"\n")
        # A name is what a file system gives: no NUL, and bytes that are no UTF-8 as surrogates.
        text = name.replace(b"\0", b"").decode("utf-8", "surrogateescape") if number else PLAN_FILE
        parts = PurePosixPath(text.strip("/")).parts
        files["/".join(parts) or PLAN_FILE] = content
    return files


def plan_folders() -> Iterator[Path]:
    """Every plan of the repository, the small ones of `tests/cases` and the example."""
    for place in PLANS:
        for file in sorted(place.rglob(PLAN_FILE)):
            yield file.parent


def plan_seeds(*only: str) -> Iterator[bytes]:
    """Each of those plans as one run of bytes; of files that are long, the beginning.

    Args:
        only: the files and folders of a plan that are wanted besides plan.yaml; all when none.
    """
    for folder in plan_folders():
        files = {
            file.relative_to(folder).as_posix(): file.read_bytes()[:_LARGEST_SEED]
            for file in sorted(folder.rglob("*.yaml"))
        }
        wanted = {
            name: data
            for name, data in files.items()
            if not only or name == PLAN_FILE or name.partition("/")[0] in only
        }
        yield joined(wanted)


def file_seeds() -> Iterator[bytes]:
    """Every YAML file of the repository's plans, alone."""
    for folder in plan_folders():
        for file in sorted(folder.rglob("*.yaml")):
            yield file.read_bytes()[:_LARGEST_SEED]
