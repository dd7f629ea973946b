"""Each rule: » stands before each mistake, so the exact line and column are stated in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl import Finding

Told = Callable[..., list[str]]
Find = Callable[..., list[Finding]]
Expect = Callable[..., list[Finding]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
POSTS = "posts:\n  head: {title: Head}\n"
ACTION = "id: '1'\ntitle: Waits\nactions:\n"
LED = "owners: {lead: head}, success: [One is hired], due: 2022-12"
W1 = "weaknesses:\n  - {id: W1, covered_by: {reason: See the strategy.}}\n"


def test_a_good_plan_has_nothing(told: Told) -> None:
    assert told() == []
    action = f"  - {{id: '1.1', title: Hire, {LED}}}\n"
    assert told(owners=POSTS, weaknesses=W1, strands_1=ACTION + action) == []


# SC201


def test_reference_to_an_owner(expect: Expect) -> None:
    action = "  - {id: '1.1', title: Hire, owners: {lead: [head, »haed]}, due: 2022-12}\n"
    expect("SC201", owners=POSTS, strands_1=ACTION + action)


@pytest.mark.parametrize(
    "line",
    [
        "authorities: [»head]",  # a post is not a body
        "accountable_officers: »nobody",
        "signoff: [{post: »board}]",
        "advisers: [{post: »dfe-adviser}]",
        "reviews: [{on: 2022-09-01, with: [»dfe]}]",
        "steps: [{id: a, title: A, owner: »clerk}]",
        "steps: [{id: a, title: A, due: »2022-autumn}]",
        "steps: [{id: a, title: A, due: »{by: end, term: 2022-autumn}}]",
        "versions: [{number: '1', on: 2022-09-01, by: »clerk}]",
        "updates: [{on: 2022-09-01, by: »clerk, note: Done.}]",
    ],
)
def test_reference_in_the_head(expect: Expect, line: str) -> None:
    expect("SC201", plan=HEAD + line, owners=POSTS)


@pytest.mark.parametrize(
    "more",
    [
        "weaknesses: [W1, »W9]",
        "measures: »M9",
        "depends_on: ['1.0', »'9.9']",
        "objective: »'1.A'",
        "parent: »'1'",
        "coproduced_with: [head, »parents]",
        "start: »2022-summer",
        "updates: [{on: 2022-09-01, by: »clerk, note: Done.}]",
        "moved: [{from: 2022-10, to: »2022-autumn, on: 2022-09-05, agreed_by: »board}]",
    ],
)
def test_reference_of_an_action(expect: Expect, more: str) -> None:
    actions = f"  - {{id: '1.0', title: A, {LED}}}\n  - {{id: '1.1', title: B, {LED}, {more}}}\n"
    expect("SC201", owners=POSTS, weaknesses=W1, strands_1=ACTION + actions)


def test_a_board_is_a_party_but_no_owner(expect: Expect) -> None:
    boards = "boards: [{id: board, title: The board}]\n"
    plan = HEAD + "signoff: [{post: board}]\naccountable_officers: [»board]\n"
    expect("SC201", plan=plan, governance=boards)


def test_advice_of_a_reference(expect: Expect) -> None:
    steps = "steps: [{id: a, title: A, due: »2022-autumn}]\n"
    body, term = expect(
        "SC201",
        plan=f"{HEAD}authorities: [»councl]\n{steps}",
        owners="bodies: {council: {name: The council}}\n",
    )
    assert body.message == "There is no body 'councl'."
    assert body.advice == "Did you mean 'council'?"
    assert term.message == "There is no school term '2022-autumn'."
    assert term.advice == "Add it to `terms:` in plan.yaml, or correct it."


_ONE_ACTION = (
    "id: '1'\ntitle: A\nweaknesses: W1\n"
    "actions: [{id: A, title: A, success: One., due: 2022-12, owners: {lead: x}}]\n"
)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"owners": "posts: [", "weaknesses": "weaknesses: [", "strands_1": _ONE_ACTION},
            ["SC005 owners:1:8", "SC005 weaknesses:1:13"],
        ),
        (
            {"weaknesses": "weaknesses: [{id: W1}]", "strands_1": "actions: ["},
            ["SC005 strands/1:1:10"],
        ),
        (
            {"weaknesses": "weaknesses: [{id: W1}]", "strands_1": _ONE_ACTION},
            ["SC201 strands/1:4:73"],
        ),
    ],
)
def test_what_an_unread_file_holds_is_not_missed(
    told: Callable[..., list[str]], files: dict[str, str], expected: list[str]
) -> None:
    """Its own finding says enough: not one more for each reference into it."""
    assert told(**files) == expected


def test_what_a_folder_that_cannot_be_listed_holds_is_not_missed(
    told: Callable[..., list[str]], tmp_path: Path
) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/strands").write_text("a file, not a folder")
    risks = "risks: [{id: R1, title: A, actions: [A]}]"
    assert told(weaknesses="weaknesses: [{id: W1}]", risks=risks) == ["SC001 strands:1:1"]


def test_a_retired_id_is_given_its_present_one(expect: Expect) -> None:
    action = f"  - {{id: A, title: A, {LED}, weaknesses: »A}}\n"
    weaknesses = "weaknesses:\n  - {id: W1, formerly: [A, B], covered_by: {reason: See W2.}}\n"
    (found,) = expect("SC201", owners=POSTS, weaknesses=weaknesses, strands_1=ACTION + action)
    assert found.advice == "It is 'W1' now."


# SC202


def test_duplicate_ids(expect: Expect) -> None:
    actions = f"  - {{id: A1, title: One, {LED}}}\n  - {{id: »A1, title: Two, {LED}}}\n"
    (found,) = expect("SC202", owners=POSTS, strands_1=ACTION + actions)
    (first,) = found.related
    assert first.place.span is not None
    assert (first.place.file, first.place.span.line) == ("strands/1.yaml", 4)


TWO = "  - {id: X, title: A}\n  - {id: »X, title: B}\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("measures", "measures:\n" + TWO),
        ("risks", "risks:\n" + TWO),
        ("governance", "boards:\n" + TWO),
        ("plan", f"{HEAD}steps:\n" + TWO),
        (
            "weaknesses",
            f"weaknesses:\n{TWO.replace('title: ', 'covered_by: {reason: x}, short: ')}",
        ),
        ("strands_1", "id: '1'\ntitle: A\nobjectives:\n" + TWO),
    ],
)
def test_duplicate_id_of_each_kind(expect: Expect, file: str, text: str) -> None:
    expect("SC202", **{file: text})


def test_duplicate_strand_in_two_files(expect: Expect) -> None:
    expect("SC202", strands_1="id: '1'\ntitle: Waits\n", strands_2="id: »'1'\ntitle: Waits\n")


def test_two_kinds_may_share_an_id(expect: Expect) -> None:
    expect(
        "SC202",
        weaknesses="weaknesses: [{id: '1', covered_by: {reason: x}}]\n",
        strands_1="id: '1'\ntitle: A\n",
        measures="measures: [{id: '1', title: A}]\n",
    )


def test_bodies_posts_and_boards_share_their_keys(expect: Expect) -> None:
    owners = "bodies:\n  board: {name: A body}\nposts:\n  »board: {title: A post}\n"
    expect("SC202", owners=owners, governance="boards: [{id: »board, title: A board}]\n")


def test_an_id_that_another_weakness_had_is_not_used_again(expect: Expect) -> None:
    text = "weaknesses:\n  - {id: W1, formerly: [A, W1], covered_by: {reason: x}}\n"
    expect("SC202", weaknesses=text)
    expect("SC202", weaknesses=text + "  - {id: »A, covered_by: {reason: x}}\n")


# SC203


def test_framework_names(expect: Expect) -> None:
    framework = f"{HEAD}framework: area-send-2016\n"
    expect("SC203", plan=framework)
    expect("SC203", plan=framework + "events: {»report_recieved: 2022-05-19}\n")
    expect("SC203", plan=framework + "stated:\n  »wosa: 2022-08-30\n  wsoa: 2022-08-30\n")
    expect("SC203", plan=f"{HEAD}framework: »area-2016\nevents: {{anything: 2022-05-19}}\n")


def test_dates_without_a_framework(expect: Expect) -> None:
    (found,) = expect("SC203", plan=f"»{HEAD}stated: {{wsoa: 2022-08-30}}\n")
    assert found.place.path == ("framework",)
    assert "area-send-2023" in found.advice
    (dates,) = found.related
    assert dates.place.span is not None
    assert dates.place.span.line == 3


# SC204


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The folder of the plan before this one."""
    folder = tmp_path / "earlier"
    folder.mkdir()
    (folder / "plan.yaml").write_text(HEAD, encoding="utf-8")
    return folder


