"""The look that a plan wants reaches every document, and what cannot be used stays out."""

from __future__ import annotations

from sendctl.document import Look
from sendctl.report import Request
from sendctl.report.documents import make
from sendctl.report.look import look_of
from tests.report.rendered import MakePlan

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_everything_is_loaded(make_plan: MakePlan) -> None:
    wanted = {
        "page": "letter",
        "body_size": "14",
        "accent": "00703C",
        "css": "ours/look.css",
        "logo": {"file": "ours/logo.svg", "alt": "Westshire Council"},
    }
    plan = make_plan({}, look=wanted)
    (plan.folder / "ours").mkdir()
    (plan.folder / "ours/look.css").write_text("p { margin: 0 }", encoding="utf-8")
    (plan.folder / "ours/logo.svg").write_text(SVG, encoding="utf-8")
    document, _ = make("plan", Request(plan, plan.today()))
    look = document.look
    assert (look.page, look.body_size, look.accent) == ("letter", 14, "#00703c")
    assert look.css == "p { margin: 0 }"
    assert look.logo is not None
    assert (look.logo.content, look.logo.kind, look.logo.alt) == (
        SVG.encode(), "svg", "Westshire Council",
    )  # fmt: skip


def test_without_settings(make_plan: MakePlan) -> None:
    assert look_of(make_plan({})) == Look()


def test_what_cannot_be_used_stays_out(make_plan: MakePlan) -> None:
    wanted = {
        "accent": "#f5c211",
        "css": "../look.css",
        "logo": {"file": "gone.png", "alt": "A"},
        "word_template": "plan.yaml",
    }
    assert look_of(make_plan({}, look=wanted)) == Look()
