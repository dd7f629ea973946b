"""Fit to publish: what each rule finds in a text, and what it leaves alone.

» stands before each mistake. The tables of texts say as much about what is no mistake: a rule that
disturbs is switched off.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Finding, Loaded
from sendctl.checks import all_rules

Find = Callable[..., list[Finding]]
Expect = Callable[..., list[Finding]]
Load = Callable[..., Loaded]
Said = Callable[[str, str], list[str]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
STRAND = "id: '1'\ntitle: Waits\n"
ADDRESS = "https://www.exampleshire.gov.uk/send"


@pytest.fixture
def said(findings: Find) -> Said:
    """The messages of one rule about a text that would be published."""

    def messages(code: str, text: str) -> list[str]:
        found = findings(strands_1=f"{STRAND}description: {json.dumps(text)}\n")
        return [one.message for one in found if one.code == code]

    return messages


# SC601


def test_email_address(expect: Expect) -> None:
    (found,) = expect("SC601", strands_1=f"{STRAND}description: »Ask jo.wood@council.gov.uk.\n")
    assert found.message == "An e-mail address would be published: “jo.wood@council.gov.uk”."


@pytest.mark.parametrize(
    "text",
    [
        "Write to send@nhs.net",
        "[Write to us](mailto:send@exampleshire.gov.uk)",
        "(O'Neill_2+x%y@a-b.example.co.uk)",
        "SEND@EXAMPLESHIRE.GOV.UK",
    ],
)
def test_what_is_an_email_address(said: Said, text: str) -> None:
    assert len(said("SC601", text)) == 1


@pytest.mark.parametrize(
    "text", ["10 places @ 5 schools", "@exampleshire on social media", "a@b", "me @council.gov.uk"]
)
def test_what_is_no_email_address(said: Said, text: str) -> None:
    assert said("SC601", text) == []


def test_the_areas_own_address_may_stand_anywhere(expect: Expect) -> None:
    expect(
        "SC601",
        plan=f"{HEAD}public: {{contact: Write to send@council.gov.uk}}\n",
        strands_1=f"{STRAND}description: »Ask SEND@council.gov.uk, a@b.uk, c@d.uk or e@f.uk.\n",
    )
    expect(
        "SC601",
        plan=f"{HEAD}public: {{contact: Write to send@council.gov.uk}}\n",
        strands_1=f"{STRAND}description: Ask SEND@council.gov.uk\n",
    )


def test_a_persons_own_address_is_no_contact(expect: Expect) -> None:
    expect("SC601", plan=f"{HEAD}public: {{feedback: »Write to sam.jones@council.gov.uk}}\n")


def test_many_in_one_text_are_told_once(said: Said) -> None:
    (message,) = said("SC601", "a@x.uk b@x.uk a@x.uk c@x.uk d@x.uk")
    assert message.endswith("“a@x.uk”, “b@x.uk” and 2 more.")


def test_what_is_not_published_may_hold_an_address(expect: Expect) -> None:
    expect("SC601", plan=f"{HEAD}steps: [{{id: a, title: A, note: jo@council.gov.uk}}]\n")


# SC602


def test_telephone_number(expect: Expect) -> None:
    (found,) = expect("SC602", strands_1=f"{STRAND}description: »Call 01632 960001.\n")
    assert found.message == "A telephone number would be published: “01632 960001”."


@pytest.mark.parametrize(
    "text",
    [
        "01632 960 001",
        "(01632) 960001",
        "0161 496 0000",
        "020 7946 0018",
        "0207 946 0018",
        "07700 900123",
        "07700-900-123",
        "07700900123",
        "+44 7700 900123",
        "+44 (0)1632 960001",
        "+441632960001",
        "0044 1632 960001",
        "tel:01632960001.",
    ],
)
def test_what_is_a_telephone_number(said: Said, text: str) -> None:
    assert len(said("SC602", f"Call {text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "0300 123 6720 and 0800 1111 are for all",
        "From 01/02/2022 to 30/06/2023, 2022-01-02, 02 03 2022",
        "£1,250,000 of 02,000,000",
        "UPRN 100010001234, URN 119850, reference 0123456789",
        "A rise from 0.11223344556 to 01632.960001",
        "SI 2015/1792, 011111111111111",
        "1,240 children aged 0 to 25 in 2021 to 2022",
        "Order AB01632960001 and 01632960001-2",
    ],
)
def test_what_is_no_telephone_number(said: Said, text: str) -> None:
    assert said("SC602", text) == []


def test_the_areas_own_number_may_stand_anywhere(expect: Expect) -> None:
    expect(
        "SC602",
        plan=f"{HEAD}public: {{contact: Call (01632) 960001}}\n",
        strands_1=f"{STRAND}description: Call +44 1632 960 001\noutcomes: [»Call 01632 960002]\n",
    )


# SC603


def test_nhs_number(expect: Expect) -> None:
    (found,) = expect("SC603", strands_1=f"{STRAND}description: »The record 943 476 5919\n")
    assert found.message == "What looks like an NHS number would be published: “943 *** ****”."


@pytest.mark.parametrize(
    "text",
    [
        "943-476-5919",
        "943\u00a0476\u00a05919",
        "(943 476 5919)",
        "NHS number: 9434765919",
        "nhs no. 9434765919",
        "the NHS number of the child is 9434765919",
    ],
)
def test_what_is_an_nhs_number(said: Said, text: str) -> None:
    assert len(said("SC603", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918",  # the last digit is wrong
        "9434765919",  # could be any reference
        "The NHS has 9434765919 records",
        "943 476-5919",
        "1943 476 5919",
        "943 476 59190",
        "943-476-5919-1",
        "111 111 1111",
        "012 345 6789",
        "NHS number 12 and 2022",
    ],
)
def test_what_is_no_nhs_number(said: Said, text: str) -> None:
    assert said("SC603", text) == []


def test_the_check_digit_of_an_nhs_number(said: Said) -> None:
    """Of the ten numbers that differ in the last digit, at most one is right."""
    for first in ("943 476 591", "401 023 213", "987 654 321", "500 000 000"):
        assert sum(bool(said("SC603", f"{first}{last}")) for last in range(10)) <= 1
    assert said("SC603", "401 023 2137")
    # Nine digits for which no last digit is right: the check gives 10.
    assert not any(said("SC603", f"100 000 001{last}") for last in range(10))


# SC604


def test_date_of_birth(expect: Expect) -> None:
    text = "»The review (date of birth 12/03/2014) was late."
    (found,) = expect("SC604", strands_1=f"{STRAND}description: {text}\n")
    assert found.message.endswith("“date of birth 12/03/2014”.")


@pytest.mark.parametrize(
    "text",
    [
        "DOB: 12/03/2014",
        "D.O.B. 12.3.14",
        "dob 2014-03-12",
        "Date of birth: 12th March 2014",
        "She was born on 12 March 2014.",
        "born 1 Sep 2014",
        "born on 12 March 2014 and seen late",
        "born on 12 March 2014 - seen late",
        "Their date of birth is 12 March 2014",
    ],
)
def test_what_is_a_date_of_birth(said: Said, text: str) -> None:
    assert len(said("SC604", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Children born after 1 September 2019",
        "Children born between 1 September 2019 and 31 August 2020",
        "Children born 1 September 2019 to 31 August 2020",
        "Date of birth 01/09/2017-31/08/2018",
        "Children born on 1 September 2019 or later",
        "The form asks for the date of birth. From 1 May 2022 it is online.",
        "Newborn screening from 12 March 2014",
        "Support begins before birth, on 12 March 2022",
        "The idea was born in March 2014",
    ],
)
def test_what_is_no_date_of_birth(said: Said, text: str) -> None:
    assert said("SC604", text) == []


# SC605


def test_child_with_age(expect: Expect) -> None:
    (found,) = expect("SC605", strands_1=f"{STRAND}description: »Jayden (9) waited for a year.\n")
    assert found.message.endswith("“Jayden (9)”.")


@pytest.mark.parametrize(
    "text",
    [
        "Sam, aged 7, waited.",
        "Sam aged 7 waited.",
        "Sam Jones (aged 17) waited.",
        "Sam, age 7",
        "Sam, 7, waited.",
        "Sam is 7 years old.",
        "Sam, who is 7 years old, waited.",
        "We met 7-year-old Sam.",
        "Kwabena, aged 9, waited.",
        "Zoe (0)",
    ],
)
def test_what_is_a_child_with_an_age(said: Said, text: str) -> None:
    assert len(said("SC605", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Children aged 5 wait longest; pupils, aged 7, do too.",
        "Children and young people aged 0 to 25, aged 0-25, aged 16 and over",
        "Anyone aged 14 or older. Everyone, aged 14, gets a letter.",
        "From Year 9 on (Year 9), in Year 9, all of them",
        "Amber (9), Green (12), Red (4)",
        "Blackpool (9), Therapists (4), Section (3), Appendix (1)",
        "In May, 9 schools and in April, 7, took part; June (12)",
        "St James (9) and St. Mary (7)",
        "Reception, aged 4, and Nursery (age 3)",
        "Sam Jones, 30 June 2022",
        "Sam leads strands 2 (9 actions)",
        "Adam (26) and Mary (2019)",
        "Sam (12%)",
        "A 7-year-old boy, a 16-year-old Blackpool student",
        "Michael, 7 of the 9 schools",
    ],
)
def test_what_is_no_child_with_an_age(said: Said, text: str) -> None:
    assert said("SC605", text) == []


# SC606


PEOPLE = "people:\n  head: {name: Ms Jo O'Neill}\n  lead: [{name: Ann Lee}, {name: Prince}]\n"
BODIES = "bodies: {council: {name: The council}}\n"
POSTS = "posts: {head: {title: Head}, lead: {title: Lead}}\n"


def test_name_of_a_person(expect: Expect) -> None:
    text = (
        "description: »Jo O'Neill and Ann Lee-Smith's team\noutcomes: [Joanne Lee, Jo, »Ann Lee]\n"
    )
    first, _ = expect("SC606", owners=POSTS, people=PEOPLE, strands_1=STRAND + text)
    assert first.message == "A person would be named: “Jo O Neill” and “Ann Lee”."
    (name,) = first.related
    assert name.place.span is not None
    assert (name.place.file, name.place.span.line) == ("people.yaml", 2)


def test_names_may_be_published_where_the_plan_says_so(expect: Expect) -> None:
    text = "description: Ann Lee\n"
    plan = f"{HEAD}public: {{names: true}}\n"
    expect("SC606", plan=plan, owners=POSTS, people=PEOPLE, strands_1=STRAND + text)


def test_names_in_what_is_not_published(expect: Expect) -> None:
    plan = f"{HEAD}steps: [{{id: a, title: »By Ann Lee, note: By Ann Lee}}]\n"
    expect("SC606", plan=plan, owners=POSTS, people=PEOPLE)


# SC607


@pytest.mark.parametrize(
    "reading",
    [
        "value: »3",
        "value: »1",
        "value: »4",
        "value: »40, numerator: 4",
        "value: »75, denominator: 4",
        "value: »3, numerator: 3",
        "value: 0",
        "value: 5",
        "value: fewer than 5",
        "value: fewer than 5, numerator: 3",
        "value: 0, numerator: 0",
    ],
)
def test_small_count(expect: Expect, reading: str) -> None:
    measure = "measures:\n  - id: M\n    title: Children excluded\n    unit: count\n"
    expect("SC607", measures=f"{measure}    baseline: {{{reading}}}\n")
    actual = f"    milestones: [{{by: 2022, target: 3, actual: {{{reading}}}}}]\n"
    expect("SC607", measures=measure + actual.replace("by: 2022", "by: 2022-07"))


@pytest.mark.parametrize(
    ("unit", "reading"),
    [
        ("percent", "value: »3%, numerator: 3, denominator: 100"),
        ("rate", "value: »0.45, numerator: 2"),
        ("rate", "value: 3"),
        ("weeks", "value: 3"),
        ("yes_no", "value: no"),
    ],
)
def test_figures_that_rest_on_a_small_count(expect: Expect, unit: str, reading: str) -> None:
    expect(
        "SC607",
        measures=f"measures: [{{id: M, title: T, unit: {unit}, baseline: {{{reading}}}}}]\n",
    )


def test_the_plan_sets_the_threshold(expect: Expect) -> None:
    (found,) = expect(
        "SC607",
        plan=f"{HEAD}public: {{threshold: 10}}\n",
        measures="measures:\n"
        "  - {id: A, title: A, unit: count, baseline: {value: »9}}\n"
        "  - {id: B, title: B, unit: count, baseline: {value: 10}}\n",
    )
    assert found.message == "A count of 9 would be published; the threshold is 10."
    assert found.advice == (
        "Write “fewer than 10”, as `render --public` does, or `people: false` if it counts none."
    )


def test_facts_of_the_area_and_things_that_are_no_people(expect: Expect) -> None:
    facts = (
        "local_data:\n  - {title: Children in hospital, value: »3}\n"
        "  - {title: Special schools, value: 3, people: false}\n  - {title: Pupils, value: 3%}\n"
    )
    measures = (
        "measures:\n  - {id: A, title: Employers, unit: count, people: false,"
        " baseline: {value: 3}}\n"
        "  - {id: B, title: B, unit: count, baseline: {value: 3, held_back: true}}\n"
    )
    expect("SC607", plan=HEAD + facts, measures=measures)


# SC608


def test_personal_data_in_what_is_not_published(expect: Expect) -> None:
    steps = """\
