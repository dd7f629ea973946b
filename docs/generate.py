"""Makes the reference pages from --help and docstrings, and the picture of the terminal.

python -m docs.generate            write them
"""

from __future__ import annotations

import inspect
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import typer
from pydantic import BaseModel
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

import sendctl
from sendctl import load_plan
from sendctl.checks import default_severity, rule_pages
from sendctl.cli.app import COMMANDS
from sendctl.exchange.tables import TABLES
from sendctl.plan import scalars
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.docstrings import field_docs, name_docs
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.references import TARGETS
from sendctl.plan.scalars import Ref
from sendctl.report import Request
from sendctl.report.documents import make
from sendctl.report.nouns import upper_first
from sendctl.reporters.deadlines import as_text
from sendctl.timeline import timeline_of

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER / "examples"
_WITHOUT_FONTS = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
_MADE = "<!-- Made by `make docs`; change the code's docstrings instead. -->\n\n"


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """Every generated page, by file name."""
    return {
        "commands.md": _MADE + "\n\n".join(_commands()) + "\n",
        "rules.md": _MADE + "\n\n".join(_rules()) + "\n",
        "tables.md": _MADE + "\n\n".join(_tables()) + "\n",
        "format.md": _MADE + "\n\n".join(_format()) + "\n",
        "pictures/deadlines.svg": _terminal("sendctl deadlines plans/blackpool"),
        "python.md": _MADE + "\n\n".join(_python()) + "\n",
        **_charts(),
    }


def _charts() -> dict[str, str]:
    """Pictures that documents of the example show."""
    plan = load_plan(FOLDER.parent / "plans" / "blackpool").plan
    assert plan is not None  # noqa: S101 - it is our own
    drawn = make("plan", Request(plan, plan.today()))[0].pictures
    chosen = {"status": "status", "strand": "time-strand-1-1", "measure": "measure-M10"}
    return {f"pictures/{name}.svg": drawn[picture] for name, picture in chosen.items()}


def _terminal(typed: str) -> str:
    """A picture of a command and what it prints, without anything from the network."""
    printed = io.StringIO()
    with chdir(FOLDER.parent), redirect_stdout(printed):
        plan = load_plan("plans/blackpool").plan
        assert plan is not None  # noqa: S101 - it is our own
        timeline = timeline_of(plan, plan.today())
        print(f"$ {typed}\n")
        print(as_text(timeline, colour=True, width=80))
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(printed.getvalue()))
    svg = console.export_svg(title="sendctl", code_format=_WITHOUT_FONTS, unique_id="sendctl")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield (
        "Exit codes, the same everywhere: **0** fine · **1** at least one error · **2** wrong use "
        "· **3** no plan found · **70** a fault in sendctl itself · **141** nobody read the output "
        "to its end."
    )
    for words in ([], *_words()):
        yield f"{'#' * max(2, len(words) + 1)} sendctl {' '.join(words)}".rstrip()
        yield f"```text\n{_help(words)}\n```"


def _words() -> Iterator[list[str]]:
    """Every command, and after a group of commands each of them."""
    for name, entry in COMMANDS.items():
        yield [name]
        module = import_module(f"sendctl.cli.{entry.module}")
        if hasattr(module, "group"):
            group = typer.main.get_command(module.group)
            yield from ([name, command] for command in getattr(group, "commands", ()))


