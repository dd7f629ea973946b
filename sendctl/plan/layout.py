"""layouts/*.yaml: a council's form of committee report, as data.

The layouts that sendctl ships are written in the same form. A file of the same name in a plan's
layouts/ takes the place of a shipped one, as a whole.
"""

import re
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item
from sendctl.plan.report import MeetingKind, Stage
from sendctl.plan.scalars import AS_TEXT, Flag, Id, Several, Text

PLACEHOLDER: Final = re.compile(r"\{([^{}\s]+)\}")
"""A field's value inside a note's text, or a part of an appendix's label."""

REPORT_FIELDS: Final = (
    "title", "body", "date", "meetings", "agenda_item", "area", "council", "relevant_officer",
)  # fmt: skip
"""Fields that every report has of itself; a layout's header and notes can print them."""

LABEL_PARTS: Final = ("item", "letter", "capital", "number")
"""What an appendix's label can hold: the agenda item, a, A, 1."""


class Paragraphs(StrEnum):
    """How a section's texts are set: 1.1, 1.2; 1, 2, 3 through the report; or without numbers."""

    NUMBERED = "numbered"
    STRAIGHT = "straight"
    PLAIN = "plain"
    LIST = "list"
    LETTERS = "letters"
    BULLETS = "bullets"


class Include(StrEnum):
    """What a section can take from the plan, or from the report's own lists."""

    RECOMMENDATIONS = "recommendations"
    APPENDICES = "appendices"
    MEETINGS = "meetings"
    WEAKNESSES = "weaknesses"
    STRENGTHS = "strengths"
    STRANDS = "strands"
    STAKEHOLDERS = "stakeholders"
    OUTCOMES = "outcomes"
    FEEDBACK = "feedback"
    ACTIONS = "actions"
    RISKS = "risks"
    DEADLINES = "deadlines"
    TIMELINE = "timeline"


class Condition(Item):
    """When something is printed: when a field says anything but No, or one of certain answers."""

    field: Public[Id]
    """The field that decides."""
    answers: Public[Several[Text]] = Field((), alias="is")
    """The answers with which it is printed; written `is`."""


def _condition(value: Any) -> Any:
    """A field alone is a condition too."""
    return {"field": value} if isinstance(value, str) else value


class Piece(Item):
    """One thing that a section prints: a field of the report, or something included."""

    field: Public[Id | None] = None
    """A field of the report, by its key under `sections:` or, after a decision, `decision:`."""
    include: Public[Include | None] = None
    """Something that the plan or the report holds as a list."""


def _piece(value: Any) -> Any:
    """A field's id alone is a piece too."""
    return {"field": value} if isinstance(value, str) else value


Pieces = tuple[Annotated[Piece, BeforeValidator(_piece), AS_TEXT], ...]


class Question(Item):
    """A fixed question or label, with the report's answer behind it."""

    id: Public[Id]
    ask: Public[Text]
    """The question, to the letter."""
    choices: Public[Several[Text]] = ()
    """The answers there are; any words when empty."""
    numbered: Public[Flag] = True
    """Whether it takes a paragraph's number."""
    instruction: Public[Text | None] = None
    """For the author; shown in drafts only."""
    show_if: Public[Annotated[Condition | None, BeforeValidator(_condition), AS_TEXT]] = None
    """The question is asked only then, such as after a Yes to the one before."""


class Part(Item):
    """A part of a section under a heading of its own."""

    id: Public[Id]
    heading: Public[Text]
    """Without its number, which it takes from the section's paragraphs."""
    content: Public[Pieces] = ()
    """What it prints, in order; when absent, the field of its own id."""
    instruction: Public[Text | None] = None
    """For the author; shown in drafts only."""


