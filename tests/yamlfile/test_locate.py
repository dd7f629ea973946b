from __future__ import annotations

from sendctl.findings import Place, Problem, Related, Span
from sendctl.yamlfile import Source, locate, read_bytes


def sources(**texts: str) -> dict[str, Source]:
    return {
        f"{name}.yaml": read_bytes(text.encode(), f"{name}.yaml") for name, text in texts.items()
    }


def test_findings_get_lines_and_columns_and_are_sorted() -> None:
    known = sources(a="x: 1\ny: 2\n", b="z: 3\n")
    problems = [
        Problem(Place(file, path), "")
        for file, path in (("b.yaml", ("z",)), ("a.yaml", ("y",)), ("a.yaml", ("x",)))
    ]
    located = locate([problem.stamped("SC201") for problem in problems], known)
    assert [(finding.place.file, finding.span) for finding in located] == [
        ("a.yaml", Span(1, 4, 1, 5)),
        ("a.yaml", Span(2, 4, 2, 5)),
        ("b.yaml", Span(1, 4, 1, 5)),
    ]


def test_related_places_are_located_too_and_keys_are_told_from_values() -> None:
    related = Related("the first one", Place("b.yaml", ("z",), on_key=True))
    problem = Problem(Place("a.yaml", ("x",)), "", "", (related,))
    (finding,) = locate([problem.stamped("SC201")], sources(a="x: 1\n", b="zz: 2\nz: 3\n"))
    assert finding.span == Span(1, 4, 1, 5)
    assert finding.related[0].place.span == Span(2, 1, 2, 2)


def test_left_out_items_are_counted_again() -> None:
    known = sources(a="x: [0, 1, 2]\n")
    known["a.yaml"].leave_out(("x", 1))
    (finding,) = locate([Problem(Place("a.yaml", ("x", 1)), "").stamped("SC201")], known)
    assert finding.place == Place("a.yaml", ("x", 2), span=Span(1, 11, 1, 12))


def test_places_that_are_known_or_in_no_file_stay() -> None:
    known = Place("a.yaml", ("x",), span=Span(9, 9, 9, 9))
    nowhere = Place("c.yaml", ("x",))
    found = [Problem(place, "").stamped("SC201") for place in (known, nowhere)]
    assert [finding.place for finding in locate(found, sources(a="x: 1\n"))] == [known, nowhere]
