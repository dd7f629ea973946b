"""A council's own Word form, made here in python-docx as an officer makes it in Word."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from sendctl.document import Document
from sendctl.report import TemplateProblem
from tests.report.committee.conftest import MakeReport

LAYOUT = """\
title: Our form
form: own.docx
header: [{field: title}, {label: Wards, field: wards}]
notes: [{text: "Paragraph {exempt_paragraph}.", show_if: exempt_information}]
sections:
  - {id: purpose, heading: Purpose}
  - {id: background, heading: Background}
  - {id: risk, heading: Risk, empty: None.}
  - {id: outcome, heading: Outcome, decision: true}
"""
HOSTILE = '{{ 7*7 }} {%p endfor %} <w:p>&amp; <b>x</b> #read("x") \U0001f469\u200d\U0001f467 مرحبا'

MakeForm = Callable[..., Document]


@pytest.fixture
def form(example_report: MakeReport, tmp_path: Path) -> MakeForm:
    """Makes the example's report in a form with these paragraphs."""

    def made(*paragraphs: str, rows: tuple[str, ...] = (), **keys: Any) -> Document:
        own = docx.Document()
        for text in paragraphs:
            own.add_paragraph(text)
        if rows:
            table = own.add_table(len(rows), 1)
            for row, text in zip(table.rows, rows, strict=True):
                row.cells[0].text = text
        file = tmp_path / "blackpool" / "layouts" / "own.docx"
        example_report()  # so that the folder is there
        file.parent.mkdir(exist_ok=True)
        own.save(str(file))
        return example_report({"layouts/own.yaml": LAYOUT}, layout="own", **keys)

    return made


def said(document: Document) -> list[str]:
    return [one.text for one in docx.Document(BytesIO(document.ready["docx"])).paragraphs]


def test_fields_are_filled(form: MakeForm) -> None:
    made = form(
        "{{ title }}: {{ body | upper }}, {{ date }}, item {{ agenda_item }}",
        "{%p for text in recommendations %}",
        "{{ loop.index }}. {{ text }}",
        "{%p endfor %}",
        "{{ text.outcome or 'To be completed' }}",
        rows=(
            "{%tr for one in appendices %}",
            "{{ one.label }}: {{ one.title }}",
            "{%tr endfor %}",
        ),
        sections={"purpose": "**One** and [two](https://example.org):\n\n- a\n- b\n\n1. c"},
    )
    first, *recommended, last = said(made)
    assert first == (
        "SEND Ofsted inspection outcome and next steps: CHILDREN AND YOUNG PEOPLE'S SCRUTINY "
        "COMMITTEE, 30 June 2022, item 10"
    )
    assert recommended[1] == "2. To note the draft SEND Strategy 2022-25 (Appendix 1)."
    assert last == "To be completed"
    table = docx.Document(BytesIO(made.ready["docx"])).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["Appendix 1: Draft SEND Strategy 2022-25"]


def test_formatting_becomes_plain_words(form: MakeForm) -> None:
    made = form(
        "{%p for text in paragraphs.purpose %}", "{{ text }}", "{%p endfor %}",
        sections={"purpose": ["**One** and [two](https://e.org):\n\n- a\n- b", "Three\n\n4. d"]},
    )  # fmt: skip
    assert said(made) == ["One and two (https://e.org):\n• a\n• b", "Three\n4. d"]


def test_text_of_the_plan_is_no_template_and_no_markup(form: MakeForm) -> None:
    made = form("{{ text.purpose }}", sections={"purpose": HOSTILE})
    assert said(made) == [HOSTILE]


def test_the_same_fields_give_the_same_bytes(form: MakeForm) -> None:
    assert form("{{ title }}").ready == form("{{ title }}").ready


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("{{ titel }}", "“titel” is not known here."),
        ("{{ text.purpos }}", "There is no “purpos” here."),
        ("{{ title.__class__ }}", "may not look at “__class__”"),
        ("{{ ''.__class__.__mro__ }}", "may not look at “__class__”"),
        ("{% for x in range(9000000) %}{% endfor %}", "2,000,000 steps"),
        ("{% include 'wsoa/wsoa.html.j2' %}", "fails"),
        ("{{ 'x' * 99999999 }}", "may not use “*” here"),
        ("{{ title | prose }}", "No filter named 'prose'"),
        ("{% fr x in y %}", "A field cannot be read: Encountered unknown tag 'fr'"),
    ],
)
def test_a_broken_form_is_a_problem_with_its_file(form: MakeForm, field: str, message: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        form(field)
    finding = caught.value.finding
    assert (finding.code, finding.place.file) == ("SC720", "layouts/own.docx")
    assert message in finding.message
    assert caught.value.problem.advice


@pytest.mark.parametrize("data", [b"", b"no Word file", b"PK\x03\x04broken"])
def test_a_file_that_is_no_form(
    form: MakeForm, example_report: MakeReport, tmp_path: Path, data: bytes
) -> None:
    form("{{ title }}")
    (tmp_path / "blackpool/layouts/own.docx").write_bytes(data)
    with pytest.raises(TemplateProblem, match="The form is"):
        example_report({"layouts/own.yaml": LAYOUT}, layout="own")
