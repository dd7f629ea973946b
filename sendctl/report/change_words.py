"""What changed between two versions, in words: one line for each change."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.history import Change, What
from sendctl.plan import Plan
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.plan.weakness import Result
from sendctl.plan.when import BadDate, parse_when
from sendctl.report.actions import ROLE_WORDS
from sendctl.report.nouns import lower_first, upper_first
from sendctl.report.parties import Parties
from sendctl.report.status import IMPACTS, standing_words
from sendctl.report.weaknesses import RESULTS
from sendctl.report.wording import counted, joined, when_words
from sendctl.timeline import Framework, framework_of
from sendctl.timeline.words import day_words

_SHORT: Final = 40
"""Letters of a value that is shown beside its key; longer ones are for reading in the files."""


class Names(NamedTuple):
    """Who is who in two versions of a plan: a key of which only one knows the name is known."""

    now: Parties
    then: Parties | None
    framework: Framework | None

    @classmethod
    def of(cls, before: Plan | None, after: Plan) -> Names:
        """For two versions."""
        then = Parties(before) if before else None
        return cls(Parties(after), then, framework_of(after))

    def title(self, key: str) -> str:
        """A post, body or board; a key that neither version knows stands for itself."""
        found = self.now.title(key)
        return found if found != key or self.then is None else self.then.title(key)

    def titles(self, keys: str) -> str:
        """Several, as the files list them: "head-of-send, council"."""
        return str(joined(self.title(key) for key in keys.split(", ")).unescape()) if keys else ""


def change_words(change: Change, names: Names) -> str:
    """One change as a sentence without its subject, such as "From on track to at risk."."""
    return f"{upper_first(_WORDS[change.what](change, names))}."


def dated_words(text: str) -> str:
    """A date of a file in words; what is none stays as it is."""
    try:
        return when_words(parse_when(text))
    except BadDate:
        return text


def _completed(change: Change, names: Names) -> str:
    del names
    return f"on {day_words(change.on)}" if change.on else "the plan does not say on which day"


def _moved(change: Change, names: Names) -> str:
    before, after = dated_words(change.before), dated_words(change.after)
    if not before:
        return f"to {after}; it had no date"
    if not after:
        return f"it has no date any more; it was {before}"
    words = f"from {before} to {after}"
    if change.days is not None:
        words += f": {_by_days(change)}"
    if change.kind != "action":
        return words
    if not change.recorded:
        return f"{words}; the plan does not record why, or who agreed"
    agreed = f"agreed by {names.title(change.by)}" if change.by else "no one is said to have agreed"
    return f"{words}; {agreed}"


def _by_days(change: Change) -> str:
    days = change.days or 0
    if not days:
        return "the same last day"
    side = "later" if days > 0 else "earlier"
    working = ""
    if change.working_days is not None:
        working = f" ({counted(abs(change.working_days), 'working day')})"
    return f"{counted(abs(days), 'day')} {side}{working}"


def _standing(change: Change, names: Names) -> str:
    """A status, rating or impact."""
    del names
    before, after = (_standing_word(change, value) for value in (change.before, change.after))
    if not before:
        return f"{after}; there was none" if change.what is not What.STATUS else after
    return f"from {before} to {after}" if after else f"none any more; it was {before}"


def _standing_word(change: Change, value: str) -> str:
    """The usual word for a value; a level of impact of another sort of thing is its own word."""
    if not value:
        return ""
    if change.what is What.RATING:
        return lower_first(standing_words(None, Rating(value), None))
    if change.what is What.IMPACT:
        return lower_first(IMPACTS[Impact(value)])
    return lower_first(standing_words(Status(value), None, None))


def _relabelled(change: Change, names: Names) -> str:
    del names
    guess = "; a guess: what it says is the same" if change.is_guess else ""
    return f"it was {change.before}{guess}"


def _retitled(change: Change, names: Names) -> str:
    del names
    return f"it was “{change.before}”" if change.before else "it had no such name"


def _owners(change: Change, names: Names) -> str:
    role = ROLE_WORDS.get(change.field.removeprefix("owners."), "")
    before, after = names.titles(change.before), names.titles(change.after)
    lead = f"{role}: " if role else ""
    if not before:
        return f"{lead}{after}; there was nobody"
    return f"{lead}{after or 'nobody'}; it was {before}"


def _figure(change: Change, names: Names) -> str:
    del names
    at = change.field.removeprefix("milestones.")
    before = f"; it was {change.before}" if change.before else ""
    state = f" ({change.note})" if change.note else ""
    return f"{change.after or 'taken out'}{state}, at the milestone {dated_words(at)}{before}"


def _target(change: Change, names: Names) -> str:
    del names
    at = change.field.removeprefix("milestones.")
    name = at if at == change.field else f"milestone {dated_words(at)}"
    before, after = (_aim(value) for value in (change.before, change.after))
    return f"{name}: {after or 'taken out'}; {f'it was {before}' if before else 'there was none'}"


def _aim(text: str) -> str:
    """A target with its date in words."""
    value, by, day = text.partition(" by ")
    return f"{value}{by}{dated_words(day)}"


def _risk(change: Change, names: Names) -> str:
    del names
    if change.field == "closed":
        return f"closed on {day_words(change.on)}" if change.on else "open again"
    if not (change.before and change.after):
        return f"score {change.after or 'taken out'}; it was {change.before or 'not scored'}"
    if change.after == change.before:
        return f"score still {change.after}, otherwise made up"
    side = "up" if int(change.after) > int(change.before) else "down"
    return f"score {side} from {change.before} to {change.after}"


def _happened(change: Change, names: Names) -> str:
    key = change.field.removeprefix("events.")
    title = names.framework.event_title(key) if names.framework else key
    before = f"; it was {dated_words(change.before)}" if change.before else ""
    return f"{title}: {dated_words(change.after) or 'taken out'}{before}"


def _judged(change: Change, names: Names) -> str:
    by = f", {names.title(change.by)}" if change.by else ""
    day = f", {day_words(change.on)}" if change.on else ""
    return f"{RESULTS[Result(change.after)]}{by}{day}"


def _record(change: Change, names: Names) -> str:
    """A report, evidence or a step reached: when and by whom; the words stand beside it."""
    by = [names.title(change.by)] if change.by else []
    return ", ".join([day_words(change.on) if change.on else "without a day", *by])


def _other(change: Change, names: Names) -> str:
    del names
    if change.field == "strand":
        return f"now in strand {change.after}; it was in {change.before}"
    name = f"“{change.field}”"
    values = (change.before, change.after)
    if not change.is_public or not any(values) or max(map(len, values)) > _SHORT:
        return name
    return f"{name}: {change.after or 'none'} (it was {change.before or 'none'})"


def _said(words: str) -> Callable[[Change, Names], str]:
    def told(change: Change, names: Names) -> str:
        del change, names
        return words

    return told


_WORDS: Final = MappingProxyType[What, Callable[[Change, Names], str]](
    {
        What.COMPLETED: _completed,
        What.REOPENED: _standing,
        What.MOVED: _moved,
        What.STATUS: _standing,
        What.RATING: _standing,
        What.IMPACT: _standing,
        What.ADDED: _said("new"),
        What.DROPPED: _said("no longer there"),
        What.RELABELLED: _relabelled,
        What.RETITLED: _retitled,
        What.OWNERS: _owners,
        What.FIGURE: _figure,
        What.TARGET: _target,
        What.RISK: _risk,
        What.HAPPENED: _happened,
        What.JUDGED: _judged,
        What.REACHED: _record,
        What.REPORTED: _record,
        What.EVIDENCE: _record,
        What.OTHER: _other,
        What.REWRITTEN: _said("comments, order or spacing only, or no part of the plan"),
    }
)
