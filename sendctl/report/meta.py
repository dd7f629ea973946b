"""What is true of a whole document about a plan, the same for every document."""

from __future__ import annotations

from collections.abc import Iterable

from sendctl.document import Meta
from sendctl.report.request import Request
from sendctl.report.wording import joined, when_words


def meta_of(
    request: Request,
    title: str,
    subject: str,
    authorities: Iterable[str],
    *,
    one_page: bool = False,
) -> Meta:
    """Title, author, banner and position of a document.

    Args:
        request: what was asked for; its plan says what banner every page carries.
        title: the document's title.
        subject: one sentence about it, for document properties.
        authorities: the bodies that answer for it; without any, the area does.
        one_page: whether it is meant to fit one side.
    """
    head = request.plan.head
    return Meta(
        title=title,
        author=joined(authorities).unescape() or head.area,
        subject=subject,
        banner=head.banner
        or ("Parts of this plan are made-up examples." * request.plan.is_illustrative),
        draft=request.draft,
        as_at=when_words(request.today),
        one_page=one_page,
    )
