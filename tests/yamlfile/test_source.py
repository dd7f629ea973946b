"""Where values stand, and how paths into the plan become paths into the file."""

from __future__ import annotations

import pytest

from sendctl.findings.finding import Step
from sendctl.yamlfile import Source, read_bytes

TEXT = """\
# A comment
area: Blackpool   # another
empty:
quoted: ''
actions:
  - id: 1.10
    title: A long title that
      goes on
    owners: {lead: [a, b], note:}

  - id: "2"
    text: |
      One.
      Two.

    folded: >-
      Three.
    empty:
last: x
"""


def span(source: Source, *path: Step, key: bool = False) -> str:
    found = source.span(path, on_key=key)
    return f"{found.line}:{found.column}-{found.end_line}:{found.end_column}"


def read(text: str) -> Source:
    source = read_bytes(text.encode(), "a.yaml")
    assert not source.findings
    return source


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # values, and of a mapping or list the first line
        ((), "2:1-2:28"),
        (("area",), "2:7-2:16"),
        (("quoted",), "4:9-4:11"),
        (("actions",), "6:3-6:13"),
        (("actions", 0), "6:5-6:13"),
        (("actions", 0, "id"), "6:9-6:13"),
        (("actions", 0, "title"), "7:12-8:14"),
        (("actions", 0, "owners"), "9:13-9:34"),
        (("actions", 0, "owners", "lead"), "9:20-9:26"),
        (("actions", 0, "owners", "lead", 1), "9:24-9:25"),
        (("actions", 1, "id"), "11:9-11:12"),
        (("actions", 1, "text"), "12:11-14:11"),
        (("actions", 1, "folded"), "16:13-17:13"),
        (("last",), "19:7-19:8"),
        # of an empty value its key
        (("empty",), "3:1-3:6"),
        (("actions", 0, "owners", "note"), "9:28-9:32"),
        (("actions", 1, "empty"), "18:5-18:10"),
        (("empty", "deeper"), "3:1-3:6"),
        # what is missing: the nearest thing around it
        (("nothing",), "2:1-2:28"),
        (("actions", 0, "due"), "6:5-6:13"),
        (("actions", 1, "owners", "lead"), "11:5-11:12"),
        (("actions", 2), "6:3-6:13"),
        (("actions", -1), "6:3-6:13"),
        (("actions", "title"), "6:3-6:13"),
        (("actions", 0, 0), "6:5-6:13"),
        (("area", 0), "2:7-2:16"),
        (("area", "x"), "2:7-2:16"),
    ],
)
def test_span_of_a_value(path: tuple[Step, ...], expected: str) -> None:
    assert span(read(TEXT.replace("note:}", "note: }")), *path).replace("9:35", "9:34") == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("area",), "2:1-2:5"),
        (("empty",), "3:1-3:6"),
        (("actions",), "5:1-5:8"),
        (("actions", 0, "owners"), "9:5-9:11"),
        (("actions", 0, "owners", "lead"), "9:14-9:18"),
        (("actions", 1, "text"), "12:5-12:9"),
        (("last",), "19:1-19:5"),
        (("actions", 0, "due"), "6:5-6:13"),
    ],
)
def test_span_of_a_key(path: tuple[Step, ...], expected: str) -> None:
    assert span(read(TEXT.replace("note:}", "note: }")), *path, key=True) == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_and_columns_in_files_of_every_system(line_break: str) -> None:
    source = read(f"a: 1{line_break}# x{line_break}b:{line_break}  - é: 22{line_break}")
    assert span(source, "b", 0, "é") == "4:8-4:10"
    assert span(source, "b", 0, "é", key=True) == "4:5-4:6"
    assert [source.line(number) for number in range(7)] == [
        "",
        "a: 1",
        "# x",
        "b:",
        "  - é: 22",
        "",
        "",
    ]


def test_lines_and_columns_with_mixed_line_ends() -> None:
    source = read("a: 1\r\nb: 2\rc: 3\n\r\nd: 4\r\re: 5")
    spans = [span(source, key) for key in "abcde"]
    assert spans == ["1:4-1:5", "2:4-2:5", "3:4-3:5", "5:4-5:5", "7:4-7:5"]
    assert source.line(7) == "e: 5"


def test_columns_count_characters_not_bytes() -> None:
    assert span(read("a: [é, \U0001f600, x]\n"), "a", 2) == "1:11-1:12"


def test_scalars_stay_the_text_that_was_written() -> None:
    words = ["1.10", "no", "null", "~", "2022-08-30", "0x1F", "1_000", ".inf", "yes", "1e3", "<<"]
    source = read("\n".join(f"k{number}: {word}" for number, word in enumerate(words)))
    assert list(source.value.values()) == words


def test_an_empty_value_is_an_absent_key_and_a_quoted_one_is_not() -> None:
    assert read("a:\nb: ''\nc: {d: }\n? e\n").value == {"b": "", "c": {}}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  x\n   y\n\n", "x\n y\n"),
        ("a: |-\n  x\n", "x"),
        ("a: |+\n  x\n\n", "x\n\n"),
        ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n"),
        ("a: |2\n    x\n", "  x\n"),
        ("a: x\n  y\n\n  z\n", "x y\nz"),
        ("a: 'it''s'\n", "it's"),
        ('a: "x\\ty\\u00e9\\n"\n', "x\tyé\n"),
        ("a: 'x\r\n\r\n  y'\r\n", "x\ny"),
    ],
)
def test_every_way_to_write_a_text(text: str, value: str) -> None:
    assert read(text).value == {"a": value}


def test_a_source_without_content_has_no_positions() -> None:
    assert span(Source("a.yaml"), "a", 0) == "1:1-1:1"
    assert Source("a.yaml").line(1) == ""


# Items left out of the plan.


def test_paths_count_left_out_items_again() -> None:
    source = read("a: [0, 1, 2, 3, 4, 5]\n")
    for index in (4, 1, 0):
        source.leave_out(("a", index))
    assert [source.as_written(("a", step)) for step in range(3)] == [("a", 2), ("a", 3), ("a", 5)]
    assert source.as_written(("b", 0)) == ("b", 0)
    assert source.as_written(("a",)) == ("a",)


def test_paths_count_left_out_items_again_on_every_level() -> None:
    source = read("a: [x, [p, q, r]]\n")
    source.leave_out(("a", 1, 1))
    source.leave_out(("a", 0))
    assert source.as_written(("a", 0, 1)) == ("a", 1, 2)
    assert span(source, *source.as_written(("a", 0, 1))) == "1:15-1:16"


def test_one_value_in_place_of_a_list_has_no_number() -> None:
    source = read("a: {on: x}\nb: y\nc: [{on: z}]\n")
    assert source.as_written(("a", 0, "on")) == ("a", "on")
    assert source.as_written(("b", 0)) == ("b",)
    assert source.as_written(("c", 0, "on")) == ("c", 0, "on")
    assert source.as_written(("gone", 0, "on")) == ("gone", 0, "on")


def test_span_takes_paths_as_written() -> None:
    source = read("a: [x, y]\n")
    source.leave_out(("a", 0))
    assert span(source, "a", 0) == "1:5-1:6"
