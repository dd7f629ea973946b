"""`sendctl verify`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import (
    ExitCode,
    PlanOption,
    emit,
    leave,
    loaded_plan,
    one_or_all,
    read_plan,
)

if TYPE_CHECKING:
    from sendctl.plan import Plan
    from sendctl.plan.seals import Seal
    from sendctl.report.sealing import Proof


class Format(StrEnum):
    """How the proof is printed."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[
        str, typer.Argument(metavar="NAME", show_default=False, help="The name of the seal.")
    ],
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE", show_default=False,
            help="Files to compare too: is this what was submitted?",
        ),
    ] = None,
    plan: PlanOption = None,
    form: Annotated[
        Format, typer.Option("--format", help="text: for reading here. json: for programs.")
    ] = Format.TEXT,
) -> None:  # fmt: skip
    """Prove that a sealed version still gives the same documents, to the byte.

    Makes each document again from the commit that was sealed, and compares digests with those in
    seals.yaml. Exit code 0: all agree. 1: one differs, which another version of sendctl or of a
    package it draws with can cause; it says which version sealed.
    """
    from sendctl import __version__
    from sendctl.reporters.proof import proof_json, proof_text

    (folder,) = one_or_all(plan, all_plans=False)
    _, now = loaded_plan(folder)
    seal = _seal_of(now, name)
    proofs = [*_documents(folder, seal), *(_file(file, seal) for file in files or [])]
    shown = proof_json if form is Format.JSON else proof_text
    emit(shown(seal, proofs, __version__))
    if not all(proof.holds for proof in proofs):
        raise typer.Exit(ExitCode.ERRORS)


def _seal_of(plan: Plan, name: str) -> Seal:
    from sendctl.findings import did_you_mean

    found = [seal for seal in plan.seals if seal.name == name]
    if not found:
        names = [seal.name for seal in plan.seals]
        there = f"There are: {', '.join(names)}." if names else "There are none yet."
        leave(
            ExitCode.WRONG_USE,
            f"seals.yaml has no seal {name!r}. {did_you_mean(name, names) or there}",
        )
    if len(found) > 1:
        leave(ExitCode.ERRORS, f"seals.yaml has {len(found)} seals {name!r}: which is meant?")
    return found[0]


def _documents(folder: Path, seal: Seal) -> list[Proof]:
    """Each document of a seal, made again."""
    from sendctl.cli.seal import sealed_now
    from sendctl.report.sealing import Proof, Wanted

    loaded = read_plan(folder, seal.revision)
    if loaded.plan is None:
        leave(ExitCode.ERRORS, f"The plan in {seal.revision[:10]} cannot be used.")
    asked = [Wanted(one.document, one.report or "", one.to, one.public) for one in seal.documents]
    made = sealed_now(loaded.plan, seal.today, asked)
    return [
        Proof(_named(one.document, one.report, one.to), one.sha256, again.sha256)
        for one, again in zip(seal.documents, made, strict=True)
    ]


def _file(file: Path, seal: Seal) -> Proof:
    """A file against all sealed digests: it is one of them, or none."""
    from sendctl.report.sealing import Proof, digest_of

    try:
        found = digest_of(file.read_bytes())
    except OSError as error:
        reason = (error.strerror or "it is not possible").lower()
        leave(ExitCode.WRONG_USE, f"{file.as_posix()} cannot be read: {reason}.")
    sealed = next((one.sha256 for one in seal.documents if one.sha256 == found), "")
    return Proof(file.as_posix(), sealed, found)


def _named(document: str, report: str | None, to: str) -> str:
    return f"{document}{f':{report}' if report else ''} {to}"
