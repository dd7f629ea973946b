"""The codes of group SC1xx, and SC017 and SC018: the shape of a plan's folder and files."""

PAGES = {
    "SC017": """A file that nothing reads.

A misspelt file name would silently leave out a whole part of the plan. Files of other kinds belong
into evidence/ or beside the plan's folder.

Good:

    # weaknesses.yaml
    weaknesses: [{id: W1, covered_by: {reason: The health strategy covers it.}}]

Bad:

    # weakness.yaml
    weaknesses: [{id: W1, covered_by: {reason: The health strategy covers it.}}]
""",
    "SC018": """Too many files in a plan folder, or too many mistakes in a file.

A plan has a file for each strand and each committee report. Thousands of files are a folder of
something else; only the first two thousand are read. A file with ten thousand values that cannot be
used is no part of a plan either: its first thousand mistakes are listed, and the file is left out.

Good: a file for each of a dozen strands, with all actions of a strand in one file.

Bad: a file for each of three thousand children; they do not belong in a plan at all.
""",
    "SC101": """A required key is missing.

Few keys are required: what the plan is about, and what people call and refer to each item by.
Without them an item cannot stand in any document, so it is left out until they are there.

Good:

    # measures.yaml
    measures:
      - {id: M1, title: Suspensions of pupils at SEN support}

Bad:

    # measures.yaml
    measures:
      - {id: M1}
""",
    "SC102": """A key that this part of a plan does not have.

A misspelt key would be read by nobody, and the date or name behind it would be missing from every
document. docs/format.md lists the keys of each file.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, due: 2022-12-16}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, deu: 2022-12-16}
""",
    "SC103": """A value of the wrong shape: a list, a mapping or a text where another is expected.

Each key takes one shape: a text, a list of entries with dashes, or a mapping of keys to values. A
key that takes a list of keys or texts also takes a single one.

Good:

    # weaknesses.yaml
    weaknesses:
      - id: W1
        covered_by: {reason: The health strategy covers it.}

Bad:

    # weaknesses.yaml
    weaknesses:
      - id: W1
        covered_by: The health strategy covers it.
""",
    "SC104": """A word that is not one of those that can stand here.

Status, rating, kind and the like are fixed words, so that programs can count them. How a plan shows
them in documents is its own affair: `vocabulary:` in plan.yaml gives them other words.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, status: in_progress}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, status: Started}
""",
    "SC105": """A date that cannot be understood.

Days are written year-month-day, because 4/7/2022 is in April for some readers and in July for
others. A month (2022-12), a quarter of the financial year (2022/23-Q3), a school term that `terms:`
names, `ongoing` and `immediate` are dates as well wherever work is due.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, due: 2022-07-04}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, due: 4/7/2022}
""",
    "SC106": """A number that cannot be understood.

Counts are written in digits. Figures of measures may be text as they were published ("fewer than
5"); what is counted here must be a number.

Good:

    # plan.yaml
    inspection: {strengths: 5}

Bad:

    # plan.yaml
    inspection: {strengths: a few}
""",
    "SC107": """A value that is neither true nor false.

YAML programs differ over `yes` and `no`: for some they are true and false, for others words. Here
only `true` and `false` are.

Good:

    # strands/1.yaml
    illustrative: true

Bad:

    # strands/1.yaml
    illustrative: yes
""",
    "SC108": """A quarter with two readings.

Councils count quarters in financial years, others in calendar years: 2022-Q4 can end in December
2022 or in March 2023. Name the financial year, or the quarter's last month.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, due: 2022/23-Q4}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway, due: 2022-Q4}
""",
    "SC109": """A plan in a format that this program does not know.

`sendctl:` in plan.yaml is the version of the file format. A plan made for a newer program may hold
what this one cannot read, so it does not guess.

Good:

    # plan.yaml
    sendctl: 1

Bad:

    # plan.yaml
    sendctl: 2
""",
    "SC110": """A value that is out of bounds.

Some values have limits: an id has no spaces and at most 60 characters, a likelihood runs from 1
to 5, a text is not empty.

Good:

    # risks.yaml
    risks:
      - {id: R1, title: Key staff leave, likelihood: 4}

Bad:

    # risks.yaml
    risks:
      - {id: R1, title: Key staff leave, likelihood: 9}
""",
}
"""Code to manual page; `sendctl.checks.page` describes its form."""
