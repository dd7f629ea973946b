"""The program. Answers --version before anything heavy is imported."""

from __future__ import annotations

import sys
from typing import NoReturn, TextIO

FAULT = 70
"""Exit code when sendctl itself is at fault: never to be read as a verdict on a plan."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    if sys.argv[1:] == ["--version"]:
        from sendctl import __version__

        print(f"sendctl {__version__}")  # noqa: T201
        sys.exit(0)
    sys.exit(_run())


def _run() -> int:
    import gc

    # A one-shot process: memory goes back when it ends, and collecting takes longer than reading.
    gc.disable()
    try:
        from sendctl.cli.app import run

        return run()
    except ImportError as error:
        _say(f"A package that sendctl needs is missing or broken: {error}.")
        _say("Install it again: python -m pip install --force-reinstall sendctl")
    except Exception as error:  # noqa: BLE001 - whatever it is, people get one line
        _say(f"This is a fault in sendctl, not in your plan: {type(error).__name__}: {error}")
        _say("Please report it with the command you gave; set SENDCTL_DEBUG=1 to see the details.")
        _details()
    return FAULT


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201


def _details() -> None:
    import os

    if os.environ.get("SENDCTL_DEBUG"):
        import traceback

        traceback.print_exc()


def _speak_utf8(stream: TextIO) -> None:
    """Windows pipes default to a code page that cannot write a name like Siân's."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
