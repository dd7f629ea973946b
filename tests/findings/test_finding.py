from __future__ import annotations

from dataclasses import FrozenInstanceError
from itertools import permutations

import pytest

from sendctl.findings import Finding, Place, Problem, Related, Severity, Span, sort_findings


def finding(file: str, span: Span | None, code: str = "SC101", message: str = "") -> Finding:
    return Finding(Place(file, span=span), code, Severity.ERROR, message)


def test_findings_sort_by_file_line_column_code_and_message_from_any_order() -> None:
    ordered = [
        finding("a.yaml", None),
        finding("a.yaml", Span(2, 9, 2, 10), "SC999"),
        finding("a.yaml", Span(10, 1, 10, 2), "SC102"),
        finding("a.yaml", Span(10, 3, 10, 4), "SC101"),
        finding("a.yaml", Span(10, 3, 10, 4), "SC102", "a"),
        finding("a.yaml", Span(10, 3, 10, 4), "SC102", "b"),
        finding("b.yaml", Span(1, 1, 1, 1)),
    ]
    for shuffled in permutations(ordered):
        assert sort_findings(shuffled) == ordered


def test_a_finding_without_lines_is_at_the_top_of_its_file() -> None:
    assert finding("a.yaml", None).span == Span(1, 1, 1, 1)


def test_with_span_gives_a_copy() -> None:
    before = finding("a.yaml", None)
    after = before.with_span(Span(3, 2, 3, 5))
    assert after.span == Span(3, 2, 3, 5)
    assert before.place.span is None


def test_a_place_leads_further_in() -> None:
    place = Place("strands/2.yaml").at("actions", 3)
    assert place == Place("strands/2.yaml", ("actions", 3))
    assert place.at("due") == Place("strands/2.yaml", ("actions", 3, "due"))
    assert place.key("duw") == Place("strands/2.yaml", ("actions", 3, "duw"), on_key=True)


def test_a_problem_becomes_a_finding() -> None:
    related = (Related("the first one", Place("b.yaml")),)
    problem = Problem(Place("a.yaml", ("x",)), "Wrong.", "Mend it.", related)
    assert problem.stamped("SC101") == Finding(
        Place("a.yaml", ("x",)), "SC101", Severity.ERROR, "Wrong.", "Mend it.", related
    )
    assert problem.stamped("SC101", Severity.NOTE).severity is Severity.NOTE


def test_findings_cannot_change_and_can_stand_in_sets() -> None:
    one = finding("a.yaml", None)
    with pytest.raises(FrozenInstanceError):
        one.code = "SC000"  # type: ignore[misc]
    assert len({one, finding("a.yaml", None), finding("b.yaml", None)}) == 2


def test_severities_are_the_words_that_plans_write() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "note"]
