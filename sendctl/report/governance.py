"""Who oversees the plan, how it was made with families, and what may keep it from working."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sendctl.plan.governance import Board, Coproduction, Risk
from sendctl.plan.when import When
from sendctl.report.anchors import Pointer
from sendctl.report.lookup import Lookup
from sendctl.report.parties import Change, span_words
from sendctl.report.progress import UpdateLine, updates


class BoardLine(NamedTuple):
    """A board or group that oversees the plan."""

    title: str
    chair: str
    members: tuple[str, ...]
    meets: str
    decides: str
    reports_to: str


class AdviserLine(NamedTuple):
    """Somebody who advises the area; `serves` such as "from June 2022"."""

    name: str
    serves: str


class ReviewLine(NamedTuple):
    """A review meeting with those who monitor the plan."""

    on: date
    attended_by: tuple[str, ...]
    outcome: str


class Governance(NamedTuple):
    """Who answers, who decides, who watches."""

    statement: str
    accountable: tuple[str, ...]
    changes: tuple[Change, ...]
    boards: tuple[BoardLine, ...]
    stakeholders: tuple[str, ...]
    monitoring: str
    advisers: tuple[AdviserLine, ...]
    reviews: tuple[ReviewLine, ...]


class TookPartLine(NamedTuple):
    """Who took part in making the plan, and how."""

    who: str
    how: str
    on: When | None


class ConsultationLine(NamedTuple):
    """A consultation that informs the plan."""

    title: str
    attended_by: tuple[str, ...]
    on: When | None
    outcome: str
    source: str


class FeedbackLine(NamedTuple):
    """What families said, and what was done about it."""

    said: str
    did: str
    on: When | None


class Together(NamedTuple):
    """How the plan was made with children, young people and their families."""

    statement: str
    took_part: tuple[TookPartLine, ...]
    consultations: tuple[ConsultationLine, ...]
    feedback: tuple[FeedbackLine, ...]


class RiskLine(NamedTuple):
    """A risk; likelihood and impact from 1 to 5, `score` their product, None when one is missing.

    Attributes:
        about: the weaknesses, strands and actions that it threatens.
        updates: the newest first.
    """

    id: str
    title: str
    likelihood: int | None
    impact: int | None
    score: int | None
    mitigation: tuple[str, ...]
    owners: tuple[str, ...]
    about: tuple[Pointer, ...]
    closed: date | None
    updates: tuple[UpdateLine, ...]


def governance(known: Lookup) -> Governance:
    """Boards, advisers, reviews, and the bodies that changed on the way."""
    head, file, parties = known.plan.head, known.plan.governance, known.parties
    return Governance(
        statement=file.statement or "",
        accountable=parties.names(head.accountable_officers),
        changes=parties.changes(),
        boards=tuple(_board(board, known) for board in file.boards),
        stakeholders=file.stakeholders,
        monitoring=file.monitoring or "",
        advisers=tuple(
            AdviserLine(parties.name(one.post), span_words(one.since, one.until))
            for one in head.advisers
        ),
        reviews=tuple(
            ReviewLine(one.on, parties.names(one.attended_by), one.outcome or "")
            for one in head.reviews
        ),
    )


def together(known: Lookup) -> Together:
    """Who took part, what was asked, and what came of it."""
    file = known.plan.governance
    made = file.coproduction or Coproduction.model_construct()
    return Together(
        statement=made.statement or "",
        took_part=tuple(TookPartLine(one.who, one.how or "", one.on) for one in made.took_part),
        consultations=tuple(
            ConsultationLine(
                one.title, one.attended_by, one.on, one.outcome or "", one.source or ""
            )
            for one in file.consultations
        ),
        feedback=tuple(FeedbackLine(one.said, one.did or "", one.on) for one in file.feedback),
    )


def risk_lines(known: Lookup) -> tuple[RiskLine, ...]:
    """All risks, in the plan's order."""
    return tuple(_risk(risk, known) for risk in known.plan.risks)


def _board(board: Board, known: Lookup) -> BoardLine:
    return BoardLine(
        title=board.title,
        chair=known.parties.name(board.chair),
        members=known.parties.names(board.members),
        meets=board.meets or "",
        decides=board.decides or "",
        reports_to=known.parties.name(board.reports_to),
    )


def _risk(risk: Risk, known: Lookup) -> RiskLine:
    anchors = known.anchors
    return RiskLine(
        id=risk.id,
        title=risk.title,
        likelihood=risk.likelihood,
        impact=risk.impact,
        score=risk.score,
        mitigation=risk.mitigation,
        owners=known.parties.names(risk.owner),
        about=(
            *anchors.pointers("weakness", risk.weaknesses),
            *anchors.pointers("strand", risk.strands),
            *anchors.pointers("action", risk.actions),
        ),
        closed=risk.closed,
        updates=updates(risk.updates, known.parties),
    )
