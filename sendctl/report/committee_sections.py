"""The sections of one copy of a committee report, numbered as its layout says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from sendctl.plan.layout import (
    Include,
    Paragraphs,
    Part,
    Piece,
    Pieces,
    Section,
)
from sendctl.report.committee_fields import Copy
from sendctl.report.committee_includes import appendix_texts, included
from sendctl.report.prose import prose
from sendctl.timeline.words import day_words

_LISTS: Final = {Paragraphs.LIST: "decimal", Paragraphs.LETTERS: "alpha", Paragraphs.BULLETS: ""}


class TextPiece(NamedTuple):
    """A paragraph, or several of which the first may have a number; "" is a blank to complete."""

    number: str
    text: Markup | str
    kind: str = "text"


class ListPiece(NamedTuple):
    """Texts as a list: `numbering` is decimal, alpha, or "" for bullets."""

    numbering: str
    texts: tuple[Markup | str, ...]
    kind: str = "list"


class QuestionPiece(NamedTuple):
    """A fixed question and its answer.

    Attributes:
        open: whether it is still to be answered; then `answer` is what stands on the blank line.
        chosen: whether the answer is one of several, and not words of the report's own.
    """

    number: str
    ask: str
    answer: str
    open: bool
    chosen: bool
    instruction: str
    kind: str = "question"


class IncludePiece(NamedTuple):
    """Something of the plan; a template of this name in committee/includes/ prints `data`."""

    name: str
    data: Any
    kind: str = "include"


class PartPiece(NamedTuple):
    """A part under a heading of its own."""

    anchor: str
    number: str
    heading: str
    instruction: str
    pieces: tuple[AnyPiece, ...]
    kind: str = "part"


AnyPiece = TextPiece | ListPiece | QuestionPiece | IncludePiece | PartPiece


class SectionView(NamedTuple):
    """A section; `instruction` is "" unless the report is a draft."""

    anchor: str
    number: str
    heading: str
    banner: str
    instruction: str
    pieces: tuple[AnyPiece, ...]


@dataclass(slots=True)
class _Numbers:
    """Counts the paragraphs of a section, or of the whole report."""

    style: Paragraphs
    stem: str
    straight: Iterator[int]
    own: Iterator[int] = field(default_factory=lambda: count(1))

    def next(self) -> str:
        if self.style is Paragraphs.STRAIGHT:
            return str(next(self.straight))
        if self.style is Paragraphs.NUMBERED and self.stem:
            return f"{self.stem}.{next(self.own)}"
        return ""


def sections(copy: Copy) -> tuple[SectionView, ...]:
    """The sections that are printed, in the layout's order."""
    straight = count(1)
    return tuple(
        _Maker(copy, section, straight).view()
        for section in copy.layout.sections
        if copy.filling.is_printed(section)
    )


class _Maker:
    """Makes one section."""

    def __init__(self, copy: Copy, section: Section, straight: Iterator[int]) -> None:
        self._copy = copy
        self._section = section
        style = section.paragraphs or copy.layout.paragraphs
        self._numbers = _Numbers(style, _stem(section.number or ""), straight)

    def view(self) -> SectionView:
        section = self._section
        pieces = self._body() if self._copy.filling.applies(section) else self._otherwise()
        return SectionView(
            anchor=f"section-{section.id}",
            number=section.number or "",
            heading=section.heading,
            banner=section.banner or "",
            instruction=self._instruction(section.instruction),
            pieces=tuple(pieces),
        )

    def _body(self) -> Iterator[AnyPiece]:
        section, copy = self._section, self._copy
        said = [*self._pieces(section.pieces, self._numbers), *self._parts(section.parts)]
        yield from said
        questions = section.questions
        answered = any(copy.texts(question.id) for question in questions)
        if section.empty and copy.filling.is_due(section) and not said and not answered:
            yield TextPiece(self._numbers.next(), section.empty)
            return
        if not said and not questions:
            yield TextPiece(self._numbers.next(), copy.layout.blank or "")
        yield from self._questions()

    def _otherwise(self) -> Iterator[AnyPiece]:
        """A section that is not for these meetings; its first questions stand, so answered."""
        words = self._section.otherwise or ""
        if not self._section.questions:
            yield TextPiece(self._numbers.next(), words)
        for question in self._section.questions:
            if question.show_if is None:
                number = self._numbers.next() if question.numbered else ""
                yield QuestionPiece(
                    number, question.ask, words, open=False, chosen=True, instruction=""
                )

    def _pieces(self, pieces: Pieces, numbers: _Numbers) -> Iterator[AnyPiece]:
        for piece in pieces:
            yield from self._piece(piece, numbers)

    def _piece(self, piece: Piece, numbers: _Numbers) -> Iterator[AnyPiece]:
        if piece.field:
            yield from _set(self._copy.texts(piece.field), numbers)
        match piece.include:
            case None:
                return
            case Include.RECOMMENDATIONS:
                yield from self._recommendations(numbers)
            case Include.APPENDICES:
                yield from _set(appendix_texts(self._copy), numbers)
            case include:
                if data := included(include, self._copy):
                    yield IncludePiece(include.value, data)

    def _recommendations(self, numbers: _Numbers) -> Iterator[AnyPiece]:
        """Those of all meetings once where they are the same, else under the meeting's name."""
        by_meeting = [(one, one.recommendations) for one in self._copy.meetings]
        if len({texts for _, texts in by_meeting}) == 1:
            by_meeting = by_meeting[:1]
        for meeting, texts in by_meeting:
            if len(by_meeting) > 1 and texts:
                words = f"For {meeting.body}, {day_words(meeting.on)}:"
                yield TextPiece("", Markup("<p><strong>{}</strong></p>").format(words))
            yield from _set([self._copy.with_references(text) for text in texts], numbers)

    def _parts(self, parts: Iterable[Part]) -> Iterator[PartPiece]:
        """The parts that have something to print; each takes one number, its texts take none."""
        for part in parts:
            content = part.content or (Piece(field=part.id),)
            plain = _Numbers(Paragraphs.PLAIN, "", count(1))
            if pieces := tuple(self._pieces(content, plain)):
                yield PartPiece(
                    f"part-{part.id}",
                    self._numbers.next(),
                    part.heading,
                    self._instruction(part.instruction),
                    pieces,
                )

    def _questions(self) -> Iterator[QuestionPiece]:
        for question in self._copy.filling.asked(self._section):
            answer = self._copy.answer(question.id)
            blank = " / ".join(question.choices) or self._copy.layout.blank or ""
            yield QuestionPiece(
                self._numbers.next() if question.numbered else "",
                question.ask,
                answer or blank,
                open=not answer,
                chosen=bool(question.choices and answer),
                instruction=self._instruction(question.instruction),
            )

    def _instruction(self, text: str | None) -> str:
        return text or "" if self._copy.drafting else ""


def _set(texts: Iterable[Markup | str], numbers: _Numbers) -> Iterator[AnyPiece]:
    """Texts as paragraphs or as a list; a text that is a list goes with the paragraph before."""
    if numbers.style in _LISTS:
        if items := tuple(texts):
            yield ListPiece(_LISTS[numbers.style], items)
        return
    for text in texts:
        html = prose(text)
        yield TextPiece(numbers.next() if html.startswith("<p>") else "", html)


def _stem(number: str) -> str:
    """What the numbers of a section's paragraphs begin with: 6 for 6.0, 6. and 6."""
    return number.removesuffix(".").removesuffix(".0")