class Section(Item):
    """One section of the form."""

    id: Public[Id]
    number: Public[Text | None] = None
    """As printed, such as 1.0, 1. or 1."""
    heading: Public[Text]
    """To the letter, its colon included."""
    banner: Public[Text | None] = None
    """What stands above it, for it and those that follow."""
    paragraphs: Public[Paragraphs | None] = None
    """How its texts are set; when absent, as the layout says."""
    content: Public[Pieces] = ()
    """What it prints, in order; when absent, the field of its own id."""
    parts: Public[tuple[Part, ...]] = ()
    """Parts with headings of their own; one without anything to print is left out."""
    questions: Public[tuple[Question, ...]] = ()
    """Fixed questions, after everything else."""
    empty: Public[Text | None] = None
    """What is printed when there is nothing to say, such as None; then the text may be missing."""
    applies: Public[Several[MeetingKind]] = ()
    """The kinds of meeting that it is for; all of them when empty."""
    otherwise: Public[Text | None] = None
    """What is printed where it does not apply; without it, the whole section is left out."""
    show_if: Public[Annotated[Condition | None, BeforeValidator(_condition), AS_TEXT]] = None
    """The section is left out unless this is so."""
    decision: Public[Flag] = False
    """Whether it is completed when the decision was made: until then its lines are blank."""
    stages: Public[Several[Stage]] = ()
    """The stages in which it is printed; all of them when empty."""
    instruction: Public[Text | None] = None
    """For the author; shown in drafts only."""

    @property
    def pieces(self) -> Pieces:
        """What it prints before its parts; a section of questions or parts may print nothing."""
        alone = not (self.parts or self.questions)
        return self.content or ((Piece(field=self.id),) if alone else ())


class HeaderLine(Item):
    """One line of the block at the head of the report."""

    label: Public[Text | None] = None
    """To the letter; the title has none."""
    field: Public[Id]
    """A field that every report has, the role of one of its officers, or a key of its `header:`."""
    capitals: Public[Flag] = False
    """Whether it is printed in capitals."""
    empty: Public[Text | None] = None
    """What is printed when there is nothing; then it may be missing."""
    instruction: Public[Text | None] = None
    """For the author; shown in drafts only."""


class LegalNote(Item):
    """A fixed note below the header, printed only when it applies."""

    heading: Public[Text | None] = None
    """What stands above it."""
    text: Public[Text]
    """The note; `{field}` stands for what the report says in that field."""
    show_if: Public[Annotated[Condition, BeforeValidator(_condition), AS_TEXT]]
    """When it is printed."""


class Labels(Item):
    """What appendices are called."""

    label: Public[Text] = "Appendix {number}"
    """With {item} for the agenda item, and {letter}, {capital} or {number} for a, A or 1."""
    before: Public[Text] = "Appendix {number}"
    """The same as long as the item is not known, or differs between the meetings."""


def _labels(value: Any) -> Any:
    """A pattern alone is the label."""
    return {"label": value} if isinstance(value, str) else value


class LayoutFile(Item):
    """One council's form of committee report."""

    name: Public[Id | None] = Field(None, alias="layout")
    """The file's own name without its ending; written `layout`."""
    title: Public[Text]
    source: Public[Text | None] = None
    """Where the form was seen, and how closely this follows it."""
    paragraphs: Public[Paragraphs] = Paragraphs.NUMBERED
    """How texts are set where a section does not say."""
    blank: Public[Text | None] = None
    """What stands on a line that is to be completed later; nothing when absent."""
    appendix: Public[Annotated[Labels, BeforeValidator(_labels), AS_TEXT]] = (
        Labels.model_construct()
    )
    """What appendices are called; a pattern alone is `label`."""
    form: Public[Text | None] = None
    """A Word file beside this one, whose {{ }} fields are filled for `--to docx`."""
    header: Public[tuple[HeaderLine, ...]] = ()
    """The block at the head, line by line."""
    notes: Public[tuple[LegalNote, ...]] = ()
    """Notes on exempt information, urgency and the like."""
    sections: Public[tuple[Section, ...]] = ()
    """In order."""

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """A layout without a title goes by its file's name."""
        return {"title": stem}
