"""A document as OpenDocument text, which LibreOffice makes of our Word file where it is installed.

Two runs of one LibreOffice give the same bytes; another version of it gives other ones.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Final

from sendctl.document.model import Document
from sendctl.document.writers.pack import repacked
from sendctl.document.writers.problem import CannotWrite

_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
"""Where it is when it is not on the path, as on macOS and Windows."""

_LONGEST: Final = 180
"""Seconds; a large plan takes five."""

_LIST: Final = re.compile(rb"<text:list [^>]*>")
_LIST_ID: Final = re.compile(rb'((?:xml:id|text:continue-list)=")(list[0-9]+)(?=")')
_SESSION: Final = re.compile(rb'(<config:config-item config:name="Rsid(?:Root)?"[^>]*>)[0-9]+')
_STATISTICS: Final = re.compile(rb"<meta:document-statistic [^>]*/>")


def write_odt(document: Document) -> bytes:
    """The whole file.

    Raises:
        CannotWrite: there is no LibreOffice, or it does not do it.
        ImportError: what the extra "documents" installs is not there.
    """
    program = find_libreoffice()
    if not program:
        raise CannotWrite(
            "LibreOffice, which makes OpenDocument files, was not found. Install it, or use "
            "--to docx: LibreOffice opens that as well."
        )
    from sendctl.document.writers.word.write import write_docx  # noqa: PLC0415 - heavy

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(write_docx(document))
        said = _run(program, folder)
        try:
            made = (folder / "document.odt").read_bytes()
        except FileNotFoundError:
            raise CannotWrite(f"LibreOffice did not convert it. It said: {said}") from None
    return _settled(made)


def find_libreoffice() -> str:
    """The program that converts documents; "" when it is not installed."""
    on_path = (shutil.which(program) for program in _PROGRAMS)
    elsewhere = (place for place in _USUAL_PLACES if Path(place).is_file())
    return next(filter(None, on_path), None) or next(elsewhere, "")


def _run(program: str, folder: Path) -> str:
    """Convert document.docx in the folder; what the program says.

    It gets a profile of its own, so that it neither waits for a LibreOffice that is open nor
    reads what the user has set there.
    """
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", "odt"),
        *("--outdir", str(folder), str(folder / "document.docx")),
    ]
    process = subprocess.Popen(  # noqa: S603 - no shell, and no word of it comes from a plan
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        said, _ = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        _stop(process)
        raise CannotWrite(f"LibreOffice did not finish within {_LONGEST} seconds.") from None
    return " ".join(said.decode(errors="replace").split()) or "nothing"


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End it together with what it has started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def _settled(archive: bytes) -> bytes:
    """The same file without what differs from one run to the next."""
    with zipfile.ZipFile(BytesIO(archive)) as made:
        content = made.read("content.xml")
        settings = made.read("settings.xml")
        meta = made.read("meta.xml")
    return repacked(
        archive,
        {
            "content.xml": _renumbered(content),
            "settings.xml": _SESSION.sub(rb"\g<1>0", settings),
            "meta.xml": _STATISTICS.sub(b"", meta),
        },
        stored="mimetype",
    )


def _renumbered(content: bytes) -> bytes:
    """Lists get ids by chance: number them in order, and what refers to them with them."""
    numbers = count(1)
    names: dict[bytes, bytes] = {}

    def renamed(found: re.Match[bytes]) -> bytes:
        name, old = found.groups()
        if old not in names:
            names[old] = b"list%d" % next(numbers)
        return bytes(name + names[old])

    return _LIST.sub(lambda tag: _LIST_ID.sub(renamed, tag[0]), content)
