"""What is due when, from real dates and made-up ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan, load_plan
from sendctl.plan.framework import Duty, Force, Grade, Unit
from sendctl.plan.kind import Kind
from sendctl.timeline import CountedFrom, Deadline, State, deadlines
from sendctl.timeline.words import rule_words
from sendctl.workdays import Counting

PlanOf = Callable[[str], Plan]
Ask = Callable[..., dict[str, Deadline]]

F2016 = "framework: area-send-2016"
F2023 = "framework: area-send-2023"
APP = "framework: accelerated-progress-plan"


def day(text: str) -> date:
    return date.fromisoformat(text)


# Real areas: their published deadline, and the receipt that leads to it (stated or implied).
REAL = [
    ("Bracknell Forest", F2016, "wsoa", "2022-02-22", "2022-06-07"),
    ("Blackpool", F2016, "wsoa", "2022-05-19", "2022-08-30"),
    ("Torbay", F2016, "wsoa", "2022-01-06", "2022-04-14"),
    ("Oxfordshire", F2023, "pap", "2023-09-05", "2023-10-24"),
]


@pytest.mark.parametrize(("area", "framework", "key", "received", "due"), REAL)
def test_real_deadline(
    ask: Ask, area: str, framework: str, key: str, received: str, due: str
) -> None:
    found = ask(f"{framework}\nevents: {{report_received: {received}}}")[key]
    assert found.due == day(due), area
    assert found.latest_possible is None
    assert found.counting is Counting.EXCLUDING


# Where only the publication is known: 70 working days from it bound the deadline.
PUBLISHED = [
    ("Bracknell Forest", "2022-03-01", "2022-06-14"),
    ("Blackpool", "2022-05-26", "2022-09-06"),
    ("Torbay", "2022-01-13", "2022-04-25"),
    ("BCP", "2021-08-31", "2021-12-07"),
]


@pytest.mark.parametrize(("area", "published", "latest"), PUBLISHED)
def test_publication_alone_gives_no_date(ask: Ask, area: str, published: str, latest: str) -> None:
    found = ask(f"{F2016}\nevents: {{report_published: {published}}}", latest)["wsoa"]
    assert found.latest_possible == day(latest), area
    assert (found.due, found.stated) == (None, None)
    assert (found.days_left, found.working_days_left) == (None, None)
    assert found.status is State.UNKNOWN
    assert found.counted_from == CountedFrom("report_received", "Report received", None)
    missing, bound, *_ = found.notes
    assert "“Report received”" in missing
    assert "events: report_received" in missing
    assert "cannot be later than" in bound


def test_past_the_latest_possible_day_it_is_overdue_whatever_its_day_was(ask: Ask) -> None:
    found = ask(f"{F2016}\nevents: {{report_published: 2022-05-26}}", "2022-09-07")
    late, weak = found["wsoa"], found["report_published_locally"]
    assert (late.status, late.due, late.days_left) == (State.OVERDUE, None, None)
    assert late.notes[-1].startswith("Whatever its day was, it is past")
    assert (weak.status, weak.latest_possible) == (State.UNKNOWN, day("2022-06-06"))


def test_blackpool_as_its_report_states_it(ask: Ask) -> None:
    found = ask(
        f"{F2016}\nevents: {{report_published: 2022-05-26}}\n"
        "stated: {wsoa: {due: 2022-08-30, source: 'Scrutiny report, 6.7', note: Agreed.}}",
        "2022-06-30",
    )["wsoa"]
    assert found.due is None
    assert found.difference_working_days is None
    assert found.latest_possible == day("2022-09-06")
    assert found.stated == found.governing == day("2022-08-30")
    assert found.status is State.DUE
    assert (found.days_left, found.working_days_left) == (61, 42)
    assert found.notes[0] == "Stated by the area: Scrutiny report, 6.7. Agreed."
    assert found.duty is Duty.AREA
    assert found.force is Force.STATUTORY
    assert found.grade is Grade.B
    assert (found.number, found.unit) == (70, Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("stated", "difference"), [("2022-08-30", 0), ("2022-08-31", 1), ("2022-08-25", -2)]
)
def test_stated_governs_and_stands_beside_computed(ask: Ask, stated: str, difference: int) -> None:
    found = ask(
        f"{F2016}\nevents: {{report_received: 2022-05-19}}\nstated: {{wsoa: {stated}}}",
        "2022-08-24",
    )["wsoa"]
    assert found.due == day("2022-08-30")
    assert found.governing == day(stated)
    assert found.difference_working_days == difference
    assert found.days_left == (day(stated) - day("2022-08-24")).days


def test_stated_month_ends_on_its_last_day(ask: Ask) -> None:
    found = ask(f"{F2016}\nstated: {{revisit: 2022-11}}")["revisit"]
    assert found.stated == day("2022-11-30")
    assert found.stated_text == "2022-11"
    assert found.status is State.EXPECTED


STATUSES = [
    ("met on its last day", "wsoa_submitted: 2022-08-30", "2022-09-30", State.MET, 0, None),
    ("met early", "wsoa_submitted: 2022-08-26", "2022-09-30", State.MET, 1, None),
    ("missed by a day", "wsoa_submitted: 2022-08-31", "2022-09-30", State.MISSED, -1, None),
    ("due today", "", "2022-08-30", State.DUE, None, 0),
    ("due tomorrow", "", "2022-08-29", State.DUE, None, 1),
    ("overdue since yesterday", "", "2022-08-31", State.OVERDUE, None, -1),
]


@pytest.mark.parametrize(
    ("event", "today", "status", "margin", "left"),
    [case[1:] for case in STATUSES],
    ids=[case[0] for case in STATUSES],
)
def test_status(
    ask: Ask, event: str, today: str, status: State, margin: int | None, left: int | None
) -> None:
    events = ", ".join(part for part in ("report_received: 2022-05-19", event) if part)
    found = ask(f"{F2016}\nevents: {{{events}}}", today)["wsoa"]
    assert found.status is status
    assert found.margin_working_days == margin
    assert found.days_left == left
    assert found.done_on == (day(event[-10:]) if event else None)


def test_done_after_the_latest_possible_day_is_missed(ask: Ask) -> None:
    events = "events: {report_published: 2022-05-26, wsoa_submitted: 2022-09-07}"
    assert ask(f"{F2016}\n{events}")["wsoa"].status is State.MISSED


def test_done_before_the_latest_possible_day_may_be_either(ask: Ask) -> None:
    events = "events: {report_published: 2022-05-26, wsoa_submitted: 2022-09-06}"
    found = ask(f"{F2016}\n{events}")["wsoa"]
    assert found.status is State.UNKNOWN
    assert found.due is None


def test_what_others_do_is_never_late(ask: Ask) -> None:
    events = "events: {wsoa_judged_fit: 2020-09-16, revisit_ended: 2022-03-30}"
    found = ask(f"{F2016}\n{events}", "2022-12-31")
    assert found["revisit"].due == day("2022-03-16")
    assert found["revisit"].status is State.EXPECTED
    assert found["revisit"].days_left == -290
    assert found["revisit_report_published"].status is State.EXPECTED
    late = "events: {revisit_ended: 2022-03-30, revisit_report_published: 2022-12-01}"
    after = ask(f"{F2016}\n{late}", "2022-12-31")
    assert after["revisit_report_published"].status is State.MET


def test_revisit_is_not_expected_from_january_2023(ask: Ask) -> None:
    events = f"{F2016}\nevents: {{wsoa_judged_fit: 2021-11-30}}"
    assert ask(events, "2022-12-31")["revisit"].status is State.EXPECTED
    found = ask(events, "2023-01-01")["revisit"]
    assert found.status is State.NOT_EXPECTED
    assert found.days_left is None
    assert "full inspection under the framework of January 2023" in found.notes[-1]


def test_a_revisit_that_happened_is_no_matter_of_expectation(ask: Ask) -> None:
    events = "events: {wsoa_judged_fit: 2020-09-16, revisit_started: 2022-03-01}"
    assert ask(f"{F2016}\n{events}", "2023-06-01")["revisit"].status is State.MET


def test_a_clock_without_number_has_no_date(ask: Ask) -> None:
    found = ask(f"{F2016}\nevents: {{wsoa_submitted: 2022-08-30}}")["wsoa_judged_fit"]
    assert (found.number, found.unit, found.counting, found.grade) == (None, None, None, None)
    assert (found.due, found.days_left, found.latest_possible) == (None, None, None)
    assert found.status is State.UNKNOWN
    assert found.notes == ()
    assert rule_words(found).startswith("No rule found")


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2022-09-17", "2022-12-16"),
        ("2022-12-16", "2022-12-16"),
        ("2022-12-17", "2023-03-16"),
        ("2024-01-01", "2024-03-16"),
    ],
)
def test_monitoring_goes_on_to_its_next_date(ask: Ask, today: str, due: str) -> None:
    found = ask(f"{F2016}\nevents: {{wsoa_judged_fit: 2022-09-16}}", today)["monitoring"]
    assert found.due == day(due)
    assert found.status is State.EXPECTED


def test_months_are_counted_from_the_first_date_not_from_the_last(ask: Ask) -> None:
    # 30 November + 3 months is 28 February; the next is 30 May again, not the 28th.
    found = ask(f"{F2016}\nevents: {{wsoa_judged_fit: 2021-11-30}}", "2022-05-01")["monitoring"]
    assert found.due == day("2022-05-30")


def test_2023_framework(ask: Ask) -> None:
    events = "{report_received: 2023-09-05, report_published: 2023-09-15, pap_accepted: 2023-11-30}"
    found = ask(f"{F2023}\nevents: {events}", "2023-10-01")
    assert found["pap"].due == day("2023-10-24")
    assert found["pap_published"].due == day("2023-12-12")
    assert "Oxfordshire" in found["pap_published"].notes[-1]
    assert found["monitoring_inspection"].due == day("2025-03-15")
    assert found["reinspection"].due == day("2026-09-15")
    assert found["stocktake"].due == day("2024-05-30")
    assert "strategic_plan_published" not in found


@pytest.mark.parametrize(
    ("outcome", "due"),
    [("typically_positive", "2029-04-02"), ("inconsistent", "2027-04-02"), (None, None)],
)
def test_the_next_inspection_depends_on_the_outcome(
    tmp_path: Path, outcome: str | None, due: str | None
) -> None:
    text = "area: A\nkind: strategic_plan\nframework: area-send-2023\n"
    text += "events: {report_published: 2024-04-02}\n"
    text += f"inspection: {{outcome: {outcome}}}\n" if outcome else ""
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    plan = load_plan(tmp_path).plan
    assert plan is not None
    found = [one for one in deadlines(plan, day("2024-05-01")) if "reinspection" in one.key]
    assert [one.due.isoformat() for one in found if one.due] == ([due] if due else [])


def test_a_clock_runs_only_in_plans_of_its_kinds(plan_of: PlanOf) -> None:
    plan = plan_of("framework: area-send-2016")
    other = {"plan.yaml": plan.head.model_copy(update={"framework": "area-send-2023"})}
    assert deadlines(Plan(plan.folder, other), day("2023-10-01")) == []


def test_what_is_dated_after_today_has_not_happened(ask: Ask) -> None:
    events = "events: {report_received: 2022-05-19, wsoa_submitted: 2022-08-26}"
    found = ask(f"{F2016}\n{events}", "2022-08-25")["wsoa"]
    assert found.status is State.DUE
    assert found.done_on is None
    assert found.notes[-1] == "Its event is dated after this day."
    assert ask(f"{F2016}\n{events}", "2022-08-26")["wsoa"].status is State.MET


def test_evidence_runs_backwards_from_the_meeting(ask: Ask) -> None:
    events = "events: {review_meeting: 2022-11-17, revisit_report_published: 2022-03-18}"
    found = ask(f"{APP}\n{events}", "2022-11-01")
    assert found["evidence"].due == day("2022-11-03")
    assert found["evidence"].status is State.DUE
    assert found["evidence"].before
    assert found["review"].due == day("2023-03-18")
    assert ask(f"{APP}\n{events}", "2022-11-04")["evidence"].status is State.OVERDUE


def test_notice_counts_working_days_backwards(ask: Ask) -> None:
    found = ask(f"{F2016}\nevents: {{revisit_started: 2022-06-13}}")["revisit_notified"]
    assert found.due == day("2022-05-26")  # over the jubilee's two bank holidays


@pytest.mark.parametrize(
    ("received", "warned"),
    [
        ("2020-01-15", True),  # due on 24 April 2020, the first day
        ("2020-01-14", False),
        ("2020-06-01", True),
        ("2020-09-25", True),
        ("2020-09-26", False),
    ],
)
def test_coronavirus_caution(ask: Ask, received: str, warned: bool) -> None:
    found = ask(f"{F2016}\nevents: {{report_received: {received}}}")["wsoa"]
    assert any("SI 2020/445" in note for note in found.notes) is warned


def test_a_day_that_the_plan_adds_moves_the_deadline(ask: Ask) -> None:
    base = f"{F2016}\nevents: {{report_received: 2022-05-19}}\n"
    added = "calendar: {add: [{on: 2022-07-04, reason: Town hall closed}]}"
    removed = "calendar: {remove: [{on: 2022-08-29, reason: Worked here}]}"
    assert ask(base)["wsoa"].due == day("2022-08-30")
    assert ask(base + added)["wsoa"].due == day("2022-08-31")
    assert ask(base + removed)["wsoa"].due == day("2022-08-29")


def test_a_nation_has_its_own_bank_holidays(ask: Ask) -> None:
    base = f"{F2016}\nevents: {{report_received: 2022-02-22}}\ncalendar: {{nation: %s}}"
    assert ask(base % "wales")["wsoa"].due == day("2022-06-07")
    assert ask(base % "scotland")["wsoa"].due == day("2022-06-06")  # works on Easter Monday
    assert ask(base % "northern_ireland")["wsoa"].due == day("2022-06-08")  # St Patrick's Day


def test_beyond_the_announced_holidays_it_is_provisional(ask: Ask) -> None:
    within = ask(f"{F2023}\nevents: {{report_received: 2028-09-01}}")
    assert not within["pap"].provisional
    beyond = ask(f"{F2023}\nevents: {{report_received: 2028-11-20}}")["pap"]
    assert beyond.provisional
    assert beyond.due is not None
    assert beyond.due.year == 2029
    assert any("Provisional" in note for note in beyond.notes)


@pytest.mark.parametrize("year", ["1066", "1977", "2101", "9999"])
@pytest.mark.parametrize("framework", ["area-send-2016", "area-send-2023"])
def test_dates_that_cannot_be_counted_in_give_a_note(ask: Ask, framework: str, year: str) -> None:
    events = {
        "area-send-2016": "report_received, wsoa_judged_fit, revisit_started, revisit_ended",
        "area-send-2023": "report_received, report_published, pap_accepted",
    }[framework]
    given = ", ".join(f"{event}: {year}-06-15" for event in events.split(", "))
    found = ask(f"framework: {framework}\nevents: {{{given}}}", "9999-12-31")
    for deadline in found.values():
        if deadline.number is not None and deadline.done_on is None:
            assert deadline.due is None, deadline.key
            assert "out of range" in deadline.notes[-1], deadline.key
            assert deadline.status is State.UNKNOWN


@pytest.mark.parametrize("today", ["0001-01-01", "1977-12-31", "2101-01-01", "9999-12-31"])
def test_any_day_can_be_today(ask: Ask, today: str) -> None:
    found = ask(
        f"{F2016}\nevents: {{report_received: 2022-05-19, wsoa_judged_fit: 2022-09-16}}\n"
        "steps: [{id: a, title: A, due: 2022-08-15}]",
        today,
    )
    assert found["wsoa"].days_left == (day("2022-08-30") - day(today)).days
    assert found["wsoa"].working_days_left is None
    assert found["step:a"].status is (State.DUE if today < "2022" else State.OVERDUE)


def test_stated_date_far_outside_still_governs(ask: Ask) -> None:
    found = ask(f"{F2016}\nevents: {{report_received: 2022-05-19}}\nstated: {{wsoa: 9999-01-01}}")[
        "wsoa"
    ]
    assert found.status is State.DUE
    assert found.working_days_left is None


STEPS = """
steps:
  - {id: draft, title: First draft, due: 2022-07-08, done: 2022-07-08}
  - {id: read, title: Families read it, due: 2022-07-20, done: 2022-07-21}
  - {id: cabinet, title: Cabinet approves, due: 2022-10-03}
  - {id: month, title: Printed, due: 2022-10}
  - {id: late, title: Signed, due: 2022-09-29}
  - {id: term, title: Assembly, due: {by: start, term: 2022-autumn}}
  - {id: sometime, title: Website, due: ongoing}
  - {id: dateless, title: Thanks}
  - {id: finished, title: Party, done: 2022-09-01}
