"""Dates, lists and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from sendctl.plan.when import When
from sendctl.report.nouns import Noun, plural
from sendctl.timeline.words import MONTHS, day_words, month_words

_TERM = re.compile(r"(\d{4})-(.+)")


def when_words(when: When | date | None) -> str:
    """A date, as exact as it was given and no more; "" when there is none."""
    if when is None:
        return ""
    if isinstance(when, date):
        return day_words(when)
    if when.term is not None:
        edge = f"{when.edge} of the " if when.edge else ""
        return edge + term_words(when.term)
    if when.interval is None:
        return {"immediate": "immediately"}.get(when.text, when.text)
    first, last = when.interval
    if first == last:
        return day_words(first)
    if first.month == last.month:
        return month_words(first)
    year, _, quarter = when.text.partition("-Q")
    return f"{MONTHS[first.month - 1]} to {month_words(last)} (quarter {quarter} of {year})"


def term_words(name: str) -> str:
    """A school term by its name in the plan: "autumn term 2022" for 2022-autumn."""
    match = _TERM.fullmatch(name)
    return f"{match[2].replace('-', ' ')} term {match[1]}" if match else name


def period_words(first: date | None, last: date | None) -> str:
    """28 February to 4 March 2022; what both dates share is said once."""
    if first is None or last is None or first == last:
        return day_words(day) if (day := first or last) else ""
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{first.day} to {day_words(last)}"


def joined(items: Iterable[object], last: str = "and") -> Markup:
    """A list as part of a sentence: "a, b and c"; what is markup already stays so.

    Items that hold commas themselves are kept apart by semicolons.
    """
    texts = [escape(item) for item in items]
    if len(texts) <= 1:
        return Markup().join(texts)
    comma, before_last = (", ", " ") if all("," not in text for text in texts) else ("; ", "; ")
    head = Markup(comma).join(texts[:-1])  # noqa: S704 - one of the two above
    return Markup("{}{}{} {}").format(head, before_last, last, texts[-1])


def counted(number: int, noun: Noun | str, many: str | None = None) -> str:
    """A number with its noun: "1 action", "3 actions", "no actions"."""
    one = str(noun)
    more = many or (noun.plural if isinstance(noun, Noun) else plural(one))
    return f"{number or 'no'} {one if number == 1 else more}"
