"""What holds for every edit of every file."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sendctl.edit import CannotEdit, Insert, Remove, SetValue
from sendctl.edit.file_text import edited_text
from sendctl.yamlfile import Source, read_bytes
from tests.edit.written import KEYS, TEXTS, files

NAME = "x.yaml"
Step = str | int
Path = tuple[Step, ...]

law = settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip

VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)


def read(text: str) -> Source:
    source = read_bytes(text.encode(), NAME)
    assume(source.value and not source.findings)
    return source


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Of everything in a file."""
    if path:
        yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    if not isinstance(value, str):
        for step, one in steps:
            yield from paths(one, (*path, step))


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def comments(text: str) -> list[str]:
    return re.findall(r"# c\d+\.", text)


@st.composite
def edits(draw: Any, value: Any) -> SetValue | Insert | Remove:
    """One edit that fits a file."""
    some = list(paths(value))
    lists = [path for path in some if isinstance(at(value, path), list)]
    mappings = [(), *(path for path in some if isinstance(at(value, path), dict))]
    kinds = ["set", "set", "new", "remove"] + ["insert", "insert"] * bool(lists)
    match draw(st.sampled_from(kinds)):
        case "insert":
            path = draw(st.sampled_from(lists))
            where = draw(st.none() | st.integers(0, len(at(value, path))))
            return Insert(NAME, path, draw(VALUES), where)
        case "new":
            return SetValue(NAME, (*draw(st.sampled_from(mappings)), "new"), draw(VALUES))
        case "remove":
            return Remove(NAME, draw(st.sampled_from(some)))
        case _:
            return SetValue(NAME, draw(st.sampled_from(some)), draw(VALUES))


def meant(value: Any, edit: SetValue | Insert | Remove) -> Any:
    """The file's value after an edit, worked out on the values alone."""
    value = copy.deepcopy(value)
    *way, last = edit.path
    inside = at(value, tuple(way))
    if isinstance(edit, Remove):
        del inside[last]
        while way and not inside and isinstance(at(value, tuple(way[:-1])), dict):
            *way, last = way
            inside = at(value, tuple(way))
            del inside[last]
    elif isinstance(edit, Insert):
        items = inside[last]
        items.insert(len(items) if edit.index is None else edit.index, edit.value)
    else:
        inside[last] = edit.value
    return value


def ends(value: Any) -> Any:
    """Without line breaks at the ends of texts, which in a block are part of the writing.

    Without empty mappings too: one of whose keys none has a value is as good as absent.
    """
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [ends(one) for one in value]
    return {key: ends(one) for key, one in value.items() if one != {}}


@law
@given(files(), st.data())
def test_an_edit_does_what_it_says_and_nothing_else(text: str, data: st.DataObject) -> None:
    source = read(text)
    edit = data.draw(edits(source.value))
    wanted = meant(source.value, edit)
    assume(wanted)
    new = edited_text(source, [edit])
    again = read_bytes(new.encode(), NAME)
    assert again.findings == ()
    assert ends(again.value) == ends(wanted)
    if "\r\n" in text:
        assert "\n" not in new.replace("\r\n", "")
    if not isinstance(edit, Remove) and not isinstance(
        at_or_none(source.value, edit), (dict, list)
    ):
        assert comments(new) == comments(text)


def at_or_none(value: Any, edit: SetValue | Insert | Remove) -> Any:
    """What an edit replaces, if it is something."""
    if isinstance(edit, Insert) or edit.path[-1] == "new":
        return None
    return at(value, edit.path)


@law
@given(files(), st.data())
def test_several_edits_at_once_are_the_same_as_one_after_the_other(
    text: str, data: st.DataObject
) -> None:
    first = read(text)
    made, value = [], first.value
    for _ in range(3):
        edit = data.draw(edits(value))
        wanted = meant(value, edit)
        assume(wanted)
        made.append(edit)
        value = wanted
    again = read_bytes(edited_text(first, made).encode(), NAME)
    assert ends(again.value) == ends(value)


@law
@given(files(), st.data())
def test_what_was_added_and_taken_out_again_leaves_the_same_bytes(
    text: str, data: st.DataObject
) -> None:
    source = read(text)
    some = list(paths(source.value))
    lists = [path for path in some if isinstance(at(source.value, path), list)]
    mappings = [(), *(path for path in some if isinstance(at(source.value, path), dict))]
    value = data.draw(VALUES)
    edit: SetValue | Insert
    path: Path
    to_a_list = data.draw(st.booleans())
    if lists and to_a_list:
        path = data.draw(st.sampled_from(lists))
        edit = Insert(NAME, path, value)
        undo = Remove(NAME, (*path, len(at(source.value, path))))
    else:
        path = (*data.draw(st.sampled_from(mappings)), "new")
        edit, undo = SetValue(NAME, path, value), Remove(NAME, path)
    there = at(source.value, undo.path[:-1])
    assume(there or undo.path[:-1] == ())
    assert edited_text(read(edited_text(source, [edit])), [undo]) == text


@law
@given(files(), st.data())
def test_a_text_that_is_set_and_set_back_leaves_the_same_bytes(
    text: str, data: st.DataObject
) -> None:
    source = read(text)
    some = [path for path in paths(source.value) if isinstance(at(source.value, path), str)]
    assume(some)
    path = data.draw(st.sampled_from(some))
    old = at(source.value, path)
    # A block that is folded, and escapes in quotes, can be written in many ways.
    assume("\n" not in old and old and "on two lines" not in old)
    new = edited_text(source, [SetValue(NAME, path, "another")])
    assert comments(new) == comments(text)
    back = edited_text(read(new), [SetValue(NAME, path, old)])
    assert ends(read(back).value) == ends(source.value)
    if not re.search(r"[|>]", text):
        assert back == text


@law
@given(files(), st.data())
def test_only_lines_of_the_value_change(text: str, data: st.DataObject) -> None:
    source = read(text)
    some = [path for path in paths(source.value) if isinstance(at(source.value, path), str)]
    assume(some)
    path = data.draw(st.sampled_from(some))
    assume(at(source.value, path).strip("\n"))
    new = edited_text(source, [SetValue(NAME, path, "another")]).splitlines()
    old = text.splitlines()
    span = source.span(path)
    first = span.line - 1
    assert new[:first] == old[:first]
    rest = old[span.end_line :]
    assert new[len(new) - len(rest) :] == rest
    assert len(new) <= len(old)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from("'\"|> "))
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_any_text_can_be_written_in_place_of_any(value: str, style: str) -> None:
    written = {"'": "'x'", '"': '"x"', "|": "|\n    x", ">": ">-\n    x", " ": "x"}[style]
    source = read(f"top:\n  a: {written}\n  b: [x, {{c: x}}]\n")
    places: list[Path] = [("top", "a"), ("top", "b", 0), ("top", "b", 1, "c"), ("top", "d")]
    try:
        new = edited_text(source, [SetValue(NAME, path, value) for path in places])
    except CannotEdit as error:
        raise AssertionError(value) from error
    again = read_bytes(new.encode(), NAME)
    assert (
        again.findings
        or [at(again.value, path).rstrip("\n") for path in places] == [value.rstrip("\n")] * 4
    )
