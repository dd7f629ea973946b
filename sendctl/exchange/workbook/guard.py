"""What a file must be before a library may look into it.

A workbook comes by email from anywhere. It is an archive of XML: it may hold a thousand times its
size, entities that grow while they are read, or programs.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Final

MAX_FILE: Final = 30 << 20
"""Bytes of a workbook; one of 20,000 actions has 4 million."""

MAX_PART: Final = 64 << 20
"""Bytes of one part, unpacked."""

MAX_ALL: Final = 150 << 20
"""Bytes of all parts."""

MAX_PARTS: Final = 2_000

MAX_ROW: Final = 8 << 20
"""Bytes of a sheet without the beginning or end of a row: a row is kept whole while it is read."""

MAX_TAGS: Final = 200_000
"""Tags in a part that is read as a whole, such as the list of styles."""

_CHUNK: Final = 1 << 20
_SAVE_AS: Final = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."
_OTHERS: Final = MappingProxyType(
    {
        ".xls": "is in the format of Excel 97 to 2003.",
        ".xlsb": "is a binary workbook.",
        ".xlsm": "is a workbook with macros.",
        ".xltx": "is a template of Excel.",
        ".xltm": "is a template of Excel.",
        ".ods": "is an OpenDocument spreadsheet.",
        ".numbers": "is a spreadsheet of Numbers.",
        ".csv": "is text without types: it cannot say whether 1.1 was once 1.10.",
        ".tsv": "is text without types: it cannot say whether 1.1 was once 1.10.",
    }
)
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How old workbooks begin, and those with a password."""

_DECLARED: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROW: Final = re.compile(rb"</?(?:\w+:)?row[\s/>]")
_ENCODING: Final = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([^"']{1,40})["']""")
_ENCODINGS: Final = frozenset({b"utf-8", b"us-ascii", b"ascii"})


class NotReadable(Exception):  # noqa: N818 - a verdict about the file
    """The file is no workbook that may be read; the message says why, the advice what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def safe_bytes(path: Path) -> bytes:
    """The content of a workbook that is safe to open.

    Raises:
        NotReadable: it is another kind of file, or does what no spreadsheet program does.
    """
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise NotReadable(f"The file {_OTHERS[ending]}", _SAVE_AS)
    if ending != ".xlsx":
        raise NotReadable("The file is no Excel workbook (.xlsx).", _SAVE_AS)
    try:
        if path.stat().st_size > MAX_FILE:
            raise NotReadable(f"The file has more than {MAX_FILE >> 20} MB.", _smaller())
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotReadable("The file does not exist.") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise NotReadable(f"The file cannot be read: {reason}.") from None
    check(data)
    return data


def check(data: bytes) -> None:
    """Look at everything in an archive without parsing any of it.

    Raises:
        NotReadable: see `safe_bytes`.
    """
    if data.startswith(_OLE):
        raise NotReadable(
            "The file is an old workbook, or one with a password.",
            "Take the password off, and save it as an Excel workbook (.xlsx).",
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive.infolist())
            for part in archive.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_xml(archive, part)
    except NotReadable:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        raise NotReadable("The file is damaged, or no Excel workbook.", _SAVE_AS) from None
    except Exception as error:  # zlib.error and what other packings raise
        raise NotReadable("The file is damaged.", _SAVE_AS) from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(names) > MAX_PARTS or len(set(names)) != len(names):
        raise NotReadable("The file holds too many parts, or one twice.", _SAVE_AS)
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise NotReadable("The file holds a part whose path leads out of it.", _SAVE_AS)
    if any("vbaproject" in name.lower() for name in names):
        raise NotReadable("The file holds macros.", _SAVE_AS)
    # The names of parts say how long they are; the library never unpacks more than that.
    sizes = [part.file_size for part in parts]
    if sum(sizes) > MAX_ALL or max(sizes, default=0) > MAX_PART:
        raise NotReadable("The file is much larger once it is unpacked.", _smaller())


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse what would grow while it is read; a spreadsheet program writes nothing like it."""
    is_sheet = "worksheets/" in part.filename and part.filename.endswith(".xml")
    is_read_whole = not is_sheet and not part.filename.endswith("sharedStrings.xml")
    before, tags, since_row = b"", 0, 0
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            # Without the zero bytes, UTF-16 reads like ASCII.
            seen = before + chunk.replace(b"\0", b"")
            if not before and _is_unusual(seen[:300], chunk):
                raise NotReadable("The file is written in an unusual encoding.", _SAVE_AS)
            if _DECLARED.search(seen) or (is_sheet and b"<!" in seen):
                raise NotReadable("The file declares XML entities.", _SAVE_AS)
            tags += chunk.count(b"<")
            rows = [found.end() for found in _ROW.finditer(seen)]
            since_row = len(seen) - rows[-1] if rows else since_row + len(chunk)
            if (is_sheet and since_row > MAX_ROW) or (is_read_whole and tags > MAX_TAGS):
                raise NotReadable("The file is much larger than what it shows.", _smaller())
            before = seen[-40:]


def _is_unusual(head: bytes, raw: bytes) -> bool:
    """Whether a part says that it is in an encoding in which a tag may look like something else."""
    named = _ENCODING.search(head)
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    return named is not None and named[1].lower() not in _ENCODINGS and not is_wide


def _smaller() -> str:
    return "Delete empty rows, pictures and other sheets, and save it again."
