"""The codes of group SC0xx: what can be wrong with a file before its content is looked at."""

UNREADABLE = "SC001"
TOO_LARGE = "SC002"
NOT_UTF8 = "SC003"
FORBIDDEN_CHARACTER = "SC004"
SYNTAX = "SC005"
TAB = "SC006"
DUPLICATE_KEY = "SC007"
ALIAS = "SC008"
TAG = "SC009"
TOO_DEEP = "SC010"
SECOND_DOCUMENT = "SC011"
EMPTY_FILE = "SC012"
NOT_A_MAPPING = "SC013"
BAD_KEY = "SC014"
DIRECTIVE = "SC015"
EMPTY_ITEM = "SC016"

PAGES = {
    UNREADABLE: """A file cannot be read.

It is missing, is no ordinary file, or may not be opened by whoever runs sendctl. A plan needs its
plan.yaml; every other file is optional, but one that is there must be readable, or what it says
would be left out without anybody noticing.

Good: a folder with a plan.yaml that you may open.

Bad: a folder without a plan.yaml, or with a weaknesses.yaml that only its author may open.
""",
    TOO_LARGE: """A file, or a list in it, is larger than those of a plan can be.

Files of a plan are text that people write. One of more than 32 MB is something else, such as a
scan or an export that was saved under the wrong name, and is not read at all. So is one with more
than 50,000 entries one below the other.

Good: a scan of 40 MB under evidence/, with a link to it from the action.

Bad: a measures.yaml of 40 MB.
""",
    NOT_UTF8: """A file is not saved as UTF-8.

In any other encoding, names such as Siân come out wrong on the next computer. Older Windows
programs save Windows-1252 or UTF-16 unless told otherwise.

Good: an owners.yaml saved with the encoding UTF-8, which every editor offers.

Bad: an owners.yaml saved with the encoding ANSI or Unicode (UTF-16) in an old Windows editor.
""",
    FORBIDDEN_CHARACTER: """A character that YAML or an editor would misread.

Control characters, Unicode's own line separators and byte order marks inside the text are invisible
in most editors, and programs differ in what they make of them. They come from copying.

Good: text that was pasted as plain text.

Bad: text copied from a PDF with a line separator (U+2028) inside the sentence.
""",
    SYNTAX: """The text is not YAML.

Mostly a colon followed by a space inside a text, an apostrophe inside single quotes, a bracket that
is not closed, or indentation that does not line up. Until then nothing in the file can be read.

Good:

    # strands/1.yaml
    title: 'Waits: far too long'

Bad:

    # strands/1.yaml
    title: Waits: far too long
""",
    TAB: """A tab is used for indentation.

YAML allows spaces only, because nobody can see how wide a tab is meant to be. Most editors can
replace tabs by spaces.

Good:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Map the pathway

Bad:

    # strands/1.yaml
    actions:
      - id: "1.1"
    \ttitle: Map the pathway
""",
    DUPLICATE_KEY: """The same key stands twice in one mapping.

Programs differ in which of the two they take, so one of two texts would be lost. Often an item was
copied and only half changed.

Good:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Map the pathway
        due: 2022-12-16

Bad:

    # strands/1.yaml
    actions:
      - id: "1.1"
        title: Map the pathway
        due: 2022-12-16
        due: 2023-01-20
""",
    ALIAS: """An anchor (&) or alias (*) is used.

An alias repeats a value that is written elsewhere: whoever edits the one changes the other without
knowing. In a plan each value stands where it is read. A text that begins with & or * needs quotes.

Good:

    # plan.yaml
    outcomes:
      - '*All* children are heard'

Bad:

    # plan.yaml
    outcomes:
      - *All* children are heard
""",
    TAG: """A tag (!) is used.

Tags tell a YAML program which type a value has; a plan's format settles that. A text that begins
with an exclamation mark needs quotes.

Good:

    # plan.yaml
    vision: '!Every child counts'

Bad:

    # plan.yaml
    vision: !Every child counts
""",
    TOO_DEEP: """Values are nested too deeply.

A plan needs about eight levels. More than fifty are brackets that were never meant, and are refused
before they can take memory and time.

Good:

    # plan.yaml
    outcomes: [Every child is heard]

Bad:

    # plan.yaml
    outcomes:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
    SECOND_DOCUMENT: """A file holds more than one YAML document.

A line of three dashes begins a new document, and most programs read only the first. Put each
strand into a file of its own.

Good:

    # weaknesses.yaml
    weaknesses:
      - {id: W1, covered_by: {reason: The health strategy covers it.}}

Bad:

    # weaknesses.yaml
    weaknesses:
      - {id: W1, covered_by: {reason: The health strategy covers it.}}
    ---
    weaknesses:
      - {id: W2}
""",
    EMPTY_FILE: """A file is empty.

It says nothing, so somebody may have meant to write it, or saved it by mistake. Optional files are
better left out.

Good:

    # glossary.yaml
    glossary: {SEND: Special educational needs and disabilities}

Bad:

    # glossary.yaml
    # to be written
""",
    NOT_A_MAPPING: """A file is not a mapping of keys to values.

Every file of a plan begins with a key, even where it holds one list only: so that more can be said
in it later without changing what is there.

Good:

    # weaknesses.yaml
    weaknesses:
      - {id: W1, covered_by: {reason: The health strategy covers it.}}

Bad:

    # weaknesses.yaml
    - {id: W1, covered_by: {reason: The health strategy covers it.}}
""",
    BAD_KEY: """A key is empty, or is not plain text.

Often a text begins with a bracket, as the fields of a mail merge do: then YAML takes it for a
mapping. Put it in quotes.

Good:

    # plan.yaml
    banner: '{{ banner }}'

Bad:

    # plan.yaml
    banner: {{ banner }}
""",
    DIRECTIVE: """A YAML directive (%) is used.

A line that begins with a per cent sign is an order to the YAML program, such as another version of
the language. No file of a plan needs one.

Good:

    # plan.yaml
    vision: 'Every child, and 100% of them.'

Bad:

    # plan.yaml
    vision: 'Every child, and
    % of them who are heard.'
""",
    EMPTY_ITEM: """A list item is empty.

A dash without text is an item that somebody meant to write. It is left out of the plan until it
is written.

Good:

    # plan.yaml
    outcomes:
      - Every child is heard

Bad:

    # plan.yaml
    outcomes:
      - Every child is heard
      -
""",
}
"""Code to manual page; `sendctl.checks.page` describes its form."""
