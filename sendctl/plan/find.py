"""Which plan a command means: the PATH rules that all commands share."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import lexists, normpath
from pathlib import Path

from sendctl.findings import did_you_mean
from sendctl.plan.folder import PLAN_FILE, listed

PLANS = "plans"
"""The folder whose sub-folders are plans when no path is given."""


class NoPlan(Exception):  # noqa: N818 - the user's word for it
    """No plan was found; the message says where it was looked for."""


def find_plans(paths: Iterable[Path] = (), *, start: Path | None = None) -> list[Path]:
    """The plan folders that some paths mean, each once.

    A path is a plan folder, any file or folder in one, or a folder of plan folders. Without
    paths: the plan that `start` is in, else every plan under `plans/` there.

    Args:
        paths: as the user gave them; the results keep their form.
        start: where to look without paths; the current folder when absent.

    Raises:
        NoPlan: a path does not exist, or holds no plan.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for folder in _plans_of(path):
            found.setdefault(folder.resolve(), folder)
    if found:
        return list(found.values())
    here = start or Path()
    inside = _around(here)
    if inside:
        return [inside]
    below = _below(here / PLANS)
    if below:
        return below
    raise NoPlan(
        f"No plan found: there is no {PLAN_FILE} in {_shown(here)} or the folders above it, and "
        f"none in the folders of {_shown(here / PLANS)}."
    )


def repository_of(folder: Path) -> Path | None:
    """The root of the git repository that a folder is in, or would be in; None without one.

    Links are not followed, as git does not follow them.
    """
    whole = Path(normpath(folder.absolute()))
    # In a work tree or submodule .git is a file.
    return next((one for one in (whole, *whole.parents) if lexists(one / ".git")), None)


def in_repository(folder: Path) -> str:
    """A folder's path from the root of its git repository, with "/"; as given without one."""
    root = repository_of(folder)
    return (Path(normpath(folder.absolute())).relative_to(root) if root else folder).as_posix()


def _plans_of(path: Path) -> list[Path]:
    try:
        exists = path.exists()
    except (OSError, ValueError):  # a name that no file can have
        exists = False
    if not exists:
        raise NoPlan(f"{_shown(path)} does not exist{_where_it_ends(path)}")
    around = _around(path if path.is_dir() else path.parent)
    plans = [around] if around else _below(path)
    if not plans:
        raise NoPlan(
            f"No plan found: there is no {PLAN_FILE} in {_shown(path)}, the folders above it or "
            "the folders in it."
        )
    return plans


def _where_it_ends(path: Path) -> str:
    """The folder that a path leads to before it leads nowhere, and the nearest name in it."""
    for missing in (path, *path.parents):
        folder = missing.parent
        try:
            if not folder.is_dir():
                continue
            if missing.is_file():
                return f": {missing.as_posix()} is a file."
            looked_in = folder.resolve().as_posix()
            names = [entry.name for entry in listed(folder) if entry.name != missing.name]
        except (OSError, ValueError):  # a name that no file can have, a folder one may not list
            return "."
        near = did_you_mean(missing.name, names)
        advice = f" {near}" if near.startswith("Did you mean") else ""
        return f": there is no {missing.name!r} in {looked_in}.{advice}"
    return "."


def _around(folder: Path) -> Path | None:
    """The plan folder that this folder is, or lies in."""
    as_given = () if ".." in folder.parts else folder.parents
    for parent in (folder, *as_given):
        if _is_plan(parent):
            return parent
    for parent in folder.resolve().parents:
        if _is_plan(parent):
            return _relative(parent)
    return None


def _is_plan(folder: Path) -> bool:
    try:
        return (folder / PLAN_FILE).is_file()
    except (OSError, ValueError):  # a folder one may not look into, a name that none can have
        return False


def _relative(folder: Path) -> Path:
    """A path as a person would type it from here, when it is below the current folder."""
    try:
        return folder.relative_to(Path.cwd())
    except ValueError:
        return folder


def _below(folder: Path) -> list[Path]:
    try:
        return [folder / name for name, _ in listed(folder) if _is_plan(folder / name)]
    except OSError:
        return []


def _shown(path: Path) -> str:
    return path.as_posix() if str(path) != "." else f"this folder ({Path.cwd().as_posix()})"
