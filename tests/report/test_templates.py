"""A council's own templates: found first, kept inside the plan's folder, told about when broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.findings import Severity, Span
from sendctl.plan import Plan
from sendctl.report import TemplateProblem
from sendctl.report.statement import statement_document
from sendctl.report.templates import template_roots
from tests.report.rendered import TODAY, MakePlan, Rendered

DOUBLED = "{{% set ns = namespace(s='xx') %}}{{% for i in range(40) %}}{}{{% endfor %}}"
COVER = "templates/wsoa/sections/cover.html.j2"


def _with(make_plan: MakePlan, text: str, path: str = COVER) -> Plan:
    return make_plan({path: text})


def _problem(plan: Plan) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as caught:
        statement_document(plan, TODAY)
    return caught.value


def test_a_plan_can_change_one_section(make_plan: MakePlan) -> None:
    plan = _with(make_plan, "<header><h1>{{ plan.area }}'s own</h1></header>")
    shown = Rendered(plan)
    assert "Westshire's own</h1>" in shown.body
    assert "Sign-off" in shown.body
    assert shown.findings == []


def test_a_plan_can_add_files_of_its_own(make_plan: MakePlan) -> None:
    text = '<header><h1>x</h1>{% include "ours/line.html.j2" %}</header>'
    plan = make_plan({COVER: text, "templates/ours/line.html.j2": "<p>Our line</p>"})
    assert "Our line" in Rendered(plan).body


def test_a_fault_in_what_it_makes_is_a_finding(make_plan: MakePlan) -> None:
    plan = _with(make_plan, "<header><h1>x</h1></header><h2>y</h2><h4>z</h4><div></div>")
    assert {each.code for each in Rendered(plan).findings} == {"SC701", "SC704"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{{ plan.aera }}", 2, "There is no “aera” here. Did you mean 'area'?"),
        ("{{ plam.area }}", 1, "“plam” is not known here."),
        ("\n\n{% if plan.area %}", 3, "Unexpected end of template"),
        ("{{ plan.area | shout }}", 1, "No filter named 'shout'."),
        ("{{ plan.area | safe }}", 1, "No filter named 'safe'."),
        ("\n{{ plan.area | joined('x', 1, 2) }}", 2, "This line fails:"),
        ("{{ 1 / 0 }}", 1, "This line fails: division by zero."),
        ("{{ plan.title | when }}", 1, "This line fails:"),
        ("{{ ''.__class__.__mro__ }}", 1, "A template may not look at “__class__”."),
        ("{{ plan.__init__ }}", 1, "A template may not look at “__init__”."),
        ("{{ plan['__class__'] }}", 1, "A template may not look at “__class__”."),
        ("{{ ''['center'](9) }}", 1, "A template may not look at “center”."),
        ("{{ '{:>9}'.format(1) }}", 1, "A template may not look at “format”."),
        ("{{ plan.area.upper() }}", 1, "A template may not look at “upper”."),
        ("{% include '/etc/passwd' %}", 1, "There is no template “/etc/passwd”."),
        ("{% include '../plan.yaml' %}", 1, "There is no template “../plan.yaml”."),
        ("\n{% include 'wsoa/../../plan.yaml' %}", 2, "There is no template “wsoa/"),
        ("{% extends 'gone.html.j2' %}", 1, "There is no template “gone.html.j2”."),
        ("{% include 'wsoa/sections/cover.html.j2' %}", 1, "The template includes itself"),
        ("{% for i in range(10**9) %}{% endfor %}", 1, "A template may not use “**” here."),
        ("{% for i in range(1000000000) %}{% endfor %}", 1, "A template may take 2,000,000 steps"),
        ("{{ range(999999) | sum }}" * 3, 1, "A template may take 2,000,000 steps"),
        (
            ("{% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}"
            "{% endmacro %}{{ twice(40) }}"),
            1,
            "A template may take 2,000,000 steps",
        ),
        ("{% for a in 'abcdefghij' %}" * 9 + "{% endfor %}" * 9, 1, "A template may take"),
        (DOUBLED.format("{% set ns.s = ns.s ~ ns.s %}"), 1, "50 MB"),
        (DOUBLED.format("{% set ns.s = ns.s + ns.s %}"), 1, "50 MB"),
        (DOUBLED.format("{% set x %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = x %}"), 1,
         "A template may make 50 MB"),
        (DOUBLED.format("{% set ns.s = ns.s|replace('x', ns.s) %}"), 1, "50 MB"),
        ("{{ 'x' * 1000000000 }}", 1, "A template may not use “*” here."),
        ("{{ '%999999999d' % 1 }}", 1, "A template may not use “%” here."),
        ("{{ lipsum() }}", 1, "“lipsum” is not known here."),
    ],
)  # fmt: skip
def test_a_broken_template_is_a_finding_on_its_line(
    make_plan: MakePlan, text: str, line: int, message: str
) -> None:
    problem = _problem(_with(make_plan, text)).problem
    assert message in problem.message
    assert problem.place.file == COVER
    assert problem.place.span == Span(line, 1, line, 2)
    assert "object at 0x" not in problem.message


def test_the_plans_own_line_is_named_when_a_shared_macro_fails(make_plan: MakePlan) -> None:
    text = '{% import "shared/macros.html.j2" as shared %}\n<h1>{{ shared.badge(plan.area) }}</h1>'
    problem = _problem(_with(make_plan, text)).problem
    assert (problem.place.file, problem.place.span) == (COVER, Span(2, 1, 2, 2))
    assert problem.message.startswith("There is no “tone” here.")


def test_the_problem_becomes_an_error(make_plan: MakePlan) -> None:
    finding = _problem(_with(make_plan, "{{ x }}")).finding
    assert (finding.code, finding.severity) == ("SC720", Severity.ERROR)
    assert "delete the file" in finding.advice


def test_a_link_out_of_the_plan_is_refused(make_plan: MakePlan, tmp_path: Path) -> None:
    outside = tmp_path / "secret.html.j2"
    outside.write_text("secret")
    plan = _with(make_plan, "x")
    (plan.folder / COVER).unlink()
    (plan.folder / COVER).symlink_to(outside)
    problem = _problem(plan).problem
    assert problem.message == "The file is a link that leads out of the plan's folder."
    assert problem.place.file == COVER


def test_a_linked_folder_out_of_the_plan_is_refused(make_plan: MakePlan, tmp_path: Path) -> None:
    plan = make_plan()
    (tmp_path / "elsewhere" / "wsoa" / "sections").mkdir(parents=True)
    (tmp_path / "elsewhere" / "wsoa" / "sections" / "cover.html.j2").write_text("x")
    (plan.folder / "templates").symlink_to(tmp_path / "elsewhere")
    assert "leads out of the plan's folder" in _problem(plan).problem.message


def test_a_file_that_is_not_text_is_told(make_plan: MakePlan) -> None:
    plan = _with(make_plan, "x")
    (plan.folder / COVER).write_bytes(b"\xff\xfe\x00")
    assert _problem(plan).problem.message == "The file is not in UTF-8."


def test_a_huge_file_is_told(make_plan: MakePlan) -> None:
    assert "larger than 1 MB" in _problem(_with(make_plan, "x" * 1_000_001)).problem.message


def test_endless_output_is_stopped(make_plan: MakePlan) -> None:
    long = "{% for i in range(400) %}{% for j in range(400) %}" + "x" * 900
    problem = _problem(_with(make_plan, long + "{% endfor %}{% endfor %}")).problem
    assert "50 MB" in problem.message


def test_a_file_in_place_of_the_folder_changes_nothing(make_plan: MakePlan) -> None:
    assert "Sign-off" in Rendered(make_plan({"templates": "not a folder"})).body


def test_shipped_templates_are_beside_the_package_or_in_it() -> None:
    (root,) = template_roots(None)
    assert (root.folder / "wsoa" / "wsoa.html.j2").is_file()


def test_every_section_is_a_file_of_its_own() -> None:
    (root,) = template_roots(None)
    whole = (root.folder / "wsoa" / "wsoa.html.j2").read_text(encoding="utf-8")
    sections = {path.name for path in (root.folder / "wsoa" / "sections").glob("*.j2")}
    inner = {"weakness.html.j2", "strand.html.j2", "actions.html.j2"}
    assert {name for name in sections if f'"wsoa/sections/{name}"' in whole} == sections - inner
