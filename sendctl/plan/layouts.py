"""Which layouts there are for a plan's reports, and which fields a layout has.

To add a shipped one, put a file into `templates/committee/layouts/`; no code names any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sendctl.plan.filling import Filling
from sendctl.plan.layout import (
    PLACEHOLDER,
    REPORT_FIELDS,
    Condition,
    LayoutFile,
    Part,
    Section,
)
from sendctl.plan.plan import Plan
from sendctl.plan.report import Report
from sendctl.plan.salvage import build
from sendctl.plan.shipped import templates_folder
from sendctl.yamlfile import read_file


@dataclass(frozen=True, slots=True)
class Fields:
    """The ids by which a report can fill a layout, by the report's key that they stand under."""

    sections: frozenset[str]
    decision: frozenset[str]
    header: frozenset[str]

    def __or__(self, other: Fields) -> Fields:
        return Fields(
            self.sections | other.sections,
            self.decision | other.decision,
            self.header | other.header,
        )


def layout_names(plan: Plan) -> list[str]:
    """The layouts that this plan's reports can name: shipped ones and its own."""
    return sorted({*_shipped(), *plan.layouts})


def layout_of(plan: Plan, name: str) -> LayoutFile | None:
    """A layout by name, the plan's own before a shipped one; None when there is none."""
    return plan.layouts.get(name) or shipped_layout(name)


def fillings(plan: Plan, report: Report) -> list[Filling]:
    """A report in each of its layouts that is known and readable, with the meetings for it."""
    names = dict.fromkeys(meeting.layout or report.layout for meeting in report.meetings)
    found = []
    for name in names or (report.layout,):
        layout = layout_of(plan, name) if name else None
        if layout and not may_be_unread(plan, name or ""):
            meetings = tuple(
                one for one in report.meetings if (one.layout or report.layout) == name
            )
            found.append(Filling(report, layout, tuple(meetings)))
    return found


def layouts_of(plan: Plan, report: Report) -> list[LayoutFile] | None:
    """All layouts that a report names; None where one is not known or could not be read."""
    names = dict.fromkeys([report.layout, *(meeting.layout for meeting in report.meetings)])
    found = []
    for name in filter(None, names):
        layout = layout_of(plan, name)
        if layout is None or may_be_unread(plan, name):
            return None
        found.append(layout)
    return found


def form_file(plan: Plan, layout: LayoutFile) -> Path | None:
    """The Word form of a layout; None when it names none, or no file in the plan's layouts/."""
    # On Windows even to ask whether a file of another computer is there calls that computer.
    if layout.form is None or layout.form.startswith(("//", "\\")):
        return None
    folder = plan.folder / "layouts"
    try:
        file = folder / layout.form
        inside = file.resolve().is_relative_to(folder.resolve())
        return file if inside and file.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None


def may_be_unread(plan: Plan, name: str) -> bool:
    """Whether a layout may stand in a file of the plan that could not be read."""
    return not {"layouts/", f"layouts/{name}.yaml"}.isdisjoint(plan.unread)


@cache
def shipped_layout(name: str) -> LayoutFile | None:
    """A layout that sendctl ships; None when there is none of that name."""
    file = _shipped().get(name)
    if file is None:
        return None
    source = read_file(file, file.name)
    layout, findings = build(LayoutFile, source)
    if findings or source.findings:  # our own file is broken: no plan can be at fault
        raise AssertionError([*source.findings, *findings])
    return layout


def fields_of(layout: LayoutFile) -> Fields:
    """The fields that a layout prints, or decides by."""
    by_decision = {True: set[str](), False: set[str]()}
    for section in layout.sections:
        by_decision[section.decision] |= set(_filled(section))
    header = {line.field for line in layout.header} - set(REPORT_FIELDS)
    deciding = {name for note in layout.notes for name in PLACEHOLDER.findall(note.text)}
    deciding |= {condition.field for condition in conditions(layout)}
    others = deciding - header - by_decision[True] - set(REPORT_FIELDS)
    return Fields(
        frozenset(by_decision[False] | others), frozenset(by_decision[True]), frozenset(header)
    )


def conditions(layout: LayoutFile) -> Iterator[Condition]:
    """All conditions in a layout."""
    yield from (note.show_if for note in layout.notes)
    for section in layout.sections:
        if section.show_if:
            yield section.show_if
        yield from (question.show_if for question in section.questions if question.show_if)


def written_fields(layout: LayoutFile) -> set[str]:
    """The fields that a layout prints as texts or questions."""
    return {name for section in layout.sections for name in _filled(section)}


def part_pieces(part: Part) -> list[str]:
    """The fields that a part prints."""
    return [piece.field for piece in part.content if piece.field] if part.content else [part.id]


def _filled(section: Section) -> Iterator[str]:
    """Every field that a section prints, its parts' and questions' included."""
    yield from (piece.field for piece in section.pieces if piece.field)
    for part in section.parts:
        yield from part_pieces(part)
    yield from (question.id for question in section.questions)


@cache
def _shipped() -> dict[str, Path]:
    folder = templates_folder() / "committee" / "layouts"
    return {file.stem: file for file in folder.glob("*.yaml")}
