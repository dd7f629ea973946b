from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.document import write_html, write_markdown
from sendctl.plan import Plan
from sendctl.plan.kind import Kind
from sendctl.report.documents import make
from sendctl.report.request import Request
from sendctl.report.summary import NoticeLine, Summary, summary
from tests.report.rendered import TODAY, MakePlan, told
from tests.report.test_hostile import HOSTILE
from tests.report.test_public import words
from tests.report.test_statement import MarkdownFile


def test_the_example(example: Plan, snapshot: SnapshotAssertion) -> None:
    document, findings = make("summary", Request(example, TODAY))
    assert told(findings) == []
    assert write_markdown(document) == snapshot(extension_class=MarkdownFile)


def test_the_example_for_everybody(example: Plan, snapshot: SnapshotAssertion) -> None:
    document, findings = make("summary", Request(example, TODAY, public=True))
    assert told(findings) == []
    assert write_markdown(document) == snapshot(extension_class=MarkdownFile)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_plan_of_any_kind_needs_only_its_area(make_plan: MakePlan, kind: Kind) -> None:
    document, findings = make("summary", Request(make_plan(kind=kind.value), TODAY))
    assert told(findings) == []
    said = " ".join(words(document))
    assert "No actions have been written down yet." in said
    assert "None" not in said


def test_it_is_set_to_fit_one_side(example: Plan) -> None:
    document, _ = make("summary", Request(example, TODAY))
    assert document.meta.one_page
    assert '<body class="sc-one-page" id="sc-top">' in write_html(document)
    draft, _ = make("summary", Request(example, TODAY, draft=True))
    assert '<body class="sc-draft sc-one-page" id="sc-top">' in write_html(draft)


def _strand(*actions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "1", "title": "Waits", "actions": list(actions), **more}


def _of(make_plan: MakePlan, *, public: bool = False, **files: Any) -> Summary:
    named = {f"{name.replace('_', '/')}.yaml": content for name, content in files.items()}
    return summary(make_plan(named), TODAY, public=public)


def test_strands_are_counted_in_the_plans_own_words(make_plan: MakePlan) -> None:
    shown = [
        {"word": "Going well", "status": "in_progress"},
        {"word": "Stuck", "rating": "at_risk"},
    ]
    strand = _strand(
        {"title": "Hire", "status": "in_progress"},
        {"title": "Train", "status": "in_progress"},
        {"title": "Pay", "rating": "at_risk"},
    )
    view = summary(make_plan({"strands/1.yaml": strand}, vocabulary={"shown": shown}), TODAY)
    counts = [(word.badge.word, word.actions) for word in view.key]
    assert counts == [("Going well", 2), ("Stuck", 1)]
    assert [(one.actions, one.standing) for one in view.strands] == [(3, view.key)]


def test_now_is_the_newest_figure(make_plan: MakePlan) -> None:
    milestones = [
        {"by": "2022-09", "actual": {"value": "33", "on": "2022-09-23", "period": "September"}},
        {"by": "2022-06", "actual": {"value": "30", "on": "2022-06-23"}},
        {"by": "2022-12", "target": "20"},
    ]
    measure = {
        "id": "M1", "title": "Working days until an answer", "plain": "Your wait", "unit": "days",
        "baseline": {"value": "31"}, "target": {"value": "18", "by": "2023-09"},
        "milestones": milestones,
    }  # fmt: skip
    line = _of(make_plan, measures={"measures": [measure]}).measures[0]
    assert (line.name, line.start, line.now, line.at, line.target) == (
        "Working days until an answer", "31 working days", "33 working days", "September",
        "18 working days",
    )  # fmt: skip
    assert _of(make_plan, public=True, measures={"measures": [measure]}).measures[0].name == (
        "Your wait"
    )


def test_a_measure_without_figures_says_so(make_plan: MakePlan) -> None:
    plan = make_plan({"measures.yaml": {"measures": [{"id": "M1", "title": "Waits"}]}})
    document, _ = make("summary", Request(plan, TODAY))
    said = write_markdown(document)
    assert "| **Waits** | Not known | Not yet known | Not yet set |" in said


