"""The manual pages of the rules, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent, shorten

from sendctl.checks import default_severity, rule_pages
from sendctl.checks.page import Example
from sendctl.reporters.paint import SEVERITY_COLOURS, Paint
from sendctl.reporters.shown import wrapped

_WIDEST = 100


def as_page(code: str, *, colour: bool = False, width: int = 80) -> str:
    """One page: what it finds, how severe that is, why it matters, examples."""
    return "\n\n".join(_page(code, Paint(on=colour), min(width, _WIDEST)))


def as_list(*, colour: bool = False, width: int = 80) -> str:
    """A line for each code."""
    paint = Paint(on=colour)
    room = max(width, 60) - len("SC101 warning ")
    return "\n".join(
        f"{paint(code, bold=True)} {_severity(code, paint)} "
        f"{shorten(page.title, room, placeholder=' …')}"
        for code, page in rule_pages().items()
    )


def _page(code: str, paint: Paint, width: int) -> Iterator[str]:
    page = rule_pages()[code]
    yield paint(wrapped(f"{code}: {page.title}.", width, ""), bold=True)
    yield _standing(code, paint)
    for paragraph in page.why.split("\n\n"):
        yield wrapped(paragraph, width, "")
    for example in page.examples:
        yield _example(example, paint, width)


def _standing(code: str, paint: Paint) -> str:
    """How severe it is, and whether a plan can change that."""
    severity = f"Severity: {_severity(code, paint).rstrip()}."
    if code < "SC2":
        return f"{severity} No plan can change that: what cannot be read cannot be checked."
    return f"{severity} Change it with `checks: {{{code}: ...}}` in plan.yaml."


def _severity(code: str, paint: Paint) -> str:
    severity = default_severity(code)
    return paint(f"{severity.value:<7}", SEVERITY_COLOURS[severity])


def _example(example: Example, paint: Paint, width: int) -> str:
    label = paint(f"{example.label}:", "green" if example.good else "red", bold=True)
    if not example.files:
        return wrapped(example.text, width, f"{example.label}: ").replace(
            f"{example.label}:", label, 1
        )
    return f"{label}\n\n{indent(example.text.rstrip(), '    ')}"