terms: {2022-autumn: {start: 2022-09-05, end: 2022-12-16}}
"""


def test_steps(ask: Ask) -> None:
    found = ask(STEPS)
    assert {key.removeprefix("step:"): one.status.value for key, one in found.items()} == {
        "draft": "met",
        "read": "missed",
        "term": "overdue",
        "late": "overdue",
        "cabinet": "due",
        "month": "due",
        "sometime": "unknown",
        "dateless": "unknown",
        "finished": "unknown",
    }
    assert found["step:read"].margin_working_days == -1
    assert found["step:month"].stated == day("2022-10-31")
    assert found["step:term"].stated == day("2022-09-05")
    assert all(one.duty is Duty.LOCAL and one.force is Force.LOCAL for one in found.values())
    assert all(one.due is None and one.step is not None for one in found.values())


def test_order_is_that_of_time(plan_of: PlanOf) -> None:
    plan = plan_of(STEPS + f"{F2016}\nevents: {{report_received: 2022-05-19}}")
    found = deadlines(plan, day("2022-09-30"))
    dated = [one.governing or one.done_on or one.latest_possible for one in found]
    known = [one for one in dated if one]
    assert dated[: len(known)] == sorted(known)
    assert not any(dated[len(known) :])
    assert found == deadlines(plan, day("2022-09-30"))


def test_a_plan_without_framework_has_only_its_steps(ask: Ask) -> None:
    assert ask("") == {}
    assert list(ask("steps: [{id: a, title: A, due: 2022-08-15}]")) == ["step:a"]


def test_an_unknown_framework_has_no_clocks(ask: Ask) -> None:
    assert ask("framework: area-send-2061\nevents: {report_received: 2022-05-19}") == {}


def test_a_step_says_what_it_is(ask: Ask) -> None:
    found = ask(STEPS)
    cabinet = found["step:cabinet"]
    assert (cabinet.label, cabinet.source) == ("Cabinet approves", "A step of this plan")
    assert (cabinet.stated_text, found["step:dateless"].stated_text) == ("2022-10-03", "")


def test_notes_say_exactly_what_is_missing_and_what_bounds_it(ask: Ask) -> None:
    found = ask(f"{F2016}\nevents: {{report_published: 2022-05-26}}", "2022-05-30")["wsoa"]
    assert found.notes[:2] == (
        (
            "Cannot be computed: it counts from “Report received”, and the plan has no date for "
            "that (events: report_received)."
        ),
        (
            "It cannot be later than 6 September 2022: 70 working days from “Report published by "
            "the inspectorates” on 26 May 2022, which “Report received” comes before."
        ),
    )
    assert found.met_by == "wsoa_submitted"
    assert ask(F2016)["monitoring"].met_by == ""


def test_notes_about_what_is_not_sure(ask: Ask) -> None:
    beyond = ask(f"{F2023}\nevents: {{report_received: 2028-11-20}}")["pap"]
    assert "Provisional: its bank holidays are not all announced yet." in beyond.notes
    weak = ask(f"{F2016}\nevents: {{report_received: 2022-05-19}}")["report_published_locally"]
    assert weak.notes == (
        "The number is weak (grade D): it is never counted as late.",
        "It is past, and the plan does not say when this was done.",
    )


def test_a_clock_for_another_kind_does_not_end_the_list(plan_of: PlanOf) -> None:
    plan = plan_of(F2023)
    head = plan.head.model_copy(update={"kind": Kind.STRATEGIC_PLAN})
    found = deadlines(Plan(plan.folder, {"plan.yaml": head}), day("2023-12-01"))
    assert [one.key for one in found] == ["strategic_plan_published"]


AUTHORITIES = """
bodies:
  council: {name: The Council, kind: council}
  ccg: {name: The CCG, kind: health, until: 2022-06-30, successor: icb}
  icb: {name: The ICB, kind: health, from: 2022-07-01}
