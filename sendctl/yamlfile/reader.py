"""From bytes to a `Source`: everything is refused here that could surprise anyone later.

One parser only, libyaml's, through `ruamel.yaml.clib`: the pure one gives other events in corner
cases and is 19 times slower. Its loader is not used: the values are built straight from the
events, because that keeps scalars as text and positions at hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sendctl.yamlfile import rules
from sendctl.yamlfile.build import Builder, Refused
from sendctl.yamlfile.characters import FORBIDDEN, forbidden
from sendctl.yamlfile.complaint import Complaint
from sendctl.yamlfile.limits import MAX_BYTES
from sendctl.yamlfile.source import Source

if TYPE_CHECKING:
    from os import stat_result

_DIRECTIVE = re.compile(r"(?<![^\r\n])%")
_MEGABYTE = 1024 * 1024


def read_file(path: Path, name: str) -> Source:
    """Read one file of a plan.

    Args:
        path: where it is.
        name: its path inside the plan folder, with "/", for messages.

    Returns:
        The source; whatever is wrong with the file is in its `findings`. Never raises for what a
        person can put on a disk.
    """
    try:
        refusal = _refuse_unread(path.stat())
        if refusal:
            return _refused(name, "", refusal)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        advice = "Check its name and that you are allowed to read it."
        return _refused(
            name, "", Complaint(rules.UNREADABLE, 0, f"The file cannot be read: {reason}.", advice)
        )
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """Read the content of one file; see `read_file`."""
    if len(data) > MAX_BYTES:
        return _refused(name, "", _too_large(len(data)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error counts from behind a byte order mark.
        text = data.decode("utf-8-sig", "replace")
        return _refused(name, text, _not_utf8(error.object, error.start))
    complaint = _refuse_text(text)
    if complaint:
        return _refused(name, text, complaint)
    builder = Builder(text)
    try:
        builder.run()
    except Refused as refused:
        return _refused(name, text, *builder.complaints, refused.complaint)
    source = Source(name, text, builder.value, builder.marks, builder.empties)
    source.findings = tuple(complaint.finding(source) for complaint in builder.complaints)
    return source


def _refuse_unread(status: stat_result) -> Complaint | None:
    """Refuse what must not even be opened: pipes and devices never end, big files take memory."""
    from stat import S_ISREG  # noqa: PLC0415 - only here, and loaded already

    if not S_ISREG(status.st_mode):
        return Complaint(
            rules.UNREADABLE, 0, "This is not an ordinary file.", "Put a text file in its place."
        )
    return _too_large(status.st_size) if status.st_size > MAX_BYTES else None


def _too_large(size: int) -> Complaint:
    return Complaint(
        rules.TOO_LARGE,
        0,
        f"The file has {size / _MEGABYTE:,.0f} MB; at most {MAX_BYTES // _MEGABYTE} are read.",
        "A plan's file is text that people write. Keep evidence and data beside it, under "
        "evidence/.",
    )


def _not_utf8(data: bytes, offset: int) -> Complaint:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Complaint(
            rules.NOT_UTF8,
            0,
            "The file is saved as UTF-16, not UTF-8.",
            "Save it again with the encoding UTF-8.",
        )
    byte = data[offset]
    meant = bytes([byte]).decode("cp1252", "ignore")
    hint = f" In Windows-1252 it would be {meant!r}." if meant.isprintable() and meant else ""
    return Complaint(
        rules.NOT_UTF8,
        len(data[:offset].decode()),
        f"The byte 0x{byte:02X} here is not UTF-8.{hint}",
        "Save the file again with the encoding UTF-8.",
    )


def _refuse_text(text: str) -> Complaint | None:
    found = FORBIDDEN.search(text)
    if found:
        return forbidden(found.group(), found.start())
    directive = _DIRECTIVE.search(text)
    if directive:
        return Complaint(
            rules.DIRECTIVE,
            directive.start(),
            "A line begins with %, which YAML takes for an order.",
            "Delete the line; if it is text, put the whole value in quotes.",
        )
    return None


def _refused(name: str, text: str, *complaints: Complaint) -> Source:
    """A source that counts as empty, with the reasons."""
    source = Source(name, text)
    source.findings = tuple(complaint.finding(source) for complaint in complaints)
    return source
