"""The example in Blackpool's own form: the published report, heading by heading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sendctl.document import Document, write_markdown
from sendctl.document.model import Aside, Definitions, Heading, Paragraph
from sendctl.document.walk import plain_text, walk, words_of
from tests.report.committee.conftest import MakeReport

FORM = Path(__file__).parent / "blackpool-form.txt"
YES = "? "
GROUNDS = (
    "16.1 Are there any grounds for urgency, which would cause this decision to be exempt from the "
    "call-in process?"
)
STRANDS = (
    "1. Leadership and management 2. Preparation for adulthood 3. Co-production, communication and "
    "engagement 4. Inclusive access to services"
)


def form(*, after_yes: bool = False) -> list[str]:
    """The lines of the form; with those that come after a Yes, or without."""
    lines = [line for line in FORM.read_text("utf-8").splitlines() if line[:2] != "# "]
    if after_yes:
        return [line.removeprefix(YES) for line in lines]
    return [line for line in lines if not line.startswith(YES)]


def lines_of(document: Document) -> Iterator[str]:
    """Everything in a document that can be part of a form."""
    for block in walk(document.blocks):
        match block:
            case Definitions(pairs=pairs):
                for pair in pairs:
                    yield f"{plain_text(pair.term)} {words_of(pair.blocks)}"
            case Heading() | Paragraph(number=str(_)):
                words = " ".join(plain_text(block.inlines).split())
                yield f"{block.number} {words}".strip()


def same(line: str, expected: str) -> bool:
    begin = expected.removesuffix("…")
    return line == expected if begin == expected else line.startswith(begin) and line != begin


def in_form(lines: list[str], expected: list[str]) -> list[str]:
    """The lines of the form that are found, in order; others may stand between them."""
    found, rest = [], iter(lines)
    for wanted in expected:
        if any(same(line, wanted) for line in rest):
            found.append(wanted)
        else:
            break
    return found


def test_headings_numbers_banners_and_questions_are_those_of_the_published_report(
    example_report: MakeReport,
) -> None:
    document = example_report()
    assert in_form(list(lines_of(document)), form()) == form()


def test_nothing_is_numbered_that_the_form_does_not_number(example_report: MakeReport) -> None:
    document = example_report()
    numbers = [
        block.number
        for block in walk(document.blocks)
        if isinstance(block, Heading | Paragraph) and block.number
    ]
    expected = [line.split()[0] for line in form() if line[0].isdigit()]
    assert numbers == expected
    assert len([number for number in numbers if number.endswith(".0")]) == 25


def test_the_executive_is_asked_what_the_form_asks_it(example_report: MakeReport) -> None:
    document = example_report(
        meetings=[{"body": "Executive", "kind": "executive", "date": "2022-07-11"}],
        sections={
            "key_decision": "Yes", "forward_plan_reference": "12/2022",
            "decision_within_five_days": "yes", "decision_urgency": "The bank holiday.",
            "call_in_exempt": "Yes.", "call_in_reason": "The same.",
        },
    )  # fmt: skip
    lines = list(lines_of(document))
    fifteen = form(after_yes=True)
    fifteen = fifteen[fifteen.index("15.0 Key decision information:") :]
    assert in_form(
        lines, fifteen[: fifteen.index("18.0 Declarations of interest (if applicable):")]
    )
    begun = lines.index("15.0 Key decision information:")
    assert lines[begun + 1 : begun + 8] == [
        "15.1 Is this a key decision? Yes",
        "15.2 If so, Forward Plan reference number: 12/2022",
        "15.3 If a key decision, is the decision required in less than five days? yes",
        "15.4 If yes, please describe the reason for urgency: The bank holiday.",
        "16.0 Call-in information:",
        f"{GROUNDS} Yes.",
        "16.2 If yes, please give reason: The same.",
    ]


@pytest.mark.parametrize("answer", ["No", "no.", None])
def test_what_follows_a_yes_is_asked_only_then(
    example_report: MakeReport, answer: str | None
) -> None:
    document = example_report(
        meetings=[{"body": "Executive", "kind": "executive", "date": "2022-07-11"}],
        sections={"forward_plan_reference": "12/2022"}
        | ({"key_decision": answer} if answer else {}),
    )
    lines = list(lines_of(document))
    assert f"15.1 Is this a key decision? {answer or 'Yes / No'}" in lines
    assert not [line for line in lines if line.startswith("15.2")]


def test_the_facts_of_the_published_report_are_told(example_report: MakeReport) -> None:
    text = " ".join(write_markdown(example_report()).split())
    for fact in (
        "28 February 2022 and 4 March 2022", "26 May 2022", "15 areas of strength",
        "18 areas for development", "70 working days", "30 August 2022", "24 May 2022",
        "eighteen months", "every quarter", "Appendix 10(a): Draft SEND Strategy 2022-25",
        "note the draft SEND Strategy 2022-25 (Appendix 10(a))", "Code of Practice 2015",
        "Children and Families Act 2014, section 20 of the Children Act 2004, and the Equality Act",
        "The lack of specificity, ownership and accountability in the areas' improvement strategy",
        "The duties around preparing children and young people for adulthood, not being fulfilled.",
        "The poor communication with parents and carers across the area – model of co-production",  # noqa: RUF001
        "The long waiting time for some therapies.",
        STRANDS,
        "https://reports.ofsted.gov.uk/provider/44/80431",
        "reputation", "online survey, and a number of focus groups", "Safety Valve",
    ):  # fmt: skip
        assert fact in text, fact


def test_no_instruction_of_the_form_is_left(example_report: MakeReport) -> None:
    for stage in ("agenda", "decision"):
        document = example_report(stage=stage)
        text = write_markdown(document).casefold()
        assert not [block for block in walk(document.blocks) if _is_instruction(block)]
        assert "note:" not in text
        assert "delete this" not in text
        assert "{" not in text
        assert not document.meta.draft


def test_a_draft_shows_instructions_and_when_the_papers_are_due(
    example_report: MakeReport,
) -> None:
    for draft in (example_report(stage="draft"), example_report(request={"draft": True})):
        assert draft.meta.draft
        assert [block for block in walk(draft.blocks) if _is_instruction(block)]
        aside = next(block for block in draft.blocks if isinstance(block, Aside))
        assert "Committee paper final, by 10 am" in words_of(aside.blocks)
        assert "21 June 2022" in words_of(aside.blocks)
        assert "22 June 2022" in words_of(aside.blocks)


def test_what_the_decision_fills_is_blank_before(example_report: MakeReport) -> None:
    decision = {
        "executive_decision": "The recommendations were agreed.", "decision_date": "2022-07-11",
        "decision_reasons": ["Because.", "And because."], "chairman_informed": "2022-07-01",
    }  # fmt: skip
    before = list(lines_of(example_report(decision=decision)))
    assert {"19.1", "20.1", "24.1", "25.1", "Date informed:"} <= set(before)
    assert not [line for line in before if "11 July 2022" in line]
    after = list(lines_of(example_report(decision=decision, stage="decision")))
    begun = after.index("18.0 Declarations of interest (if applicable):")
    assert after[begun - 2 : begun] == ["Date informed: 1 July 2022", "Date approved:"]
    assert after[begun + 1 : begun + 11] == [
        "18.1 None.", "19.0 Executive decision:", "19.1 The recommendations were agreed.",
        "20.0 Date of Decision:", "20.1 11 July 2022", "21.0 Reason(s) for decision:",
        "21.1 Because.", "21.2 And because.", "22.0 Date Decision published:", "22.1",
    ]  # fmt: skip


def _is_instruction(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role == "instruction"
