"""What somebody says about a plan that is to be begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sendctl.plan.kind import Kind
from sendctl.plan.texts import TO_FILL_IN
from sendctl.plan.weakness import WeaknessKind
from sendctl.report.nouns import WEAKNESSES
from sendctl.timeline import Framework, framework_names, load_framework
from sendctl.yamlfile.characters import FORBIDDEN

_LONGEST_TITLE: Final = 80
"""The longest wording, in characters, that is a name for headings too."""

MOST: Final = 50
"""The most weaknesses that are believed: real reports have 1 to 14."""


class BadAnswer(ValueError):  # noqa: N818 - the word for it
    """An answer that no plan can be begun with; the message says what is wrong with it."""


def to_fill_in(what: str) -> str:
    """What stands for a text that only the plan's authors know; validate finds it (SC419)."""
    return f"{TO_FILL_IN}: {what}"


@dataclass(frozen=True, slots=True)
class Weakness:
    """One weakness that the plan is to answer.

    Attributes:
        id: its id in the plan.
        kind: what the inspectors called it.
        short: its name for headings; also that of the strand that answers it.
        wording: the inspectors' words.
        plain: what it means for families; "" while nobody said so.
        follows: its id in an earlier plan; "" when it is new.
    """

    id: str
    kind: WeaknessKind
    short: str
    wording: str
    plain: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a new plan is made of.

    Attributes:
        area: the local area, such as Leeds.
        kind: what sort of plan it is.
        framework: the framework whose clocks run; one of `frameworks_for(kind)`.
        weaknesses: at least one; each gets a strand.
        events: the days that are known, by the framework's names for them.
        council: its name; "" while it is not known.
        health: the names of the NHS bodies that are responsible too; an area can have several.
        parent: the path of an earlier plan from this one's folder; "" without one.
        editor: whether the files name their schemas, so that editors complete keys.
    """

    area: str
    kind: Kind
    framework: Framework
    weaknesses: tuple[Weakness, ...]
    events: Mapping[str, date] = field(default_factory=dict)
    council: str = ""
    health: tuple[str, ...] = ()
    parent: str = ""
    editor: bool = True


def frameworks_for(kind: Kind) -> list[Framework]:
    """The shipped frameworks under which plans of a kind are made, by name."""
    known = [load_framework(name) for name in framework_names()]
    return [one for one in known if one and kind in one.kinds]


def weaknesses_from(
    wordings: Iterable[str], kind: WeaknessKind, taken: Iterable[str] = ()
) -> list[Weakness]:
    """New weaknesses W1, W2 and so on.

    Args:
        wordings: the inspectors' words of each; "" where they are still to be filled in.
        kind: what the inspectors called them.
        taken: ids that others have.
    """
    used = {one.casefold() for one in taken}
    free = (name for number in range(1, 10_000) if (name := f"W{number}").casefold() not in used)
    noun = WEAKNESSES[kind].singular
    return [
        Weakness(
            name,
            kind,
            name_from(wording, noun),
            wording or to_fill_in("the inspectors' exact words"),
        )
        for name, wording in zip(free, wordings, strict=False)
    ]


def checked_text(text: str) -> str:
    """A text as it can stand in a plan, without white space at its ends.

    Raises:
        BadAnswer: it is empty, or holds characters that no plan may hold.
    """
    text = text.strip()
    if not text:
        raise BadAnswer("The text is empty.")
    if found := FORBIDDEN.search(text):
        raise BadAnswer(f"The character U+{ord(found[0]):04X} is not allowed: nobody can see it.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadAnswer("The text is not UTF-8.") from None
    return text


def name_from(wording: str, noun: str) -> str:
    """A name for headings: the wording where it is short, else one that is to be filled in."""
    is_short = wording and len(wording) <= _LONGEST_TITLE and len(wording.splitlines()) == 1
    return wording if is_short else to_fill_in(f"a short name for this {noun}")
