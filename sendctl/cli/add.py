"""`sendctl add`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sendctl.cli import completion
from sendctl.cli.editing import DryRun, ShowDiff, parsed, run_edit
from sendctl.cli.options import PlanOption, Today

group = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help="Add an action, a measure, a risk or an owner to a plan.",
)

Title = Annotated[str, typer.Argument(metavar="TITLE", help="What it is, in a sentence.")]
Id = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help="Its id.  [default: the next one, 1.10 after 1.9]"),
]
More = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Any other key, as `sendctl set` takes it."),
]
Weakness = Annotated[
    list[str] | None,
    typer.Option(
        "--weakness",
        metavar="ID",
        autocompletion=completion.weaknesses,
        help="A weakness; repeatable.",
    ),
]


@group.command("action", short_help="Add an action to a strand.")
def action(
    title: Title,
    strand: Annotated[
        str | None,
        typer.Option(
            "--strand",
            metavar="ID",
            autocompletion=completion.strands,
            help="Its strand; needed when there are several.",
        ),
    ] = None,
    id_: Id = None,
    lead: Annotated[
        list[str] | None,
        typer.Option("--lead", metavar="KEY", help="A post that leads it; repeatable."),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="When it begins.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="When it will be done.")
    ] = None,
    success: Annotated[
        list[str] | None,
        typer.Option("--success", metavar="TEXT", help="How one will know; repeatable."),
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option("--measure", metavar="ID", help="A measure that shows it; repeatable."),
    ] = None,
    weakness: Weakness = None,
    more: More = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Add an action at the end of a strand.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.adding import add_action

    values = _values(
        more, title=title, start=start, due=due, success=success, measures=measure,
        weaknesses=weakness, **{"owners.lead": lead},
    )  # fmt: skip
    run_edit(
        plan,
        lambda loaded, _: add_action(loaded, strand, id_, values),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )


@group.command("measure", short_help="Add a measure.")
def measure(
    title: Title,
    id_: Id = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit", metavar="WORD", help="percent, rate, count, weeks, days, score or yes_no."
        ),
    ] = None,
    direction: Annotated[
        str | None,
        typer.Option("--direction", metavar="WORD", help="Which way is better: higher or lower."),
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="KEY", help="Who answers for it.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option("--for", metavar="ID", help="A weakness, strand or objective; repeatable."),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FIGURE", help="Where it stands.")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="FIGURE", help="Where it is to be.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="When it is to be there.")
    ] = None,
    more: More = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Add a measure at the end of measures.yaml, which is made when the plan has none.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.adding import add_measure

    values = _values(
        more, title=title, unit=unit, direction=direction, owner=owner,
        **{"for": about, "baseline.value": baseline, "target.value": target, "target.by": by},
    )  # fmt: skip
    run_edit(
        plan,
        lambda loaded, _: add_measure(loaded, id_, values),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )


@group.command("risk", short_help="Add a risk.")
def risk(
    title: Title,
    id_: Id = None,
    likelihood: Annotated[
        int | None, typer.Option("--likelihood", metavar="N", help="1 rare to 5 almost certain.")
    ] = None,
    impact: Annotated[
        int | None, typer.Option("--impact", metavar="N", help="1 slight to 5 severe.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="KEY", help="Who answers for it.")
    ] = None,
    mitigation: Annotated[
        list[str] | None,
        typer.Option("--mitigation", metavar="TEXT", help="What is done about it; repeatable."),
    ] = None,
    weakness: Weakness = None,
    more: More = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Add a risk at the end of risks.yaml, which is made when the plan has none.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.adding import add_risk

    values = _values(
        more, title=title, likelihood=likelihood, impact=impact, owner=owner,
        mitigation=mitigation, weaknesses=weakness,
    )  # fmt: skip
    run_edit(
        plan,
        lambda loaded, _: add_risk(loaded, id_, values),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )


@group.command("owner", short_help="Add a body or a post.")
def owner(
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="What it is called in the files: head-of-send.")
    ],
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The body's name, or the title of the post.")
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="WORD",
            help="Of a body: council, health, school, parents, government or other.",
        ),
    ] = None,
    body: Annotated[
        str | None,
        typer.Option("--body", metavar="KEY", help="It is a post, and belongs to this body."),
    ] = None,
    post: Annotated[
        bool, typer.Option("--post", help="It is a post, and belongs to no body of the plan.")
    ] = False,
    more: More = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Add a body or a post to owners.yaml, which is made when the plan has none.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.adding import add_owner

    is_post = post or body is not None
    if is_post and kind:
        raise typer.BadParameter("A post has no --kind; its body has.")
    values = _values(more, **{"title" if is_post else "name": name}, kind=kind, body=body)
    run_edit(
        plan,
        lambda loaded, _: add_owner(loaded, key, values, is_post=is_post),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )


def _values(more: list[str] | None, **given: Any) -> list[Any]:
    """Options and --set as assignments, in that order."""
    from sendctl.edit.assign import Assignment

    own = [
        Assignment(key, "", str(value))
        for key, values in given.items()
        for value in (values if isinstance(values, list) else [values])
        if value is not None
    ]
    return [*own, *parsed(more or [])]
