"""Why a document cannot be written in a format."""

from __future__ import annotations


class CannotWrite(Exception):  # noqa: N818 - a lack of something, not a fault of the program
    """The document cannot be written in this format here; the message says why, and what to do."""
