"""Shipped templates compiled once, and kept where Python keeps its own compiled modules.

Compiling them anew takes as long as all else that Jinja does for a document. A plan's own templates
are never kept: they are read from the plan each time. Jinja's `FileSystemBytecodeCache` would keep
both, in a folder for temporary files that others may be able to write to.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha1
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from sendctl.plan.shipped import templates_folder
from sendctl.report.problem import SHIPPED


class CompiledTemplates(BytecodeCache):
    """The `__pycache__` folders beside the shipped templates.

    Like Python itself: it writes nothing under PYTHONDONTWRITEBYTECODE, follows PYTHONPYCACHEPREFIX
    and does without where it may not write.
    """

    def __init__(self, *settings: Path) -> None:
        """What is kept counts as stale when one of the modules at `settings` has changed."""
        modules = [path.read_bytes() for path in settings]
        self._settings = b"".join([jinja2.__version__.encode(), *modules])

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Where the template is kept; "" when it is not to be."""
        del name
        if not filename or not filename.startswith(SHIPPED):
            return ""
        try:
            return cache_from_source(str(templates_folder() / filename.removeprefix(SHIPPED)))
        except NotImplementedError:  # a Python that keeps nothing
            return ""

    def get_source_checksum(self, source: str) -> str:
        """A digest of all that the compiled template depends on."""
        # Not for secrecy: it tells one text from another.
        return sha1(self._settings + source.encode(), usedforsecurity=False).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, unless it is stale or damaged."""
        try:
            with Path(bucket.key).open("rb") as file:
                bucket.load_bytecode(file)
        except Exception:  # noqa: BLE001 - a damaged file can fail in any way; it is made again
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template as a whole file, or not at all."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        path = Path(bucket.key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, delete=False) as file:
                bucket.write_bytecode(file)
            os.replace(file.name, path)  # noqa: PTH105 - the name is text already
        except OSError:
            return
