from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.document import write_html, write_markdown
from sendctl.history import Repository, difference
from sendctl.report.version_changes import document
from tests.history.made import HEAD, Made
from tests.history.year import year
from tests.report.rendered import told
from tests.report.test_hostile import HOSTILE, Tags


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("versions", [("HEAD~1", "HEAD"), ("HEAD", "HEAD"), ("HEAD", "HEAD~1")])
def test_the_document_is_sound(tmp_path: Path, versions: tuple[str, str], *, short: bool) -> None:
    made = year(Made(tmp_path / "repo"))
    with Repository(made.plan) as repository:
        first, last = (repository.version(text) for text in versions)
        shown, findings = document(difference(repository, first, last), short=short)
    assert told(findings) == []
    assert write_html(shown).count("<h1") == 1


def test_neither_texts_nor_names_run(tmp_path: Path) -> None:
    made = Made(tmp_path / "repo")
    made.commit({"plan.yaml": HEAD})
    for number, text in enumerate(HOSTILE):
        if "\0" in text or not text.strip():
            continue
        quoted = "'" + " ".join(text.split()).replace("'", "''") + "'"
        risk = f"{{id: R1, title: {quoted}, updates: [{{on: 2022-06-01, note: {quoted}}}]}}"
        made.commit({"risks.yaml": f"risks: [{risk}]\n"}, subject=text, author=f"<b>{number}")
        with Repository(made.plan) as repository:
            first, last = repository.version("HEAD~1"), repository.version("HEAD")
            shown, findings = document(difference(repository, first, last))
        assert {code for code, _ in told(findings)} <= {"SC707"}
        page = write_html(shown)
        tags = Tags()
        tags.feed(page[page.index("<body") :])
        assert not tags.seen & {"script", "iframe", "svg", "b"}
        assert not {name for name in tags.attributes if name.startswith("on")}
        assert "<script" not in write_markdown(shown).replace("\\<script", "")
