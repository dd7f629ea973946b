"""A layout of the plan's own contradicts itself.

Fields and sections are told apart by their ids, so each stands once. The labels of appendices can
hold `{item}`, `{letter}`, `{capital}` and `{number}`; a condition names a field; a Word form is a
file beside the layout.

Good:

    # layouts/own.yaml
    title: Our form
    sections:
      - {id: purpose, heading: Purpose}
      - {id: risk, heading: Risks}

Bad:

    # layouts/own.yaml
    title: Our form
    sections:
      - {id: purpose, heading: Purpose}
      - {id: purpose, heading: Risks}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from sendctl.findings import Place, Problem, Related, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.layout import LABEL_PARTS, PLACEHOLDER, REPORT_FIELDS, LayoutFile
from sendctl.plan.layouts import fields_of, form_file
from sendctl.plan.layouts import written_fields as written

CODE = "SC258"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The names, ids, conditions, labels and forms of the plan's own layouts."""
    del today
    for name, layout in plan.layouts.items():
        place = plan.place(layout)
        if layout.name and layout.name != name:
            yield Problem(
                place.at("layout"),
                f"The file is called {name!r}, and says that it is {layout.name!r}.",
                "Call both the same: reports name a layout by its file.",
            )
        yield from _repeated(layout, place)
        yield from _conditions(layout, place)
        yield from _labels(layout, place)
        yield from _form(plan, layout, place)


def _repeated(layout: LayoutFile, place: Place) -> Iterator[Problem]:
    """Sections, parts and questions whose ids stand twice."""
    first: dict[str, Place] = {}
    for number, section in enumerate(layout.sections):
        here = place.at("sections", number)
        ids = [
            (section.id, here),
            *((part.id, here.at("parts", index)) for index, part in enumerate(section.parts)),
            *((one.id, here.at("questions", index)) for index, one in enumerate(section.questions)),
        ]
        for key, at in ids:
            if key in first:
                yield Problem(
                    at.at("id"),
                    f"The id {key!r} stands twice in this layout.",
                    "Give one of the two another id.",
                    (Related("the first one", first[key].at("id")),),
                )
            first.setdefault(key, at)


def _conditions(layout: LayoutFile, place: Place) -> Iterator[Problem]:
    """Fields that a condition names and that are probably misspelt: nothing else has them."""
    told = {name for note in layout.notes for name in PLACEHOLDER.findall(note.text)}
    known = {*written(layout), *fields_of(layout).header, *told, *REPORT_FIELDS}
    for condition, at in _shown_if(layout, place):
        near = did_you_mean(condition, known)
        if condition not in known and near.startswith("Did you mean"):
            yield Problem(at, f"Nothing in this layout fills the field {condition!r}.", near)


def _shown_if(layout: LayoutFile, place: Place) -> Iterator[tuple[str, Place]]:
    for index, note in enumerate(layout.notes):
        yield note.show_if.field, place.at("notes", index, "show_if")
    for number, section in enumerate(layout.sections):
        here = place.at("sections", number)
        if section.show_if:
            yield section.show_if.field, here.at("show_if")
        for index, question in enumerate(section.questions):
            if question.show_if:
                yield question.show_if.field, here.at("questions", index, "show_if")


def _labels(layout: LayoutFile, place: Place) -> Iterator[Problem]:
    for pattern in dict.fromkeys((layout.appendix.label, layout.appendix.before)):
        for part in PLACEHOLDER.findall(pattern):
            if part not in LABEL_PARTS:
                yield Problem(
                    place.at("appendix"),
                    f"A label of appendices cannot hold {{{part}}}.",
                    did_you_mean(part, LABEL_PARTS),
                )


def _form(plan: Plan, layout: LayoutFile, place: Place) -> Iterator[Problem]:
    if layout.form is None:
        return
    if PurePath(layout.form).suffix.lower() != ".docx":
        message = f"{layout.form!r} is no Word file with the ending .docx."
        yield Problem(place.at("form"), message, "Save the form as a Word document (.docx).")
    elif form_file(plan, layout) is None:
        yield Problem(
            place.at("form"),
            f"There is no file {layout.form!r} in layouts/.",
            "Put the form beside the layout; a path cannot lead out of that folder.",
        )