def test_parent(expect: Expect, earlier: Path) -> None:
    (earlier / "weaknesses.yaml").write_text("weaknesses: [{id: W1, formerly: [A]}]\n", "utf-8")
    parent = "parent: {plan: ../earlier, weaknesses: [W1, A, »B]}\n"
    (found,) = expect("SC204", plan=HEAD + parent)
    assert found.message == "The parent plan has no weakness 'B'."


def test_parent_that_cannot_be_read_has_no_weaknesses(expect: Expect, earlier: Path) -> None:
    (earlier / "weaknesses.yaml").write_text("weaknesses: [\n", "utf-8")
    found = expect("SC204", plan=f"{HEAD}parent: {{plan: ../earlier, weaknesses: [»W1]}}\n")
    assert all(one.advice for one in found)


@pytest.mark.parametrize("name", ["../none", "plan.yaml", "a" * 300, "'/'", "'~'"])
def test_parent_that_is_not_there(expect: Expect, name: str) -> None:
    (found,) = expect("SC204", plan=f"{HEAD}parent: {{plan: »{name}}}\n")
    assert found.message.startswith("There is no plan in '")


def test_a_plan_can_be_its_own_parent(told: Told) -> None:
    assert told(plan=f"{HEAD}parent: {{plan: .}}\n") == []


