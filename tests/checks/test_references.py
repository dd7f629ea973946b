"""Rules SC211 to SC216: circles, order, and whether those who are named were there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl import Finding

Expect = Callable[..., list[Finding]]
Find = Callable[..., list[Finding]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
STRAND = "id: '1'\ntitle: Waits\nactions:\n"
OWNERS = """\
bodies:
  council: {name: The Council, kind: council}
  ccg: {name: North CCG, kind: health, until: 2022-06-30, successor: icb}
  icb: {name: North ICB, kind: health, from: 2022-07-01}
  trust: {name: Community Health, kind: health}
posts:
  head: {title: Head of SEND, body: council}
  old: {title: SEND Lead, body: council, until: 2022-08}
  new: {title: SEND Manager, body: council, from: 2022-11-01}
  ccg-nurse: {title: Chief Nurse, body: ccg}
  icb-nurse: {title: Chief Nurse, body: icb}
  ccg-clerk: {title: Clerk, body: ccg}
"""


def actions(*lines: str) -> str:
    return STRAND + "".join(f"  - {{title: A, {line}}}\n" for line in lines)


# SC211


def test_circle_of_two(expect: Expect) -> None:
    (found,) = expect(
        "SC211", strands_1=actions("id: A, depends_on: [C, »B]", "id: B, depends_on: A", "id: C")
    )
    assert found.message == "Actions wait for each other in a circle: A → B → A."
    (other,) = found.related
    assert other.message == "'B' leads on to 'A'"
    assert other.place.path == ("actions", 1, "depends_on")  # as it is written: no list


def test_circle_over_files(expect: Expect) -> None:
    expect(
        "SC211",
        strands_1=actions("id: A, depends_on: »B"),
        strands_2=actions("id: B, depends_on: [C]", "id: C, depends_on: A").replace("'1'", "'2'"),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("id: A, depends_on: »A", "The action 'A' waits for itself."),
        ("id: A, parent: »A", "The action 'A' is a part of itself."),
    ],
)
def test_circle_of_one(expect: Expect, line: str, message: str) -> None:
    (found,) = expect("SC211", strands_1=actions(line))
    assert found.message == message
    assert not found.related


def test_circle_of_successors(expect: Expect) -> None:
    owners = "bodies:\n  a: {name: A, successor: »b}\n  b: {name: B, successor: a}\n"
    (found,) = expect("SC211", owners=owners)
    assert found.message == "Bodies follow each other in a circle: a → b → a."


def test_no_circle(expect: Expect) -> None:
    lines = ("id: A", "id: B, depends_on: [A, A], parent: A", "id: C, depends_on: [A, B]")
    expect("SC211", strands_1=actions(*lines))


def test_a_long_circle_is_told_in_short(expect: Expect) -> None:
    count = 3000  # far beyond the depth of Python's own stack
    lines = [f"id: A{number}, depends_on: A{(number + 1) % count}" for number in range(count)]
    lines[0] = "id: A0, depends_on: »A1"
    (found,) = expect("SC211", strands_1=actions(*lines))
    assert "(2991 more) → A2999 → A0." in found.message
    assert len(found.related) == 9


# SC212


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("due: 2022-10", "due: 2022-12, depends_on: A"),
        ("due: 2022-12", "due: 2022-12-16, depends_on: A"),  # it may be done by then
        ("due: 2022-12-17", "due: 2022-12-16, depends_on: »A"),
        ("due: 2023-01", "due: 2022-12, depends_on: [C, »A]"),
        ("due: 2023-01, status: complete", "due: 2022-12, depends_on: A"),
        ("due: 2023-01", "due: 2022-12, depends_on: A, status: complete"),
        ("due: 2023-01", "due: 2022-12, depends_on: A, status: stopped"),
        ("due: ongoing", "due: 2022-12, depends_on: A"),
        ("start: 2023-01", "due: 2022-12, depends_on: A"),
        ("due: 2023-01", "depends_on: A"),
    ],
)
def test_before_its_dependency(expect: Expect, first: str, then: str) -> None:
    expect("SC212", strands_1=actions(f"id: A, {first}", f"id: B, {then}", "id: C"))


# SC213


@pytest.mark.parametrize(
    "line",
    [
        "due: 2022-12, owners: {lead: head}",
        "due: 2022-08-15, owners: {lead: old}",
        "due: 2022-08-31, owners: {lead: old}",
        "due: 2022-09-01, owners: {lead: »old}",
        "due: 2022-09, owners: {lead: [head, old]}",  # a colleague takes over
        "due: 2022-09, owners: {lead: head, partners: [trust, »old]}",
        "due: 2022-12, owners: {lead: »ccg-nurse}",  # the post ends with its body
        "due: 2022-12, owners: {lead: [ccg-nurse, icb-nurse]}",
        "due: 2022-12, owners: {lead: [ccg-nurse, icb]}",
        "due: 2022-12, owners: {lead: [»ccg-nurse, head]}",
        "due: 2022-06, owners: {lead: ccg-nurse}",
        "due: 2022-06-29, owners: {lead: »icb-nurse}",
        "due: 2022-07, owners: {lead: icb-nurse}",
        "due: 2022-10, owners: {accountable: »new}",
        "due: 2022-12, completed: 2022-06-20, status: complete, owners: {lead: ccg-nurse}",
        "due: 2022-12, completed: 2022-07-20, status: complete, owners: {lead: »ccg-nurse}",
        "due: 2022-12, status: stopped, owners: {lead: ccg-nurse}",
        "due: 2022-12, owners: {lead: nobody-known}",
    ],
)
def test_owner_not_there(findings: Find, line: str) -> None:
    found = findings(owners=OWNERS, strands_1=actions(f"id: A, {line.replace('»', '')}"))
    columns = [one.span.column for one in found if one.code == "SC213"]
    mark = f"  - {{title: A, id: A, {line}".find("»") + 1
    assert columns == ([mark] if "»" in line else [])


@pytest.mark.parametrize(
    ("owner", "message", "advice"),
    [
        (
            "ccg-nurse",
            "'ccg-nurse' exists only until 30 June 2022, but the action 'A' is due (2022-12).",
            "Name 'icb-nurse', the same post at 'icb', which took over from 'ccg'.",
        ),
        (
            "ccg-clerk",
            "'ccg-clerk' exists only until 30 June 2022, but the action 'A' is due (2022-12).",
            "Name a post of 'icb', which took over from 'ccg'.",
        ),
        (
            "ccg",
            "'ccg' exists only until 30 June 2022, but the action 'A' is due (2022-12).",
            "Name 'icb', which took over from it.",
        ),
        (
            "old",
            "'old' exists only until 31 August 2022, but the action 'A' is due (2022-12).",
            "Name who does it then, or correct the dates in owners.yaml.",
        ),
    ],
)
def test_advice_names_the_successor(expect: Expect, owner: str, message: str, advice: str) -> None:
    line = f"id: A, due: 2022-12, owners: {{lead: »{owner}}}"
    (found,) = expect("SC213", owners=OWNERS, strands_1=actions(line))
    assert (found.message, found.advice) == (message, advice)
    (where,) = found.related
    assert where.place.file == "owners.yaml"


def test_a_ccg_ends_even_when_owners_yaml_does_not_say_so(expect: Expect) -> None:
    owners = "bodies: {n: {name: North CCG, kind: health}}\n"
    line = "id: A, due: 2022-12, owners: {lead: »n}"
    expect("SC213", owners=owners, strands_1=actions(line))
    wales = f"{HEAD}calendar: {{nation: wales}}\n"
    expect("SC213", plan=wales, owners=owners, strands_1=actions(line.replace("»", "")))


# SC214


@pytest.mark.parametrize(
    "line",
    [
        "signoff: [{post: icb-nurse, on: 2022-07-01}]",
        "signoff: [{post: »icb-nurse, on: 2022-06-30}]",
        "signoff: [{post: ccg-nurse}]",
        "signoff: [{on: 2022-07-01, post: »ccg-nurse}]",
        "reviews: [{on: 2022-05-24, with: [council, ccg, »icb]}]",
        "versions: [{number: '1', on: 2022-07-01, by: »ccg-nurse}]",
        "updates: [{on: 2022-07-01, by: »ccg-nurse, note: Done.}]",
        "steps: [{id: a, title: A, owner: »ccg-nurse, done: 2022-07-01}]",
        "steps: [{id: a, title: A, owner: ccg-nurse, due: 2022-12-01}]",
        "public: {approved: {on: 2022-07-01, by: »ccg-nurse}}",
    ],
)
def test_not_there_on_the_day(expect: Expect, line: str) -> None:
    expect("SC214", plan=f"{HEAD}{line}\n", owners=OWNERS)


def test_not_there_on_the_day_of_a_report_move_or_judgement(expect: Expect) -> None:
    expect(
        "SC214",
        owners=OWNERS,
        weaknesses="weaknesses:\n  - {id: W1, covered_by: {reason: x}, judgements: "
        "[{on: 2022-09-01, by: »ccg, result: closed}]}\n",
        strands_1=actions(
            "id: A, updates: [{on: 2022-08-31, by: old, note: A.}, {on: 2022-09-01, by: »old, "
            "note: A.}]",
            "id: B, moved: [{from: 2022-10, to: 2022-11, on: 2022-09-02, agreed_by: »ccg}]",
        ),
    )


# SC215


@pytest.mark.parametrize(
    "body",
    [
        "»{name: North CCG, kind: health}",
        "»{name: NHS North Clinical Commissioning Group, kind: health}",
        "{name: North CCG, kind: health, until: »2022-07-01}",
        "{name: North CCG, kind: health, until: 2022-06}",
        "{name: North CCG, kind: health, until: 2022}".replace("2022}", "2020-03-31}"),
        "{name: North CCG, kind: other}",
        "{name: North ICB (formerly North CCG), kind: health}",
        "{name: NHS North Integrated Care Board, kind: health}",
        "{name: NHS North Integrated Care Board, kind: health, from: »2022-06-01}",
        "{name: NHS North ICB, kind: health, from: 2022-07}",
        "{name: Accggregate Health, kind: health}",
    ],
)
def test_health_bodies(expect: Expect, body: str) -> None:
    expect("SC215", owners=f"bodies:\n  n: {body}\n")


def test_a_ccg_had_no_end_before_it_was_abolished(expect: Expect) -> None:
    owners = "bodies: {n: %s{name: North CCG, kind: health}}\n"
    expect("SC215", today=date(2022, 6, 30), owners=owners % "")
    expect("SC215", today=date(2022, 7, 1), owners=owners % "»")


# SC216


@pytest.mark.parametrize(
    "files",
    [
        {"plan": f"{HEAD}authorities: [council, »ccg]\n"},
        {"plan": f"{HEAD}authorities: [council, ccg, icb]\n"},
        {"plan": f"{HEAD}accountable_officers: »ccg-nurse\n"},
        {"plan": f"{HEAD}accountable_officers: [old, head]\n"},
        {"plan": f"{HEAD}accountable_officers: [new]\n"},  # still to come
        {"weaknesses": "weaknesses: [{id: W, covered_by: {reason: x}, responsible: »ccg}]\n"},
        {"strands_1": "id: '1'\ntitle: A\nleads: [»old, icb-nurse]\n"},
        {"measures": "measures: [{id: M, title: M, owner: »old}]\n"},
        {"risks": "risks: [{id: R, title: R, owner: »old}]\n"},
        {"risks": "risks: [{id: R, title: R, owner: old, closed: 2022-07-01}]\n"},
        {"governance": "boards: [{id: b, title: The board, chair: »old}]\n"},
        {"strands_1": actions("id: A, due: ongoing, owners: {lead: »old}")},
        {"strands_1": actions("id: A, owners: {lead: head, partners: [»ccg, head]}")},
        {"strands_1": actions("id: A, due: ongoing, status: complete, owners: {lead: old}")},
        {"strands_1": actions("id: A, due: 2022-12, owners: {lead: old}")},  # SC213's matter
    ],
)
def test_no_longer_there(expect: Expect, files: dict[str, str]) -> None:
    expect("SC216", owners=OWNERS, **files)


def test_a_ring_of_successors_ends(expect: Expect) -> None:
    owners = (
        "bodies:\n  a: {name: A, until: 2022-01, successor: »b}\n"
        "  b: {name: B, until: 2022-01, successor: a}\n"
    )
    found = expect("SC211", owners=owners, plan=f"{HEAD}authorities: [a]\n")
    assert len(found) == 1
