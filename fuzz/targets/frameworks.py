"""Any framework laid over the shipped ones: deadlines come out, and each can be explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fuzz.files import joined, parted, plan_seeds
from fuzz.oracle import check_printed
from sendctl.exchange.deadlines import deadlines_csv
from sendctl.plan import load_tree
from sendctl.plan.framework import ClockFile, FrameworkFile
from sendctl.plan.tree import InMemory
from sendctl.reporters.deadlines import as_text
from sendctl.reporters.deadlines_chart import chart_text
from sendctl.reporters.deadlines_json import Extras, as_json
from sendctl.timeline import CannotPlanBack, framework_names, plan_back, solve, timeline_of

DAYS = (date(2022, 9, 30), date(1978, 1, 1), date(2100, 12, 31))
_SHIPPED = Path(__file__).parent.parent.parent / "sendctl" / "timeline" / "frameworks"

DICTIONARY = (
    *(f"{field.alias or name}: " for name, field in ClockFile.model_fields.items()),
    *(f"{field.alias or name}: " for name, field in FrameworkFile.model_fields.items()),
    *(f"\n== frameworks/{name}.yaml\n" for name in framework_names()),
    *("working_days", "weeks", "months", "years", "true", "false", "including", "clear"),
    *("2022-05-19", "1978-01-01", "2100-12-31", "9999-12-31", "0001-01-01", "999999999999", "0"),
    *("report_received", "report_published", "wsoa", "reviews", "meetings", "area", "local"),
)


def seeds() -> Iterator[bytes]:
    """All plans with their frameworks, and each shipped one as a plan's own."""
    yield from plan_seeds("frameworks", "reports", "owners.yaml")
    for file in sorted(_SHIPPED.glob("*.yaml")):
        events = "events: {report_received: 2022-05-19}"
        head = f"area: A\nkind: wsoa\nframework: {file.stem}\n{events}"
        yield joined({"plan.yaml": head.encode(), f"frameworks/{file.name}": file.read_bytes()})


def run(data: bytes) -> None:
    """The timeline on three days, in every form that it is printed in."""
    plan = load_tree(InMemory(Path("plan"), parted(data))).plan
    if plan is None:
        return
    solutions = solve(plan)
    for day in DAYS:
        timeline = timeline_of(plan, day)
        try:
            back = plan_back(timeline)
        except CannotPlanBack as cannot:
            assert str(cannot)
            back = None
        check_printed(as_text(timeline, colour=False, width=80, explain=True, days=True))
        check_printed(chart_text(timeline, colour=False, width=80))
        json.loads(as_json([("plan", timeline, Extras(solutions, back, days=True))], as_list=False))
        deadlines_csv([("plan", timeline)])
