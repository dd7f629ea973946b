"""The program's commands, by name; a command's module is imported when it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand

from sendctl.cli.quick_group import QuickGroup


class Entry(NamedTuple):
    """One command: the module under `sendctl.cli` with its `command`, and a line of help."""

    module: str
    line: str


COMMANDS = {
    "init": Entry("init", "Begin a plan: a folder with files that explain themselves."),
    "validate": Entry("validate", "Find every problem in a plan, with its place and what to do."),
    "explain": Entry("explain", "Say what a code means: why it matters, with examples."),
    "deadlines": Entry(
        "deadlines", "Show what is due when, counted from what, and how sure it is."
    ),
    "status": Entry("status", "Show on one screen how a plan stands."),
    "list": Entry("list_items", "List actions, measures, risks, owners or weaknesses."),
    "show": Entry("show", "Show everything linked to an id."),
    "render": Entry("render", "Make a document from a plan, as HTML or Markdown."),
    "export": Entry("export", "Hand a plan over: Excel, CSV, JSON, calendars."),
    "import": Entry("import_", "Take back what was changed in workbooks."),
    "set": Entry("set", "Change what something in a plan says, by its id."),
    "note": Entry("note", "Report on something: add an entry to its updates."),
    "move": Entry("move", "Move an action's due date; the old one stays on record."),
    "add": Entry("add", "Add an action, a measure, a risk or an owner to a plan."),
    "changes": Entry("changes", "Tell what changed in a plan between two versions."),
    "history": Entry("history", "Tell the life of an action or measure, and who changed it."),
    "trend": Entry("trend", "Show how a plan went: counts, moved dates and figures."),
    "seal": Entry("seal", "Record what was submitted: which version and documents."),
    "verify": Entry("verify", "Prove that a sealed version still gives the same documents."),
    "workdays": Entry("workdays", "Count working days, forwards and backwards."),
    "schema": Entry("schema", "Print the JSON Schema of a plan's files, for editors."),
}


class LazyGroup(QuickGroup):
    """Lists commands from the table above; only the one that runs is imported."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; while names are only listed, a stub with its line of help."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        if self._listing:
            return TyperCommand(cmd_name, help=entry.line, rich_markup_mode=None)
        return _load(cmd_name, entry)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what is wrong with an option is told without pydantic's preface."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands in `sendctl --help`."""
        with self._stubs():
            super().format_commands(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Completion of command names."""
        with self._stubs():
            return super().shell_complete(ctx, incomplete)

    @contextmanager
    def _stubs(self) -> Iterator[None]:
        self._listing = True
        try:
            yield
        finally:
            self._listing = False


def _load(name: str, entry: Entry) -> Any:
    """A module has either one `command`, or a `group` of them."""
    module = import_module(f"sendctl.cli.{entry.module}")
    if hasattr(module, "group"):
        return typer.main.get_command(module.group)
    single = typer.Typer(**_SETTINGS, add_completion=False)
    single.command(name, short_help=entry.line)(module.command)
    return typer.main.get_command(single)


_SETTINGS: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}

app = typer.Typer(cls=LazyGroup, no_args_is_help=True, **_SETTINGS)


def _version(value: bool) -> None:
    if value:
        from sendctl import __version__

        typer.echo(f"sendctl {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keep a SEND improvement plan as plain files: check it, time it, make its documents.

    PATH is a plan folder or any file in it. Without one: the plan you stand in, else every plan
    under plans/.
    """
    del version


def run() -> int:
    """Run the command line of this process; gives the exit code."""
    group = typer.main.get_command(app)
    # Typer takes the names for "did you mean" from here.
    group.commands = {name: TyperCommand(name) for name in COMMANDS}  # type: ignore[attr-defined]
    try:
        group(prog_name="sendctl")
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):
            raise leaving.__context__ from None  # typer makes a 1 of it: the code of a verdict
        return leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    return 0
