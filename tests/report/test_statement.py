from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from sendctl.plan import Plan, load_plan
from sendctl.plan.kind import Kind
from sendctl.report.statement import statement
from tests.report.rendered import TODAY, MakePlan, Rendered, told


class MarkdownFile(SingleFileSnapshotExtension):
    """A snapshot that is a document one can read."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


class HtmlFile(MarkdownFile):
    """The same for a page."""

    file_extension = "html"


def test_the_example_in_markdown(example: Plan, snapshot: SnapshotAssertion) -> None:
    shown = Rendered(example)
    assert told(shown.findings) == []
    assert shown.markdown == snapshot(extension_class=MarkdownFile)


@pytest.fixture
def small(make_plan: MakePlan) -> Plan:
    files = {
        "owners.yaml": {
            "bodies": {"council": {"name": "Westshire Council", "kind": "council"}},
            "posts": {"head": {"title": "Head of SEND", "body": "council"}},
        },
        "weaknesses.yaml": {"weaknesses": [{"id": "1", "short": "Waits", "wording": "Too long."}]},
        "strands/a.yaml": {
            "id": "A", "title": "Health", "weaknesses": "1", "leads": "head",
            "actions": [{"id": "A1", "title": "Hire",
                         "owners": {"lead": "head"}, "due": "2023-03"}],
        },
    }  # fmt: skip
    return make_plan(files, signoff=[{"post": "head"}], authorities=["council"])


def test_a_small_plan_in_html(small: Plan, snapshot: SnapshotAssertion) -> None:
    shown = Rendered(small)
    assert told(shown.findings) == []
    assert shown.body == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_plan_of_any_kind_needs_only_its_area(make_plan: MakePlan, kind: Kind) -> None:
    shown = Rendered(make_plan(kind=kind.value))
    assert told(shown.findings) == []
    assert shown.document.meta.title.endswith(" for Westshire")
    assert "Not yet settled: who signs this plan." in shown.body
    assert "have been written down yet" in shown.body
    assert "None" not in shown.body


def test_the_kinds_of_weaknesses_are_kept_apart(make_plan: MakePlan) -> None:
    weaknesses = [
        {"id": "1"},
        {"id": "2", "kind": "improvement"},
        {"id": "3", "kind": "priority_action"},
        {"id": "4", "kind": "recommendation", "short": "Data"},
    ]
    plan = make_plan({"weaknesses.yaml": {"weaknesses": weaknesses}}, kind="priority_action_plan")
    groups = statement(plan, TODAY).groups
    assert [[part.id for part in group.weaknesses] for group in groups] == [
        ["1", "3"],
        ["2"],
        ["4"],
    ]
    headings = [part.heading for group in groups for part in group.weaknesses]
    assert headings == [
        "Area for priority action 1",
        "Area for priority action 3",
        "Area for improvement 2",
        "4: Data",
    ]
    assert told(Rendered(plan).findings) == []


def test_a_plan_without_weaknesses_still_prints_its_work(make_plan: MakePlan) -> None:
    strand = {"id": "1", "title": "Inclusion", "actions": [{"title": "Open a hub"}]}
    body = Rendered(make_plan({"strands/1.yaml": strand}, kind="reform_plan")).body
    assert "What we will do" in body
    assert "Open a hub" in body


def test_an_accelerated_plan_names_the_plan_before_it(make_plan: MakePlan, tmp_path: Path) -> None:
    earlier = tmp_path / "before"
    earlier.mkdir()
    (earlier / "plan.yaml").write_text("area: Westshire\nkind: wsoa\n")
    (earlier / "weaknesses.yaml").write_text("weaknesses: [{id: W3, formerly: [C], short: Data}]")
    parent: dict[str, Any] = {"plan": "../before", "weaknesses": ["C", "X"]}
    plan = make_plan(kind="accelerated_progress_plan", parent=parent)
    view = statement(plan, TODAY).parent
    assert view is not None
    assert view.title == "Written statement of action for Westshire"
    assert [(one.id, one.name) for one in view.weaknesses] == [("C", "Data"), ("X", "")]
    assert "This plan follows Written statement of action for Westshire." in Rendered(plan).body


@pytest.mark.parametrize("folder", ["../gone", "x" * 300])
def test_a_plan_before_it_that_cannot_be_read(make_plan: MakePlan, folder: str) -> None:
    text = f"area: Westshire\nkind: wsoa\nparent: {{plan: {folder}, weaknesses: [A]}}\n"
    plan = make_plan({"plan.yaml": text})
    assert "This plan follows an earlier plan." in Rendered(plan).body


def test_names_of_people_stand_in_the_sign_off_only(make_plan: MakePlan) -> None:
    files = {
        "owners.yaml": {"posts": {"dcs": {"title": "Director"}}},
        "people.yaml": {
            "people": {
                "dcs": [
                    {"name": "Ann Before", "until": "2022-08-31"},
                    {"name": "Bob After", "from": "2022-09-01"},
                ]
            }
        },
    }
    signoff = [{"post": "dcs", "on": "2022-08-30"}, {"post": "dcs"}]
    plan = make_plan(files, signoff=signoff, accountable_officers=["dcs"])
    lines = [(line.person, line.on) for line in statement(plan, TODAY).signoff]
    assert lines == [("Ann Before", date(2022, 8, 30)), ("Bob After", None)]
    body = Rendered(plan).body
    assert body.count("Bob After") == body.count("Ann Before") == 1
    assert "To be signed" in body


def test_bodies_that_changed_are_explained(example: Plan) -> None:
    before, after = Rendered(example, date(2022, 6, 30)), Rendered(example, TODAY)
    assert "Clinical Commissioning Group (CCG) existed until 30 June 2022" in after.markdown
    assert "CCG" in before.document.meta.author
    assert "CCG" not in after.document.meta.author
    assert "ICB" in after.document.meta.author


def test_the_same_input_gives_the_same_bytes(example: Plan) -> None:
    first, again = Rendered(example), Rendered(load_plan(example.folder).plan or example)
    assert (first.html, first.markdown) == (again.html, again.markdown)
    for path in (str(example.folder), str(Path.home()), "/work", "object at 0x"):
        assert path not in first.html


def test_the_position_is_the_only_trace_of_today(example: Plan) -> None:
    one, other = Rendered(example, date(2022, 9, 30)), Rendered(example, date(2022, 10, 1))
    dated = re.sub(r"\b1 October 2022\b", "30 September 2022", other.markdown)
    assert dated == one.markdown


def test_an_example_says_so(make_plan: MakePlan) -> None:
    made_up = make_plan(versions=[{"number": "1", "on": "2022-01-01", "illustrative": "true"}])
    assert "made-up" in Rendered(made_up).document.meta.banner


def test_a_draft_is_marked(small: Plan) -> None:
    assert Rendered(small, draft=True).document.meta.draft


def test_reading_a_plan_loads_nothing_for_documents() -> None:
    code = (
        "import sys, sendctl.plan, sendctl.findings, sendctl.checks;"
        "print([m for m in ('jinja2', 'markdown_it', 'sendctl.report') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
