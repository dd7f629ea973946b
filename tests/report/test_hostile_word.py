"""Plan text is words in a Word file too, whatever field it stands in."""

from __future__ import annotations

import pytest

from sendctl.document.model import Figure
from sendctl.document.walk import walk
from sendctl.report.statement import statement_document
from tests.document.word.read_back import WordFile
from tests.report.full_plan import full_plan
from tests.report.rendered import TODAY, MakePlan
from tests.report.test_hostile import HOSTILE, poisoned


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_printed_as_it_is(make_plan: MakePlan, text: str) -> None:
    full = full_plan()
    document, _ = statement_document(make_plan(poisoned(full.files, text, full.texts)), TODAY)
    written = WordFile(document)
    assert "\n".join(written.words).count(" ".join(text.split())) > 100
    drawn = [block for block in walk(document.blocks) if isinstance(block, Figure)]
    assert written.body.xpath(".//wp:docPr/@descr") == [each.alt for each in drawn]
    links = {
        relation.target_ref for relation in written.word.part.rels.values() if relation.is_external
    }
    assert all(link.startswith("https://") for link in links)
    fields = [field.split()[0] for field in written.body.xpath(".//w:instrText/text()")]
    assert fields == ["TOC"]
    assert set(written.body.xpath(".//w:fldSimple/@w:instr")) == set()
