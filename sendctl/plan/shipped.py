"""Where the templates and layouts are that come with sendctl."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """The folder `templates/`: inside the package, and beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    # An editable install has them beside the package only.
    return installed if installed.is_dir() else package.parent / "templates"
