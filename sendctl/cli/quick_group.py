"""A group of commands whose help and completion load nothing heavy."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class QuickGroup(TyperGroup):
    """A group whose own options are all flags; for one that is unset typer loads pydantic."""

    def get_params(self, ctx: Any) -> Any:
        """The options, those that are unset turned off."""
        params = super().get_params(ctx)
        for param in params:
            if param.default is None:
                param.default = False
        return params
