"""What is said of each way to break the schema, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.findings import Finding
from sendctl.plan import load_plan
from sendctl.plan.rules import PAGES

HEAD = "area: X\nkind: wsoa\n"
STRAND = "id: S\ntitle: T\nactions:\n  - title: A\n"
KINDS = "wsoa, priority_action_plan, accelerated_progress_plan, strategic_plan, reform_plan"
TWO_READINGS = (
    "For January to March 2023 (financial year) write 2022/23-Q4; for October to December 2022 "
    "(calendar year) write the last month, 2022-12."
)
WRITE_EDGE = "Write {by: start, term: 2023-spring}, or a plain date such as 2022-12-16."
DATES = "2022-12-16, 2022-12, 2022/23-Q3, 2022-autumn, ongoing or immediate"


def findings(folder: Path, files: dict[str, str]) -> tuple[Finding, ...]:
    for name, text in {"plan.yaml": HEAD, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_plan(folder).findings


CASES = [
    # SC101
    (
        "plan.yaml",
        "kind: wsoa\n",
        "SC101 1:1-1:11",
        "The key 'area' is missing here.",
        "Add `area:` and a value.",
    ),
    (
        "weaknesses.yaml",
        "weaknesses:\n  - id: a\n  - short: b\n",
        "SC101 3:5-3:13",
        "The key 'id' is missing here.",
        "Add `id:` and a value.",
    ),
    (
        "weaknesses.yaml",
        "weaknesses:\n  - id:\n    short: b\n",
        "SC101 2:5-2:8",
        "The key 'id' is missing here.",
        "Add `id:` and a value.",
    ),
    (
        "people.yaml",
        "people:\n  a: {from: 2022-01}\n",
        "SC101 2:6-2:21",
        "The key 'name' is missing here.",
        "Add `name:` and a value.",
    ),
    (
        "plan.yaml",
        HEAD + "reviews:\n- {with: [a]}\n",
        "SC101 4:3-4:14",
        "The key 'on' is missing here.",
        "Add `on:` and a value.",
    ),
    (
        "strands/1.yaml",
        STRAND + "    moved: [{to: 2022-12, on: 2022-09-05}]\n",
        "SC101 5:13-5:42",
        "The key 'from' is missing here.",
        "Add `from:` and a value.",
    ),
    # SC102
    (
        "plan.yaml",
        HEAD + "ttile: x\n",
        "SC102 3:1-3:6",
        "The key 'ttile' is not known here.",
        "Did you mean 'title'?",
    ),
    (
        "strands/1.yaml",
        STRAND + "    owners: {leed: a}\n",
        "SC102 5:14-5:18",
        "The key 'leed' is not known here.",
        "Did you mean 'lead'?",
    ),
    (
        "glossary.yaml",
        "'[key]': x\n",
        "SC102 1:1-1:8",
        "The key '[key]' is not known here.",
        "Known here: glossary, illustrative.",
    ),
    (
        "measures.yaml",
        "measures: [{id: M, title: T, about: x}]\n",
        "SC102 1:30-1:35",
        "The key 'about' is not known here.",
        "",
    ),
    (
        "owners.yaml",
        "bodies:\n  name: {name: a, nmae: b}\n",
        "SC102 2:19-2:23",
        "The key 'nmae' is not known here.",
        "Did you mean 'name'?",
    ),
    (
        "people.yaml",
        "people:\n  a: {name: A, nme: B}\n",
        "SC102 2:16-2:19",
        "The key 'nme' is not known here.",
        "Did you mean 'name'?",
    ),
    (
        "people.yaml",
        "people:\n  a:\n  - {name: A, nme: B}\n",
        "SC102 3:15-3:18",
        "The key 'nme' is not known here.",
        "Did you mean 'name'?",
    ),
    (
        "plan.yaml",
        HEAD + "x" * 60 + ": 1\n",
        "SC102 3:1-3:61",
        f"The key '{'x' * 39}…' is not known here.",
        "",
    ),
    # SC103
    (
        "plan.yaml",
        HEAD + "title: [a]\n",
        "SC103 3:8-3:11",
        "Here a text is expected, not a list.",
        "Write one line of text.",
    ),
    (
        "plan.yaml",
        HEAD + "vision: {a: b}\n",
        "SC103 3:9-3:15",
        "Here a text is expected, not a mapping.",
        "Write one line of text.",
    ),
    (
        "plan.yaml",
        HEAD + "steps: soon\n",
        "SC103 3:8-3:12",
        "Here a list is expected, not a text.",
        "Begin each entry on a line of its own with `- `.",
    ),
    (
        "plan.yaml",
        HEAD + "steps: {a: b}\n",
        "SC103 3:8-3:14",
        "Here a list is expected, not a mapping.",
        "Begin each entry on a line of its own with `- `.",
    ),
    (
        "plan.yaml",
        HEAD + "authorities: {a: b}\n",
        "SC103 3:14-3:20",
        "Here a list is expected, not a mapping.",
        "Begin each entry on a line of its own with `- `.",
    ),
    (
        "plan.yaml",
        HEAD + "steps: [soon]\n",
        "SC103 3:9-3:13",
        "Here a mapping is expected, not a text.",
        "Write `key: value` lines below it, indented.",
    ),
    (
        "plan.yaml",
        HEAD + "events: [a]\n",
        "SC103 3:9-3:12",
        "Here a mapping is expected, not a list.",
        "Write `key: value` lines below it, indented.",
    ),
    (
        "plan.yaml",
        HEAD + "events: {a: [b]}\n",
        "SC103 3:13-3:16",
        "Here a mapping is expected, not a list.",
        "Write `key: value` lines below it, indented.",
    ),
    (
        "plan.yaml",
        "area: X\nkind: [wsoa]\n",
        "SC103 2:7-2:13",
        "Here a text is expected, not a list.",
        "Write one line of text.",
    ),
    (
        "plan.yaml",
        HEAD + "as_at: [2022-01-01]\n",
        "SC103 3:8-3:20",
        "A date is expected here, not a list.",
        "Write one date.",
    ),
    (
        "plan.yaml",
        HEAD + "as_at: {by: start, term: x}\n",
        "SC103 3:8-3:28",
        "A date is expected here, not a mapping.",
        "Write one date.",
    ),
    # SC104
    (
        "plan.yaml",
        "area: X\nkind: wosa\n",
        "SC104 2:7-2:11",
        "'wosa' cannot stand here.",
        f"Did you mean 'wsoa'? Known here: {KINDS}.",
    ),
    (
        "plan.yaml",
        "area: X\nkind: zzz\n",
        "SC104 2:7-2:10",
        "'zzz' cannot stand here.",
        f"Known here: {KINDS}.",
    ),
    (
        "plan.yaml",
        "area: X\nkind: WSOA\n",
        "SC104 2:7-2:11",
        "'WSOA' cannot stand here.",
        f"Did you mean 'wsoa'? Known here: {KINDS}.",
    ),
    (
        "plan.yaml",
        HEAD + "checks: {SC455: eror}\n",
        "SC104 3:17-3:21",
        "'eror' cannot stand here.",
        "Did you mean 'error'? Known here: error, warning, note.",
    ),
    # SC105
    (
        "strands/1.yaml",
        STRAND + "    due: 16/12/2022\n",
        "SC105 5:10-5:20",
        "'16/12/2022' is not written as a date here.",
        "Write 2022-12-16.",
    ),
    (
        "strands/1.yaml",
        STRAND + "    due: soon\n",
        "SC105 5:10-5:14",
        "'soon' is not a date.",
        f"Write {DATES}.",
    ),
    (
        "strands/1.yaml",
        STRAND + "    completed: 2022-12\n",
        "SC105 5:16-5:23",
        "'2022-12' is not an exact day.",
        "Write 2022-12-16.",
    ),
    (
        "plan.yaml",
        HEAD + "events: {a: 2022-02-30}\n",
        "SC105 3:13-3:23",
        "There is no such day as 2022-02-30.",
        "Check the month and the day; the order is year-month-day.",
    ),
    (
        "strands/1.yaml",
        STRAND + "    due: {by: [start], term: x}\n",
        "SC105 5:10-5:32",
        "This date is a mapping, but not a term's start or end.",
        WRITE_EDGE,
    ),
    # SC106
    (
        "plan.yaml",
        HEAD + "public: {threshold: five}\n",
        "SC106 3:21-3:25",
        "'five' is not a whole number.",
        "Write digits only, such as 12.",
    ),
    (
        "plan.yaml",
        HEAD + "inspection: {strengths: 1_000}\n",
        "SC106 3:25-3:30",
        "'1_000' is not a whole number.",
        "Write digits only, such as 12.",
    ),
    (
        "plan.yaml",
        HEAD + "local_data: [{title: T, value: [1]}]\n",
        "SC106 3:32-3:35",
        "A figure is expected here, not a list.",
        "Write one number or text.",
    ),
    # SC107
    (
        "plan.yaml",
        HEAD + "public: {names: yes}\n",
        "SC107 3:17-3:20",
        "'yes' is neither true nor false.",
        "Write true or false.",
    ),
    # SC108
    (
        "strands/1.yaml",
        STRAND + "    due: 2022-Q4\n",
        "SC108 5:10-5:17",
        "The quarter 2022-Q4 has two readings.",
        TWO_READINGS,
    ),
    # SC109
    (
        "plan.yaml",
        "sendctl: 2\nnew: x\n",
        "SC109 1:10-1:11",
        "The plan has format 2; this program knows formats up to 1.",
        "Install a newer sendctl.",
    ),
    # SC110
    (
        "plan.yaml",
        HEAD + "title: ''\n",
        "SC110 3:8-3:10",
        "The text is empty.",
        "Write it, or leave the whole key out.",
    ),
    (
        "plan.yaml",
        HEAD + "local_data: [{title: T, value: ''}]\n",
        "SC110 3:32-3:34",
        "The text is empty.",
        "Write it, or leave the whole key out.",
    ),
    (
        "plan.yaml",
        HEAD + "framework: area send\n",
        "SC110 3:12-3:21",
        "'area send' cannot be an id: it holds a space.",
        "Write it without spaces, such as 1.2 or head-of-send.",
    ),
    (
        "owners.yaml",
        "posts:\n  head of send: {title: x}\n",
        "SC110 2:17-2:27",
        "'head of send' cannot be an id: it holds a space.",
        "Write it without spaces, such as 1.2 or head-of-send.",
    ),
    (
        "plan.yaml",
        HEAD + f"framework: {'x' * 61}\n",
        "SC110 3:12-3:73",
        f"'{'x' * 39}…' is out of bounds.",
        "It must be at most 60 characters long.",
    ),
    (
        "risks.yaml",
        "risks: [{id: R, title: T, impact: 0}]\n",
        "SC110 1:35-1:36",
        "'0' is out of bounds.",
        "It must be at least 1.",
    ),
    (
        "risks.yaml",
        "risks: [{id: R, title: T, likelihood: 6}]\n",
        "SC110 1:39-1:40",
        "'6' is out of bounds.",
        "It must be at most 5.",
    ),
]


@pytest.mark.parametrize(("file", "text", "where", "message", "advice"), CASES)
def test_a_break_of_the_schema(
    tmp_path: Path, file: str, text: str, where: str, message: str, advice: str
) -> None:
    (finding,) = findings(tmp_path, {file: text})
    span = finding.span
    place = f"{finding.code} {span.line}:{span.column}-{span.end_line}:{span.end_column}"
    assert (finding.place.file, place) == (file, where)
    assert finding.message == message
    if advice:
        assert finding.advice == advice
    else:
        assert finding.advice.startswith("Known here: ")


def test_every_rule_of_the_schema_is_tested() -> None:
    tested = {where.split()[0] for _, _, where, _, _ in CASES}
    assert tested == set(PAGES) - {"SC017", "SC018"}


def test_all_that_is_wrong_is_said_in_one_run(tmp_path: Path) -> None:
    actions = "actions:\n  - {due: 2022-Q1, status: done, completed: ''}\n  - x\n"
    files = {
        "plan.yaml": "kind: x\nevents: {a: b, c: 2022-13}\nunknown: 1\n",
        "owners.yaml": "bodies: [\n",
        "strands/1.yaml": f"title: T\n{actions}",
        "strands/2.txt": "",
    }
    said = [(f.place.file, f.code, f.span.line) for f in findings(tmp_path, files)]
    assert said == [
        ("owners.yaml", "SC005", 1),
        ("plan.yaml", "SC101", 1),
        ("plan.yaml", "SC104", 1),
        ("plan.yaml", "SC105", 2),
        ("plan.yaml", "SC105", 2),
        ("plan.yaml", "SC102", 3),
        ("strands/1.yaml", "SC101", 1),
        ("strands/1.yaml", "SC101", 3),
        ("strands/1.yaml", "SC108", 3),
        ("strands/1.yaml", "SC104", 3),
        ("strands/1.yaml", "SC105", 3),
        ("strands/1.yaml", "SC103", 4),
        ("strands/2.txt", "SC017", 1),
    ]
