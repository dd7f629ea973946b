"""A framework, event or deadline has a name that is not known.

`framework:` names the inspection framework whose clocks run. The keys of `events:` and `stated:`
are that framework's names for events and clocks; a misspelt one would start no clock.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-19}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_recieved: 2022-05-19}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import framework_names, load_framework

CODE = "SC203"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The framework's name, then the names that stand under `events` and `stated`."""
    del today
    head = plan.head
    if head.framework is None:
        if head.events or head.stated:
            key = "events" if head.events else "stated"
            yield Problem(
                Place(PLAN_FILE, ("framework",)),
                "The plan has dates but no framework, so no clock runs.",
                f"Add `framework:`. Known: {', '.join(framework_names())}.",
                (Related("its dates", Place(PLAN_FILE, (key,), on_key=True)),),
            )
        return
    framework = load_framework(head.framework)
    if framework is None:
        yield Problem(
            Place(PLAN_FILE, ("framework",)),
            f"There is no framework {head.framework!r}.",
            did_you_mean(head.framework, framework_names()),
        )
        return
    for key, given, known in (
        ("events", head.events, framework.events),
        ("stated", head.stated, framework.clocks),
    ):
        noun = "event" if key == "events" else "clock"
        for name in given:
            if name not in known:
                yield Problem(
                    Place(PLAN_FILE, (key, name), on_key=True),
                    f"The framework {head.framework} has no {noun} {name!r}.",
                    did_you_mean(name, known) or f"Known: {', '.join(known)}.",
                )
