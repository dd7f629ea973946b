"""Every reason for which a file, or a part of it, is refused, and where it is said to be."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from sendctl.findings import Finding, Span
from sendctl.yamlfile import Source, read_bytes, read_file
from sendctl.yamlfile.limits import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS
from sendctl.yamlfile.rules import PAGES

SAVE_AS_UTF8 = "Save the file again with the encoding UTF-8."
TYPE_AGAIN = "Delete it, and type the text around it again; it often comes from copying."
QUOTE_IT = "Put the whole value in 'single quotes'."
USE_SPACES = "Use spaces, two for each level; most editors can convert tabs to spaces."
TAB = "A tab is used for indentation."
KEEP_ONE = "Keep one of the two; the second is ignored until then."
WRITE_KEYS = "Write its keys, or delete the file if it is optional."
BEGIN_WITH_KEY = "Begin it with a key, such as `weaknesses:`, and indent the rest below it."
NO_ANCHOR = "Leave it out; if the & belongs to the text, put the value in quotes."
NO_ALIAS = "Write the value out; if the * belongs to the text, put the value in quotes."
NO_TAG = "Leave the tag out; if the ! belongs to the text, put the value in quotes."
PLAIN_WORD = "Write a plain word before the colon; put a value that begins with { or [ in quotes."
BAD_KEY = "A key is empty, or is itself a mapping or a list."
LOOK_FOR_BRACKETS = "A plan needs about eight levels; look for brackets that were never closed."
ONE_DOCUMENT = "Delete the line of dashes, or move what follows to a file of its own."
NO_PERCENT = "Delete the line; if it is text, put the whole value in quotes."
FILL_ITEM = "Write its text after the dash, or delete the dash."
CHECK_NAME = "Check its name and that you are allowed to read it."
CLOSE_QUOTE = "Close it, and write an apostrophe inside 'single quotes' twice ('')."
CLOSE_BRACKET = (
    "Close it, and put commas between the entries; quote text that holds a comma or a question "
    "mark."
)
NO_BACKSLASH = "Use 'single quotes': in them a backslash is just a backslash."
TWICE = f"{QUOTE_IT} In them, write an apostrophe twice ('')."
IF_COLON_IS_TEXT = (
    "If the colon belongs to the text: put the whole value in 'single quotes'. If this is a key, "
    "line it up with the keys around it."
)
IF_DASH_IS_TEXT = (
    "Begin the list on the next line; if the dash belongs to the text: put the whole value in "
    "'single quotes'."
)
LINE_UP = "Keys of one item start in the same column, and each list item starts with `- `."
LOOK = "Look at this line and the one before it: quotes, colons, brackets and indentation."


def read(text: str | bytes) -> Source:
    return read_bytes(text if isinstance(text, bytes) else text.encode(), "strands/1.yaml")


def where(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, where(finding.span), finding.message, finding.advice


REFUSED: dict[str, tuple[str | bytes, tuple[str, str, str], str]] = {
    "windows-1252": (
        b"area: caf\xe9\n",
        ("SC003", "1:10-1:10", "The byte 0xE9 here is not UTF-8. In Windows-1252 it would be 'é'."),
        SAVE_AS_UTF8,
    ),
    "windows-1252 after a byte order mark": (
        b"\xef\xbb\xbfa: 1\nb: \x96\n",
        ("SC003", "2:4-2:4", "The byte 0x96 here is not UTF-8. In Windows-1252 it would be '–'."),  # noqa: RUF001
        SAVE_AS_UTF8,
    ),
    "a byte that Windows-1252 does not have either": (
        "é: ".encode() + b"\x81",
        ("SC003", "1:4-1:4", "The byte 0x81 here is not UTF-8."),
        SAVE_AS_UTF8,
    ),
    "a surrogate in UTF-8": (
        b"a: \xed\xa0\x80",
        ("SC003", "1:4-1:4", "The byte 0xED here is not UTF-8. In Windows-1252 it would be 'í'."),
        SAVE_AS_UTF8,
    ),
    "utf-16": (
        "a: x\n".encode("utf-16"),
        ("SC003", "1:1-1:1", "The file is saved as UTF-16, not UTF-8."),
        "Save it again with the encoding UTF-8.",
    ),
    "utf-16, big end first": (
        b"\xfe\xff" + "a: x\n".encode("utf-16-be"),
        ("SC003", "1:1-1:1", "The file is saved as UTF-16, not UTF-8."),
        "Save it again with the encoding UTF-8.",
    ),
    "utf-16 without a mark": (
        "a: x\n".encode("utf-16-le"),
        ("SC004", "1:2-1:2", "The character U+0000 is not allowed: nobody can see it."),
        TYPE_AGAIN,
    ),
    **{
        f"character {code:04X}": (
            f"a: 1\nb: x{chr(code)}y\n",
            ("SC004", "2:5-2:5", f"The character U+{code:04X} is not allowed: nobody can see it."),
            TYPE_AGAIN,
        )
        for code in (0, 7, 0xB, 0xC, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
    },
    "a second byte order mark": (
        b"\xef\xbb\xbf\xef\xbb\xbfa: 1",
        ("SC004", "1:1-1:1", "The character U+FEFF is not allowed: nobody can see it."),
        TYPE_AGAIN,
    ),
    "a control character as an escape": (
        'a: "bell \\x07"\n',
        ("SC004", "1:4-1:15", "The character U+0007 is not allowed: nobody can see it."),
        TYPE_AGAIN,
    ),
    "a line separator as an escape": (
        'a: "\\L"\n',
        ("SC004", "1:4-1:8", "The character U+2028 is not allowed: nobody can see it."),
        TYPE_AGAIN,
    ),
    "a key that is NUL": (
        'x: 1\n"\\0": {a: 1}\n',
        ("SC004", "2:1-2:5", "The character U+0000 is not allowed: nobody can see it."),
        TYPE_AGAIN,
    ),
    "tab before a key": ("a:\n\tb: 1\n", ("SC006", "2:1-2:1", TAB), USE_SPACES),
    "tab before the first key": ("\ta: 1\n", ("SC006", "1:1-1:1", TAB), USE_SPACES),
    "tab after spaces": ("a:\n  - x\n  \t- y\n", ("SC006", "3:3-3:3", TAB), USE_SPACES),
    "tab between dashes": ("- \t- a\n", ("SC006", "1:3-1:3", TAB), USE_SPACES),
    "tab after a lone carriage return": ("a:\r\tb: 1\r", ("SC006", "2:1-2:1", TAB), USE_SPACES),
    "tab in a block scalar": ("a: |\n \tx\n  y\n", ("SC006", "2:2-2:2", TAB), USE_SPACES),
    "directive": (
        "%YAML 1.2\n---\na: 1\n",
        ("SC015", "1:1-1:1", "A line begins with %, which YAML takes for an order."),
        NO_PERCENT,
    ),
    "directive after a lone carriage return": (
        "# x\r%YAML 1.2\r---\ra: 1\r",
        ("SC015", "2:1-2:1", "A line begins with %, which YAML takes for an order."),
        NO_PERCENT,
    ),
    "alias as a key": (
        "*b : c\n",
        ("SC008", "1:1-1:3", "An alias (*) stands for a value written elsewhere."),
        NO_ALIAS,
    ),
    "emphasis that YAML takes for an alias": (
        "a: *very* important\n",
        ("SC008", "1:4-1:4", "A value begins with *, the sign of an anchor or alias."),
        QUOTE_IT,
    ),
    "ampersand that YAML takes for an anchor": (
        "a: & more\n",
        ("SC008", "1:4-1:4", "A value begins with &, the sign of an anchor or alias."),
        QUOTE_IT,
    ),
    "tag with an unknown handle": (
        "a: !foo!bar x\n",
        ("SC009", "1:4-1:4", "A value begins with a tag (!)."),
        QUOTE_IT,
    ),
    "tag that never ends": (
        "a: !<x\n",
        ("SC009", "1:4-1:4", "A value begins with a tag (!)."),
        QUOTE_IT,
    ),
    "flow sequences too deep": (
        "a: " + "[" * 100_000,
        ("SC010", "1:54-1:54", "Values are nested more than 50 deep."),
        LOOK_FOR_BRACKETS,
    ),
    "flow mappings too deep": (
        "{a: " * 100_000,
        ("SC010", "1:205-1:205", "Values are nested more than 50 deep."),
        LOOK_FOR_BRACKETS,
    ),
    "blocks too deep": (
        "".join(f"{' ' * depth}a:\n" for depth in range(100)),
        ("SC010", "52:52-52:52", "Values are nested more than 50 deep."),
        LOOK_FOR_BRACKETS,
    ),
    "dashes too deep": (
        "- " * 100_000,
        ("SC010", "1:103-1:103", "Values are nested more than 50 deep."),
        LOOK_FOR_BRACKETS,
    ),
    "two documents": (
        "a: 1\n---\nb: 2\n",
        ("SC011", "2:1-2:1", "A second document (---) begins here; a file holds one."),
        ONE_DOCUMENT,
    ),
    "two documents, the first empty": (
        "---\n---\na: 1\n",
        ("SC011", "2:1-2:1", "A second document (---) begins here; a file holds one."),
        ONE_DOCUMENT,
    ),
    **{
        f"empty: {text!r}": (text, ("SC012", "1:1-1:1", "The file is empty."), WRITE_KEYS)
        for text in ("", "\n\n", "   ", "\ufeff", "# only a comment\n", "---\n", "---\n...\n")
    },
    "list at the top": (
        "# x\n- a\n",
        ("SC013", "2:1-2:1", "The file is a list; it must be a mapping of keys to values."),
        BEGIN_WITH_KEY,
    ),
    "text at the top": (
        "abc\n",
        ("SC013", "1:1-1:1", "The file is a single text; it must be a mapping of keys to values."),
        BEGIN_WITH_KEY,
    ),
    "quoted nothing at the top": (
        "--- ''\n",
        ("SC013", "1:5-1:5", "The file is a single text; it must be a mapping of keys to values."),
        BEGIN_WITH_KEY,
    ),
    "list as a key": ("? [a]\n: b\n", ("SC014", "1:3-1:3", BAD_KEY), PLAIN_WORD),
    "flow list as a key": ("x: 1\n[a]: b\n", ("SC014", "2:1-2:1", BAD_KEY), PLAIN_WORD),
    "mapping as a key": ("{a: 1}: b\n", ("SC014", "1:1-1:1", BAD_KEY), PLAIN_WORD),
    "question marks without end": ("? " * 100_000, ("SC014", "1:3-1:3", BAD_KEY), PLAIN_WORD),
    "no key before the colon": (
        "a: 1\n: b\n",
        ("SC014", "2:1-2:1", "A key is empty."),
        "Write a plain word before the colon.",
    ),
    "a sign that no value begins with": (
        "a: @b\n",
        ("SC005", "1:4-1:4", "A value cannot begin with '@'."),
        QUOTE_IT,
    ),
    "two colons": (
        "a: b: c\n",
        ("SC005", "1:5-1:5", "A colon and a space stand where no key can be."),
        IF_COLON_IS_TEXT,
    ),
    "a list on the key's line": (
        "a: - b\n",
        ("SC005", "1:4-1:4", "A dash and a space stand where no list item can begin."),
        IF_DASH_IS_TEXT,
    ),
    **{
        f"open quote {text!r}": (
            text,
            ("SC005", "1:4-1:4", "A quotation mark is opened here and never closed."),
            CLOSE_QUOTE,
        )
        for text in ("a: 'b\n", 'a: "b\n', 'a: "b\n---\n', "a: 'b\n\n\n")
    },
    **{
        f"open bracket {text!r}": (
            text,
            ("SC005", "1:4-1:4", "A bracket is opened here and not closed where it should be."),
            CLOSE_BRACKET,
        )
        for text in (
            "a: [b\n",
            "a: {b\n",
            "a: [b c: d\n",
            "a: [\n\n",
            "a: [,]\n",
            "a: {b: :c}\n",
            "a: {x: 1\nb: 2\n",
            "a: [b, c\n",
        )
    },
    "bracket left open before a CRLF": (
        "a: 1\r\nb:\r\n  - y: [\r\n",
        ("SC005", "3:8-3:8", "A bracket is opened here and not closed where it should be."),
        CLOSE_BRACKET,
    ),
    "address between brackets": (
        "a: {link: https://example.org}\n",
        (
            "SC005",
            "1:11-1:11",
            "A text between brackets holds a colon, such as a web address or a time.",
        ),
        QUOTE_IT,
    ),
    **{
        f"backslash {text!r}": (
            text,
            ("SC005", place, "A backslash in double quotes starts a special sign unknown to YAML."),
            NO_BACKSLASH,
        )
        for text, place in (
            ('a: "\\q"\n', "1:5-1:5"),
            ('a: "\\uD800"\n', "1:7-1:7"),
            ('a: "C:\\Users\\me"\n', "1:9-1:9"),
        )
    },
    "no colon": (
        "a: 1\nb\nc: 2\n",
        ("SC005", "2:1-2:1", "This line has no colon after its key."),
        "Write it as `key: value`; if it continues the line above, indent it further.",
    ),
    **{
        f"after the value: {text!r}": (
            text,
            ("SC005", place, "The value ends before this, or cannot begin with it."),
            TWICE,
        )
        for text, place in (
            ("a: 'it's'\n", "1:8-1:8"),
            ('a: "x" y\n', "1:8-1:8"),
            ("a: [b]]\n", "1:7-1:7"),
            ("a: }\n", "1:4-1:4"),
            ("a: |x\n", "1:5-1:5"),
        )
    },
    **{
        f"indentation {text!r}": (
            text,
            ("SC005", place, "The indentation does not match the lines above."),
            LINE_UP,
        )
        for text, place in (
            ("a:\n  - b\n c: 1\n", "3:2-3:2"),
            ("a:\n - b: 1\n   c: 2\n  d: 1\n", "4:3-4:3"),
            ("- a\nb: 1\n", "2:1-2:1"),
            ("a: 1\n- b\n", "2:1-2:1"),
        )
    },
    "anything else": (
        "{a: 1}\nb: 1\n",
        ("SC005", "2:1-2:1", "This is not YAML that can be read."),
        LOOK,
    ),
}


@pytest.mark.parametrize(("text", "expected", "advice"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_refused(
    text: str | bytes, expected: tuple[str, str, str], advice: str
) -> None:
    source = read(text)
    assert source.value == {}
    assert told(source.findings[-1]) == (*expected, advice)
    assert all(finding.place.file == "strands/1.yaml" for finding in source.findings)


LEFT_OUT: dict[str, tuple[str, object, tuple[str, str], str]] = {
    "duplicate key": ("a: 1\na: 2\n", {"a": "1"}, ("SC007", "2:1-2:2"), "1:1-1:2"),
    "duplicate after an empty value": ("a:\na: 1\n", {}, ("SC007", "2:1-2:2"), "1:1-1:2"),
    "empty duplicate": ("a: 1\na:\n", {"a": "1"}, ("SC007", "2:1-2:2"), "1:1-1:2"),
    "duplicate in a flow mapping": (
        "x: {a: 1, b: {c: d}, a: 2}\n",
        {"x": {"a": "1", "b": {"c": "d"}}},
        ("SC007", "1:22-1:23"),
        "1:5-1:6",
    ),
    "quoted duplicate": ("a: 1\n'a': 2\n", {"a": "1"}, ("SC007", "2:1-2:4"), "1:1-1:2"),
    "nested duplicate with a long value": (
        "x:\n- k: [1, {z: y}]\n  e:\n  l: 2\n  l: {a: [b, c], d: e}\n  m: 3\n",
        {"x": [{"k": ["1", {"z": "y"}], "l": "2", "m": "3"}]},
        ("SC007", "5:3-5:4"),
        "4:3-4:4",
    ),
}


@pytest.mark.parametrize(
    ("text", "value", "expected", "first"), LEFT_OUT.values(), ids=LEFT_OUT.keys()
)
def test_of_a_key_that_stands_twice_the_first_is_kept(
    text: str, value: object, expected: tuple[str, str], first: str
) -> None:
    source = read(text)
    (finding,) = source.findings
    assert (finding.code, where(finding.span)) == expected
    assert finding.message.endswith(" stands twice here.")
    assert finding.advice == KEEP_ONE
    (related,) = finding.related
    assert related.message == "the first one"
    assert related.place.span is not None
    assert where(related.place.span) == first
    assert source.value == value


def test_duplicates_inside_a_duplicate_are_told_too_and_positions_stay_right() -> None:
    source = read("a: 1\nb: {c: 2}\nb: [1, {z: 2, z: 3}, {z: }]\nd: 4\na: 9\ne: 5\n")
    lines = [(f.message, where(f.span)) for f in source.findings]
    assert lines == [
        ("The key 'b' stands twice here.", "3:1-3:2"),
        ("The key 'z' stands twice here.", "3:15-3:16"),
        ("The key 'a' stands twice here.", "5:1-5:2"),
    ]
    assert source.value == {"a": "1", "b": {"c": "2"}, "d": "4", "e": "5"}
    assert where(source.span(("d",))) == "4:4-4:5"
    assert where(source.span(("e",))) == "6:4-6:5"


def test_at_the_limit_of_problems_reading_stops() -> None:
    text = "".join(f"a: {number}\n" for number in range(150))
    source = read(text)
    assert len(source.findings) == MAX_PROBLEMS
    assert [finding.span.line for finding in source.findings] == list(range(2, MAX_PROBLEMS + 2))
    assert source.value == {}


KEPT: dict[str, tuple[str, object, tuple[str, str, str, str]]] = {
    "anchor": (
        "a: &b c\n",
        {"a": "c"},
        ("SC008", "1:4-1:6", "An anchor (&) names a value for use elsewhere.", NO_ANCHOR),
    ),
    "anchor on a key": (
        "&a b: c\n",
        {"b": "c"},
        ("SC008", "1:1-1:3", "An anchor (&) names a value for use elsewhere.", NO_ANCHOR),
    ),
    "anchor on a list": (
        "a: &long [c]\n",
        {"a": ["c"]},
        ("SC008", "1:4-1:9", "An anchor (&) names a value for use elsewhere.", NO_ANCHOR),
    ),
    "anchor on nothing": (
        "a: &x\nb: 1\n",
        {"b": "1"},
        ("SC008", "1:4-1:6", "An anchor (&) names a value for use elsewhere.", NO_ANCHOR),
    ),
    "alias": (
        "a: *x\nb: 1\n",
        {"b": "1"},
        ("SC008", "1:4-1:6", "An alias (*) stands for a value written elsewhere.", NO_ALIAS),
    ),
    "alias in a list": (
        "a: [1, *x, 2]\n",
        {"a": ["1", "2"]},
        ("SC008", "1:8-1:10", "An alias (*) stands for a value written elsewhere.", NO_ALIAS),
    ),
    "merge key": (
        "<<: *x\nb: 1\n",
        {"b": "1"},
        ("SC008", "1:5-1:7", "An alias (*) stands for a value written elsewhere.", NO_ALIAS),
    ),
    "tag": (
        "a: !!int 1\n",
        {"a": "1"},
        ("SC009", "1:4-1:4", "A value begins with a tag (!).", NO_TAG),
    ),
    "local tag": (
        "a: !Important [x]\n",
        {"a": ["x"]},
        ("SC009", "1:4-1:4", "A value begins with a tag (!).", NO_TAG),
    ),
    "tag that would run code": (
        "a: !!python/object/apply:os.system [echo]\n",
        {"a": ["echo"]},
        ("SC009", "1:4-1:4", "A value begins with a tag (!).", NO_TAG),
    ),
    "quoted empty key": ("'': b\nc: d\n", {"c": "d"}, ("SC014", "1:1-1:1", BAD_KEY, PLAIN_WORD)),
    "empty key in a flow mapping": (
        "a: {'': b, c: d}\n",
        {"a": {"c": "d"}},
        ("SC014", "1:5-1:5", BAD_KEY, PLAIN_WORD),
    ),
    "quoted empty key with a list": (
        "a: {'': [x, {y: z}], c: d}\n",
        {"a": {"c": "d"}},
        ("SC014", "1:5-1:5", BAD_KEY, PLAIN_WORD),
    ),
    "empty item": (
        "a:\n  -\n  - b\n",
        {"a": ["b"]},
        ("SC016", "2:3-2:3", "This list item is empty.", FILL_ITEM),
    ),
    "empty item at the end": (
        "a:\n- b\n-\n",
        {"a": ["b"]},
        ("SC016", "3:1-3:1", "This list item is empty.", FILL_ITEM),
    ),
}


@pytest.mark.parametrize(("text", "value", "expected"), KEPT.values(), ids=KEPT.keys())
def test_a_mistake_that_leaves_the_rest_readable(
    text: str, value: object, expected: tuple[str, str, str, str]
) -> None:
    source = read(text)
    assert [told(finding) for finding in source.findings] == [expected]
    assert source.value == value


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in pairwise("abcdefghi")]
    source = read("\n".join(lines))
    assert {finding.code for finding in source.findings} == {"SC008"}
    assert len(str(source.value)) < 1000


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_the_deepest_nesting_that_is_read(brackets: str) -> None:
    opening, closing = (brackets[0], brackets[1]) if brackets == "[]" else ("{a: ", "}")
    inner = opening * (MAX_DEPTH - 1) + brackets + closing * (MAX_DEPTH - 1)
    assert not read(f"a: {inner}\n").findings
    assert read(f"a: {opening}{inner}{closing}\n").findings[0].code == "SC010"


def test_hostile_files_are_answered_at_once() -> None:
    start = time.perf_counter()
    for text in (
        "a: " + "[" * 100_000,
        "- " * 100_000,
        "{a: " * 100_000,
        "? " * 100_000,
        "&a " * 9999,
    ):
        assert read(text).findings
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "a: 50%\n",
        "a: b#c\n",
        "a: \ue000\U0001f600\n",
        "a:\tb\n",
        "a: [\n\t1]\n",
        "a: 'x\n\ty'\n",
        "a: C:\\new\\x07\n",
        "a: 1\n...\n",
        "---\na: 1\n",
        "~: b\n",
        "? a\n: b\n",
        "{}\n",
    ],
)
def test_what_is_fine(text: str) -> None:
    assert read(text).findings == ()


def test_a_byte_order_mark_at_the_start_is_fine_and_moves_no_column() -> None:
    source = read(b"\xef\xbb\xbfa: 1\na: 2\n")
    assert source.value == {"a": "1"}
    assert where(source.span(("a",))) == "1:4-1:5"
    assert where(source.span(("a",), on_key=True)) == "1:1-1:2"


def test_every_rule_is_tested_here() -> None:
    told_here = {expected[0] for _, expected, _ in REFUSED.values()}
    told_here |= {expected[0] for _, _, expected in KEPT.values()} | {"SC007", "SC001", "SC002"}
    assert told_here == set(PAGES)


def test_two_runs_give_equal_findings() -> None:
    for text in [
        *(text for text, _, _ in REFUSED.values()),
        *(text for text, _, _ in KEPT.values()),
        *(text for text, _, _, _ in LEFT_OUT.values()),
    ]:
        assert read(text).findings == read(text).findings


# Files that cannot be read at all.


def unreadable(path: Path) -> tuple[str, str]:
    """What is said of a file that gives nothing."""
    source = read_file(path, "plan.yaml")
    assert (source.value, source.text) == ({}, "")
    (finding,) = source.findings
    assert finding.code == "SC001"
    assert finding.place.file == "plan.yaml"
    assert finding.span == Span()
    return finding.message, finding.advice


def test_a_file_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\n")
    source = read_file(tmp_path / "a.yaml", "strands/a.yaml")
    assert (source.name, source.text, source.value) == ("strands/a.yaml", "a: 1\r\n", {"a": "1"})


def test_a_missing_file(tmp_path: Path) -> None:
    message = "The file cannot be read: no such file or directory."
    assert unreadable(tmp_path / "plan.yaml") == (message, CHECK_NAME)


def test_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").symlink_to("nowhere.yaml")
    message = "The file cannot be read: no such file or directory."
    assert unreadable(tmp_path / "plan.yaml") == (message, CHECK_NAME)


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").symlink_to("plan.yaml")
    message, _ = unreadable(tmp_path / "plan.yaml")
    assert message.startswith("The file cannot be read: too many levels of symbolic links")


def test_a_file_that_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.yaml").write_text("a: 1\n")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    message = "The file cannot be read: permission denied."
    assert unreadable(tmp_path / "plan.yaml") == (message, CHECK_NAME)


def test_a_folder_a_pipe_and_a_device_are_not_even_opened(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    told = ("This is not an ordinary file.", "Put a text file in its place.")
    for path in (tmp_path / "folder", tmp_path / "pipe", tmp_path / "link", Path("/dev/zero")):
        assert unreadable(path) == told


KEEP_BESIDE = (
    "A plan's file is text that people write. Keep evidence and data beside it, under evidence/."
)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "measures.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(Path, "open", None)
    (finding,) = read_file(path, "measures.yaml").findings
    message = "The file has 100 MB; at most 32 are read."
    assert told(finding) == ("SC002", "1:1-1:1", message, KEEP_BESIDE)


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "measures.yaml"
    path.write_text("a: 1\n")
    small = path.stat()
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES * 2)
    monkeypatch.setattr(Path, "stat", lambda _: small)
    (finding,) = read_file(path, "measures.yaml").findings
    assert finding.code == "SC002"


def test_the_largest_file_that_is_read() -> None:
    text = b"a: 1 #" + b"x" * (MAX_BYTES - 6)
    assert read(text).value == {"a": "1"}
    assert read(text + b"x").findings[0].code == "SC002"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: {on: x, title: Survey, »September 2022}", None),
        ("a: {title: Survey, »September 2022, on: x}", None),
        ("a: {title: Survey, »'x' }", None),
        ("a: [b: {c, »d}]", 9),
    ],
)
def test_a_comma_that_ends_a_value_by_mistake(text: str, column: int | None) -> None:
    source = read_bytes(text.replace("»", "").encode(), "x.yaml")
    columns = [(one.code, one.span.column) for one in source.findings]
    assert columns == [("SC005", at) for at in (column, text.index("»") + 1) if at]
    assert source.findings[-1].message.startswith("A comma ends the value before '")


@pytest.mark.parametrize("text", ["a: {b: , c: }", "a: {b : , 'c':}", "a: {b:\n}", "a:\nb:\n"])
def test_an_empty_value_is_no_such_mistake(text: str) -> None:
    assert read_bytes(text.encode(), "x.yaml").findings == ()
