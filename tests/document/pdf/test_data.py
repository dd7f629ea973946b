from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendctl.document import Document, Meta
from sendctl.document.model import Cell, Paragraph, Row, Section, Table, Text
from sendctl.document.writers.pdf.data import as_data
from sendctl.document.writers.pdf.text import BREAK, breakable


@given(st.text())
def test_breaks_change_no_letter(text: str) -> None:
    assert breakable(text).replace(BREAK, "") == text.replace(BREAK, "")


def test_only_long_words_get_breaks() -> None:
    assert breakable("The accountable director's responsibilities") == (
        "The accountable director's responsibilities"
    )
    assert breakable("https://www.example.org/a/long-address") == (
        f"https:/{BREAK}/www.{BREAK}example.{BREAK}org/{BREAK}a/{BREAK}long-{BREAK}address"
    ).replace(f":/{BREAK}/", f"://{BREAK}")
    assert breakable("w" * 50) == BREAK.join(["w" * 20, "w" * 20, "w" * 10])


def test_a_wide_table_stands_on_a_wide_page() -> None:
    cell = Cell((Paragraph((Text("x"),)),))
    narrow, wide = (Table((), (), (), (Row((cell,) * count),)) for count in (6, 7))
    turned = Section((wide,), landscape=True)
    made = as_data(Document(Meta("T"), (narrow, wide, turned)))["blocks"]
    assert [(node["kind"], node.get("wide")) for node in made] == [
        ("table", None),
        ("section", True),
        ("section", True),
    ]
    assert made[2]["blocks"][0]["kind"] == "table"


def test_the_day_in_the_properties() -> None:
    assert as_data(Document(Meta("T", as_at="5 September 2022"), ()))["day"] == [2022, 9, 5]
    for words in ("", "soon", "September 2022"):
        assert as_data(Document(Meta("T", as_at=words), ()))["day"] == (2000, 1, 1)
