"""The words of a link do not say where it leads.

People who use screen readers hear the links of a page as a list, where "click here" says nothing.
WCAG 2.2 asks that the purpose of a link is clear (2.4.4); a web address read out is not. An empty
link to an appendix is filled in by the report.

Good:

    # plan.yaml
    introduction: Read [Ofsted's report on Exampleshire](https://reports.ofsted.gov.uk/44/1).

Bad:

    # plan.yaml
    introduction: To read the report, [click here](https://reports.ofsted.gov.uk/44/1).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.inline import InlineLink, inline_links, is_address
from sendctl.checks.quoting import all_quoted
from sendctl.checks.words import word_list
from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC614"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Links without words, with words that fit any link, or with an address as words."""
    del today
    for text in plan.public_texts:
        found = [
            link.words.strip() or link.address
            for link in inline_links(text.text)
            if _says_nothing(link)
        ]
        if found:
            yield Problem(
                text.place,
                f"These words do not say where the link leads: {all_quoted(found)}.",
                "Use the name of the page or file as the words of the link.",
            )


def _says_nothing(link: InlineLink) -> bool:
    words = link.words.strip(" .…>»→:*_").casefold()
    if not words:
        return not link.address.startswith("appendix:")
    return is_address(words) or "-".join(words.split()) in word_list("empty-link-words")
