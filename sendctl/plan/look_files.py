"""Reads the files that `look:` names, and only those that are safe to put into a document."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Final, Literal
from xml.parsers import expat

LogoKind = Literal["png", "jpeg", "svg"]

_LARGEST: Final = {"logo": 2_000_000, "style sheet": 500_000, "Word template": 10_000_000}
_LARGEST_SIDE: Final = 6000
_LARGEST_UNPACKED: Final = 100_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG: Final = "http://www.w3.org/2000/svg"
_RUNS_OR_EMBEDS: Final = frozenset(
    {"script", "foreignObject", "iframe", "image", "a", "set", "handler", "audio", "video"}
    | {"animate", "animateMotion", "animateTransform"}
)


class UnusableFile(Exception):  # noqa: N818 - a verdict about a file, not a fault
    """A file that a document cannot take; the message says why, the advice what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def read_logo(folder: Path, name: str) -> tuple[bytes, LogoKind]:
    """A picture and what kind of file it is.

    Args:
        folder: the plan folder.
        name: the file's path from there.

    Raises:
        UnusableFile: it is not there, lies outside, or is no picture that is safe to show.
    """
    content = _read(folder, name, "logo")
    if content.startswith(_PNG):
        _check_png(content, name)
        return content, "png"
    if content.startswith(b"\xff\xd8\xff"):
        if not content.rstrip(b"\0").endswith(b"\xff\xd9"):
            raise _broken(name)
        return content, "jpeg"
    if b"<svg" in content[:4000] or name.lower().endswith(".svg"):
        _check_svg(content, name)
        return content, "svg"
    raise UnusableFile(
        f"{name!r} is no picture that every format can show.", "Use a PNG, JPEG or SVG file."
    )


def read_css(folder: Path, name: str) -> str:
    """A style sheet.

    Raises:
        UnusableFile: it is not there, lies outside, or is not text.
    """
    content = _read(folder, name, "style sheet")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableFile(f"{name!r} is not UTF-8 text.", "Save it in UTF-8.") from None


def read_word_template(folder: Path, name: str) -> bytes:
    """A .docx file.

    Raises:
        UnusableFile: it is not there, lies outside, is no Word document, or holds macros.
    """
    content = _read(folder, name, "Word template")
    advice = "Save it in Word as an ordinary document (.docx)."
    try:
        parts = zipfile.ZipFile(BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnusableFile(f"{name!r} is not a Word document.", advice) from None
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise UnusableFile(f"{name!r} is not a Word document.", advice)
    if any("vbaproject" in part.lower() for part in names):
        raise UnusableFile(f"{name!r} holds macros.", advice)
    if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
        raise UnusableFile(f"{name!r} is larger than 100 MB when unpacked.", advice)
    return content


def _read(folder: Path, name: str, what: str) -> bytes:
    """The bytes of an ordinary file inside the plan folder, links followed."""
    root = folder.resolve()
    if "\\" in name:
        raise UnusableFile(f"{name!r} is written with backslashes.", "Write it with / instead.")
    # On Windows even to ask whether such a file is there calls the computer that is named.
    if name.startswith("//"):
        raise UnusableFile(
            f"{name!r} leads out of the plan folder.", "Copy the file into the plan folder."
        )
    try:
        path = (root / name).resolve()
        inside = path.is_relative_to(root)
        mode = path.stat().st_mode if inside else 0
    except (OSError, ValueError, RuntimeError):  # no such file, a name no file can have, a loop
        raise UnusableFile(
            f"There is no file {name!r} in the plan folder.", "Give its path from the plan folder."
        ) from None
    if not inside:
        raise UnusableFile(
            f"{name!r} leads out of the plan folder.", "Copy the file into the plan folder."
        )
    if not stat.S_ISREG(mode):
        raise UnusableFile(f"{name!r} is not a file.", "Give the path of a file.")
    largest = _LARGEST[what]
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise UnusableFile(f"{name!r} cannot be read: {reason}.", "") from None
    if len(content) > largest:
        size = f"{largest / 1_000_000:g} MB"
        raise UnusableFile(f"{name!r} is too large: a {what} has at most {size}.", "Make it less.")
    return content


def _broken(name: str) -> UnusableFile:
    return UnusableFile(f"{name!r} is damaged.", "Save the picture again.")


def _check_png(content: bytes, name: str) -> None:
    """Every chunk is whole, and the picture has a size that a page can show."""
    at, kinds = len(_PNG), []
    while at < len(content):
        length = int.from_bytes(content[at : at + 4])
        kind, end = content[at + 4 : at + 8], at + 8 + length
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4]):
            raise _broken(name)
        kinds.append(kind)
        at = end + 4
    if not kinds or kinds[0] != b"IHDR" or b"IDAT" not in kinds or kinds[-1] != b"IEND":
        raise _broken(name)
    sides = (int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))
    if max(sides) > _LARGEST_SIDE:
        raise UnusableFile(
            f"{name!r} is {sides[0]} by {sides[1]} pixels.",
            f"Make each side at most {_LARGEST_SIDE} pixels.",
        )


def _check_svg(content: bytes, name: str) -> None:
    """Nothing in it runs, and nothing is fetched."""
    found = _Svg()
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True
    reader.StartElementHandler = found.start
    reader.CharacterDataHandler = found.text
    reader.EntityDeclHandler = found.entity
    try:
        reader.Parse(content, True)  # noqa: FBT003 - expat's own signature
    except (expat.ExpatError, ValueError, LookupError):
        raise _broken(name) from None
    if not found.is_svg:
        raise _broken(name)
    if found.refused:
        raise UnusableFile(
            f"{name!r} holds {found.refused[0]}, which no document takes.",
            "Export it as a plain SVG, or as a PNG.",
        )


class _Svg:
    """Listens to an SVG file being read, and notes what may not be in one."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._tags: list[str] = []

    @property
    def is_svg(self) -> bool:
        """Whether the outermost element is one of SVG's own."""
        return self._tags[:1] == [f"{_SVG} svg"]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._tags.append(tag)
        space, _, local = tag.rpartition(" ")
        if local in _RUNS_OR_EMBEDS or space.endswith("xhtml"):
            self.refused.append(f"<{local}>")
        for key, value in attributes.items():
            bare = key.rpartition(" ")[2]
            if bare.lower().startswith("on"):
                self.refused.append(f"the attribute {bare}")
            elif bare == "href" and not value.startswith("#"):
                self.refused.append("a link")
            self.css(value)

    def text(self, text: str) -> None:
        """Text; what stands in a style sheet is style."""
        if self._tags[-1] == f"{_SVG} style":
            self.css(text)

    def entity(self, *_: object) -> None:
        """An entity is declared."""
        self.refused.append("an entity")

    def css(self, text: str) -> None:
        """What may be style, in whatever attribute."""
        lowered = "".join(text.lower().split())
        if "url(" in lowered.replace("url(#", "") or "@import" in lowered or "\\" in lowered:
            self.refused.append("an address that would be fetched")
