"""Colour for a terminal, or none."""

from __future__ import annotations

from dataclasses import dataclass

import typer

from sendctl.findings import Severity

SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours text when it is on; otherwise gives it back as it is."""

    on: bool

    def __call__(self, text: str, colour: str | None = None, *, bold: bool = False) -> str:
        """The text in this colour."""
        return typer.style(text, fg=colour, bold=bold or None) if self.on else text
