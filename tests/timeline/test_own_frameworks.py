"""A plan's own frameworks, and its changes to those that sendctl ships."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan, load_plan
from sendctl.plan.framework import ClockFile, Unit
from sendctl.plan.kind import Kind
from sendctl.timeline import (
    Deadline,
    State,
    deadlines,
    framework_of,
    frameworks_known,
    plan_framework,
)
from sendctl.timeline.framework import missing

MakeOf = Callable[..., Plan]
FIT = "framework: area-send-2016\nevents: {wsoa_judged_fit: 2022-09-16}\n"


@pytest.fixture
def plan_with(tmp_path: Path) -> MakeOf:
    def made(head: str = FIT, **frameworks: str) -> Plan:
        kind = "" if "kind:" in head else "kind: wsoa\n"
        (tmp_path / "plan.yaml").write_text(f"area: A\n{kind}{head}", encoding="utf-8")
        (tmp_path / "frameworks").mkdir(exist_ok=True)
        for name, text in frameworks.items():
            file = tmp_path / "frameworks" / f"{name.replace('_', '-')}.yaml"
            file.write_text(text, encoding="utf-8")
        loaded = load_plan(tmp_path)
        assert loaded.plan is not None
        assert loaded.findings == ()
        return loaded.plan

    return made


def found(plan: Plan, today: str = "2022-09-30") -> dict[str, Deadline]:
    return {one.key: one for one in deadlines(plan, date.fromisoformat(today))}


def test_a_changed_interval(plan_with: MakeOf) -> None:
    own = "clocks: {monitoring: {number: 4, reason: Agreed with the DfE on 3 October 2022}}\n"
    changed = found(plan_with(area_send_2016=own))["monitoring"]
    assert changed.due == date(2023, 1, 16)
    assert changed.unit is Unit.MONTHS
    assert changed.grade is None  # that of the shipped rule is not this rule's
    assert changed.source == "Agreed with the DfE on 3 October 2022"
    assert changed.wording == ""
    assert changed.notes == ("This plan's own rule: Agreed with the DfE on 3 October 2022",)


def test_what_is_not_changed_stays(plan_with: MakeOf) -> None:
    own = "title: Ours\nclocks: {monitoring: {title: Our reviews, reason: Our word for it}}\n"
    plan = plan_with(area_send_2016=own)
    changed = found(plan)["monitoring"]
    assert changed.label == "Our reviews"
    assert changed.grade == "B"
    assert changed.wording
    framework = framework_of(plan)
    assert framework is not None
    assert framework.title == "Ours"
    assert framework.submission == "wsoa"
    assert len(framework.cautions) == 2
    assert next(iter(framework.clocks)) == "report_published_locally"


def test_a_clock_that_does_not_apply(plan_with: MakeOf) -> None:
    own = "clocks: {revisit: {applies: false, reason: Agreed}}\n"
    assert "revisit" not in found(plan_with(area_send_2016=own))


def test_a_framework_of_the_plans_own(plan_with: MakeOf) -> None:
    own = """
title: Our agreement
events:
  agreed: {title: Agreement signed}
  reported: {title: First report, after: agreed}
clocks:
  report: {title: First report due, from: agreed, met_by: reported, number: 2, unit: weeks,
           duty: area, force: agreed, grade: A, source: The agreement}
  unknown: {title: Reply, from: reported, duty: government, force: usual, source: None found}
