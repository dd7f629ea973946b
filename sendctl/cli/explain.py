"""`sendctl explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.options import ExitCode, leave, use_colour, width


def command(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="A code that a finding carries: SC402.",
            autocompletion=completion.codes,
        ),
    ] = None,
) -> None:
    """Say what a code means: why it matters, with a good and a bad example.

    Without a code: all of them, each with what it finds.
    """
    from sendctl.checks import near_codes, rule_pages
    from sendctl.reporters.pages import as_list, as_page

    if code is None:
        typer.echo(as_list(colour=use_colour(), width=width()))
        return
    name = code.strip().upper()
    if name not in rule_pages():
        leave(ExitCode.WRONG_USE, f"There is no code {code!r}. {near_codes(name)}")
    typer.echo(as_page(name, colour=use_colour(), width=width()))
