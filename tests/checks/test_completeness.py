"""Rules SC410 to SC419: what actions, measures and the plan as a whole must say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl import Finding

Expect = Callable[..., list[Finding]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
STRAND = "id: '1'\ntitle: Waits\n"
OWNERS = """\
bodies:
  council: {name: The Council, kind: council}
  ccg: {name: North CCG, kind: health, until: 2022-06-30, successor: icb}
  icb: {name: North ICB, kind: health, from: 2022-07-01}
  school: {name: Hill School, kind: school}
posts:
  head: {title: Head of SEND, body: council}
  nurse: {title: Chief Nurse, body: icb}
  old-nurse: {title: Chief Nurse, body: ccg}
  loose: {title: Somebody}
  all: {title: All partners}
  tbc: {title: To be confirmed}
"""


def strand(*lines: str, head: str = "") -> str:
    listed = "".join(f"  - {{id: A{n}, title: A, {line}}}\n" for n, line in enumerate(lines))
    return f"{STRAND}{head}actions:\n{listed}"


# SC410


@pytest.mark.parametrize(
    "action",
    [
        "»{id: A, title: A}",
        "{id: A, title: A, success: One is hired}",
        "{id: A, title: A, measures: M}",
        "{id: A, title: A, success: »[]}",
        "{id: A, title: A, objective: O1}",
        "{id: A, title: A, objective: O2}",
        "»{id: A, title: A, objective: O3}",
        "{id: A, title: A, status: stopped}",
    ],
)
def test_action_without_measure(expect: Expect, action: str) -> None:
    expect(
        "SC410",
        measures="measures: [{id: M, title: M, for: O2}]\n",
        strands_1=f"{STRAND}objectives: [{{id: O1, title: O, measures: M}}, {{id: O2, title: O}}, "
        f"{{id: O3, title: O}}]\nactions:\n  - {action}\n",
    )


# SC411


@pytest.mark.parametrize(
    ("measure", "lacks"),
    [
        ("»{id: M, title: M}", "`unit`, `direction`, `baseline` and `target`"),
        ("»{id: M, title: M, unit: count, direction: lower, target: {value: 1}}", "`baseline`"),
        ("»{id: M, title: M, unit: count, baseline: {value: 1}, target: {value: 2}}",
         "`direction`"),
        ("{id: M, title: M, unit: yes_no, baseline: {value: no}, target: {value: yes}}", ""),
        ("»{id: M, title: M, unit: yes_no, direction: higher}", "`baseline` and `target`"),
        (("{id: M, title: M, unit: count, direction: lower, baseline: {value: fewer than 5}, "
         "target: {value: '0'}}"), ""),
    ],
)  # fmt: skip
def test_measure_without_parts(expect: Expect, measure: str, lacks: str) -> None:
    found = expect("SC411", measures=f"measures:\n  - {measure}\n")
    assert [one.message for one in found] == ([f"The measure 'M' lacks {lacks}."] if lacks else [])


# SC412, SC413


@pytest.mark.parametrize(
    ("code", "owners"),
    [
        ("SC412", "{lead: »council}"),
        ("SC412", "{lead: [»icb, council]}"),
        ("SC412", "{lead: »council, accountable: icb}"),
        ("SC412", "{lead: council, accountable: head}"),
        ("SC412", "{lead: [head, icb]}"),
        ("SC412", "{accountable: »icb}"),
        ("SC412", "{lead: school}"),
        ("SC412", "{partners: council}"),
        ("SC413", "{lead: »all}"),
        ("SC413", "{lead: head, accountable: [nurse, »tbc]}"),
        ("SC413", "{lead: head, partners: all}"),
        ("SC413", "{lead: head}"),
    ],
)
def test_owners(expect: Expect, code: str, owners: str) -> None:
    expect(code, owners=OWNERS, strands_1=strand(f"owners: {owners}"))


@pytest.mark.parametrize(
    ("name", "nobody"),
    [
        ("All", True),
        ("all of the above", True),
        ("All the partners", True),
        ("Everyone", True),
        ("various services", True),
        ("TBC", True),
        ("t.b.c.", True),
        ("To be appointed", True),
        ("Vacancy", True),
        ("N/A", True),
        ("Allied Health Professions Lead", False),
        ("All-age Autism Lead", False),
        ("Head of all services", False),
        ("Joint Commissioning Manager", False),
        ("Shared Lives Manager", False),
        ("Tbilisi Office", False),
    ],
)
def test_names_that_are_nobody(expect: Expect, name: str, nobody: bool) -> None:
    mark = "»" if nobody else ""
    owners = f'posts: {{p: {{title: "{name}"}}}}\n'
    expect("SC413", owners=owners, strands_1=strand(f"owners: {{lead: {mark}p}}"))


# SC414, SC415

JOINT = f"{HEAD}authorities: "


@pytest.mark.parametrize(
    ("authorities", "leads"),
    [
        ("»[council, icb]", ["head", "head"]),
        ("[council, icb]", ["head", "nurse"]),
        ("[council, icb]", ["head"]),  # one action is no pattern
        ("[council]", ["head", "head"]),
        ("[ccg, icb]", ["nurse", "nurse"]),  # one body, before and after
        ("»[council, icb]", ["nurse", "old-nurse"]),
        ("[council, icb]", ["head", "loose"]),
        ("[council, icb]", ["head", "nobody-known"]),
    ],
)
def test_one_body_owns_all(
    findings: Callable[..., list[Finding]], authorities: str, leads: list[str]
) -> None:
    found = findings(
        plan=f"{JOINT}{authorities.strip('»')}\n",
        owners=OWNERS,
        strands_1=strand(*(f"owners: {{lead: {lead}}}" for lead in leads)),
    )
    places = [(one.span.line, one.span.column) for one in found if one.code == "SC414"]
    assert places == ([(3, 14)] if "»" in authorities else [])


@pytest.mark.parametrize(
    "head",
    [
        "authorities: [council, icb]\nsignoff: »[{post: head}]\n",
        "authorities: [council, icb]\nsignoff: [{post: head}, {post: nurse}]\n",
        "authorities: [council, ccg]\nsignoff: [{post: head}, {post: nurse}]\n",
        "authorities: [council, ccg, icb]\nsignoff: [{post: council}, {post: old-nurse}]\n",
        "authorities: council\nsignoff: »[]\n",
        "",
    ],
)
def test_no_sign_off(expect: Expect, head: str) -> None:
    expect("SC415", plan=HEAD + head, owners=OWNERS)


def test_sign_off_is_asked_of_the_bodies_that_answer_for_weaknesses(expect: Expect) -> None:
    weakness = "weaknesses: [{id: W, covered_by: {reason: x}, responsible: [council, icb]}]\n"
    (found,) = expect("SC415", plan=f"»{HEAD}", owners=OWNERS, weaknesses=weakness)
    assert found.message == "Nobody signs the plan for The Council, North ICB."


# SC416


@pytest.mark.parametrize(
    ("governance", "action"),
    [
        ("»coproduction: {}\n", ""),
        ("»statement: We meet.\n", ""),
        ("coproduction: {statement: With families.}\n", ""),
        ("coproduction: {took_part: [{who: Parents}]}\n", ""),
        ("statement: We meet.\n", ", coproduced_with: council"),
    ],
)
def test_no_coproduction(
    findings: Callable[..., list[Finding]], governance: str, action: str
) -> None:
    found = findings(
        owners=OWNERS,
        governance=governance.replace("»", ""),
        strands_1=strand(f"due: 2022-12{action}"),
    )
    files = [one.place.file for one in found if one.code == "SC416"]
    assert files == (["governance.yaml"] if "»" in governance else [])


def test_no_coproduction_is_told_once_there_are_actions(expect: Expect) -> None:
    expect("SC416", governance="statement: We meet.\n", strands_1=STRAND)


# SC417


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("Improved communication with families", "Improved"),
        ("Waits reduce", "reduce"),
        ("Parents feel better informed", "better"),
        ("Reports are made regularly", "regularly"),
        ("Support is timely", "timely"),
        ("Support improves from 40% to 60%", ""),
        ("Waits reduce by half", ""),
        ("Reports are made every month", ""),
        ("All schools improve their offer", ""),
        ("The pathway is published", ""),
        ("Regulations are met", ""),
        ("The strategy for improvisation", ""),
    ],
)
def test_vague_criteria(expect: Expect, words: str, vague: str) -> None:
    mark = "»" if vague else ""
    found = expect("SC417", strands_1=strand(f"due: 2022-12, success: [{mark}{words}]"))
    assert [one.message for one in found] == ([f"“{vague}” cannot be checked."] if vague else [])


@pytest.mark.parametrize(
    "files",
    [
        {"strands_1": strand("due: »ongoing")},
        {"strands_1": strand("due: ongoing, review: 2023-01")},
        {"strands_1": strand("due: ongoing, milestones: [{title: A, due: 2023-01}]")},
        {"strands_1": strand("due: »ongoing, milestones: [{title: A}]")},
        {"strands_1": strand("due: immediate")},
        {"measures": "measures: [{id: M, title: M, target: {value: »Improve}}]\n"},
        {"measures": "measures: [{id: M, title: M, target: {value: fewer than 5}}]\n"},
        {
            "measures": "measures: [{id: M, title: M, milestones: [{by: 2022-12, target: »better}, "
            "{by: 2023-01, target: 5}]}]\n"
        },
        {"governance": "boards: [{id: b, title: B, meets: »Regularly}]\n"},
        {"governance": "boards: [{id: b, title: B, meets: Regularly every month}]\n"},
    ],
)
def test_vague_dates_targets_and_meetings(expect: Expect, files: dict[str, str]) -> None:
    expect("SC417", **files)


# SC418


@pytest.mark.parametrize(
    "text",
    [
        STRAND,
        f"»{STRAND}objectives: [{{id: O, title: O}}]\n",
        strand("due: 2022-12"),
        strand("objective: O", head="objectives: [{id: O, title: O}, {id: »P, title: P}]\n"),
        strand("due: 2022-12", head="objectives: [{id: O, title: O}]\n"),  # none is used
    ],
)
def test_nothing_to_do(expect: Expect, text: str) -> None:
    expect("SC418", strands_1=text)


def test_what_could_not_be_read_is_not_missing(expect: Expect) -> None:
    expect("SC005", strands_1="id: '1'\ntitle: A\nactions: »[\n", governance="boards: »[\n")


# SC419


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("To fill in: what will be done", "To fill in"),
        ("to fill in - who", ""),
        ("Forms are hard to fill in: so we help", ""),
        ("Hire [insert number] therapists", "[insert number]"),
        ("Agreed on TBC", "TBC"),
        ("TBCs and the form to fill in", ""),
        ("Read [Insert coins](https://www.example.org)", ""),
        ("Lorem ipsum dolor", "Lorem ipsum"),
    ],
)
def test_still_to_fill_in(expect: Expect, words: str, mark: str) -> None:
    start = "»" if mark else ""
    found = expect("SC419", strands_1=strand(f'due: 2022-12, success: [{start}"{words}"]'))
    said = [f"“{mark}”: this text is still to be written."] if mark else []
    assert [one.message for one in found] == said


def test_the_words_of_others_can_hold_any_mark_but_ours(expect: Expect) -> None:
    expect(
        "SC419",
        weaknesses="weaknesses:\n  - {id: A, wording: Dates are TBC, covered_by: {reason: None}}\n"
        "  - {id: B, wording: »'To fill in: their words', covered_by: {reason: None}}\n",
    )