steps:
  - {id: a, title: A, note: »One is of 943 476 5919.}
  - {id: b, title: B, note: »Born 12/03/2014}
  - {id: c, title: The record is found, note: Ask jo@council.gov.uk}
"""
    found = expect("SC608", plan=HEAD + steps)
    assert found[0].message == "This looks as if it told who a child is: “943 *** ****”."


# SC611


def test_insecure_link(expect: Expect) -> None:
    (found,) = expect(
        "SC611",
        plan=f"{HEAD}inspection:\n  link: »http://reports.ofsted.gov.uk/1\n"
        f"introduction: »See www.exampleshire.gov.uk.\nvision: See {ADDRESS}.\n",
        strands_1=evidence("»ftp://a/b", "https://a.uk"),
    )[:1]
    assert found.message.endswith("“http://reports.ofsted.gov.uk/1”.")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Read [it](http://a.uk/b).", "http://a.uk/b"),
        ("Read [it](javascript:alert)", "javascript:alert"),
        ("Read [it](www.a.uk)", "www.a.uk"),
        ("Read [it](page.html)", "page.html"),
        ("See HTTP://A.UK/b.", "HTTP://A.UK/b"),
        ("See (WWW.a.uk), now", "WWW.a.uk"),
    ],
)
def test_what_is_an_insecure_link(said: Said, text: str, address: str) -> None:
    (message,) = said("SC611", text)
    assert message.endswith(f": “{address}”.")


@pytest.mark.parametrize(
    "text",
    [
        f"See {ADDRESS} or [the local offer]({ADDRESS}), [write](mailto:a@b.uk), [call](tel:01632)",
        "See ([](appendix:strategy))",
        "The http address, the www, [brackets] (and more)",
    ],
)
def test_what_is_no_insecure_link(said: Said, text: str) -> None:
    assert said("SC611", text) == []


# SC612, SC613


def evidence(*links: str) -> str:
    lines = "".join(f"      - title: E\n        link: {link}\n" for link in links)
    return f"{STRAND}actions:\n  - id: A\n    title: A\n    evidence:\n{lines}"


def test_link_that_leads_outside(expect: Expect) -> None:
    found = expect(
        "SC612",
        strands_1=evidence(
            "»/etc/passwd",
            "»'C:\\secret.txt'",
            "»c:x",
            "»'\\\\server\\share\\x'",
            "»//server/share/x",
            "»../../x",
            "»evidence/../../x",
            "»'evidence\\x.pdf'",
            "»evidence/NUL",
            "»aux.pdf",
            "»'com1 .txt'",
            "evidence/nullable.pdf",
            "evidence/auxiliary",
            "https://a.uk/../x",
        ),
    )
    assert {one.severity.value for one in found} == {"error"}
    assert found[0].message == "The path “/etc/passwd” starts at the top of one computer."


def test_file_that_is_not_there(expect: Expect, tmp_path: Path) -> None:
    folder = tmp_path / "plan" / "evidence"
    folder.mkdir(parents=True)
    (folder / "there.pdf").touch()
    found = expect(
        "SC613",
        strands_1=evidence(
            "»evidence/gone.pdf",
            "evidence/there.pdf",
            "'evidence/there.pdf#page=3'",
            "evidence/",
            "»evidence/there.pdf/more",
            f"»{'a' * 300}",
            f"»{'a/' * 3000}b",
            "»~/x",
            "»'?*'",
            "http://a.uk/x.pdf",
        ),
    )
    assert found[0].message == "There is no file “evidence/gone.pdf” in the plan folder."


def test_links_of_the_file_system_are_followed_but_not_out(expect: Expect, tmp_path: Path) -> None:
    folder = tmp_path / "plan" / "evidence"
    folder.mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "x.txt").touch()
    (folder / "real.txt").touch()
    try:
        (folder / "inside.txt").symlink_to(folder / "real.txt")
        (folder / "outside.txt").symlink_to(tmp_path / "secret" / "x.txt")
        (folder / "away").symlink_to(tmp_path / "secret", target_is_directory=True)
        (folder / "circle").symlink_to(folder / "circle")
    except OSError:  # Windows asks for a right that not everybody has
        return
    expect(
        "SC612",
        strands_1=evidence(
            "evidence/inside.txt",
            "»evidence/outside.txt",
            "»evidence/away/x.txt",
            "evidence/away/y.txt",
            "evidence/circle",
        ),
    )
    expect("SC613", strands_1=evidence("»evidence/away/y.txt", "»evidence/circle"))


def test_other_fields_that_are_links(expect: Expect) -> None:
    expect(
        "SC613",
        plan=f"{HEAD}reviews: [{{on: 2022-09-01, letter: »letter.pdf}}]\n",
        reports_r="title: R\nappendices: [{id: a, title: A, link: »strategy.pdf}]\n",
    )


# SC614


def test_words_of_a_link(expect: Expect) -> None:
    text = f"»To read it, [click here]({ADDRESS}) or [here.]({ADDRESS})"
    (found,) = expect("SC614", strands_1=f"{STRAND}description: {text}\n")
    assert found.message.endswith("“click here” and “here.”.")


@pytest.mark.parametrize("words", ["", " ", "Read more", "**here**", "www.a.uk", "https://a.uk"])
def test_words_that_say_nothing(said: Said, words: str) -> None:
    assert len(said("SC614", f"[{words}]({ADDRESS})")) == 1


@pytest.mark.parametrize(
    "text",
    [f"[Read more about therapies]({ADDRESS})", "[](appendix:strategy)", "[here] (not a link)"],
)
def test_words_that_say_something(said: Said, text: str) -> None:
    assert said("SC614", text) == []


# SC621


def test_abbreviation_is_told_once(expect: Expect) -> None:
    text = "description: »The DCO and the DSCO\noutcomes: [The DCO again, »A PfA lead]\n"
    found = expect("SC621", strands_1=STRAND + text.replace(" and the DSCO", ""))
    assert [one.message for one in found] == [
        "The abbreviation DCO is explained nowhere.",
        "The abbreviation PfA is explained nowhere.",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("All EHCPs are late", "EHCP"),
        ("SEND-related", "SEND"),
        ("DfE's view", "DfE"),
        ("**CQC**.", "CQC"),
    ],
)
def test_what_is_an_abbreviation(said: Said, text: str, word: str) -> None:
    assert said("SC621", text) == [f"The abbreviation {word} is explained nowhere."]


@pytest.mark.parametrize(
    "text",
    [
        "The UK and the NHS, on TV, NOT a PDF",
        "The designated clinical officer (DCO) and the DCO",
        "Later the DCO (designated clinical officer), and DCOs",
        "Part III and stage IV; King Charles III",
        "LinkedIn, YouTube, McDonald, iPad, A&E",
        "KS2, FY1 3AD, W1, AB12, COVID-19",
        "THIS HEADING SHOUTS",
        f"{ADDRESS}/EHCP and [words]({ADDRESS}/SENCO)",
        "write to A.SENCO@X.UK",
    ],
)
def test_what_is_no_abbreviation(said: Said, text: str) -> None:
    assert said("SC621", text) == []


def test_abbreviations_of_the_glossary(expect: Expect) -> None:
    expect(
        "SC621",
        glossary="glossary: {EHC plan: What a child needs, SEN: »See SENCO}\n",
        strands_1=f"{STRAND}description: EHC, EHCs and SEN\n",
    )


# SC622


LONG = " ".join(["word"] * 26)
REASON = "covered_by: {reason: R}"


def test_long_sentence(expect: Expect) -> None:
    text = "description: »" + " ".join(["One"] + ["two"] * 30) + "\n"
    (found,) = expect("SC622", strands_1=STRAND + text)
    assert found.message == "A sentence of 31 words: “One two two two two two …”."


def test_long_sentences_of_a_text_are_told_once(said: Said) -> None:
    (message,) = said("SC622", f"{LONG}. {LONG} more. Short.")
    assert (
        message == "A sentence of 27 words: “word word word word word word …”, and 1 more are long."
    )


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["word"] * 25),
        "Five words are in this. " * 20,
        "We will:\n\n" + "- do one of the things\n" * 20,
        "One thing here\n\n" * 20,
        "- " * 60,
        f"[words]({ADDRESS}) " + "word " * 24,
    ],
)
def test_what_is_no_long_sentence(said: Said, text: str) -> None:
    assert said("SC622", text) == []


def test_quotations_and_sources_keep_their_sentences(expect: Expect) -> None:
    expect(
        "SC622",
        weaknesses=f"weaknesses:\n  - {{id: W, wording: {LONG}, plain: »{LONG}, {REASON}}}\n",
        governance=f"feedback: [{{said: {LONG}}}]\nconsultations: [{{title: T, source: {LONG}}}]\n",
    )


# SC623


HARD = (
    "Multidisciplinary organisational accountabilities necessitate comprehensive documentation. "
    "Transformational interdependencies characterise contemporary developmental provision. "
)
EASY = "We will tell you who helps your child and when they do it. "


def test_reading_age_is_told_at_the_hardest_text_of_a_file(expect: Expect) -> None:
    texts = f"description: {EASY * 3}\noutcomes:\n  - {HARD * 4}\n  - »{HARD * 5} {HARD[:90]}\n"
    (found,) = expect("SC623", strands_1=STRAND + texts)
    assert found.message == (
        "The text of strands/1.yaml has a reading age of over 18, most of all here."
    )


@pytest.mark.parametrize("text", [EASY * 20, HARD * 5, EASY * 30 + HARD])
def test_easy_and_short_texts_have_no_reading_age(said: Said, text: str) -> None:
    assert said("SC623", text) == []


# SC624


def test_no_plain_words(expect: Expect) -> None:
    (found,) = expect(
        "SC624",
        weaknesses="weaknesses:\n"
        f"  - »{{id: W1, wording: Waits., {REASON}}}\n"
        f"  - {{id: W2, wording: Waits., plain: Children wait too long., {REASON}}}\n"
        f"  - {{id: W3, short: Waits, {REASON}}}\n",
    )
    assert found.message == "The weakness W1 is not told in plain words."


# SC631, SC632


@pytest.mark.parametrize(
    "lines",
    [
        "events: {report_published: 2022-05-26, wsoa_published: »2022-05-25}",
        "events: {report_published: {on: 2022-05-26}, wsoa_published: {on: »2022-05-25}}",
        "events: {wsoa_published: »2022-05-25}",
        "events: {report_published: 2022-05-26, wsoa_published: 2022-05-26}",
        (
            "events: {report_published: 2022-05-26}\n"
            "public: {approved: {on: »2022-05-25, by: council}}"
        ),
        (
            "events: {report_published: {on: 2022-05-26}}\npublic:\n  approved:\n"
            "    - {on: 2022-05-27, by: council}\n    - {on: »2022-05-25, by: council}"
        ),
        "public: {approved: {on: 2022-05-25, by: council}}",
        "events: {report_published_locally: 2022-05-25, revisit_report_published: 2022-05-26}",
    ],
)
def test_published_before_the_report(expect: Expect, lines: str) -> None:
    expect("SC631", plan=f"{HEAD}framework: area-send-2016\n{lines}\n", owners=BODIES)


@pytest.mark.parametrize(
    "lines",
    [
        "events: {report_published: 2022-05-26, wsoa_published: »2022-09-23}",
        "events: {wsoa_published: »2022-09-23}\npublic: {approved: {on: 2022-09-24, by: council}}",
        "events: {wsoa_published: 2022-09-23}\npublic: {approved: {on: 2022-09-23, by: council}}",
        (
            "events: {wsoa_published: 2022-09-23}\npublic:\n  approved:\n"
            "    - {on: 2023-03-01, by: council}\n    - {on: 2022-09-21, by: council}"
        ),
        (
            "events: {wsoa_published: »2022-09-23}\npublic:\n  approved:\n"
            "    - {on: 2023-03-01, by: council}\n    - {on: 2022-09-24, by: council}"
        ),
        "events: {report_published: 2022-05-26}",
    ],
)
def test_published_without_approval(expect: Expect, lines: str) -> None:
    expect("SC632", plan=f"{HEAD}framework: area-send-2016\n{lines}\n", owners=BODIES)


# All


HOSTILE = {
    "digits": "0" * 1_000_000,
    "digits apart": "0 " * 500_000,
    "at": "a@" * 500_000,
    "dots": "a@" + "a." * 500_000,
    "brackets": "[" * 500_000 + "](" * 250_000,
    "links": "[a](b) " * 150_000,
    "capitals": "A" * 1_000_000,
    "capital words": "Ab " * 330_000,
    "round brackets": "A (" * 330_000,
    "names": "Sam " * 250_000,
    "births": "born on " * 125_000,
    "addresses": "http://" * 140_000,
    "www": "www." * 250_000,
    "white": "a." + " " * 999_000 + "b",
    "lines": "a\n\n" * 330_000,
    "list": "- " * 500_000,
    "quotes": "“'" * 500_000,
    "accents": "\u00e9\u2019" * 500_000,
    "one word": "a-" * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long(loaded: Load, text: str) -> None:
    """A megabyte of the worst is read in about the time that a megabyte takes."""
    plan = loaded(
        owners=POSTS,
        people="people: {head: {name: Sam Sam}}\n",
        strands_1=f"{STRAND}description: {json.dumps(text)}\n",
    ).plan
    assert plan
    assert any(len(one.text) > 900_000 for one in plan.public_texts)
    for rule in all_rules():
        if rule.code.startswith("SC6") and rule.check:
            start = time.process_time()
            list(rule.check(plan, date(2022, 9, 30)))
            assert time.process_time() - start < 5, rule.code
