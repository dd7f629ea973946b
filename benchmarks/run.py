"""Runs sendctl against its budgets, and beside check-jsonschema on the same records.

python -m benchmarks.run [--runs N] [--quick]
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.records import write_plan
from benchmarks.timing import Command, paired, peak_megabytes, python, seconds, sendctl

EXAMPLE = "plans/blackpool"
START = python("import typer")
FLOOR = python(
    "import typer; from pydantic import BaseModel; from ruamel.yaml.cyaml import CParser;"
    "import holidays; holidays.country_holidays('GB', subdiv='ENG', years=range(2012, 2029))"
)
SIZES = (200, 2_000, 20_000)


class Row(NamedTuple):
    """One line of the result: what, the figure, what it is measured in, and its budget."""

    what: str
    value: float
    unit: str
    budget: float | None = None

    def __str__(self) -> str:
        budget = "" if self.budget is None else f"{self.budget:g}"
        verdict = "" if self.budget is None else "ok" if self.value <= self.budget else "OVER"
        return f"{self.what:<58} {self.value:>8.2f} {self.unit:<22} {budget:>6} {verdict}"


def main() -> None:
    """Measure, print a table, and keep the figures in benchmarks/results/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="counted runs of each pair")
    parser.add_argument("--quick", action="store_true", help="leave 20,000 actions out")
    options = parser.parse_args()
    sizes = SIZES[:2] if options.quick else SIZES
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processors; medians of {options.runs} paired runs\n"
    )
    print(f"{'what':<58} {'figure':>8} {'':<22} {'budget':>6}")
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for row in _measure(Path(scratch), options.runs, sizes):
            rows.append(row)
            print(row, flush=True)
    _keep(rows)


def _measure(scratch: Path, runs: int, sizes: tuple[int, ...]) -> Iterator[Row]:
    yield from _against("start", START, runs, _starting())
    yield from _against("floor", FLOOR, runs, _working(scratch))
    yield Row("a million WorkingCalendar.add", _a_million_counts(), "s of processor time", 2)
    yield from _growth(scratch, max(3, runs // 3), sizes)


def _starting() -> list[tuple[str, Command, float]]:
    return [
        ("sendctl --version", sendctl("--version"), 1.2),
        ("sendctl --help", sendctl("--help"), 1.5),
        ("sendctl validate --help", sendctl("validate", "--help"), 1.5),
        ("sendctl export csv --help", sendctl("export", "csv", "--help"), 1.5),
        ("completion of command names", _completion("sendctl va"), 1.5),
        ("completion of ids", _completion(f"sendctl show -p {EXAMPLE} M"), 3.5),
    ]


def _completion(typed: str) -> Command:
    last = len(typed.split()) - 1
    words = {"_SENDCTL_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(last)}
    return python(
        f"import os, sys; os.environ.update({words}); sys.argv = ['sendctl'];"
        "from sendctl.__main__ import main; main()"
    )


def _working(scratch: Path) -> list[tuple[str, Command, float]]:
    plan = str(write_plan(scratch / "plan300", 300))
    out = str(scratch / "out")
    return [
        (f"sendctl validate {EXAMPLE}", sendctl("validate", EXAMPLE), 1.6),
        ("render wsoa to HTML, 300 actions", _render(plan, out, "html"), 1.8),
        ("render wsoa to PDF, 300 actions", _render(plan, out, "pdf"), 3),
    ]


def _render(plan: str, out: str, form: str) -> Command:
    return sendctl("render", "wsoa", "--plan", plan, "--output", out, "--to", form)


def _against(
    name: str, base: Command, runs: int, cases: list[tuple[str, Command, float]]
) -> Iterator[Row]:
    for what, command, budget in cases:
        yield Row(what, paired(command, base, runs).ratio, f"x {name}", budget)


def _a_million_counts() -> float:
    """70 working days from each day of seven years, forwards and backwards, a million times."""
    from sendctl.workdays import WorkingCalendar

    calendar = WorkingCalendar()
    days = [date(2017, 1, 1) + timedelta(days=number) for number in range(2_500)]
    calendar.between(days[0], days[-1])  # build the years before the clock runs
    start = time.process_time()
    for _ in range(200):
        for day in days:
            calendar.add(day, 70)
            calendar.add(day, 70, before=True)
    return time.process_time() - start


def _growth(scratch: Path, runs: int, sizes: tuple[int, ...]) -> Iterator[Row]:
    """Validate at growing sizes, beside check-jsonschema on the same strand files."""
    schema = scratch / "strand.schema.json"
    schema.write_text(json.dumps(_schema()), encoding="utf-8")
    floor = min(seconds(FLOOR) for _ in range(3))
    taken: list[tuple[int, float]] = []
    for size in sizes:
        plan = write_plan(scratch / f"plan{size}", size)
        strands = [str(path) for path in sorted((plan / "strands").iterdir())]
        other = (sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *strands)
        ours = sendctl("validate", str(plan))
        pair = paired(ours, other, runs if size < SIZES[-1] else 1)
        taken.append((size, pair.first))
        yield Row(f"validate, {size:,} actions", pair.first, "s of processor time")
        yield Row(f"validate, {size:,} actions", pair.ratio, "x check-jsonschema", 1)
        yield Row(f"validate, {size:,} actions", pair.first / floor, "x floor")
    (small, fast), (large, slow) = taken[-2:]
    # What every run costs is left out, for it would make the growth look smaller than it is.
    exponent = math.log((slow - floor) / (fast - floor)) / math.log(large / small)
    yield Row(f"growth from {small:,} to {large:,} actions", exponent, "exponent", 1.05)
    peak = peak_megabytes(ours)
    if peak is not None:
        yield Row(f"memory, {large:,} actions", peak, "MB", 300)


def _schema() -> dict[str, object]:
    from sendctl.plan.strand import Strand

    return Strand.model_json_schema()


def _keep(rows: list[Row]) -> None:
    folder = Path("benchmarks/results")
    folder.mkdir(exist_ok=True)
    text = json.dumps([row._asdict() for row in rows], indent=2)
    (folder / "latest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
