"""Every code has a manual page, and the examples on it are true."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sendctl import Finding, Severity, load_plan
from sendctl.checks import rule_pages, run_checks
from sendctl.checks.page import Example, parse_page

DAY = date(2022, 9, 30)
"""The day on which an example is read, unless its `as_at` names another."""

OWNERS = """\
bodies:
  council: {name: Exampleshire Council, kind: council}
  icb: {name: Exampleshire Integrated Care Board, kind: health}
  college: {name: Exampleshire College, kind: school}
  pcf: {name: Exampleshire Parent Carer Forum, kind: parents}
posts:
  head-of-send: {title: Head of SEND, body: council}
  icb-send-lead: {title: SEND Lead, body: icb}
"""

SAID_IN_WORDS = {"SC001", "SC002", "SC003", "SC004", "SC018"}
"""What no text on a page can be: see also `TESTED_ELSEWHERE` in tests/cases."""

PAGES = rule_pages()
EXAMPLES = [(code, example) for code, page in PAGES.items() for example in page.examples]


def supplied(name: str) -> str:
    """What a file holds where an example does not say."""
    if name == "plan.yaml":
        return "area: Exampleshire\nkind: wsoa\n"
    if name == "owners.yaml":
        return OWNERS
    if name.startswith("strands/"):
        stem = Path(name).stem
        return f'id: "{stem}"\ntitle: Strand {stem}\n'
    return ""


def completed(name: str, text: str) -> str:
    """The example's text, then whatever top-level keys of the supplied file it lacks."""
    own = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    rest = re.split(r"^(?=[a-z_]+:)", supplied(name), flags=re.MULTILINE)[1:]
    lacking = [part for part in rest if part.partition(":")[0] not in own]
    return text if text and not own else text.rstrip("\n") + "\n" + "".join(lacking)


def found_in(example: Example, folder: Path) -> list[Finding]:
    files = {"plan.yaml": "", "owners.yaml": "", **example.files}
    for name, text in files.items():
        file = folder / "plan" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = text if name.startswith("../") else completed(name, text)
        file.write_text(whole, encoding="utf-8", newline="\n")
    loaded = load_plan(folder / "plan")
    day = loaded.plan.head.as_at if loaded.plan else None
    return run_checks(loaded, day or DAY)


@pytest.mark.parametrize(
    ("code", "example"), EXAMPLES, ids=[f"{code}-{one.label}" for code, one in EXAMPLES]
)
def test_example(code: str, example: Example, tmp_path: Path) -> None:
    if code in SAID_IN_WORDS:
        assert not example.files
        assert len(example.text.split()) > 3
        return
    assert example.text.startswith("# "), "an example begins with `# <file name>`"
    found = found_in(example, tmp_path)
    told = [f"{one.code} {one.place.file}:{one.span.line}: {one.message}" for one in found]
    errors = {one.code for one in found if one.severity is Severity.ERROR}
    assert any(one.code == code for one in found) is not example.good, told
    assert errors <= (set() if example.good else {code}), told


@pytest.mark.parametrize("code", PAGES)
def test_page(code: str) -> None:
    page = PAGES[code]
    assert page.title
    assert not page.title.endswith(".")
    assert len(page.title) <= 100
    assert len(page.why.split()) > 5, "a page says why"
    assert {example.good for example in page.examples} == {True, False}
    assert all(len(line) <= 100 for line in page.why.splitlines())


def test_what_is_said_in_words_is_of_pages() -> None:
    assert set(PAGES) > SAID_IN_WORDS


PAGE = """A title.

Why, in a line.

And more: Good things.

Good:

    # plan.yaml
    area: X         # a comment

    # strands/1.yaml
    id: "1"

Bad:

    # strands/1.yaml
    id:
      - 1

Bad: a file that is on fire.
"""


def test_parts_of_a_page() -> None:
    page = parse_page(PAGE)
    assert page.title == "A title"
    assert page.why == "Why, in a line.\n\nAnd more: Good things."
    assert [one.label for one in page.examples] == ["Good", "Bad", "Bad"]
    good, bad, words = page.examples
    assert good.files == {
        "plan.yaml": "area: X         # a comment\n\n",
        "strands/1.yaml": 'id: "1"\n',
    }
    assert bad.files == {"strands/1.yaml": "id:\n  - 1\n"}
    assert words.files == {}
    assert words.text == "a file that is on fire."


def test_page_without_examples() -> None:
    page = parse_page("\nA title.\n")
    assert (page.title, page.why, page.examples) == ("A title", "", ())
