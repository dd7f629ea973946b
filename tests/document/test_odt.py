"""What becomes of LibreOffice's answer; tests/validators has the real LibreOffice."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from sendctl.document import CannotWrite, Document
from sendctl.document.writers import odt

CONTENT = (
    '<text:list xml:id="list77" text:style-name="L"/><text:p>&lt;text:list xml:id="list5"></text:p>'
    '<text:list xml:id="list6" text:style-name="list9"/>'
    '<text:list text:continue-list="list77" xml:id="list8"/>'
)
SETTINGS = (
    '<config:config-item config:name="Rsid" config:type="int">439547</config:config-item>'
    '<config:config-item config:name="Zoom" config:type="int">100</config:config-item>'
)


def archive(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("Configurations2/floater/", "")
        for name, text in files.items():
            made.writestr(f"{name}.xml", text)
    return content.getvalue()


def program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_what_differs_from_run_to_run_is_settled() -> None:
    meta = '<dc:title>T</dc:title><meta:document-statistic meta:page-count="2"/>'
    settled = odt._settled(archive(content=CONTENT, settings=SETTINGS, meta=meta))
    with zipfile.ZipFile(io.BytesIO(settled)) as read:
        files = {entry.filename: entry for entry in read.infolist()}
        assert list(files) == ["mimetype", "content.xml", "settings.xml", "meta.xml"]
        assert files["mimetype"].compress_type == zipfile.ZIP_STORED
        assert read.read("content.xml").decode() == (
            '<text:list xml:id="list1" text:style-name="L"/>'
            # Words stay words, whatever they look like.
            '<text:p>&lt;text:list xml:id="list5"></text:p>'
            '<text:list xml:id="list2" text:style-name="list9"/>'
            '<text:list text:continue-list="list1" xml:id="list3"/>'
        )
        assert read.read("settings.xml").decode() == SETTINGS.replace("439547", "0")
        assert read.read("meta.xml").decode() == "<dc:title>T</dc:title>"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for LibreOffice")
def test_what_libreoffice_says_is_passed_on(
    sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = program(tmp_path, 'echo "no export filter"; exit 1')
    monkeypatch.setattr(odt, "find_libreoffice", lambda: said)
    with pytest.raises(CannotWrite, match="It said: no export filter"):
        odt.write_odt(sample)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for LibreOffice")
def test_one_that_hangs_is_ended_with_all_it_started(
    sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    slow = program(tmp_path, f'(sleep 3; touch "{mark}") & sleep 60')
    monkeypatch.setattr(odt, "find_libreoffice", lambda: slow)
    monkeypatch.setattr(odt, "_LONGEST", 1)
    with pytest.raises(CannotWrite, match="did not finish within 1 seconds"):
        odt.write_odt(sample)
    time.sleep(3)
    assert not mark.exists()


def test_its_usual_places_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(odt, "_USUAL_PLACES", ())
    assert odt.find_libreoffice() == ""
    place = tmp_path / "there"
    place.write_text("")
    monkeypatch.setattr(odt, "_USUAL_PLACES", ("/nowhere/soffice", str(place)))
    assert odt.find_libreoffice() == str(place)
