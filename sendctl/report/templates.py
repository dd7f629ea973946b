"""Where templates are found: a plan's own before the shipped ones, by the same relative path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from sendctl.plan.shipped import templates_folder
from sendctl.report.problem import OWN, SHIPPED, at_line

_LARGEST = 1_000_000


class Root(NamedTuple):
    """A folder of templates.

    Attributes:
        folder: where its files are.
        within: what no file of it may lie outside of, symbolic links followed.
        shown: how the names of its files begin in messages.
    """

    folder: Path
    within: Path
    shown: str


def template_roots(plan_folder: Path | None) -> list[Root]:
    """All folders that templates are looked for in, the first one first.

    Args:
        plan_folder: the plan whose own `templates/` come first; None for the shipped ones alone.
    """
    shipped = templates_folder()
    roots = [Root(shipped, shipped, SHIPPED)]
    if plan_folder is not None:
        roots.insert(0, Root(plan_folder / "templates", plan_folder, OWN))
    return roots


class PlanLoader(BaseLoader):
    """Loads templates from several folders, and from nowhere else."""

    def __init__(self, roots: list[Root]) -> None:
        self._roots = roots

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, and its name in messages.

        Raises:
            TemplateNotFound: no folder has it, or its name leads out of them.
            TemplateProblem: it is there but must not or cannot be read.
        """
        del environment
        # Refuses ".." and, on Windows, drive letters and backslashes.
        parts = split_template_path(template)
        for root in self._roots:
            path = root.folder.joinpath(*parts)
            if path.is_file():
                shown = root.shown + "/".join(parts)
                return _text(path, root, shown), shown, lambda: True
        raise TemplateNotFound(template)


def _text(path: Path, root: Root, shown: str) -> str:
    if not path.resolve().is_relative_to(root.within.resolve()):
        message = "The file is a link that leads out of the plan's folder."
        raise at_line(shown, 1, message, "Copy the template into the plan's folder.")
    try:
        if path.stat().st_size > _LARGEST:
            message = "The file is larger than 1 MB, too large for a template."
            raise at_line(shown, 1, message, "Is it the right file?")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = "The file is not in UTF-8."
        raise at_line(shown, 1, message, "Save it again with the encoding UTF-8.") from None
    except OSError as error:
        raise at_line(shown, 1, f"The file cannot be read: {error.strerror}.") from None
