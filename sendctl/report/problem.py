"""What is wrong with a template, said to the people who keep it."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from sendctl.findings import Finding, Place, Problem, Span

if TYPE_CHECKING:
    from types import TracebackType

TEMPLATE: Final = "SC720"
"""A template that cannot be used."""

OWN: Final = "templates/"
"""How the names of the plan's own templates begin in messages: their path in the plan folder."""

SHIPPED: Final = "sendctl/templates/"
"""How those of the shipped ones begin."""

_LONGEST = 300


class TemplateProblem(Exception):  # noqa: N818 - it is shown as a finding
    """A document cannot be made because of a template.

    Attributes:
        problem: where and why; its place is the template's file and line.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem

    @property
    def finding(self) -> Finding:
        """The problem under its code."""
        return self.problem.stamped(TEMPLATE)


def at_line(file: str, line: int, message: str, advice: str = "") -> TemplateProblem:
    """A problem on one line of a template."""
    place = Place(file, span=Span(line, 1, line, 2))
    return TemplateProblem(Problem(place, message, advice))


def explained(error: Exception, root: str) -> TemplateProblem:
    """Anything that went wrong while a template ran.

    Args:
        error: as it was raised; its traceback gives the line.
        root: the template that was asked for, when no line is known.
    """
    if isinstance(error, TemplateProblem):
        return error
    if isinstance(error, TemplateSyntaxError):
        message = f"The template cannot be read: {_sentence(error.message or 'it is broken')}"
        return at_line(error.filename or root, error.lineno, message, _instead(error.filename))
    file, line = _line(error.__traceback__) or (root, 1)
    match error:
        case TemplateNotFound():
            advice = "A template can include those of sendctl and those in the plan's templates/."
            return at_line(file, line, f"There is no template “{error.name}”.", advice)
        case UndefinedError() | SecurityError():
            return at_line(file, line, _sentence(error.message or ""), _instead(file))
        case RecursionError():
            message = "The template includes itself, or goes too deep."
            return at_line(file, line, message, "Look for a template that includes itself.")
    said = _sentence(f"This line fails: {str(error) or type(error).__name__}")
    return at_line(file, line, said, _instead(file))


def _line(trace: TracebackType | None) -> tuple[str, int] | None:
    """The template and line where it happened: the plan's own before those it calls."""
    frames: list[tuple[str, int]] = [
        (frame.f_code.co_filename, line)
        for frame, line in traceback.walk_tb(trace)
        if frame.f_code.co_filename.startswith((OWN, SHIPPED))
    ]
    own = [found for found in frames if found[0].startswith(OWN)]
    found = own or frames
    return found[-1] if found else None


def _instead(file: str | None) -> str:
    if file and file.startswith(OWN):
        return "Mend it, or delete the file: then sendctl's own template is used."
    return ""


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    shown = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return shown if shown.endswith((".", "?", "…")) else f"{shown}."
