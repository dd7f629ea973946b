"""A report against a layout: what it says in each field, what is printed of it, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sendctl.plan.layout import REPORT_FIELDS, Condition, LayoutFile, Piece, Question, Section
from sendctl.plan.report import Meeting, Report, Stage

APPENDIX: Final = re.compile(r"\[([^\[\]]*)\]\(appendix:([^\s()]*)\)")
"""How a report's texts refer to an appendix: [](appendix:send-strategy)."""

NO: Final = "No"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a layout asks for and a report does not give.

    Attributes:
        key: the key of the report that it would stand under.
        field: its id; "" for what is no field of the report's own.
        name: what the form calls it.
    """

    key: str
    field: str
    name: str


@dataclass(frozen=True)
class Filling:
    """One report in one layout, for some or all of its meetings."""

    report: Report
    layout: LayoutFile
    meetings: tuple[Meeting, ...]

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """What the report writes itself, by field; a decision counts once there is one."""
        decided: dict[str, tuple[str, ...]] = {}
        if self.report.stage is Stage.DECISION:
            decided = dict(self.report.decision)
            for meeting in self.meetings:
                decided |= meeting.decision
        return {**self.report.header, **self.report.sections, **decided}

    def answer(self, field: str) -> str:
        """What the report writes in a field, as one text."""
        return "\n\n".join(self.words.get(field, ()))

    def holds(self, condition: Condition | None) -> bool:
        """Whether something with this condition is printed."""
        if condition is None:
            return True
        answer = self.answer(condition.field)
        if condition.answers:
            return any(is_answer(answer, one) for one in condition.answers)
        return bool(answer) and not is_answer(answer, NO)

    def applies(self, section: Section) -> bool:
        """Whether a section is for any of the meetings that the report goes to."""
        kinds = {meeting.kind for meeting in self.report.meetings}
        return not section.applies or bool(kinds & set(section.applies))

    def is_printed(self, section: Section) -> bool:
        """Whether a section is part of the document, even if only to say that it does not apply."""
        if section.stages and self.report.stage not in section.stages:
            return False
        applies = self.applies(section) or section.otherwise is not None
        return applies and self.holds(section.show_if)

    def is_due(self, section: Section) -> bool:
        """Whether it is time to fill a section: what a decision fills stays blank until then."""
        return not section.decision or self.report.stage is Stage.DECISION

    def asked(self, section: Section) -> Iterator[Question]:
        """The questions that are asked; one that hangs on a question not asked is not either."""
        silent: set[str] = set()
        for question in section.questions:
            condition = question.show_if
            if condition and (condition.field in silent or not self.holds(condition)):
                silent.add(question.id)
            else:
                yield question

    def missing(self) -> Iterator[Missing]:
        """What the form asks for now and the report does not say, in the form's order."""
        yield from self._missing_in_header()
        for section in self.layout.sections:
            if self.is_printed(section) and self.applies(section) and self.is_due(section):
                yield from self._missing_in(section)

    def _missing_in_header(self) -> Iterator[Missing]:
        roles = {officer.role for officer in self.report.officers}
        for line in self.layout.header:
            name = (line.label or line.field).rstrip(": ")
            if line.empty or self.answer(line.field) or line.field in roles:
                continue
            if line.field in {"relevant_officer", "council"}:
                if not self.report.relevant_officer:
                    yield Missing("relevant_officer", "", name)
            elif line.field not in REPORT_FIELDS:
                yield Missing("header", line.field, name)

    def _missing_in(self, section: Section) -> Iterator[Missing]:
        key = "decision" if section.decision else "sections"
        asked = list(self.asked(section))
        if self._says_something(section):
            pass
        elif section.empty:
            if not any(self.answer(question.id) for question in asked):
                return  # the form's own words stand for all of it
        elif section.pieces or section.parts:
            yield Missing(key, section.id, section.heading.rstrip(": "))
        for question in asked:
            if not self.answer(question.id):
                yield Missing(key, question.id, question.ask)

    def _says_something(self, section: Section) -> bool:
        """Whether its texts or parts print anything; of what the plan fills that is not known."""
        parts = [part.content or (Piece(field=part.id),) for part in section.parts]
        pieces = [*section.pieces, *(piece for part in parts for piece in part)]
        return any(piece.include or self.answer(piece.field or "") for piece in pieces)


def is_answer(given: str, wanted: str) -> bool:
    """Whether an answer is a certain one; capitals and a full stop make no difference."""
    return given.rstrip(".").casefold() == wanted.rstrip(".").casefold()
