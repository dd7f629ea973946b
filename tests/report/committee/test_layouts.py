"""The shipped layouts, and what any layout can do."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sendctl.checks import run_checks
from sendctl.document import Document, write_html, write_markdown
from sendctl.document.model import Cover, Definitions, Figure, Heading, Paragraph, Section, Table
from sendctl.document.walk import plain_text, walk
from sendctl.plan import load_plan
from sendctl.plan.layout import Include
from sendctl.plan.layouts import layout_names, shipped_layout
from sendctl.plan.shipped import templates_folder
from sendctl.report import Refused, WrongRequest
from tests.report.committee.conftest import BLACKPOOL, REPORT, MakeReport
from tests.report.rendered import TODAY

LAYOUTS = sorted(file.stem for file in (templates_folder() / "committee/layouts").glob("*.yaml"))
HOSTILE = [
    "{{ 7*7 }} {% include '/etc/passwd' %}", "<script>alert(1)</script><h1>x</h1>", "=1+1",
    "[x](javascript:alert(1))", "| a | b |", "# heading", '#read("x")', "a\u202eb", "\U0001f469",
    "x" * 10_000,
]  # fmt: skip


def headings(document: Document) -> list[str]:
    return [
        f"{block.number} {plain_text(block.inlines)}".strip()
        for block in walk(document.blocks)
        if isinstance(block, Heading) and block.level > 1
    ]


def lines(document: Document) -> list[str]:
    return write_markdown(document).splitlines()


def own(*sections: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """The file of a layout."""
    return {"layouts/own.yaml": {"title": "Our form", "sections": list(sections), **keys}}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_example_is_printed_in_every_layout(example_report: MakeReport, layout: str) -> None:
    shipped = shipped_layout(layout)
    assert shipped
    for stage in ("draft", "agenda", "decision"):
        document = example_report(layout=layout, stage=stage)
        text = write_markdown(document)
        assert "To note the draft SEND Strategy 2022-25 (Appendix " in text
        assert "fully inclusive services for all children and young people" in text
        assert "The long waiting time for some therapies." in text
        assert "{" not in text
        begin = shipped.sections[0]
        assert headings(document)[0] == f"{begin.number or ''} {begin.heading}".strip()
        assert write_html(document).startswith("<!doctype html>")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_shipped_layout_is_in_order_and_says_where_it_is_from(
    layout: str, tmp_path: Path
) -> None:
    file = templates_folder() / "committee/layouts" / f"{layout}.yaml"
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "plan.yaml").write_text("area: X\nkind: strategic_plan\n", encoding="utf-8")
    loaded = load_plan(tmp_path)
    assert [one for one in run_checks(loaded, TODAY) if "layouts" in one.place.file] == []
    assert loaded.plan
    assert layout_names(loaded.plan) == LAYOUTS
    shipped = shipped_layout(layout)
    assert shipped
    assert shipped.source
    assert shipped.name == layout
    assert all(len(line) <= 120 for line in file.read_text("utf-8").splitlines())


def test_layouts_differ_in_numbers_order_and_header(example_report: MakeReport) -> None:
    maidstone = headings(example_report(layout="maidstone-committee"))
    assert maidstone[:5] == [
        "Executive Summary", "Purpose of Report",
        "This report makes the following recommendations", "Timetable",
        "1 Introduction and Background",
    ]  # fmt: skip
    assert "2 Available Options" not in maidstone
    bracknell = headings(example_report(layout="bracknell-forest-executive"))
    assert bracknell[:3] == [
        "1 Purpose of Report", "2 Recommendation(s)", "3 Reasons for Recommendation(s)",
    ]  # fmt: skip
    north = headings(example_report(layout="north-yorkshire-scrutiny"))
    assert north[:3] == ["1.0 Purpose of the report", "2.0 Summary", "3.0 Background"]
    assert headings(example_report(layout="cabinet-cover"))[:4] == [
        "1. Summary", "2. Recommendations", "3. Implications", "3.1 Finance",
    ]  # fmt: skip
    numbers = [
        int(block.number)
        for block in walk(example_report(layout="health-and-wellbeing-board").blocks)
        if isinstance(block, Paragraph) and block.number
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 10


def test_options_are_left_out_of_a_report_for_noting(example_report: MakeReport) -> None:
    for kind, there in (("Decision", True), ("discussion", True), ("Noting", False)):
        document = example_report(layout="maidstone-committee", sections={"purpose_kind": kind})
        assert ("2 Available Options" in headings(document)) is there


def test_the_decision_record_is_printed_once_there_is_a_decision(
    example_report: MakeReport,
) -> None:
    before = example_report(layout="bracknell-forest-executive")
    assert "Decision(s)" not in headings(before)
    after = example_report(
        layout="bracknell-forest-executive", stage="decision",
        decision={"decisions": ["The plan was endorsed.", "It will be published."]},
    )  # fmt: skip
    assert "Decision(s)" in headings(after)
    assert "- b) It will be published." in lines(after)


def test_the_header_stands_as_the_layout_has_it(example_report: MakeReport) -> None:
    document = example_report(
        layout="maidstone-committee",
        officers=[{"role": "head_of_service", "post": "dcs"}],
        header={"classification": "Public"},
    )
    cover = next(block for block in document.blocks if isinstance(block, Cover))
    above, title, below = cover.blocks
    assert isinstance(above, Definitions)
    assert isinstance(title, Heading)
    assert isinstance(below, Definitions)
    assert [plain_text(pair.term) for pair in (*above.pairs, *below.pairs)] == [
        "Committee", "Meeting date", "Lead Head of Service", "Lead Officer and Report Author",
        "Classification", "Wards affected",
    ]  # fmt: skip


def test_a_legal_note_is_printed_only_when_it_applies(example_report: MakeReport) -> None:
    assert "Schedule 12A" not in write_markdown(example_report())
    exempt = {"exempt_information": "Yes", "exempt_paragraph": "3"}
    text = " ".join(write_markdown(example_report(sections=exempt)).split())
    assert "virtue of paragraph > 3 of Schedule 12A" in text or "paragraph 3 of Schedule" in text
    urgent = example_report(layout="cabinet-cover", sections={"urgency": "The bank holiday."})
    assert "This report is urgent: The bank holiday." in write_markdown(urgent)
    calm = example_report(layout="cabinet-cover", sections={"urgency": "No"})
    assert "urgent" not in write_markdown(calm)


def test_exempt_information_is_never_made_public(example_report: MakeReport) -> None:
    example_report(request={"public": True})
    with pytest.raises(Refused, match="exempt_information: Yes"):
        example_report(request={"public": True}, sections={"exempt_information": "yes"})


def test_a_copy_for_one_of_several_meetings(example_report: MakeReport) -> None:
    meetings = [
        {"body": "Executive", "kind": "executive", "date": "2022-08-15", "agenda_item": "4",
         "recommendations": "To approve it ([](appendix:send-strategy))."},
        {"body": "Board", "date": "2022-08-17", "agenda_item": "6", "layout": "cabinet-cover",
         "recommendations": ["To note it.", "To ask for more."], "decision": {"notes": "Noted."}},
    ]  # fmt: skip
    whole = lines(example_report(meetings=meetings))
    assert "2.1 To approve it (Appendix a)." in whole
    assert "2.3 To ask for more." in whole
    assert "**For Board, 17 August 2022:**" in whole
    first = lines(example_report(meetings=meetings, request={"meeting": 1}))
    assert "2.1 To approve it (Appendix 4(a))." in first
    assert not [line for line in first if "Board" in line]
    second = example_report(meetings=meetings, request={"meeting": 2})
    assert headings(second)[0] == "1. Summary"
    assert "- b) To ask for more." in lines(second)
    assert second.meta.as_at == "17 August 2022"
    with pytest.raises(WrongRequest, match="no meeting 3; it has 2"):
        example_report(meetings=meetings, request={"meeting": 3})


def test_recommendations_that_are_the_same_stand_once(example_report: MakeReport) -> None:
    meeting = {"body": "A", "date": "2022-08-15", "recommendations": "To note it."}
    document = example_report(meetings=[meeting, meeting | {"body": "B"}])
    assert [line for line in lines(document) if "To note it." in line] == ["2.1 To note it."]


def test_a_report_without_a_known_layout_is_refused(example_report: MakeReport) -> None:
    with pytest.raises(Refused, match="names no layout"):
        example_report(layout="")
    with pytest.raises(Refused, match="Did you mean 'cabinet-cover'"):
        example_report(layout="cabinet-cuver")


def test_a_plans_own_layout_takes_the_place_of_a_shipped_one(example_report: MakeReport) -> None:
    layout = {"title": "Ours", "sections": [{"id": "purpose", "heading": "Why"}]}
    document = example_report({"layouts/blackpool-scrutiny.yaml": layout})
    assert headings(document) == ["Why"]


@pytest.mark.parametrize("include", Include)
def test_everything_can_be_included(example_report: MakeReport, include: Include) -> None:
    section = {"id": "a", "heading": "A", "content": [{"include": include.value}]}
    document = example_report(own(section), layout="own")
    _, *after = (block for block in walk(document.blocks[1:]) if not isinstance(block, Section))
    assert after
    if include is Include.TIMELINE:
        shown = [block.picture for block in after if isinstance(block, Figure)]
        assert shown == ["timeline", "timeline-2"]
        assert shown == list(document.pictures)
    if include in {Include.ACTIONS, Include.RISKS, Include.DEADLINES, Include.MEETINGS}:
        assert any(isinstance(block, Table) for block in after)


@pytest.mark.parametrize(
    ("paragraphs", "printed"),
    [
        ("numbered", ["7.1 One", "7.2 Two", "- a", "- b"]),
        ("straight", ["1 One", "2 Two", "- a", "- b"]),
        ("plain", ["One", "Two", "- a", "- b"]),
        ("letters", ["- a) One"]),
        ("bullets", ["- One"]),
        ("list", ["1. One"]),
    ],
)
def test_paragraphs_are_set_as_the_layout_says(
    example_report: MakeReport, paragraphs: str, printed: list[str]
) -> None:
    section = {"id": "purpose", "number": "7", "heading": "A", "paragraphs": paragraphs}
    document = example_report(
        own(section), layout="own", sections={"purpose": ["One", "Two", "- a\n- b"]}
    )
    begun = lines(document).index("## 7 A")
    found = [line for line in lines(document)[begun + 1 :] if line]
    assert found[: len(printed)] == printed


def test_labels_of_many_appendices(example_report: MakeReport) -> None:
    appendices = [{"id": f"a{number}", "title": f"T{number}"} for number in range(1, 29)]
    section = {"id": "a", "heading": "A", "content": [{"include": "appendices"}]}
    for pattern, label in (
        ("{letter}", "ab"), ("{capital}/{number}", "AB/28"), ("{item}.{number}", "10.28"),
    ):  # fmt: skip
        layout = own(section, appendix=pattern)
        document = example_report(layout, layout="own", appendices=appendices, meetings=[
            {"body": "A", "date": "2022-08-15", "agenda_item": "10",
             "recommendations": "[](appendix:a28) and [the last](appendix:a28)"},
        ])  # fmt: skip
        assert f"{label}: T28" in lines(document)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_printed_as_it_is(example_report: MakeReport, text: str) -> None:
    layout = own(
        {"id": "a", "number": text, "heading": text, "banner": text, "content": ["purpose"],
         "parts": [{"id": "p", "heading": text, "content": ["purpose"]}],
         "questions": [{"id": "q", "ask": text}, {"id": "r", "ask": text, "choices": text}]},
        title=text, blank=text, appendix=text,
        header=[{"field": "title"}, {"label": text, "field": "wards"}],
        notes=[{"heading": text, "text": text, "show_if": "purpose"}],
    )  # fmt: skip
    document = example_report(
        layout, layout="own", title=text, header={"wards": text},
        sections={"purpose": text, "q": text},
        meetings=[{"body": text, "date": "2022-08-15", "recommendations": text}],
    )  # fmt: skip
    words = "\n".join(
        plain_text(block.inlines)
        for block in walk(document.blocks)
        if isinstance(block, Paragraph | Heading)
    )
    assert words.count(text) >= 8
    page = write_html(document)
    assert "<script>alert" not in page
    assert "javascript:" not in page.replace("(javascript:alert(1))", "")


def test_instructions_and_clearances_stay_inside(example_report: MakeReport) -> None:
    clearance = {"by": "dcs", "on": "2022-06-20", "note": "Cleared by the monitoring officer."}
    for draft in (False, True):
        document = example_report(clearances=[clearance], request={"draft": draft})
        assert "monitoring officer" not in write_html(document)


def test_a_draft_says_what_is_still_to_be_written(example_report: MakeReport) -> None:
    draft = example_report(layout="north-yorkshire-scrutiny", stage="draft")
    begun = lines(draft).index("> **Still to be written**")
    assert lines(draft)[begun + 2 : begun + 4] == ["> - Report of the", "> - Summary"]
    agenda = example_report(layout="north-yorkshire-scrutiny")
    assert "Still to be written" not in write_markdown(agenda)


def test_headings_never_skip_a_level(example_report: MakeReport) -> None:
    for layout in LAYOUTS:
        levels = [
            block.level
            for block in walk(example_report(layout=layout).blocks)
            if isinstance(block, Heading)
        ]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_names_are_printed_only_where_the_plan_allows_it(example_report: MakeReport) -> None:
    head = (BLACKPOOL / "plan.yaml").read_text("utf-8")
    people = {"people.yaml": {"people": {"ad-education": "Alex Example"}}}
    assert "Alex" not in write_markdown(example_report(people))
    allowed = {"plan.yaml": head.replace("names: false", "names: true")}
    document = example_report(people | allowed)
    assert "Alex Example – Assistant Director" in write_markdown(document)  # noqa: RUF001


def test_the_example_of_two_covers(example_report: MakeReport) -> None:
    del example_report
    plan = load_plan(BLACKPOOL).plan
    assert plan
    assert list(plan.reports) == ["approval-2022-08", REPORT]
    assert [meeting.layout for meeting in plan.reports["approval-2022-08"].meetings] == [
        None, "health-and-wellbeing-board",
    ]  # fmt: skip