# SC205


def test_codes(expect: Expect) -> None:
    expect("SC205", plan=f"{HEAD}checks: {{SC402: note, »SC005: note, »x: error}}\n")
    waivers = "waivers:\n  - {reason: x, until: 2022-12-31, code: »SC105}\n"
    expect("SC205", plan=HEAD + waivers)


# SC301

TERMS = (
    "terms:\n  2022-autumn: {start: 2022-09-05, end: 2022-12-16}\n"
    "  2023-spring: {start: 2023-01-03, end: 2023-03-31}\n"
)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2022-12-16", "»2022-12-15"),
        ("2022-12-16", "2022-12-16"),
        ("2022-12", "»2022-11-30"),
        ("2022-12", "2022-12-01"),
        ("2022-12-16", "»2022-11"),
        ("2022-12-16", "2022-12"),
        ("2022-10-01", "»2022/23-Q2"),
        ("2022-09-30", "2022/23-Q2"),
        ("2022-12-31", "ongoing"),
        ("immediate", "2022-01-01"),
        ("2023-spring", "»2022-autumn"),
        ("2022-autumn", "2023-spring"),
        ("2022-autumn", "{by: start, term: 2022-autumn}"),
        ("2022-10-01", "»{by: start, term: 2022-autumn}"),
        ("2022-10-01", "{by: end, term: 2022-autumn}"),
    ],
)
def test_date_order_of_actions(expect: Expect, start: str, due: str) -> None:
    action = f"  - id: '1.1'\n    title: A\n    owners: {{lead: head}}\n    start: {start}\n"
    strand = f"{ACTION}{action}    due: {due}\n"
    expect("SC301", plan=HEAD + TERMS, owners=POSTS, strands_1=strand)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("plan", f"{HEAD}inspection: {{started: 2022-03-04, ended: »2022-03-03}}\n"),
        ("plan", f"{HEAD}terms: {{t: {{start: 2022-03-04, end: »2022-03-03}}}}\n"),
        ("owners", "posts: {a: {title: A, from: 2022-07, until: »2022-06}}\n"),
        ("owners", "bodies: {a: {name: A, until: »2022-06, from: 2022-07}}\n"),
    ],
)
def test_date_order_elsewhere(expect: Expect, file: str, text: str) -> None:
    (found,) = expect("SC301", **{file: text})
    assert len(found.related) == 1


def test_completed_before_start(expect: Expect) -> None:
    action = f"  - {{id: A, title: A, {LED}, start: 2022-08-01, completed: »2022-07-31}}\n"
    expect("SC301", owners=POSTS, strands_1=ACTION + action)


# SC302


@pytest.mark.parametrize(
    "events",
    [
        "{report_received: 2022-05-19, report_published: 2022-05-26}",
        "{report_received: 2022-05-19, report_published: 2022-05-19}",
        "{report_received: 2022-05-26, report_published: »2022-05-19}",
        "{report_received: {source: The letter, on: »2022-02-01}}",
        # where the event between the two is not known, the nearest earlier one counts
        "{report_received: 2022-05-19, wsoa_judged_fit: »2022-05-18}",
        "{inspection_ended: »2022-02-27}",
        "{revisit_ended: »2022-02-01}",
    ],
)
def test_event_order(expect: Expect, events: str) -> None:
    head = f"{HEAD}framework: area-send-2016\ninspection: {{started: 2022-02-28}}\n"
    expect("SC302", plan=f"{head}events: {events}\n")


