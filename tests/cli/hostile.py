"""A plan whose every text tries to be more than text, wherever a terminal prints it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

EVIL = "[red]a[/] \N{RIGHT-TO-LEFT OVERRIDE}b [link=x]c[/link] {d} $(e) %s \N{ZERO WIDTH SPACE}|"
LONG = "w" * 200
WIDE = "\N{CJK UNIFIED IDEOGRAPH-8A08}" * 60


def write_hostile(write: Callable[..., Path]) -> Path:
    """Writes it into the test's folder."""
    return write(
        more=f"""
as_at: 2022-09-30
framework: area-send-2016
events: {{report_published: 2022-05-26}}
stated: {{wsoa: 2022-08-30}}
vocabulary: {{strand: "{EVIL}", shown: [{{word: "{EVIL}", status: in_progress}}]}}
steps: [{{id: "[s]", title: "{EVIL}", due: 2022-08-15, owner: "[k]"}}]
""",
        owners=f"""
bodies: {{council: {{name: "{EVIL}"}}}}
posts:
  "[k]": {{title: "{EVIL}", body: council, from: 2022-01}}
  {"k" * 60}: {{title: {LONG}}}
""",
        governance=f'boards: [{{id: "[b]", title: "{EVIL}", chair: "[k]", members: [council]}}]',
        weaknesses=f"""
weaknesses: [{{id: W1, short: {WIDE}, wording: "{EVIL}", responsible: council}}]
""",
        measures=f"""
measures:
  - id: "[m]"
    title: "{EVIL}"
    owner: "[k]"
    direction: higher
    baseline: {{value: "{EVIL}"}}
    target: {{value: 9, by: 2023-07, basis: "{EVIL}"}}
    milestones:
      - {{by: 2022-07, target: 5, actual: {{value: 3, on: 2022-07-31}}}}
      - {{by: 2022-08, target: 6}}
""",
        risks=f"""
risks: [{{id: "[r]", title: "{EVIL}", likelihood: 5, impact: 5, owner: "[b]", actions: ["[1]"],
         mitigation: ["{EVIL}"]}}]
""",
        strands_1=f"""
id: "[st]"
title: "{EVIL}"
leads: "[k]"
weaknesses: W1
objectives: [{{id: "[o]", title: "{EVIL}", measures: "[m]"}}]
actions:
  - id: "[1]"
    objective: "[o]"
    title: "{EVIL}"
    plain: "{EVIL}"
    owners: {{lead: "[k]", accountable: council}}
    start: 2022-01
    due: 2022-09
    status: in_progress
    rating: off_track
    success: ["{EVIL}", "{LONG}"]
    measures: "[m]"
    depends_on: [{"i" * 60}]
    milestones: [{{title: "{EVIL}", due: 2022-07}}]
    moved: [{{from: 2022-08, to: 2022-09, on: 2022-08-31, reason: "{EVIL}", agreed_by: "[b]"}}]
    updates: [{{on: 2022-05-01, by: "[k]", note: "{EVIL}"}}, {{on: 2022-06-01, note: "{EVIL}"}}]
    evidence: [{{on: 2022-06-01, title: "{EVIL}", link: "evidence/[x].pdf", note: "{EVIL}"}}]
  - {{id: {"i" * 60}, title: {LONG}, owners: {{lead: {"k" * 60}}}, due: 2022-09-01}}
  - {{title: {WIDE}}}
""",
    )
