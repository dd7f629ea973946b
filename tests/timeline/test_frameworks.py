"""The shipped frameworks say exactly what the research found, and nothing more."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from sendctl.plan.framework import Duty, Force
from sendctl.timeline import Clock, Framework, framework_names, load_framework


class Fact(NamedTuple):
    """One clock: number and unit, from what, whose duty, how binding, how sure."""

    number: int | None
    unit: str
    start: str
    duty: str
    force: str
    grade: str | None
    met_by: str | None = None
    before: bool = False
    repeats: bool = False
    not_later_than: str | None = None
    counting: str = "excluding"
    each: str | None = None


WORKING_DAYS, WEEKS, MONTHS, YEARS = "working_days", "weeks", "months", "years"
AREA, INSPECTORATE, GOVERNMENT = "area", "inspectorate", "government"
STATUTORY, REQUIRED, USUAL, APPROXIMATE = "statutory", "required", "usual", "approximate"
RECEIVED, PUBLISHED = "report_received", "report_published"

FACTS = {
    ("area-send-2016", "wsoa"): Fact(
        70, WORKING_DAYS, RECEIVED, AREA, STATUTORY, "B", "wsoa_submitted",
        not_later_than=PUBLISHED,
    ),
    ("area-send-2016", "report_published_locally"): Fact(
        5, WORKING_DAYS, RECEIVED, AREA, STATUTORY, "D", "report_published_locally",
        not_later_than=PUBLISHED,
    ),
    ("area-send-2016", "wsoa_judged_fit"): Fact(
        None, WORKING_DAYS, "wsoa_submitted", INSPECTORATE, USUAL, None, "wsoa_judged_fit"
    ),
    ("area-send-2016", "monitoring"): Fact(
        3, MONTHS, "wsoa_judged_fit", GOVERNMENT, USUAL, "B", repeats=True
    ),
    ("area-send-2016", "revisit"): Fact(
        18, MONTHS, "wsoa_judged_fit", INSPECTORATE, USUAL, "B", "revisit_started"
    ),
    ("area-send-2016", "revisit_notified"): Fact(
        10, WORKING_DAYS, "revisit_started", INSPECTORATE, USUAL, "B", "revisit_notified",
        before=True,
    ),
    ("area-send-2016", "revisit_report_published"): Fact(
        33, WORKING_DAYS, "revisit_ended", INSPECTORATE, USUAL, "B", "revisit_report_published"
    ),
    ("committee", "paper"): Fact(
        7, WORKING_DAYS, "meeting", "local", "local", "D", "paper_final", before=True,
        each="meetings",
    ),
    ("committee", "agenda"): Fact(
        5, WORKING_DAYS, "meeting", AREA, STATUTORY, "A", "agenda_published", before=True,
        counting="clear", each="meetings",
    ),
    ("committee", "call_in"): Fact(
        5, WORKING_DAYS, "decision_published", "local", "local", "D", "call_in_ended",
        each="meetings",
    ),
    ("accelerated-progress-plan", "review"): Fact(
        6, MONTHS, "revisit_report_published", GOVERNMENT, USUAL, "B", repeats=True
    ),
    ("accelerated-progress-plan", "evidence"): Fact(
        2, WEEKS, "review_meeting", AREA, REQUIRED, "B", "evidence_sent", before=True,
        each="reviews",
    ),
    ("area-send-2023", "pap"): Fact(
        35, WORKING_DAYS, RECEIVED, AREA, REQUIRED, "B", "pap_submitted", not_later_than=PUBLISHED
    ),
    ("area-send-2023", "pap_published"): Fact(
        70, WORKING_DAYS, RECEIVED, AREA, REQUIRED, "B", "pap_published", not_later_than=PUBLISHED
    ),
    ("area-send-2023", "pap_accepted"): Fact(
        None, WORKING_DAYS, "pap_submitted", INSPECTORATE, USUAL, None, "pap_accepted"
    ),
    ("area-send-2023", "stocktake"): Fact(
        6, MONTHS, "pap_accepted", GOVERNMENT, USUAL, "C", repeats=True
    ),
    ("area-send-2023", "monitoring_inspection"): Fact(
        18, MONTHS, PUBLISHED, INSPECTORATE, APPROXIMATE, "C", "monitoring_inspection_started"
    ),
    ("area-send-2023", "reinspection"): Fact(
        3, YEARS, PUBLISHED, INSPECTORATE, APPROXIMATE, "C", "reinspection_started"
    ),
    ("area-send-2023", "reinspection_inconsistent"): Fact(
        3, YEARS, PUBLISHED, INSPECTORATE, APPROXIMATE, "C", "reinspection_started"
    ),
    ("area-send-2023", "reinspection_positive"): Fact(
        5, YEARS, PUBLISHED, INSPECTORATE, APPROXIMATE, "C", "reinspection_started"
    ),
    ("area-send-2023", "strategic_plan_published"): Fact(
        None, WORKING_DAYS, PUBLISHED, AREA, REQUIRED, None, "strategic_plan_published"
    ),
}  # fmt: skip


INSPECTIONS = ["accelerated-progress-plan", "area-send-2016", "area-send-2023"]


def framework_of(name: str) -> Framework:
    framework = load_framework(name)
    assert framework is not None
    return framework


def clock_of(name: str, key: str) -> Clock:
    return framework_of(name).clocks[key]


def test_names() -> None:
    assert framework_names() == [*INSPECTIONS, "committee"]
    assert load_framework("area-send-2061") is None
    assert load_framework("../area-send-2016") is None
    assert load_framework("") is None


def test_every_clock_is_in_the_table() -> None:
    clocks = {(name, key) for name in framework_names() for key in framework_of(name).clocks}
    assert clocks == set(FACTS)


@pytest.mark.parametrize(("name", "key"), FACTS)
def test_clock(name: str, key: str) -> None:
    clock = clock_of(name, key)
    found = Fact(
        clock.number, clock.unit, clock.start, clock.duty, clock.force, clock.grade, clock.met_by,
        clock.before, clock.repeats, clock.not_later_than, clock.counting, clock.each,
    )  # fmt: skip
    assert found == FACTS[name, key]
    assert clock.source


@pytest.mark.parametrize("name", framework_names())
def test_framework_is_whole(name: str) -> None:
    framework = framework_of(name)
    assert framework.name == name
    assert framework.title
    for event, kind in framework.events.items():
        assert kind.title, event
        assert kind.after is None or kind.after in framework.events, event
    for key, clock in framework.clocks.items():
        named = {clock.start, clock.met_by, clock.not_later_than} - {None}
        assert clock.wording or clock.number is None, key
        assert named <= set(framework.events), key


@pytest.mark.parametrize("name", framework_names())
def test_chains_of_events_end(name: str) -> None:
    events = framework_of(name).events
    for event in events:
        seen = [event]
        while (following := events[seen[-1]].after) is not None:
            assert following not in seen
            seen.append(following)


@pytest.mark.parametrize("name", INSPECTIONS)
def test_events_of_the_inspection_are_known(name: str) -> None:
    assert {"inspection_started", "inspection_ended"} <= set(framework_of(name).events)


@pytest.mark.parametrize("name", framework_names())
def test_a_clock_is_graded_when_it_has_a_number(name: str) -> None:
    for key, clock in framework_of(name).clocks.items():
        assert (clock.grade is None) is (clock.number is None), key


def test_only_the_area_has_statutory_and_required_clocks() -> None:
    for name, key in FACTS:
        clock = clock_of(name, key)
        binding = clock.force in {Force.STATUTORY, Force.REQUIRED}
        assert binding is (clock.duty is Duty.AREA), key
        assert (clock.force is Force.LOCAL) is (clock.duty is Duty.LOCAL), key


def test_caution_about_coronavirus() -> None:
    caution, change = framework_of("area-send-2016").cautions
    assert (caution.since, caution.until) == (date(2020, 4, 24), date(2020, 9, 25))
    assert "SI 2020/445" in caution.note
    assert (change.since, change.until) == (date(2022, 7, 1), date(2022, 7, 1))
    assert "integrated care boards" in change.note


def test_cautions_about_what_is_not_confirmed() -> None:
    pap = {key: clock_of("area-send-2023", key).cautions for key in ("pap", "pap_published")}
    (later,) = pap["pap"]
    assert (later.since, later.until) == (date(2025, 6, 7), None)
    assert "35 to 50" in later.note
    (always,) = pap["pap_published"]
    assert (always.since, always.until) == (date(2023, 1, 1), None)
    assert "Oxfordshire" in always.note
    warned = {key for name, key in FACTS if clock_of(name, key).cautions}
    assert warned == {"pap", "pap_published"}


@pytest.mark.parametrize("name", INSPECTIONS)
def test_a_framework_is_for_the_kinds_of_its_clocks(name: str) -> None:
    framework = framework_of(name)
    assert framework.kinds
    assert framework.submission is None or framework.submission in framework.clocks
    for clock in framework.clocks.values():
        assert set(clock.kinds) <= set(framework.kinds)


def test_revisits_ended_with_the_framework() -> None:
    framework = framework_of("area-send-2016")
    assert framework.until == date(2022, 12, 31)
    ended = {key: clock.not_expected_from for key, clock in framework.clocks.items()}
    assert ended.pop("revisit") == date(2023, 1, 1)
    assert set(ended.values()) == {None}


@pytest.mark.parametrize(
    ("name", "key", "limits"),
    [
        ("area-send-2016", "wsoa", "regulation 4 itself was not read"),
        ("area-send-2016", "report_published_locally", "the number grade D"),
        ("area-send-2023", "pap", "their receipts are worked back"),
        ("area-send-2023", "monitoring_inspection", "not settled"),
        ("area-send-2023", "reinspection", "not settled"),
    ],
)
def test_a_source_says_its_limits(name: str, key: str, limits: str) -> None:
    assert limits in clock_of(name, key).source
