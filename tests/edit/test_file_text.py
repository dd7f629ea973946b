"""The ways of writing YAML that people use, each with what an edit makes of it, to the letter."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sendctl.edit import CannotEdit, Insert, Remove, SetValue
from sendctl.edit.file_text import edited_text
from sendctl.yamlfile import Source, read_bytes

NAME = "strands/1.yaml"
LONG = "One of the three employers withdrew. " * 4
FOLDED = f"{LONG[:100]}\n  {LONG[101:].strip()}\n"


class Case(NamedTuple):
    what: str
    old: str
    edit: SetValue | Insert | Remove
    new: str


def put(path: str, value: object) -> SetValue:
    return SetValue(NAME, steps(path), value)  # type: ignore[arg-type]


def insert(path: str, value: object, index: int | None = None) -> Insert:
    return Insert(NAME, steps(path), value, index)  # type: ignore[arg-type]


def remove(path: str) -> Remove:
    return Remove(NAME, steps(path))


def steps(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdigit() else step for step in path.split("."))


CASES = [
    # Texts
    Case("plain", "a: x  # c\n", put("a", "y"), "a: y  # c\n"),
    Case("plain that needs quotes", "a: x\n", put("a", "y: z"), 'a: "y: z"\n'),
    Case("quotes in it", "a: x\n", put("a", 'say: "x"'), "a: 'say: \"x\"'\n"),
    Case("single quotes stay", "a: 'x'\n", put("a", "it's"), "a: 'it''s'\n"),
    Case("double quotes stay", 'a: "x"\n', put("a", 'a "b"'), 'a: "a \\"b\\""\n'),
    Case("a plain number stays plain", "a: 1.5\n", put("a", "1.6"), "a: 1.6\n"),
    Case("a new number is quoted", "b: x\n", put("a", "1.10"), 'b: x\na: "1.10"\n'),
    Case("a new day is not", "b: x\n", put("a", "2022-12-16"), "b: x\na: 2022-12-16\n"),
    Case("a new no is", "b: x\n", put("a", "no"), 'b: x\na: "no"\n'),
    Case("true is not", "b: x\n", put("a", "true"), "b: x\na: true\n"),
    Case("empty", "a:   # c\nb: x\n", put("a", "y"), "a: y   # c\nb: x\n"),
    Case("empty list", "a:   # c\nb: x\n", put("a", ["y z", "w v"]),
         "a:   # c\n  - y z\n  - w v\nb: x\n"),
    Case("over several lines", "a: x\n  y\n  z  # c\nb: w\n", put("a", "v"), "a: v  # c\nb: w\n"),
    Case("below its key", "a:  # c\n  x  # d\n", put("a", "y:z"), "a:  # c\n  y:z  # d\n"),
    Case("literal", "a: |  # c\n    x\n    y\n\nb: z\n", put("a", "v\nw"),
         "a: |  # c\n    v\n    w\n\nb: z\n"),
    Case("folded", "a: >-\n  x\n  y\nb: z\n", put("a", "v w"), "a: >-\n  v w\nb: z\n"),
    Case("long", "a: x\n", put("a", LONG.strip()),
         "a: >-\n  " + FOLDED),
    Case("lines", "a: x\n", put("a", "x\n\n- y"), "a: |-\n  x\n\n  - y\n"),
    Case("lines with spaces at the ends", "a: x\n", put("a", " x\ny"), 'a: " x\\ny"\n'),
    Case("flow", "a: {b: x, c: y}  # c\n", put("a.b", "z, w"), 'a: {b: "z, w", c: y}  # c\n'),
    Case("flow, empty", "a: {b: , c: y}\n", put("a.b", "z"), "a: {b: z , c: y}\n"),
    Case("no line break at the end", "a: x\nb: y", put("b", "z"), "a: x\nb: z"),
    Case("no line break, new key", "a: x", put("b", "z"), "a: x\nb: z"),
    Case("no line break, key gone", "a: x\nb: y", remove("b"), "a: x"),
    Case("no line break, block", "a: x\nb: |\n  y", put("c", "z"), "a: x\nb: |\n  y\nc: z"),
    # Keys
    Case("in the model's order", "id: '1'\ntitle: A\nactions: []\n", put("leads", ["a"]),
         "id: '1'\ntitle: A\nleads: [a]\nactions: []\n"),
    Case("before the first", "actions:\n- title: A\n", put("actions.0.id", "1.1"),
         'actions:\n- id: "1.1"\n  title: A\n'),
    Case("below a comment", "title: A  # c\n# d\nactions: []\n", put("plain", "P"),
         "title: A  # c\nplain: P\n# d\nactions: []\n"),
    Case("in flow", "actions: [{id: '1', due: 2022}]\n", put("actions.0.title", "A"),
         "actions: [{id: '1', title: A, due: 2022}]\n"),
    Case("a mapping on the way", "actions:\n  - title: A\n", put("actions.0.owners.lead", "x"),
         "actions:\n  - title: A\n    owners: {lead: x}\n"),
    Case("a file of its own", "", put("title", "A"), "title: A\n"),
    Case("gone", "a: x\n# c\nb: y  # d\nc: z\n", remove("b"), "a: x\n# c\nc: z\n"),
    Case("the first gone", "a:\n  - b: x\n    c: y\n", remove("a.0.b"), "a:\n  - c: y\n"),
    Case("and a comment below", "a:\n  - b: x\n    # c\n    c: y\n", remove("a.0.b"),
         "a:\n  - \n    # c\n    c: y\n"),
    Case("the last of a mapping", "a:\n  b: x\nc: y\n", remove("a.b"), "c: y\n"),
    Case("the only one in flow", "a: {b: {c: x}, d: y}\n", remove("a.b.c"), "a: {d: y}\n"),
    Case("not there", "a: x\n", remove("b.c"), "a: x\n"),
    # Lists
    Case("indented", "a:\n  - x\n", insert("a", "y"), "a:\n  - x\n  - y\n"),
    Case("not indented", "a:\n- x  # c\nb: z\n", insert("a", "y"), "a:\n- x  # c\n- y\nb: z\n"),
    Case("its manner for a new one", "a:\n- x\n", put("b", ["y z"]), "a:\n- x\nb:\n- y z\n"),
    Case("in front", "a:\n  # c\n  - x\n", insert("a", "y", 0), "a:\n  # c\n  - y\n  - x\n"),
    Case("between", "a:\n  - x\n  # c\n  - z\n", insert("a", "y", 1),
         "a:\n  - x\n  - y\n  # c\n  - z\n"),
    Case("quotes of the neighbours", "a: ['1.1']\n", insert("a", "1.2"), "a: ['1.1', '1.2']\n"),
    Case("empty flow", "a: []  # c\n", insert("a", "y"), "a: [y]  # c\n"),
    Case("trailing comma", "a: [x,]\n", insert("a", "y"), "a: [x, y,]\n"),
    Case("flow over lines", "a: [\n  x,  # c\n  y  # d\n]\n", insert("a", "z"),
         "a: [\n  x,  # c\n  y,  # d\n  z\n]\n"),
    Case("out of flow over lines", "a: [\n  x,  # c\n  y  # d\n]\n", remove("a.0"),
         "a: [\n  y  # d\n]\n"),
    Case("the last out of flow", "a: [x, y]\n", remove("a.1"), "a: [x]\n"),
    Case("one text becomes a list", "a: x\n", insert("a", "y"), "a: [x, y]\n"),
    Case("only what differs", "a:\n  - x  # c\n  - y  # d\n  - z  # e\n", put("a", ["x", "w", "z"]),
         "a:\n  - x  # c\n  - w  # d\n  - z  # e\n"),
    Case("empty lines between", "a:\n  - b: x\n\n  - b: y\n", insert("a", {"b": "z"}),
         "a:\n  - b: x\n\n  - b: y\n\n  - b: z\n"),
    Case("an item and its empty line gone", "a:\n  - b: x\n\n  - b: y\n", remove("a.1"),
         "a:\n  - b: x\n"),
    Case("flow as the neighbours", "a:\n  b:\n  - {c: x}\n", insert("a.b", {"c": "y"}),
         "a:\n  b:\n  - {c: x}\n  - {c: y}\n"),
    Case("a block where flow is long", "a:\n- {c: x}\n", insert("a", {"c": LONG[:110], "d": "z"}),
         f"a:\n- {{c: x}}\n- c: >-\n    {LONG[:100]}\n    withdrew.\n  d: z\n"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_to_the_letter(case: Case, end: str) -> None:
    if case.what in {"empty lines between", "an item and its empty line gone"} and end == "\r":
        return  # nobody writes so since 2001; it works, without the empty lines
    old, new = (text.replace("\n", end) for text in (case.old, case.new))
    if "\n" not in case.old:
        new = case.new
    source = read_bytes(old.encode(), NAME) if old else Source(NAME)
    assert not source.findings
    assert edited_text(source, [case.edit]) == new


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (put("a.b", "x"), "there is no 'b' in a"),
        (put("c.3", "x"), "there is no 3 in c"),
        (put("c.x", "x"), "there is no 'x' in c"),
        (insert("d", "x"), "d is no list"),
        (insert("a", {"x": "y"}), "a is no list"),
        (SetValue(NAME, (), "x"), "an edit needs a key"),
    ],
)
def test_edits_that_lead_nowhere(edit: SetValue | Insert, message: str) -> None:
    source = read_bytes(b"a: x\nc: [x]\nd: {e: f}\n", NAME)
    with pytest.raises(CannotEdit, match=message):
        edited_text(source, [edit])


def test_a_file_is_not_emptied() -> None:
    with pytest.raises(CannotEdit, match="delete the file instead"):
        edited_text(read_bytes(b"a: x\n", NAME), [remove("a")])


def test_what_cannot_be_done_without_touching_more_is_left_to_people() -> None:
    source = read_bytes(b"{a: x}\n", NAME)
    with pytest.raises(CannotEdit, match="make this edit by hand"):
        edited_text(source, [remove("a"), put("b", "y")])
