"""A public version shows nothing that is not for everybody, whatever it is written as."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from sendctl.document import WRITERS, Document
from sendctl.plan import Plan
from sendctl.plan.audience import Audience
from sendctl.plan.report import Report
from sendctl.report import Refused, Request
from sendctl.report.documents import DOCUMENTS, make, stem_of
from tests.report.full_plan import FullPlan, Mark, full_plan
from tests.report.rendered import MakePlan, told

OF_THE_PLAN = [name for name, entry in DOCUMENTS.items() if not entry.of_report]
EVENT = {"report_published": "2022-05-26"}
APPROVED = {"approved": {"on": "2022-09-21", "by": "council"}}
APPROVED_LATER = {"on": "2022-10-01", "by": "council"}
APPROVED_LATEST = {"on": "2022-10-02", "by": "council"}
COUNCIL = {"owners.yaml": {"bodies": {"council": {"name": "Council"}}}}
DAY = date(2022, 9, 30)


def words(node: Any) -> Iterator[str]:
    """Every text in a document: blocks, alternative texts, pictures, properties."""
    if isinstance(node, str):
        yield node
    elif is_dataclass(node):
        for field in fields(node):
            yield from words(getattr(node, field.name))
    elif isinstance(node, tuple):
        for one in node:
            yield from words(one)
    elif hasattr(node, "items"):
        for key, value in node.items():
            yield from words((key, value))


def written(document: Document) -> Iterator[str]:
    """What each format makes of it; of an archive, each of its files."""
    for writer in WRITERS.values():
        made = writer.write(document)
        data = made.encode() if isinstance(made, str) else made
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = b"\n".join(archive.read(name) for name in archive.namelist())
        yield data.decode("utf-8", "replace")


def published(name: str, plan: Plan, *, draft: bool = True) -> Document:
    document, findings = make(name, Request(plan, plan.today(), draft=draft, public=True))
    assert told(findings) == []
    return document


def leaks(document: Document, hidden: dict[str, str]) -> set[str]:
    """The places of the plan whose text is in the document, in any format."""
    texts = [" ".join(words(document)), *written(document)]
    return {
        path for text, path in hidden.items() if any(text.casefold() in t.casefold() for t in texts)
    }


def hidden_marks(full: FullPlan, *audiences: Audience) -> dict[str, str]:
    public = {mark.text for mark in full.marks if mark.audience is Audience.PUBLIC}
    return {
        mark.text: mark.path
        for mark in full.marks
        if mark.audience in audiences and mark.text not in public and _is_unique(mark)
    }


def _is_unique(mark: Mark) -> bool:
    return bool(re.search(r"\d{2,}", mark.text))


@pytest.mark.parametrize("name", OF_THE_PLAN)
def test_nothing_internal_and_no_name_of_a_person(make_plan: MakePlan, name: str) -> None:
    full = full_plan()
    hidden = hidden_marks(full, Audience.INTERNAL, Audience.PERSONAL)
    # A draft says that it waits for this day.
    hidden = {text: path for text, path in hidden.items() if path != "plan.public.approved.on"}
    assert {"strands/full.actions.resources", "people.people.name"} <= set(hidden.values())
    assert len(hidden) > 15
    document = published(name, make_plan(full.files))
    assert leaks(document, hidden) == set()


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in OF_THE_PLAN])
def test_nothing_internal_in_a_report(make_plan: MakePlan, name: str) -> None:
    full = full_plan()
    report = full.item(Report, "reports/full", Audience.PUBLIC)
    hidden = hidden_marks(full, Audience.INTERNAL, Audience.PERSONAL)
    assert {"reports/full.clearances.note", "people.people.name"} <= set(hidden.values())
    del report["sections"], report["decision"]
    report["layout"] = "blackpool-scrutiny"
    full.files["owners.yaml"]["posts"] |= full.posts
    full.files["reports/full.yaml"] = report
    plan = make_plan(full.files)
    request = Request(plan, plan.today(), draft=True, public=True, report="full")
    document, _ = make(name, request)
    # A draft tells those who are to approve it what of that is missing.
    assert leaks(document, hidden) <= {"plan.public.approved.on"}


def test_names_where_the_plan_allows_them(make_plan: MakePlan) -> None:
    full = full_plan()
    full.files["plan.yaml"]["public"]["names"] = "true"
    names = hidden_marks(full, Audience.PERSONAL)
    document = published("plan", make_plan(full.files))
    assert leaks(document, names) == {"people.people.name"}
    assert "It names posts, not people." not in " ".join(words(document))


@pytest.mark.parametrize("name", OF_THE_PLAN)
@pytest.mark.parametrize("unit", ["count", "percent", "rate"])
def test_no_small_number(make_plan: MakePlan, name: str, unit: str) -> None:
    full = full_plan()
    full.files["plan.yaml"]["public"]["threshold"] = "99999"
    measure = full.files["measures.yaml"]["measures"][0]
    measure["unit"] = unit
    small = {
        mark.text: mark.path
        for mark in full.marks
        if (mark.model, mark.name) in {("Reading", "value"), ("Fact", "value")}
        or mark.name in {"numerator", "denominator"}
    }
    assert len(small) == 7
    document = published(name, make_plan(full.files))
    assert leaks(document, small) == set()
    shown = "fewer than 99999" if unit == "count" else "not shown (small numbers)"
    # The tracker has actions only, and no figures.
    assert (shown in " ".join(words(document)).casefold()) is (name != "actions")


def _plan(make_plan: MakePlan, **head: Any) -> Plan:
    return make_plan(COUNCIL, **head)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            {},
            (
                "plan.yaml does not say when the inspectors' report was published "
                "(`report_published:` under `events:`), and until then it is confidential; and "
                "nobody has approved it (`approved: {on: ..., by: ...}` under `public:` in "
                "plan.yaml)."
            ),
        ),
        (
            {"events": {"report_published": "2022-10-01"}, "public": APPROVED},
            "the inspectors' report is confidential until it is published on 1 October 2022.",
        ),
        (
            {"events": EVENT},
            "nobody has approved it (`approved: {on: ..., by: ...}` under `public:` in plan.yaml).",
        ),
        (
            {
                "events": EVENT,
                "public": {"approved": {"on": "2022-10-01", "by": "council"}},
            },
            "its approval is dated 1 October 2022, after 30 September 2022.",
        ),
        (
            {"events": EVENT, "public": {"approved": [APPROVED_LATER, APPROVED_LATEST]}},
            "its approval is dated 1 October 2022, after 30 September 2022.",
        ),
    ],
)
@pytest.mark.parametrize("name", OF_THE_PLAN)
def test_refused(make_plan: MakePlan, name: str, head: dict[str, Any], said: str) -> None:
    plan = _plan(make_plan, **head)
    with pytest.raises(Refused) as refusal:
        make(name, Request(plan, DAY, public=True))
    start = f"{plan.folder.as_posix()} may not be published yet, so nothing was written: "
    assert str(refusal.value) == start + said


def test_one_approval_is_enough_though_a_later_one_is_still_ahead(make_plan: MakePlan) -> None:
    public = {"approved": [APPROVED_LATER, APPROVED["approved"]]}
    plan = _plan(make_plan, events=EVENT, public=public)
    document, _ = make("plan", Request(plan, DAY, public=True))
    assert document.meta.title


def test_a_draft_needs_no_approval_but_the_report_must_be_out(make_plan: MakePlan) -> None:
    plan = _plan(make_plan, events=EVENT)
    document, _ = make("plan", Request(plan, DAY, public=True, draft=True))
    assert document.meta.draft
    said = " ".join(words(document))
    assert "Still to do before this can be published" in said
    assert "Nobody has approved it" in said
    with pytest.raises(Refused, match="confidential until it is published"):
        make("plan", Request(plan, date(2022, 5, 25), public=True, draft=True))


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("wsoa", "report_published"),
        ("priority_action_plan", "report_published"),
        ("strategic_plan", "report_published"),
        ("accelerated_progress_plan", "revisit_report_published"),
    ],
)
def test_each_kind_waits_for_its_own_report(make_plan: MakePlan, kind: str, event: str) -> None:
    plan = _plan(make_plan, kind=kind, events={event: "2022-09-30"}, public=APPROVED)
    make("plan", Request(plan, DAY, public=True))
    plan = _plan(make_plan, kind=kind, events={"wsoa_published": "2022-09-30"}, public=APPROVED)
    with pytest.raises(Refused, match=event):
        make("plan", Request(plan, DAY, public=True))


def test_a_reform_plan_waits_for_no_report(make_plan: MakePlan) -> None:
    plan = _plan(make_plan, kind="reform_plan", public=APPROVED)
    make("plan", Request(plan, DAY, public=True))


def test_it_says_whom_to_ask_and_how_to_answer(example: Plan) -> None:
    said = " ".join(words(published("plan", example, draft=False)))
    assert "This is the public version." in said
    assert "It names posts, not people." in said
    assert "We do not show numbers of people from 1 to 4, or figures that rest on them" in said
    assert "How to ask a question, get this in another format or tell us what you think" in said
    assert "Tell us what you think" in said
    assert "30 September 2022" in said


@pytest.mark.parametrize(
    ("public", "said"),
    [
        ({"hide_zero": "true"}, "We do not show numbers of people below 5, or figures"),
        ({"threshold": "10"}, "We do not show numbers of people from 1 to 9, or figures"),
        ({"threshold": "0"}, "Figures are printed as they were published."),
    ],
)
def test_it_says_what_is_not_shown(make_plan: MakePlan, public: dict[str, str], said: str) -> None:
    plan = _plan(make_plan, events=EVENT, public={**public, **APPROVED})
    assert said in " ".join(words(published("plan", plan, draft=False)))


def test_the_families_version_leaves_out_how_rules_are_counted(example: Plan) -> None:
    whole, _ = make("plan", Request(example, DAY))
    said, public = (" ".join(words(one)) for one in (whole, published("plan", example)))
    for officialese in ("Grades say how sure a rule is", "Cannot be computed", "grade B"):
        assert officialese in said
        assert officialese not in public
    assert public.index("What we want for children") < public.index("Sign-off")


def test_the_name_of_its_file_says_so(example: Plan) -> None:
    assert stem_of("plan", Request(example, DAY, public=True)) == "blackpool-wsoa-public"
    draft = Request(example, DAY, public=True, draft=True)
    assert stem_of("summary", draft) == "blackpool-summary-public-draft"
