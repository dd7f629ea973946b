"""Questions on a terminal; what cannot be used is asked again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import typer

from sendctl.cli.options import parse_date, say

_T = TypeVar("_T")


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can answer."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def ask_text(question: str, check: Callable[[str], str], default: str | None = None) -> str:
    """A text; with the default "" it can be left out.

    Args:
        question: without its colon.
        check: gives the text as it is taken; raises ValueError for one that cannot be used.
        default: what Enter stands for; None when there must be an answer.
    """

    def taken(answer: str) -> str:
        return _checked(check, answer) if answer.strip() or default is None else default

    return str(
        typer.prompt(question, default, value_proc=taken, show_default=bool(default), err=True)
    )


def ask_day(question: str) -> date | None:
    """A day, such as 2026-01-31; None when it is left out."""

    def taken(answer: str) -> date | None:
        return parse_date(answer.strip()) if answer.strip() else None

    found = typer.prompt(question, "", value_proc=taken, show_default=False, err=True)
    return found if isinstance(found, date) else None


def ask_number(question: str, check: Callable[[str], int], default: int) -> int:
    """A whole number."""
    return int(typer.prompt(question, str(default), value_proc=lambda text: _checked(check, text),
                            err=True))  # fmt: skip


def ask_choice(
    question: str, choices: dict[str, str], check: Callable[[str], _T], default: str
) -> _T:
    """One of several words, which are listed with their meaning.

    Args:
        question: without its colon.
        choices: the words, and what each means.
        check: what a word stands for; raises ValueError for one that is not known.
        default: the word that Enter stands for.
    """
    wide = max(map(len, choices))
    for word, meaning in choices.items():
        say(f"  {word:<{wide}}  {meaning}")
    found: _T = typer.prompt(
        question, default, value_proc=lambda text: _checked(check, text), err=True
    )
    return found


def ask_yes(question: str, *, default: bool) -> bool:
    """Yes or no."""
    return typer.confirm(question, default=default, err=True)


def _checked(check: Callable[[str], _T], text: str) -> _T:
    """What a check makes of an answer; what it refuses is told, and asked again."""
    try:
        return check(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