def _help(words: list[str]) -> str:
    """The help as a terminal of 80 columns shows it."""
    done = subprocess.run(
        [sys.executable, "-m", "sendctl", *words, "--help"],
        capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def _python() -> Iterator[str]:
    yield "# From Python"
    yield (
        "`from sendctl import load_plan` gives what the commands give. The names on this page are "
        "the public ones; they carry types, and `import sendctl` loads nothing else until one of "
        "them is used. What is wrong with a plan is data; only a call that cannot be answered "
        "raises. Each example prints what stands below it, beside the `plans/` of this repository."
    )
    for topic, names in sendctl._TOPICS.items():  # noqa: SLF001 - the table that this page shows
        yield f"## {topic}"
        example = EXAMPLES / f"{topic.lower().replace(' ', '-')}.py"
        yield f"```python\n{example.read_text(encoding='utf-8').strip()}\n```"
        yield f"```text\n{run_example(example)}\n```"
        for name in names:
            yield from _exported(name, getattr(sendctl, name))


def run_example(example: Path) -> str:
    """What an example prints when it is run beside a copy of the example plan."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FOLDER.parent / "plans", Path(folder, "plans"))
        done = subprocess.run(
            [sys.executable, str(example)],
            capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder,
            env={**os.environ, "PYTHONPATH": str(FOLDER.parent), "PYTHONUTF8": "1"},
        )  # fmt: skip
    return done.stdout.strip()


def _exported(name: str, thing: Any) -> Iterator[str]:
    """A public name: how it is called, what it means, and what a class can be asked."""
    yield f"### {name}"
    if inspect.isfunction(thing):
        yield f"```python\n{_call(name, thing)}\n```"
    yield _google(thing)
    if not inspect.isclass(thing) or issubclass(thing, dict | StrEnum):
        if isinstance(thing, type) and issubclass(thing, StrEnum):
            yield ", ".join(f"`{one.value}`" for one in thing)
        return
    rows = []
    for key, member in vars(thing).items():
        asked = member.func if isinstance(member, cached_property) else member
        asked = asked.fget if isinstance(asked, property) else asked
        if not key.startswith("_") and inspect.isfunction(asked) and inspect.getdoc(asked):
            shown = _call(key, asked) if asked is member else key
            said = " ".join((inspect.getdoc(asked) or "").partition("\n\n")[0].split())
            rows.append(f"- `{shown}`: {said}")
    if rows:
        yield "\n".join(rows)


def _call(name: str, function: Any) -> str:
    shown = str(inspect.signature(function)).replace("(self, ", "(").replace("(self)", "()")
    shown = re.sub(r"<(\w+\.\w+): '[^']*'>", r"\1", shown)
    return name + re.sub(r"(: |-> )'([^']*)'", r"\1\2", shown)


def _google(thing: Any) -> str:
    """A docstring in Google's form as Markdown: its sections become lists."""
    lines = []
    for line in (inspect.getdoc(thing) or "").splitlines():
        entry = re.fullmatch(r"    ([\w.]+): (.*)", line)
        if line in {"Args:", "Attributes:", "Raises:", "Returns:"}:
            lines += [f"**{line.rstrip(':')}**", ""]
        elif entry:
            lines.append(f"- `{entry[1]}`: {entry[2]}")
        else:
            in_list = bool(lines) and lines[-1].startswith(("- ", "  "))
            lines.append(re.sub(r"^    +", "  " if in_list else "", line))
    return "\n".join(lines)


def _rules() -> Iterator[str]:
    yield "# Rules"
    yield (
        "Each finding carries one of these codes. A plan can change the severity of a rule from "
        "SC2xx on (`checks:` in plan.yaml), and accept a finding for a while (`waivers:`). These "
        "are house rules unless they name a source: no list of reasons for “not fit for purpose” "
        "was published."
    )
    rows = ["| code | what it finds | severity |", "| --- | --- | --- |"]
    for code, page in rule_pages().items():
        rows.append(f"| [{code}](#{code.lower()}) | {page.title} | {default_severity(code)} |")
    yield "\n".join(rows)
    for code, page in rule_pages().items():
        yield f"## {code}\n\n**{page.title}.** Severity: {default_severity(code)}."
        yield page.markdown


def _tables() -> Iterator[str]:
    yield "# Tables"
    yield (
        "The tables of `sendctl export csv`. Each has `plan`, the name of the plan's folder, as "
        "its first column. Columns are only ever added, at the end. Days are written 2022-08-30; a "
        "date that is less exact stands as the plan has it, with its last day beside it. Several "
        "ids or keys in one cell have a space between them, several texts a new line. A figure "
        "stands as it was published, with its number beside it."
    )
    for name, table in TABLES.items():
        yield f"## {name}\n\n{upper_first(table.line)}."
        yield ", ".join(f"`{heading}`" for heading in table.headings)


def _format() -> Iterator[str]:
    yield "# The plan's files"
    yield (
        "Every file is a mapping in YAML. All values are text until the type below says otherwise: "
        "an id `1.10` stays 1.10, and `no` is a word. An empty value is an absent key. "
        "Anchors, aliases and tags are not used. A field marked *internal* is never in a public "
        "version; *personal* ones are about a person."
    )
    yield (
        "Editors complete and check keys with the JSON Schemas that `sendctl schema` writes: "
        "[ci.md](ci.md#editors) says how."
    )
    yield "## Types"
    yield "\n".join(f"- **{name.lower()}**: {text}" for name, text in _scalar_types())
    shown: set[type[BaseModel]] = set()
    folders = {f"{folder}/*.yaml": model for folder, model in FOLDERS.items()}
    for name, model in (FILES | folders).items():
        yield f"## {name}"
        yield from _model(model, shown)


def _scalar_types() -> Iterator[tuple[str, str]]:
    documented = name_docs(scalars)
    for name in ("Text", "Id", "Day", "Dated", "Whole", "Flag", "Value"):
        yield name, documented[name]


def _model(model: type[BaseModel], shown: set[type[BaseModel]]) -> Iterator[str]:
    """A model's table of keys, then the models inside it that were not shown yet."""
    if model in shown:
        return
    shown.add(model)
    yield f"### {model.__name__}" if not model.__name__.endswith(("File", "Head")) else ""
    yield inspect.cleandoc(model.__doc__ or "")
    docs = field_docs(model)
    rows = ["| key | type | |", "| --- | --- | --- |"]
    for name, field in model.model_fields.items():
        key = f"`{field.alias or name}`" + (" **required**" if field.is_required() else "")
        kind = _type(field.annotation, field.metadata)
        audience = next((m for m in field.metadata if isinstance(m, Audience)), Audience.INTERNAL)
        said = docs.get(name, "") + (f" *{audience}*" if audience is not Audience.PUBLIC else "")
        rows.append(f"| {key} | {kind} | {' '.join(said.split())} |")
    yield "\n".join(rows)
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, Item):
                yield from _model(part, shown)


def _type(annotation: Any, metadata: list[Any]) -> str:
    """The type of a field in a reader's words."""
    parts = [*metadata, *_parts(annotation)]
    several = any(getattr(part, "__origin__", part) is tuple for part in parts)
    lead = "list of " if several else ""
    ref = next((part for part in parts if isinstance(part, Ref)), None)
    if ref and ref.kind != "term":
        return f"{lead}id of {TARGETS[ref.kind].a_noun}"
    for part in parts:
        if isinstance(part, type) and issubclass(part, StrEnum) and part is not Audience:
            return lead + ", ".join(f"`{word.value}`" for word in part)
        if isinstance(part, type) and issubclass(part, Item):
            link = f"[{part.__name__}](#{part.__name__.lower()})"
            mapping = any(getattr(one, "__origin__", one) is dict for one in parts)
            return f"mapping of {link}" if mapping else lead + link
    words = {"date": "day", "When": "dated", "int": "whole", "bool": "flag", "Figure": "value"}
    for part in parts:
        if isinstance(part, type) and part.__name__ in words:
            return lead + words[part.__name__]
    return lead + "text"


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _parts(part)


if __name__ == "__main__":
    main()
