"""The workflow that checks a plan in GitHub Actions."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

from sendctl import __version__
from sendctl.scaffold.skeleton import template

WORKFLOW: Final = ".github/workflows/sendctl.yml"
"""Where it stands in a repository."""


def workflow(path: str) -> str:
    """Its text.

    Args:
        path: the plan's folder from the root of the repository, with "/"; "" when the commands
            find it there themselves, with every other plan under `plans/`.
    """
    # GitHub reads ${{ }} even in a value; a folder's name is never an order.
    shown = path.replace("${{", "${{ '${{' }}")
    return template("workflow.yml.j2", {"requirement": requirement(), "path": shown})


def requirement() -> str:
    """What pip is asked to install so that CI runs the sendctl that runs here.

    The address of the repository where it came from one, else its version.
    """
    try:
        told = distribution("sendctl").read_text("direct_url.json")  # PEP 610
        origin = json.loads(told or "{}")
        version = origin["vcs_info"]
        return f"{version['vcs']}+{origin['url']}@{version['commit_id']}"
    except (PackageNotFoundError, KeyError, ValueError):
        return f"sendctl=={__version__}"