def test_both_dates_of_the_inspection_are_told_once(expect: Expect) -> None:
    inspection = "inspection: {started: 2022-03-04, ended: »2022-02-28}\n"
    expect("SC301", plan=f"{HEAD}framework: area-send-2016\n{inspection}")


# SC401


@pytest.mark.parametrize(
    ("weakness", "strand"),
    [
        ("»{id: W1}", ""),
        ("»{id: W1}", "weaknesses: W1"),  # a strand without actions answers nothing
        ("{id: W1}", f"weaknesses: W1\nactions: [{{id: A, title: A, {LED}}}]"),
        ("{id: W1}", f"actions: [{{id: A, title: A, weaknesses: W1, {LED}}}]"),
        ("{id: W1, covered_by: {reason: x}}", ""),
        ("{id: W1, covered_by: »{weaknesses: W1}}", ""),  # nothing covers itself
        ("{id: W1, covered_by: »{}}", ""),
    ],
)
def test_weakness_without_action(expect: Expect, weakness: str, strand: str) -> None:
    expect(
        "SC401",
        owners=POSTS,
        weaknesses=f"weaknesses:\n  - {weakness}\n",
        strands_1=f"id: '1'\ntitle: A\n{strand}\n",
    )


def test_an_action_with_weaknesses_of_its_own_does_not_answer_those_of_its_strand(
    expect: Expect,
) -> None:
    actions = f"actions: [{{id: A, title: A, weaknesses: W1, {LED}}}]\n"
    expect(
        "SC401",
        owners=POSTS,
        weaknesses="weaknesses:\n  - {id: W1}\n  - »{id: W2}\n",
        strands_1=f"id: '1'\ntitle: A\nweaknesses: [W1, W2]\n{actions}",
    )


# SC402, SC403, SC404


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("SC402", f"{{id: A, title: Hire, {LED}}}"),
        ("SC402", "{id: A, title: Hire, owners: {accountable: head}, due: ongoing}"),
        ("SC402", "»{id: A, title: Hire, due: 2022-12}"),
        ("SC402", "{id: A, title: Hire, due: 2022-12, owners: »{sponsor: head}}"),
        ("SC403", "»{id: A, title: Hire, owners: {lead: head}}"),
        ("SC403", "{id: A, title: Hire, owners: {lead: head}, »due: }"),
        ("SC404", f"»{{title: Hire, {LED}}}"),
    ],
)
def test_what_an_action_must_have(expect: Expect, code: str, action: str) -> None:
    expect(code, owners=POSTS, strands_1=f"{ACTION}  - {action}\n")


def test_an_action_is_named_by_its_title_when_it_has_no_id(findings: Find) -> None:
    found = findings(strands_1=f"{ACTION}  - {{title: Hire, success: One is hired}}\n")
    assert [one.message for one in found] == [
        "The action 'Hire' names nobody who leads it.",
        "The action 'Hire' has no due date.",
        "The action 'Hire' has no id.",
    ]


# SC207, SC208


def test_waivers_that_ended(expect: Expect) -> None:
    waivers = (
        "waivers:\n"
        "  - {code: SC402, reason: A, until: »2022-09-29}\n"
        "  - {code: SC402, of: '1.1', reason: A, until: »2021-01-01}\n"
    )
    first, second = expect("SC207", plan=HEAD + waivers)
    assert first.message == "The waiver of SC402 ended on 2022-09-29."
    assert second.message == "The waiver of SC402 of '1.1' ended on 2021-01-01."


def test_waivers_that_nothing_needs(expect: Expect) -> None:
    waivers = (
        "waivers:\n"
        "  - »{code: SC402, reason: A, until: 2022-09-30}\n"
        "  - »{code: SC403, of: '1.1', reason: A, until: 2022-12-31}\n"
    )
    action = f"  - {{id: '1.1', title: Hire, {LED}}}\n"
    first, second = expect("SC208", plan=HEAD + waivers, owners=POSTS, strands_1=ACTION + action)
    assert first.message == "There is no SC402 to waive."
    assert second.message == "There is no SC403 of '1.1' to waive."
