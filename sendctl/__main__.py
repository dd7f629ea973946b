"""The program. Answers --version before anything heavy is imported."""

from __future__ import annotations

import sys
from typing import NoReturn, TextIO

FAULT = 70
"""Exit code when sendctl could not finish: never to be read as a verdict on a plan."""

CLOSED = 141
"""Exit code when whoever read the output stopped: what shells say of grep and git then."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    sys.exit(_run())


def _run() -> int:
    try:
        return _print_version() if sys.argv[1:] == ["--version"] else _run_command()
    except ImportError as error:
        _say(f"A package that sendctl needs is missing or broken: {error}.")
        _say("Install it again: python -m pip install --force-reinstall sendctl")
    except OSError as error:
        # What was not written cannot be written at the end either; Python would say so once more.
        sys.stdout = None
        if isinstance(error, BrokenPipeError):  # whoever closes a pipe knows it
            return CLOSED
        _say(f"sendctl had to stop: {error}.")
        _details()
    except Exception as error:  # noqa: BLE001 - whatever it is, people get one line
        _say(f"This is a fault in sendctl, not in your plan: {type(error).__name__}: {error}")
        _say("Please report it with the command you gave; set SENDCTL_DEBUG=1 to see the details.")
        _details()
    return FAULT


def _print_version() -> int:
    from sendctl import __version__

    print(f"sendctl {__version__}", flush=True)  # noqa: T201
    return 0


def _run_command() -> int:
    import gc

    from sendctl.cli.app import run

    # A one-shot process: memory goes back when it ends, and collecting takes longer than reading.
    gc.disable()
    return run()


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
