"""The files of a new plan: templates that teach the format, with what is known filled in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sendctl.document.slugs import slug
from sendctl.plan.framework import Duty
from sendctl.plan.kind import Kind
from sendctl.plan.schema import schema_files
from sendctl.plan.shipped import templates_folder
from sendctl.plan.texts import TO_FILL_IN
from sendctl.report.nouns import KINDS, WEAKNESSES
from sendctl.scaffold.answers import Answers, Weakness, to_fill_in
from sendctl.timeline import Framework
from sendctl.timeline.framework import Clock
from sendctl.yamlfile.scalar import scalar

SCHEMAS = ".schemas"
"""The folder of the schemas that the files name on their first lines."""

_MODELINE = "# yaml-language-server:"
_FILES = (
    "plan.yaml", "owners.yaml", "weaknesses.yaml", "measures.yaml", "governance.yaml",
    "risks.yaml", "glossary.yaml",
)  # fmt: skip


class Bare(str):
    """Our own words in a comment, printed as they are; everything else is a YAML scalar."""

    __slots__ = ()


class _Body(NamedTuple):
    name: str
    kind: str


def skeleton(answers: Answers) -> dict[str, str]:
    """The texts of all files, by their names inside the plan folder, in the order to read them."""
    templates = _environment()
    context = _context(answers)
    files = {name: templates.get_template(f"{name}.j2").render(context) for name in _FILES}
    strand = templates.get_template("strand.yaml.j2")
    for number, weakness in enumerate(answers.weaknesses, 1):
        files[f"strands/{_file_name(number, weakness)}"] = strand.render(_strand(number, weakness))
    if answers.editor:
        files |= {f"{SCHEMAS}/{name}": text for name, text in schema_files().items()}
    else:
        files = {name: _without_modeline(text) for name, text in files.items()}
    hidden = {".gitignore": "ignore.j2", ".gitattributes": "attributes.j2"}
    return files | {
        name: templates.get_template(source).render() for name, source in hidden.items()
    }


def template(name: str, context: dict[str, Any]) -> str:
    """One file of a template in `templates/init`; values become YAML scalars."""
    return _environment().get_template(name).render(context)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates_folder() / "init"),
        autoescape=select_autoescape(()),  # what is made is YAML: `finalize` quotes
        undefined=StrictUndefined,
        finalize=_as_yaml,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["bare"] = Bare
    environment.filters["pad"] = lambda text, width: Bare(text.ljust(width - 1) + " ")
    return environment


def _as_yaml(value: Any) -> str:
    """What a template prints: dates and numbers as they are, every text as a YAML scalar."""
    if isinstance(value, Bare):
        return str(value)
    return value.isoformat() if isinstance(value, date) else scalar(str(value))


def _context(answers: Answers) -> dict[str, Any]:
    framework, kind = answers.framework, answers.kind
    health = answers.health or (to_fill_in("the NHS body, an integrated care board"),)
    keys = [f"health-{number}" if number > 1 else "health" for number in range(1, len(health) + 1)]
    council = answers.council or to_fill_in("the council")
    bodies = {"council": _Body(council, "council")}
    bodies |= {key: _Body(name, "health") for key, name in zip(keys, health, strict=True)}
    return {
        "area": answers.area,
        "kind": kind.value,
        "title": KINDS[kind].title,
        "fill": TO_FILL_IN,
        "framework": framework,
        "outcomes": any(one.outcomes for one in framework.clocks.values()),
        "events": answers.events,
        "clock": _submission(framework, kind),
        "stated": list(_own_clocks(framework, kind)),
        "parent": answers.parent,
        "weaknesses": [
            {
                **{name: getattr(one, name) for name in Weakness.__slots__},
                "noun": WEAKNESSES[one.kind].singular,
            }
            for one in answers.weaknesses
        ],
        "bodies": {**bodies, "parents": _Body("Parent carer forum", "parents")},
        "responsible": list(bodies),
        "health_posts": {key.replace("health", "health-lead"): key for key in keys},
    }


def _submission(framework: Framework, kind: Kind) -> Clock | None:
    """The clock by which a plan of this kind is handed in; None when it has none."""
    clock = framework.clocks.get(framework.submission or "")
    return clock if clock and (not clock.kinds or kind in clock.kinds) else None


def _own_clocks(framework: Framework, kind: Kind) -> Iterator[str]:
    """The clocks whose deadlines an area of this kind of plan can state itself."""
    for name, clock in framework.clocks.items():
        if clock.duty is Duty.AREA and (not clock.kinds or kind in clock.kinds):
            yield name


def _strand(number: int, weakness: Weakness) -> dict[str, str]:
    return {
        "id": str(number),
        "title": weakness.short,
        "weakness": weakness.id,
        "action": f"{number}.1",
        "task": to_fill_in("what will be done, as a sentence that says who does what"),
    }


def _file_name(number: int, weakness: Weakness) -> str:
    """The number, and the name where it gives letters that every file system knows."""
    words = slug(f"x {weakness.short}").removeprefix("x").strip("-")
    named = words and not weakness.short.startswith(TO_FILL_IN)
    return f"{number}-{words}.yaml" if named else f"{number}.yaml"


def _without_modeline(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if first.startswith(_MODELINE) else text
