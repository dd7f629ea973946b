"""`sendctl schema`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.options import ExitCode, leave

if TYPE_CHECKING:
    from sendctl.plan.base import Item


def command(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            autocompletion=completion.schemas,
            help="plan.yaml or another file of a plan; strands, reports; export: what "
            "`sendctl export json` writes; mapping: what `sendctl import xlsx --mapping` reads.",
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Write all schemas there."),
    ] = None,
) -> None:
    """Print the JSON Schema of a plan's files, for editors that complete and check keys.

    Without FILE: the files there are schemas of. The editor finds one by a first line such as
    `# yaml-language-server: $schema=../schemas/plan.schema.json`.
    """
    from sendctl.exchange.whole_plan import WholePlan
    from sendctl.exchange.workbook.mapping import TrackerMapping
    from sendctl.plan.schema import SCHEMAS, schema_files, schema_text

    schemas: dict[str, type[Item]] = {**SCHEMAS, "export": WholePlan, "mapping": TrackerMapping}
    if folder is not None:
        if file is not None:
            leave(ExitCode.WRONG_USE, "Give either FILE or --output: a folder gets all schemas.")
        for name, text in schema_files(schemas).items():
            _write(folder / name, text)
    elif file is None:
        for name, model in schemas.items():
            about = (model.__doc__ or "").partition("\n")[0].removeprefix(f"{name}: ")
            typer.echo(f"{name:<16} {about}")
    else:
        typer.echo(schema_text(schemas[_known(file, list(schemas))]))


def _known(file: str, names: list[str]) -> str:
    """The name of a schema, also by the path of a file that it describes."""
    from sendctl.findings import did_you_mean

    parts = file.replace("\\", "/").split("/")
    given = (parts[-1], f"{parts[-1]}.yaml", *parts[-2:-1])
    known = next((name for name in given if name in names), None)
    if known is None:
        near = did_you_mean(parts[-1], names) or "`sendctl schema` lists them."
        leave(ExitCode.WRONG_USE, f"There is no schema of {file!r}. {near}")
    return known


def _write(path: Path, text: str) -> None:
    from sendctl.report.output import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        reason = (error.strerror or "it is not possible").lower()
        leave(ExitCode.WRONG_USE, f"{path.as_posix()} cannot be written: {reason}.")
    typer.echo(path.as_posix())