"""


@pytest.mark.parametrize(
    ("events", "today", "health"),
    [
        ("report_received: 2022-03-17", "2022-09-30", "ccg"),  # due on 30 June 2022
        ("report_received: 2022-03-18", "2022-04-01", "icb"),  # due on 1 July 2022
        ("report_published: 2022-03-17", "2022-09-30", "ccg"),  # not after 30 June 2022
        ("report_published: 2022-03-18", "2022-04-01", "icb"),
        ("", "2022-06-30", "ccg"),  # no day known: as things stand today
        ("", "2022-07-01", "icb"),
    ],
)
def test_ccg_and_icb_by_date(
    ask: Ask, tmp_path: Path, events: str, today: str, health: str
) -> None:
    (tmp_path / "owners.yaml").write_text(AUTHORITIES, encoding="utf-8")
    text = f"{F2016}\nauthorities: [council, ccg, icb]\nevents: {{{events}}}\n"
    found = ask(text, today)
    assert found["wsoa"].responsible == ("council", health)
    assert found["revisit"].responsible == ()  # the inspectorates' own matter


def test_what_is_not_expected_needs_no_reason(ask: Ask, tmp_path: Path) -> None:
    own = """
events: {agreed: {title: Agreed}}
clocks: {visit: {title: Visit, from: agreed, number: 0, duty: government, force: usual,
                 source: Ours, not_expected_from: 2022-10-01}}
"""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "ours.yaml").write_text(own, encoding="utf-8")
    text = "framework: ours\nevents: {agreed: 2022-09-28}"
    found = ask(text, "2022-09-30")["visit"]
    assert (found.due, found.status) == (day("2022-09-28"), State.EXPECTED)  # no days after it
    assert ask(text, "2022-10-01")["visit"].notes == ("It is not expected any more.",)
