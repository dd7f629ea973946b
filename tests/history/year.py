"""A plan in which everything that can change does, between two meetings."""

from __future__ import annotations

from typing import Final

from tests.history.made import Made

OWNERS: Final = """\
bodies: {council: {name: Westshire Council, kind: council}, icb: {name: The ICB, kind: health}}
posts:
  head: {title: Head of SEND, body: council}
  lead: {title: Post-16 Lead, body: council}
"""
HEAD: Final = """\
area: Westshire
kind: wsoa
framework: area-send-2016
events: {report_received: 2022-05-19}
"""
FIRST: Final = {
    "plan.yaml": HEAD,
    "owners.yaml": OWNERS,
    "governance.yaml": "boards: [{id: board, title: SEND Board}]\n",
    "weaknesses.yaml": "weaknesses: [{id: A, short: Ownership}]\n",
    "measures.yaml": """\
measures:
  - {id: M1, title: Suspensions, unit: rate, direction: lower, target: {value: 18, by: 2024-07},
     milestones: [{by: 2022-12, target: 25}]}
""",
    "risks.yaml": "risks: [{id: R1, title: Posts stay empty, likelihood: 2, impact: 3}]\n",
    "reports/scrutiny-june.yaml": """\
title: The plan
layout: cabinet-cover
meetings: [{body: Scrutiny, date: 2022-06-30}]
""",
    "strands/1.yaml": """\
id: "1"
title: Leading together
weaknesses: [A]
actions:
  - {id: "1.1", title: Map the pathway, due: 2022-10-28, status: in_progress, rating: on_track,
     owners: {lead: head}}
  - {id: "1.2", title: Train every school, due: 2022-12, owners: {lead: lead}}
  - {id: "1.3", title: Recruit a therapist, due: 2022-09}
  - {id: "1.4", title: Write to every family, due: 2022-08, plain: We write to you}
""",
}
SECOND: Final = {
    "plan.yaml": HEAD.replace("}", ", wsoa_submitted: 2022-08-26}"),
    "weaknesses.yaml": """\
weaknesses:
  - {id: W1, formerly: [A], short: Ownership,
     judgements: [{on: 2022-09-20, by: board, result: sufficient_progress}]}
""",
    "measures.yaml": """\
measures:
  - {id: M1, title: Suspensions, unit: rate, direction: lower, target: {value: 17, by: 2024-07},
     milestones: [{by: 2022-12, target: 25, actual: {value: 26.5, on: 2022-09-15, state: final}}]}
""",
    "risks.yaml": "risks: [{id: R1, title: Posts stay empty, likelihood: 4, impact: 3}]\n",
    "glossary.yaml": "# Words\nglossary: {ICB: Integrated care board}\n",
    "strands/1.yaml": """\
id: "1"
title: Leading together
weaknesses: [W1]
actions:
  - id: "1.1"
    title: Map the pathway
    due: 2022-12-16
    status: in_progress
    rating: at_risk
    owners: {lead: lead}
    moved: [{from: 2022-10-28, to: 2022-12-16, on: 2022-09-05, reason: An *employer* withdrew,
             agreed_by: board}]
    updates: [{on: 2022-09-05, by: lead, note: Two of three signed., rating: at_risk}]
    milestones: [{title: First one signed, due: 2022-09, done: 2022-09-01}]
    evidence: [{title: Signed agreements, on: 2022-09-05}]
  - {id: "1.3", title: Train every school, due: 2022-12, owners: {lead: lead}}
  - {id: "1.4", title: Write to every family, due: 2022-08, plain: We write to all of you,
     status: complete, completed: 2022-08-30, impact: emerging}
  - {id: "1.5", title: Publish <b>one</b> page, due: 2023-01}
""",
    "reports/scrutiny-june.yaml": FIRST["reports/scrutiny-june.yaml"] + "# sent\n",
    "evidence/minutes.txt": "x",
}


def year(made: Made) -> Made:
    """The plan of June, and that of September by somebody else."""
    made.commit(FIRST, "2022-06-20", subject="Write the plan")
    made.commit(SECOND, "2022-09-30", author="Siân Brown", subject="Bring it up to date.")
    return made
