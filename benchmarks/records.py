"""Makes plans of any size, the same every time, for measuring."""

from __future__ import annotations

from pathlib import Path

_PER_STRAND = 1000
"""Actions in one file: large councils split their strands long before."""

_ACTION = """\
  - id: "{strand}.{number}"
    title: Agree one pathway number {number} with the college and three employers
    owners: {{lead: post-16-lead, accountable: [ad-education, icb-lead], partners: [college, pcf]}}
    start: 2022-07-04
    due: 2022-12-16            # agreed with the board
    status: in_progress
    rating: on_track
    success: [Ten young people start an internship by September 2023]
    difference: Young people leave college with paid work they chose.
    measures: [M{measure}]
    milestones: [{{title: First employer signed, due: 2022-09, done: 2022-09-01}}]
    updates:
      - {{on: 2022-09-05, by: post-16-lead, note: Two of three employers signed., rating: on_track}}
"""

_HEAD = """\
sendctl: 1
area: Benchmark
kind: wsoa
framework: area-send-2016
as_at: 2022-09-30
inspection: {started: 2022-02-28, ended: 2022-03-04}
events: {report_received: 2022-05-19, report_published: 2022-05-26, wsoa_submitted: 2022-08-26}
authorities: [council, icb]
signoff: [{post: ad-education}, {post: icb-lead}]
"""

_OWNERS = """\
bodies:
  council: {name: The Council, kind: council}
  icb: {name: The Integrated Care Board, kind: health, from: 2022-07-01}
  college: {name: The College, kind: school}
  pcf: {name: The Parent Carer Forum, kind: parents}
posts:
  ad-education: {title: Assistant Director of Education, body: council}
  post-16-lead: {title: Post-16 Lead, body: council}
  icb-lead: {title: Executive Lead for SEND, body: icb}
"""

_MEASURE = """\
  - id: M{number}
    title: Measure {number}
    unit: percent
    direction: higher
    baseline: {{value: 20, period: 2021/22, source: The Council}}
    target: {{value: 40, by: 2024-07}}
    milestones: [{{by: 2022-07, target: 25, actual: {{value: 23, on: 2022-07-20}}}}]
"""


def write_plan(folder: Path, actions: int) -> Path:
    """Write a plan with that many actions into a new folder; gives the folder."""
    (folder / "strands").mkdir(parents=True)
    measures = max(1, actions // 10)
    files = {
        "plan.yaml": _HEAD,
        "owners.yaml": _OWNERS,
        "governance.yaml": "coproduction: {statement: Made with the Parent Carer Forum.}\n",
        "weaknesses.yaml": "weaknesses:\n"
        + "".join(f"  - {{id: W{n}, wording: Weakness {n}.}}\n" for n in (1, 2, 3, 4)),
        "measures.yaml": "measures:\n"
        + "".join(_MEASURE.format(number=number) for number in range(1, measures + 1)),
    }
    for strand, first in enumerate(range(0, actions, _PER_STRAND), start=1):
        head = f'id: "{strand}"\ntitle: Strand {strand}\nleads: [ad-education]\n'
        files[f"strands/{strand}.yaml"] = (
            head
            + "weaknesses: [W1, W2, W3, W4]\nactions:\n"
            + "".join(
                _ACTION.format(strand=strand, number=number + 1, measure=number % measures + 1)
                for number in range(first, min(first + _PER_STRAND, actions))
            )
        )
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
