"""Documents of a sealed version: made again, and known by their digests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from sendctl.document import WRITERS
from sendctl.findings import Finding, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.seals import SealedDocument
from sendctl.report.documents import make
from sendctl.report.publication import Refused
from sendctl.report.request import Request, WrongRequest


class Wanted(NamedTuple):
    """One document to seal.

    Attributes:
        document: its name for `sendctl render`.
        report: the file stem of a committee report; "" for other documents.
        to: its format.
        public: whether it is the version for everybody.
    """

    document: str
    report: str
    to: str
    public: bool


class Proof(NamedTuple):
    """A document or file, its digests, and whether they agree."""

    name: str
    sealed: str
    found: str

    @property
    def holds(self) -> bool:
        """Whether it is what was sealed."""
        return self.sealed == self.found


def wanted(text: str, to: str, *, public: bool) -> Wanted:
    """A document as a person names it: "wsoa", or "committee:scrutiny-2022-06-30".

    Raises:
        WrongRequest: there is no such format.
    """
    if to not in WRITERS:
        advice = did_you_mean(to, WRITERS) or f"There are: {', '.join(WRITERS)}."
        raise WrongRequest(f"There is no format {to!r}. {advice}")
    name, _, report = text.partition(":")
    return Wanted(name, report, to, public)


def sealed(
    plan: Plan, today: date, documents: Iterable[Wanted], found: Iterable[Finding]
) -> tuple[SealedDocument, ...]:
    """Documents with the digests of their files.

    Args:
        plan: the plan as it stood in the sealed version.
        today: the day that counts as today in them.
        documents: what is sealed.
        found: what is wrong with the plan.

    Raises:
        WrongRequest: there is no such document of this plan.
        Refused: it must not be made, or would not be sound.
        TemplateProblem: a template cannot be used.
        CannotWrite: its format cannot hold it.
        ModuleNotFoundError: the packages for its format are not installed.
    """
    found = list(found)
    return tuple(_sealed(plan, today, one, found) for one in documents)


def digest_of(content: str | bytes) -> str:
    """The SHA-256 digest of a file with this content, as it is written."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def _sealed(plan: Plan, today: date, one: Wanted, found: list[Finding]) -> SealedDocument:
    request = Request(plan, today, public=one.public, report=one.report)
    made, problems = make(one.document, request, found)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(f"{one.document} is no sound document; `sendctl render` says why.")
    content = made.ready.get(one.to) or WRITERS[one.to].write(made)
    return SealedDocument.model_construct(
        document=one.document,
        report=one.report or None,
        to=one.to,
        public=one.public,
        sha256=digest_of(content),
    )