"""
    plan = plan_with("framework: ours\nevents: {agreed: 2022-09-20}\n", ours=own)
    assert "ours" in frameworks_known(plan)
    report = found(plan)["report"]
    assert (report.due, report.status) == (date(2022, 10, 4), State.DUE)
    assert found(plan, "2022-10-05")["report"].status is State.OVERDUE
    assert found(plan)["unknown"].status is State.UNKNOWN


def test_an_incomplete_clock_does_not_run(plan_with: MakeOf) -> None:
    plan = plan_with("framework: ours\n", ours="clocks: {report: {title: Report}}\n")
    assert found(plan) == {}


@pytest.mark.parametrize(
    ("fit", "runs"),
    [("2022-09-15", False), ("2022-09-16", True), ("2022-10-01", True), ("2022-10-02", False)],
)
def test_a_rule_is_in_force_for_a_time(plan_with: MakeOf, fit: str, runs: bool) -> None:
    own = (
        "clocks:\n  monitoring: {valid_from: 2022-09-16, valid_until: 2022-10-01, reason: R}\n"
        "  revisit: {valid_from: 2022-09-16, valid_until: 2022-10-01, reason: R}\n"
    )
    head = f"framework: area-send-2016\nevents: {{wsoa_judged_fit: {fit}}}\n"
    keys = found(plan_with(head, area_send_2016=own))
    assert ("revisit" in keys) is runs
    assert ("monitoring" in keys) is runs
    unknown = found(plan_with("framework: area-send-2016\n", area_send_2016=own))
    assert unknown["revisit"].due is None


def test_committee_papers_are_no_framework_for_a_plan(plan_with: MakeOf) -> None:
    plan = plan_with("framework: committee\n")
    assert framework_of(plan) is None
    assert "committee" not in frameworks_known(plan)
    assert plan_framework(plan, "committee") is not None
    assert found(plan) == {}


def test_cautions_of_both_files_are_told(plan_with: MakeOf) -> None:
    own = "cautions: [{from: 2022-12-01, until: 2022-12-31, note: The board does not meet.}]\n"
    assert "The board does not meet." in found(plan_with(area_send_2016=own))["monitoring"].notes


def test_a_changed_rule_drops_the_cautions_about_the_shipped_one(plan_with: MakeOf) -> None:
    head = "framework: area-send-2016\nevents: {report_received: 2020-05-01}\n"
    shipped = "clocks: {wsoa: {cautions: [{from: 2020-05-01, note: Ours.}], reason: R}}\n"
    assert "Ours." in found(plan_with(head, area_send_2016=shipped))["wsoa"].notes
    pap = "framework: area-send-2023\nkind: priority_action_plan\n"
    received = "events: {report_received: 2025-06-10}\n"
    changed = "clocks: {pap: {number: 40, reason: Agreed}}\n"
    plain = plan_with(pap + received)
    assert any("Not confirmed" in note for note in found(plain, "2025-06-11")["pap"].notes)
    own = found(plan_with(pap + received, area_send_2023=changed), "2025-06-11")["pap"]
    assert own.notes == ("This plan's own rule: Agreed",)


def test_what_a_clock_lacks_is_named_as_files_spell_it() -> None:
    assert missing(ClockFile.model_construct()) == ["title", "from", "duty", "force", "source"]


def test_the_plans_own_file_has_the_last_word(plan_with: MakeOf) -> None:
    own = "title: Ours\nsince: 2016-05-01\nkinds: [wsoa, reform_plan]\nsubmission: revisit\n"
    before = framework_of(plan_with())
    after = framework_of(plan_with(area_send_2016=own))
    assert before is not None
    assert after is not None
    assert (before.since, before.until) == (None, date(2022, 12, 31))
    assert (before.title, before.kinds, before.submission) == (
        "Local area SEND inspections, 2016 to 2022",
        (Kind.WSOA,),
        "wsoa",
    )
    assert (after.since, after.until) == (date(2016, 5, 1), date(2022, 12, 31))
    assert (after.title, after.kinds, after.submission) == (
        "Ours",
        (Kind.WSOA, Kind.REFORM_PLAN),
        "revisit",
    )
    assert after.events == before.events


def test_a_framework_without_a_title_goes_by_its_name(plan_with: MakeOf) -> None:
    own = framework_of(plan_with("framework: ours\n", ours="events: {agreed: {title: Agreed}}\n"))
    assert own is not None
    assert (own.title, own.kinds, own.submission) == ("ours", (), None)
    assert own.event_title("agreed") == "Agreed"
    assert own.event_title("signed") == "signed"


@pytest.mark.parametrize(
    "change",
    [
        "number: 80",
        "unit: weeks",
        "from: inspection_ended",
        "counting: including",
        "before: true",
        "repeats: true",
    ],
)
def test_a_changed_rule_loses_its_grade_whatever_is_changed(plan_with: MakeOf, change: str) -> None:
    own = f"clocks: {{wsoa: {{{change}, reason: Agreed}}}}\n"
    changed = found(plan_with(area_send_2016=own))["wsoa"]
    assert (changed.grade, changed.wording, changed.source) == (None, "", "Agreed")