def test_measures_of_all_weaknesses_have_their_turn(make_plan: MakePlan) -> None:
    weaknesses = [{"id": f"W{number}"} for number in range(1, 4)]
    measures = [
        {"id": f"M{number}", "title": f"M{number}", "for": [f"W{1 + number // 5}"]}
        for number in range(12)
    ]
    view = _of(make_plan, weaknesses={"weaknesses": weaknesses}, measures={"measures": measures})
    assert [line.name for line in view.measures] == [
        "M0",
        "M1",
        "M2",
        "M5",
        "M6",
        "M7",
        "M10",
        "M11",
    ]
    assert view.more_measures == 4


def test_what_families_notice_is_what_is_still_to_come(make_plan: MakePlan) -> None:
    milestones = [
        {"title": "Shorter waits", "due": "2023-03"},
        {"title": "One list", "due": "2022-12"},
        {"title": "Done already", "due": "2022-09", "done": "2022-09-01"},
        {"due": "2022-10"},
    ]
    view = _of(make_plan, weaknesses={"weaknesses": [{"id": "1", "milestones": milestones}]})
    assert [line.words for line in view.notice] == ["One list", "Shorter waits"]


def test_without_milestones_it_is_the_difference_that_actions_make(make_plan: MakePlan) -> None:
    strand = _strand(
        {"title": "A", "difference": "Later", "due": "ongoing"},
        {"title": "B", "difference": "Sooner", "due": "2022-12"},
        {"title": "C", "difference": "Done", "status": "complete"},
    )
    notice = _of(make_plan, strands_1=strand).notice
    assert [line.words for line in notice] == ["Sooner", "Later"]
    assert isinstance(notice[0], NoticeLine)


def test_the_next_deadline_is_the_plans_own(make_plan: MakePlan) -> None:
    report = {"title": "R", "meetings": [{"body": "Scrutiny", "date": "2022-11-10"}]}
    steps = [{"id": "icb", "title": "ICB approves", "due": "2022-12-01"}]
    plan = make_plan({"reports/r.yaml": report}, steps=steps)
    following = summary(plan, TODAY).next
    assert following
    assert (following.title, following.when) == ("ICB approves", "1 December 2022")
    assert summary(make_plan(), TODAY).next is None


def test_words_of_a_small_figure_are_explained_only_where_there_is_one(
    make_plan: MakePlan,
) -> None:
    head = {
        "events": {"report_published": "2022-05-26"},
        "public": {"approved": {"on": "2022-09-21", "by": "c"}},
    }
    for value, explained in (("3", True), ("30", False)):
        measure = {"id": "M1", "title": "C", "unit": "count", "baseline": {"value": value}}
        plan = make_plan(
            {
                "measures.yaml": {"measures": [measure]},
                "owners.yaml": {"bodies": {"c": {"name": "C"}}},
            },
            **head,
        )
        document, _ = make("summary", Request(plan, date(2022, 9, 30), public=True))
        said = " ".join(words(document))
        assert ("We do not show numbers" in said) is explained
        assert ("Fewer than 5" in said) is explained


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_is_printed_as_it_is(make_plan: MakePlan, text: str) -> None:
    plan = make_plan(
        {
            "weaknesses.yaml": {"weaknesses": [{"id": "1", "short": text, "plain": text,
                                               "milestones": [{"title": text}]}]},
            "strands/1.yaml": _strand({"title": text}, title=text),
            "measures.yaml": {"measures": [{"id": "M1", "title": text,
                                            "baseline": {"value": text}}]},
        },
        title=text, public={"contact": text, "feedback": text}, banner=text,
    )  # fmt: skip
    document, findings = make("summary", Request(plan, TODAY, draft=True))
    assert [code for code, _ in told(findings) if code != "SC707"] == []
    said = "\n".join(words(document))
    assert said.count(" ".join(text.split())) > 5
    page = write_html(document)
    assert "<script" not in page
    assert "<img" not in page
