"""A text as it is written into a plan's file."""

from __future__ import annotations

import sys
from io import StringIO


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line, quoted where it must be.

    It can stand after a key or a dash, and inside brackets or braces.

    Args:
        text: any text without the characters that a plan may not hold (see `characters`).
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - only those who write need it
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415

    emitter = YAML(pure=True)
    emitter.width = sys.maxsize
    emitter.default_flow_style = True
    stream = StringIO()
    # In other quotes a line break is folded, and would take more than one line.
    broken = "\n" in text or "\r" in text
    emitter.dump([DoubleQuotedScalarString(text) if broken else text], stream)
    return stream.getvalue().strip()[1:-1]
