"""Laws: what an emitter writes comes back, and whatever anyone writes is answered."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml.cyaml import CParser, CSafeDumper  # type: ignore[attr-defined]  # C extension

from sendctl.findings import Span
from sendctl.findings.finding import Step
from sendctl.yamlfile import Source, build, read_bytes
from sendctl.yamlfile.characters import FORBIDDEN

# The emitter may break a text before these, and no line of a file may begin with them.
LINE_START = re.compile(r"\s(%|---|\.\.\.)")

law = settings(deadline=None, max_examples=150)

# U+FEFF and the like are refused; the emitter does not get a lone CR back itself.
characters = st.characters(
    codec="utf-8", exclude_categories=["Cs"], exclude_characters="\r"
).filter(lambda character: not FORBIDDEN.match(character))
texts = st.one_of(
    st.text(characters, max_size=30),
    st.text("ab '\":#-,[]{}&*!|>%@`?\\\n\té", max_size=12),
    st.sampled_from(["1.10", "no", "null", "~", "2022-08-30", "<<", "=", "1_000", "- a", "a: b"]),
).filter(lambda text: not LINE_START.search(text))
keys = texts.filter(bool)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
files = st.dictionaries(keys, values, min_size=1, max_size=4)
line_breaks = st.sampled_from(["\n", "\r\n", "\r"])


def written(value: object, *, style: str | None, flow: bool | None, width: int, end: str) -> str:
    out = io.StringIO(newline="")
    dumper = CSafeDumper(
        out,
        default_style=style,
        default_flow_style=flow,
        width=width,
        line_break=end,
        allow_unicode=True,
    )
    dumper.open()
    dumper.represent(value)
    dumper.close()
    return out.getvalue()


def paths(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from paths(one, (*path, index))


def cut(source: Source, span: Span) -> str:
    """The text of a span, its lines joined."""
    lines = [source.line(number) for number in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def alone(text: str) -> Any:
    """What a piece of a file means when it stands alone."""
    indented = text.replace("\n", "\n ")
    return read_bytes(f"x: {indented}\n".encode(), "x.yaml").value["x"]


@law
@given(
    files,
    st.sampled_from([None, "'", '"']),
    st.sampled_from([True, False, None]),
    st.sampled_from([20, 80, 9999]),
    line_breaks,
)
def test_what_an_emitter_writes_comes_back_and_every_span_cuts_its_scalar(
    data: dict[str, Any], style: str | None, flow: bool | None, width: int, end: str
) -> None:
    text = written(data, style=style, flow=flow, width=width, end=end)
    source = read_bytes(text.encode(), "a.yaml")
    assert source.findings == ()
    assert source.value == data
    for path, value in paths(data):
        if isinstance(value, str):
            assert alone(cut(source, source.span(path))) == value
        if path and isinstance(path[-1], str):
            assert alone(cut(source, source.span(path, on_key=True))) == path[-1]


@law
@given(
    st.dictionaries(st.text("abc", min_size=1), st.text("ab \n#:-é", max_size=30), min_size=1),
    line_breaks,
)
def test_literal_blocks_come_back(data: dict[str, str], end: str) -> None:
    source = read_bytes(written(data, style="|", flow=False, width=80, end=end).encode(), "a.yaml")
    assert source.findings == ()
    assert source.value == data


def check_answer(data: bytes) -> None:
    source = read_bytes(data, "a.yaml")
    again = read_bytes(data, "a.yaml")
    assert (source.value, source.findings) == (again.value, again.findings)
    assert isinstance(source.value, dict)
    spans = [finding.span for finding in source.findings]
    spans += [other.place.span or Span() for found in source.findings for other in found.related]
    for path, _ in paths(source.value):
        spans += [source.span(path), source.span(path, on_key=True), source.span((*path, "none"))]
    lines = source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for span in spans:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        # A span ends behind its last character, and a mistake may be that a line ends.
        assert span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1


@law
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\x96")
@example(b"\xff\xfe")
def test_any_bytes_are_answered(data: bytes) -> None:
    check_answer(data)


@law
@given(st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_any_text_is_answered(data: bytes) -> None:
    check_answer(data)


TOKENS = [
    *("a: ", "b: ", "a:\n", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", ": ", "'", '"'),
    *("&x ", "*x ", "!t ", "|", ">-", " #", "%", "---\n", "...\n", "\t", "\r", "\r\n", "? ", "@"),
    *("x", "é", "\U0001f600", "1.10", "''", "<<: ", "0", "\\x07", '"\\0"', "\ufeff", "\u2028"),
]


@settings(law, max_examples=500)
@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
@example('"\\0": {a: "\\0"}')
@example("[\r\n&x ")
@example("a:\na: {b: *x, b: 1}\na: [&x , '', -]\n")
def test_anything_like_yaml_is_answered(text: str) -> None:
    check_answer(text.encode())


def test_the_parser_is_the_one_written_in_c() -> None:
    assert vars(build)["CParser"] is CParser
    assert CParser.__module__.endswith("_ruamel_yaml")
    assert type(CParser.get_event).__name__ in {"method_descriptor", "cython_function_or_method"}
