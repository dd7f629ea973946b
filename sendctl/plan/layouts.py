"""Which layouts there are for a plan's reports, and which fields a layout has.

To add a shipped one, put a file into `templates/committee/layouts/`; no code names any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sendctl.plan.layout import (
    PLACEHOLDER,
    REPORT_FIELDS,
    LayoutFile,
    Part,
    Section,
    follow_ups,
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


def layouts_of(plan: Plan, report: Report) -> list[LayoutFile]:
    """The known layouts that a report is printed in: its own, and those of its meetings."""
    names = [report.layout, *(meeting.layout for meeting in report.meetings)]
    found = (layout_of(plan, name) for name in dict.fromkeys(names) if name)
    return [layout for layout in found if layout]


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
    deciding |= {note.show_if.field for note in layout.notes}
    deciding |= {section.show_if.field for section in layout.sections if section.show_if}
    others = deciding - header - by_decision[True] - set(REPORT_FIELDS)
    return Fields(
        frozenset(by_decision[False] | others), frozenset(by_decision[True]), frozenset(header)
    )


def fields_of_all(layouts: Iterable[LayoutFile]) -> Fields:
    """The fields that any of some layouts has."""
    fields = Fields(frozenset(), frozenset(), frozenset())
    for layout in layouts:
        fields |= fields_of(layout)
    return fields


def part_pieces(part: Part) -> list[str]:
    """The fields that a part prints."""
    return [piece.field for piece in part.content if piece.field] if part.content else [part.id]


def _filled(section: Section) -> Iterator[str]:
    """Every field that a section prints, its parts' and questions' included."""
    yield from (piece.field for piece in section.pieces if piece.field)
    for part in section.parts:
        yield from part_pieces(part)
    yield from (question.id for question in follow_ups(section.questions))


@cache
def _shipped() -> dict[str, Path]:
    folder = templates_folder() / "committee" / "layouts"
    return {file.stem: file for file in folder.glob("*.yaml")}
