"""From the options of `sendctl init`, and from questions where somebody can answer, to answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sendctl.cli.asking import ask_choice, ask_day, ask_number, ask_text, ask_yes, can_ask
from sendctl.cli.options import ExitCode, leave, plan_folders

if TYPE_CHECKING:
    from sendctl.plan.kind import Kind
    from sendctl.plan.weakness import WeaknessKind
    from sendctl.scaffold import Answers, Earlier, Weakness
    from sendctl.timeline import Framework

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Given:
    """The options as they were typed; None or empty where one was not given."""

    area: str | None
    kind: str | None
    framework: str | None
    weakness: tuple[str, ...]
    weaknesses: int | None
    improvement: tuple[str, ...]
    report_received: date | None
    report_published: date | None
    council: str | None
    health: tuple[str, ...]
    parent: Path | None
    carry: tuple[str, ...]
    ci: bool | None
    editor: bool
    yes: bool


def answers_from(given: Given, folder: Path) -> tuple[Answers, bool]:
    """All that a plan is made of, and whether a workflow for CI is wanted.

    Leaves with wrong use when something that has no default is missing and nobody can be asked.

    Args:
        given: the options.
        folder: where the plan will be.

    Raises:
        BadAnswer: an option cannot be used.
    """
    from sendctl.scaffold import Answers

    ask = can_ask() and not given.yes
    earlier = _earlier(given)
    if not ask:
        _refuse_what_is_missing(given, earlier)
    area = _area(given, earlier, ask=ask)
    kind = _kind(given, earlier, ask=ask)
    framework = _framework(given, kind)
    weaknesses = _weaknesses(given, kind, earlier, ask=ask)
    events = _events(given, framework, ask=ask)
    council, health = _bodies(given, area, earlier, ask=ask)
    parent = _path_to(given.parent, folder) if given.parent else ""
    answers = Answers(
        area, kind, framework, weaknesses, events, council, health, parent, given.editor
    )  # fmt: skip
    return answers, _wants_ci(given, folder, ask=ask)


def _refuse_what_is_missing(given: Given, earlier: Earlier | None) -> None:
    missing = []
    if not given.area and not earlier:
        missing.append("--area NAME")
    if not given.kind and not (earlier and earlier.next_kind):
        missing.append("--kind KIND")
    if not (given.weakness or given.weaknesses or given.improvement or earlier):
        missing.append("--weakness TEXT (or --weaknesses N)")
    if missing:
        leave(
            ExitCode.WRONG_USE,
            f"Give {', '.join(missing)} too. On a terminal, `sendctl init` asks for what no option "
            "says.",
        )


def _area(given: Given, earlier: Earlier | None, *, ask: bool) -> str:
    from sendctl.scaffold.answers import checked_text

    if given.area is not None:
        return _option("--area", checked_text, given.area)
    default = earlier.area if earlier else None
    if ask:
        return ask_text("Local area, such as Leeds", checked_text, default)
    return default or ""


def _kind(given: Given, earlier: Earlier | None, *, ask: bool) -> Kind:
    from sendctl.plan.kind import Kind
    from sendctl.report.nouns import KINDS

    if given.kind is not None:
        return _option("--kind", kind_named, given.kind)
    usual = (earlier and earlier.next_kind) or Kind.PRIORITY_ACTION_PLAN
    if not ask:
        return usual
    titles = {kind.value: KINDS[kind].title for kind in Kind}
    return ask_choice("Kind of plan", titles, kind_named, usual.value)


def kind_named(word: str) -> Kind:
    """A kind by its name or abbreviation, such as PAP.

    Raises:
        ValueError: there is none; the message says which there are.
    """
    from sendctl.findings import did_you_mean
    from sendctl.plan.kind import Kind
    from sendctl.report.nouns import KINDS

    word = word.strip().casefold().replace("-", "_").replace(" ", "_")
    names = {kind.value: kind for kind in Kind}
    names |= {KINDS[kind].abbreviation.casefold(): kind for kind in Kind}
    if not word or word not in names:
        near = did_you_mean(word, [kind.value for kind in Kind]) or f"There are: {', '.join(Kind)}."
        raise ValueError(f"There is no kind of plan {word!r}. {near}")
    return names[word]


def _framework(given: Given, kind: Kind) -> Framework:
    from sendctl.findings import did_you_mean
    from sendctl.scaffold import BadAnswer, frameworks_for
    from sendctl.timeline import framework_names

    fitting = {one.name: one for one in frameworks_for(kind)}
    name = given.framework or next(iter(fitting))
    if name not in fitting:
        names = ", ".join(fitting)
        if name in framework_names():
            raise BadAnswer(f"A {kind} is not made under {name}: give --framework {names}.")
        near = did_you_mean(name, fitting) or f"For this kind there is {names}."
        raise BadAnswer(f"There is no framework {name!r}. {near}")
    return fitting[name]


def _weaknesses(
    given: Given, kind: Kind, earlier: Earlier | None, *, ask: bool
) -> tuple[Weakness, ...]:
    """Those carried on, those that were told, and as many more as were counted."""
    from sendctl.plan.kind import Kind as Kinds
    from sendctl.plan.weakness import WeaknessKind
    from sendctl.report.nouns import KINDS
    from sendctl.scaffold import BadAnswer, weaknesses_from
    from sendctl.scaffold.answers import checked_text

    usual = KINDS[kind].weakness
    carried = list(earlier.weaknesses) if earlier else []
    told = [_option("--weakness", checked_text, one) for one in given.weakness]
    improvements = [_option("--improvement", checked_text, one) for one in given.improvement]
    if improvements and kind is not Kinds.PRIORITY_ACTION_PLAN:
        raise BadAnswer("--improvement is for priority action plans; here, use --weakness.")
    told += [""] * ((given.weaknesses or 0) - len(told))
    if ask and not (carried or told or improvements):
        told = _asked_wordings(usual)
    found = carried + weaknesses_from(told, usual, [one.id for one in carried])
    found += weaknesses_from(improvements, WeaknessKind.IMPROVEMENT, [one.id for one in found])
    return tuple(found)


def _asked_wordings(kind: WeaknessKind) -> list[str]:
    from sendctl.report.nouns import WEAKNESSES
    from sendctl.scaffold.answers import MOST, checked_text

    def count(text: str) -> int:
        if not (text.strip().isascii() and text.strip().isdigit() and 1 <= int(text) <= MOST):
            raise ValueError(f"Write a number from 1 to {MOST}.")
        return int(text)

    noun = WEAKNESSES[kind]
    number = ask_number(f"How many {noun.plural} does the report name", count, 1)
    return [
        ask_text(f"  {one}. The inspectors' words (Enter: later)", checked_text, "")
        for one in range(1, number + 1)
    ]


def _events(given: Given, framework: Framework, *, ask: bool) -> dict[str, date]:
    """The days that are known; under a framework that counts from the revisit's letter, its day."""
    from sendctl.scaffold import BadAnswer

    found: dict[str, date] = {}
    for names, option, value in (
        (("report_received",), "--report-received", given.report_received),
        (("report_published", "revisit_report_published"), "--report-published",
         given.report_published),
    ):  # fmt: skip
        event = next((name for name in names if name in framework.events), None)
        if event is None:
            if value:
                raise BadAnswer(f"{option}: nothing is counted from that day in {framework.name}.")
            continue
        if value is None and ask:
            title = framework.events[event].title
            value = ask_day(f"{title} on (such as 2026-01-31; Enter: not known yet)")  # noqa: PLW2901
        if value:
            found[event] = value
    return found


