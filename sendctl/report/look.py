"""How a plan wants its documents to look, with the files that it names loaded."""

from __future__ import annotations

from contextlib import suppress

from sendctl.document.colour import LEAST_CONTRAST, WHITE, contrast
from sendctl.document.model import Logo, Look
from sendctl.plan import Plan
from sendctl.plan.look_files import UnusableFile, read_css, read_logo, read_word_template


def look_of(plan: Plan) -> Look:
    """The plan's settings; what rules SC651 and SC652 find fault with is left as it usually is."""
    wanted = plan.head.look
    usual = Look()
    pale = contrast(wanted.accent, WHITE) < LEAST_CONTRAST
    logo, css, word_template = usual.logo, usual.css, usual.word_template
    if wanted.logo:
        with suppress(UnusableFile):
            content, kind = read_logo(plan.folder, wanted.logo.file)
            logo = Logo(content, kind, wanted.logo.alt)
    if wanted.css:
        with suppress(UnusableFile):
            css = read_css(plan.folder, wanted.css)
    if wanted.word_template:
        with suppress(UnusableFile):
            word_template = read_word_template(plan.folder, wanted.word_template)
    return Look(
        page=wanted.page.value,
        body_size=wanted.body_size,
        accent=usual.accent if pale else wanted.accent,
        logo=logo,
        css=css,
        word_template=word_template,
    )
