"""The runner: severities, waivers, order, consequences of broken values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from sendctl import Finding, Loaded, Severity, load_plan
from sendctl.checks import all_rules, run_checks

Told = Callable[..., list[str]]
Find = Callable[..., list[Finding]]

TODAY = date(2022, 9, 30)
HEAD = "area: Exampleshire\nkind: wsoa\n"
BARE = (
    "id: '1'\ntitle: Waits\nactions:\n"
    "  - {id: '1.1', title: Hire, success: One.}\n  - {id: '1.2', title: Go, success: One.}\n"
)


def severities(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.code, one.severity.value) for one in found]


def test_severities_of_the_rules(findings: Find) -> None:
    assert severities(findings(strands_1=BARE)) == [("SC402", "warning"), ("SC403", "warning")] * 2


def test_a_plan_changes_severities(findings: Find) -> None:
    plan = f"{HEAD}checks: {{SC402: note, SC403: error}}\n"
    found = severities(findings(plan=plan, strands_1=BARE))
    assert found == [("SC402", "note"), ("SC403", "error")] * 2


def test_a_plan_cannot_change_what_makes_a_file_unreadable(findings: Find) -> None:
    plan = f"{HEAD}checks: {{SC102: note, SC205: note}}\ncolour: blue\n"
    assert severities(findings(plan=plan)) == [("SC205", "note"), ("SC102", "error")]


WAIVER = "waivers: [{code: SC402, %sreason: Posts are advertised., until: 2022-09-30}]\n"


@pytest.mark.parametrize(
    ("of", "waived"),
    [
        ("", ["1.1", "1.2"]),
        ("of: '1.1', ", ["1.1"]),
        ("of: '1', ", ["1.1", "1.2"]),  # the strand that they are in
        ("of: '1.3', ", []),
    ],
)
def test_waiver(findings: Find, of: str, waived: list[str]) -> None:
    found = findings(plan=HEAD + WAIVER % of, strands_1=BARE)
    assert [one.message.split("'")[1] for one in found if one.waived] == waived
    assert {one.code for one in found if one.waived} <= {"SC402"}
    assert {one.waived for one in found if one.waived} <= {"Posts are advertised."}
    assert [one.code for one in found] == ["SC208"] * (not waived) + ["SC402", "SC403"] * 2


@pytest.mark.parametrize(("today", "holds"), [(30, True), (29, True)])
def test_waiver_holds_up_to_its_last_day(findings: Find, today: int, holds: bool) -> None:
    found = findings(date(2022, 9, today), plan=HEAD + WAIVER % "", strands_1=BARE)
    assert any(one.waived for one in found) is holds


def test_waiver_expires(findings: Find) -> None:
    found = findings(date(2022, 10, 1), plan=HEAD + WAIVER % "", strands_1=BARE)
    assert not any(one.waived for one in found)
    assert [one.code for one in found] == ["SC207", "SC402", "SC403", "SC402", "SC403"]


def test_a_waiver_of_a_post(findings: Find) -> None:
    waiver = "waivers: [{code: SC301, of: head, reason: See minutes., until: 2022-12-31}]\n"
    dates = "from: 2022-02-01, until: 2022-01-01"
    owners = f"posts:\n  head: {{title: Head, {dates}}}\n  clerk: {{title: Clerk, {dates}}}\n"
    found = findings(plan=HEAD + waiver, owners=owners)
    assert [(one.of, one.waived) for one in found] == [
        (("head",), "See minutes."),
        (("clerk",), None),
    ]


def test_the_first_waiver_gives_the_reason(findings: Find) -> None:
    waivers = "waivers:\n" + "".join(
        f"  - {{code: SC402, reason: {reason}, until: {until}}}\n"
        for reason, until in (("old", "2022-01-01"), ("one", "2022-12-31"), ("two", "2022-12-31"))
    )
    found = findings(plan=HEAD + waivers, strands_1=BARE)
    assert {one.waived for one in found if one.code == "SC402"} == {"one"}
    assert [one.code for one in found if one.place.file == "plan.yaml"] == ["SC207"]


def test_the_first_waiver_gives_the_reason_whatever_its_scope(findings: Find) -> None:
    narrow = "  - {code: SC402, of: '1.1', reason: narrow, until: 2022-12-31}\n"
    wide = "  - {code: SC402, reason: wide, until: 2022-12-31}\n"
    for waivers, reasons in ((narrow + wide, ["narrow", "wide"]), (wide + narrow, ["wide"] * 2)):
        found = findings(plan=f"{HEAD}waivers:\n{waivers}", strands_1=BARE)
        assert [one.waived for one in found if one.code == "SC402"] == reasons
        assert not any(one.code == "SC208" for one in found)


def test_a_waiver_is_not_missed_where_a_file_cannot_be_read(findings: Find) -> None:
    found = findings(plan=HEAD + WAIVER % "of: '1.1', ", strands_1="id: '1\n")
    assert [one.code for one in found] == ["SC005"]


def test_severity_of_a_finding_about_waivers(findings: Find) -> None:
    plan = f"{HEAD}checks: {{SC208: error}}\n{WAIVER % 'of: 9, '}"
    assert severities(findings(plan=plan)) == [("SC208", "error")]


def test_nothing_can_be_switched_off(findings: Find) -> None:
    found = findings(plan=f"{HEAD}checks: {{SC402: off}}\n")
    assert [one.code for one in found] == ["SC104"]
    assert found[0].advice == "Known here: error, warning, note."


def test_the_items_that_a_finding_is_about(findings: Find) -> None:
    nested = (
        "id: '1'\ntitle: A\nactions:\n"
        "  - {id: '1.1', title: A, success: One., milestones: [{title: B, due: soon}]}\n"
        "  - {title: C, success: One.}\n"
    )
    found = findings(plan=f"{HEAD}colour: blue\n", strands_1=nested)
    assert [(one.code, one.of) for one in found] == [
        ("SC102", ()),
        ("SC402", ("1", "1.1")),
        ("SC403", ("1", "1.1")),
        ("SC105", ("1", "1.1")),
        ("SC402", ("1",)),
        ("SC403", ("1",)),
        ("SC404", ("1",)),
    ]


def test_a_fingerprint_survives_moved_lines_only(findings: Find) -> None:
    before = findings(strands_1=BARE)
    moved = findings(strands_1=f"# A comment.\n\n{BARE}")
    assert [one.fingerprint for one in moved] == [one.fingerprint for one in before]
    assert [one.span for one in moved] != [one.span for one in before]
    assert len({one.fingerprint for one in before}) == 4


@pytest.mark.parametrize("code", ["SC017", "SC102", "SC005"])
@pytest.mark.parametrize("of", ["", ", of: W1"])
def test_unreadable_files_cannot_be_waived(
    loaded: Callable[..., Loaded], code: str, of: str
) -> None:
    waiver = f"waivers: [{{code: {code}, reason: x, until: 2022-12-31{of}}}]\n"
    plan = loaded(
        plan=f"{HEAD}{waiver}colour: blue\n",
        strands_1="id: '1\n",
        weakness="weaknesses: []\n",
    )
    found = run_checks(plan, TODAY)
    assert [one.code for one in found] == ["SC205", "SC102", "SC005", "SC017"]
    assert not any(one.waived for one in found)


# What cannot be read is told once; that it then seems to be missing is no news.


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("due: 2022-13", "SC105"),
        ("due: 2022-Q4", "SC108"),
        ("due: [2022-12]", "SC103"),
        ("owners: head", "SC103"),
        ("owners: {lead: {post: head}}", "SC103"),
        ("owners: {led: head}", "SC102"),
        ("id: 1 1", "SC110"),
        ("id: [a]", "SC103"),
    ],
)
def test_a_broken_value_is_not_a_missing_one(told: Told, action: str, code: str) -> None:
    rest = {"id": "A", "owners": "{lead: head}", "due": "2022-12", "success": "One."}
    rest.pop(action.split(":", maxsplit=1)[0])
    lines = [action, "title: Hire", *(f"{key}: {value}" for key, value in rest.items())]
    text = "id: '1'\ntitle: Waits\nactions:\n  - " + "\n    ".join(lines)
    found = told(owners="posts: {head: {title: Head}}\n", strands_1=text)
    assert [one.split()[0] for one in found] == [code]


def test_a_broken_value_is_not_a_missing_one_after_an_item_that_is_left_out(told: Told) -> None:
    actions = "  - Hire\n  - {id: A, success: One., due: soon, title: B}\n"
    text = f"id: '1'\ntitle: Waits\nactions:\n{actions}"
    found = told(strands_1=text)
    assert found == ["SC103 strands/1:4:5", "SC402 strands/1:5:5", "SC105 strands/1:5:33"]


def test_a_broken_reason_is_not_a_missing_one(told: Told) -> None:
    text = "weaknesses:\n  - {id: W1, covered_by: See W2.}\n"
    assert told(weaknesses=text) == ["SC103 weaknesses:2:26"]


def test_a_broken_framework_is_not_a_missing_one(told: Told) -> None:
    plan = f"{HEAD}framework: [a]\nevents: {{report_received: 2022-05-19}}\n"
    assert told(plan=plan) == ["SC103 plan:3:12"]


def test_a_clash_of_keys_is_told_beside_a_broken_value(told: Told) -> None:
    owners = "bodies: {x: {name: X}}\nposts:\n  x: {body: x}\n"
    assert sorted(told(owners=owners)) == ["SC101 owners:3:6", "SC202 owners:3:3"]


def test_two_mistakes_in_one_action_are_both_told(told: Told) -> None:
    text = "id: '1'\ntitle: A\nactions:\n  - {id: A, title: A, due: soon, success: A.}\n"
    assert told(strands_1=text) == ["SC402 strands/1:4:5", "SC105 strands/1:4:28"]


def test_no_plan_no_checks(tmp_path: Path) -> None:
    found = run_checks(load_plan(tmp_path), TODAY)
    assert [one.code for one in found] == ["SC001"]


# Order and completeness

CASES = Path(__file__).parent.parent / "cases"


def test_the_order_never_changes(tmp_path: Path) -> None:
    names = [f"strands/{index}.yaml" for index in (1, 2, 10)]
    expected: list[tuple[Any, ...]] | None = None
    for turn, order in enumerate(permutations(names)):
        folder = tmp_path / str(turn)
        (folder / "strands").mkdir(parents=True)
        (folder / "plan.yaml").write_text(HEAD, "utf-8")
        for name in order:
            (folder / name).write_text(BARE, "utf-8")
        found = [
            (one.code, one.place.file, one.span, one.message)
            for one in run_checks(load_plan(folder), TODAY)
        ]
        expected = expected or found
        assert found == expected
        assert found == sorted(found, key=lambda one: (one[1], one[2], one[0], one[3]))


@pytest.mark.parametrize(
    "folder", sorted(CASES.glob("*/*/")), ids=lambda folder: f"{folder.parent.name}-{folder.name}"
)
def test_every_finding_has_its_place(folder: Path) -> None:
    plan = folder / "plan" if folder.parent.name == "bad" else folder
    loaded = load_plan(plan)
    for finding in run_checks(loaded, TODAY):
        assert finding.place.span is not None or finding.place.file not in loaded.sources
        source = loaded.sources.get(finding.place.file)
        lines = source.text.count("\n") + 2 if source else 1
        assert 1 <= finding.span.line <= lines
        assert (finding.span.line, finding.span.column) <= (
            finding.span.end_line,
            finding.span.end_column,
        )
        assert finding.message.endswith((".", "?"))
        assert finding.advice


def test_checks_are_of_the_rules_only(findings: Find) -> None:
    rules = {rule.code: rule.severity for rule in all_rules()}
    for one in findings(strands_1=BARE):
        assert one.severity is rules[one.code]
        assert one.severity is not Severity.NOTE