def _bodies(
    given: Given, area: str, earlier: Earlier | None, *, ask: bool
) -> tuple[str, tuple[str, ...]]:
    """The names of the council and of the NHS bodies, as far as they are known."""
    from sendctl.scaffold.answers import checked_text

    council = earlier.council if earlier else ""
    if given.council is not None:
        council = _option("--council", checked_text, given.council)
    elif ask:
        council = ask_text("Council", checked_text, council or f"{area} Council")
    health = earlier.health if earlier else ()
    if given.health:
        health = tuple(_option("--health", checked_text, one) for one in given.health)
    elif ask and len(health) <= 1:
        question = "Integrated care board" + (" (Enter: later)" if not health else "")
        name = ask_text(question, checked_text, health[0] if health else "")
        health = (name,) if name else ()
    return council, health


def _wants_ci(given: Given, folder: Path, *, ask: bool) -> bool:
    from sendctl.plan.find import repository_of

    if given.ci is not None:
        return given.ci
    in_repository = repository_of(folder) is not None
    if ask:
        return ask_yes("Check every change in GitHub Actions", default=in_repository)
    return in_repository


def _earlier(given: Given) -> Earlier | None:
    from sendctl.plan import load_plan
    from sendctl.scaffold import BadAnswer, carried_on

    if given.parent is None:
        if given.carry:
            raise BadAnswer("--carry needs --parent: the plan whose weaknesses are carried on.")
        return None
    folders = plan_folders([given.parent])
    if len(folders) > 1:
        choices = ", ".join(one.as_posix() for one in folders)
        raise BadAnswer(f"--parent: there are {len(folders)} plans there: {choices}. Name one.")
    plan = load_plan(folders[0]).plan
    if plan is None:
        raise BadAnswer(f"--parent: {folders[0].as_posix()}/plan.yaml cannot be used.")
    return carried_on(plan, given.carry)


def _path_to(parent: Path, folder: Path) -> str:
    """The earlier plan's folder as the new plan writes it."""
    from sendctl.scaffold import BadAnswer

    (found,) = plan_folders([parent])
    try:
        return Path(os.path.relpath(found.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive on Windows
        raise BadAnswer("--parent: the two plans must be on the same drive.") from None


def _option(name: str, check: Callable[[str], _T], value: str) -> _T:
    """An option's value as it is taken.

    Raises:
        BadAnswer: it cannot be used.
    """
    from sendctl.scaffold import BadAnswer

    try:
        return check(value)
    except ValueError as error:
        raise BadAnswer(f"{name}: {error}") from None
