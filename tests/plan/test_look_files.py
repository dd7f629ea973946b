"""What a logo, a style sheet and a Word template may be; everything else is refused with advice."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sendctl.plan.look_files import UnusableFile, read_css, read_logo, read_word_template

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def png(width: int = 1, height: int = 1) -> bytes:
    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    data = zlib.compress(b"\0\xff")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, part) for kind, part in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    )


def docx(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        for name in names:
            parts.writestr(name, "<x/>")
    return file.getvalue()


def refusal(read: Callable[[Path, str], object], folder: Path, name: str) -> str:
    with pytest.raises(UnusableFile) as caught:
        read(folder, name)
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "png"),
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", "jpeg"),
        (f'{SVG}<use xlink:href="#a"/><rect fill="url(#b)"/></svg>'.encode(), "svg"),
        (f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b">{SVG}</svg>'.encode(), "svg"),
    ],
)
def test_logo(tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "logo.any").write_bytes(content)
    assert read_logo(tmp_path, "logo.any") == (content, kind)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>x()</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="data:image/png;base64,AA"/>', "<image>"),
        ('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>', "<p>"),
        ('<rect onclick="x()"/>', "the attribute onclick"),
        ('<use href="https://a.example/b.svg#c"/>', "a link"),
        ('<use xlink:href="../b.svg#c"/>', "a link"),
        ('<rect style="fill: URL( https://a.example )"/>', "an address that would be fetched"),
        ("<style>@import 'a.css';</style>", "an address that would be fetched"),
        ("<style><![CDATA[a{b:u\\72l(c)}]]></style>", "an address that would be fetched"),
    ],
)
def test_svg_that_runs_or_fetches(tmp_path: Path, inside: str, what: str) -> None:
    (tmp_path / "a.svg").write_text(f"{SVG}{inside}</svg>", encoding="utf-8")
    assert (
        refusal(read_logo, tmp_path, "a.svg") == f"'a.svg' holds {what}, which no document takes."
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"),
        ("a.svg", b""),
        ("a.svg", b"<html><svg/></html>"),
        ("a.png", png()[:-3]),
        ("a.png", png().replace(b"IDAT", b"IDAX")),
        ("a.png", png()[:8]),
        ("a.jpg", b"\xff\xd8\xff\xe0 cut"),
    ],
)
def test_damaged_picture(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(read_logo, tmp_path, name) == f"{name!r} is damaged."


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    (tmp_path / "a.svg").write_text(f"{laughs}{SVG}&b;</svg>", encoding="utf-8")
    assert "an entity" in refusal(read_logo, tmp_path, "a.svg")


def test_other_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"GIF89a")
    assert "no picture" in refusal(read_logo, tmp_path, "a.gif")
    (tmp_path / "a.png").write_bytes(png(9000))
    assert refusal(read_logo, tmp_path, "a.png") == "'a.png' is 9000 by 1 pixels."
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2_000_000))
    assert "at most 2 MB" in refusal(read_logo, tmp_path, "b.png")


@pytest.mark.parametrize(
    "name", ["../secret.css", "way/../../secret.css", "out.css", "far/secret.css"]
)
def test_nothing_outside_the_plan_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.css").write_text("p {}", encoding="utf-8")
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "way").mkdir()
    (plan / "out.css").symlink_to(tmp_path / "secret.css")
    (plan / "far").symlink_to(tmp_path)
    assert refusal(read_css, plan, name) == f"{name!r} leads out of the plan folder."
    absolute = (tmp_path / "secret.css").as_posix()
    assert "leads out" in refusal(read_css, plan, absolute)


def test_names_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    for name in ("gone.css", "a\0b", "a" * 5000, "loop"):
        assert "no file" in refusal(read_css, tmp_path, name)
    assert refusal(read_css, tmp_path, "folder") == "'folder' is not a file."
    assert "backslashes" in refusal(read_css, tmp_path, "a\\b.css")


def test_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"\xef\xbb\xbfp { color: red }")
    assert read_css(tmp_path, "a.css") == "p { color: red }"
    (tmp_path / "b.css").write_bytes(b"p { content: '\xe9' }")
    assert refusal(read_css, tmp_path, "b.css") == "'b.css' is not UTF-8 text."


def test_word_template(tmp_path: Path) -> None:
    good = docx("word/document.xml")
    (tmp_path / "good.docx").write_bytes(good)
    assert read_word_template(tmp_path, "good.docx") == good
    for name, content, said in (
        ("a.docx", b"text", "not a Word document"),
        ("b.docx", docx("content.xml"), "not a Word document"),
        ("c.docm", docx("word/document.xml", "word/vbaProject.bin"), "holds macros"),
    ):
        (tmp_path / name).write_bytes(content)
        assert said in refusal(read_word_template, tmp_path, name)
