"""One cell: what it shows for a value of the plan, and the value that it gives back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final, NamedTuple

from sendctl.exchange.workbook.columns import Column, Kind
from sendctl.exchange.workbook.dates import BadCell, day_of, when_of
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import Shown, Value
from sendctl.exchange.workbook.words import Choices
from sendctl.findings import did_you_mean

LONGEST: Final = 32_767
"""Characters in a cell; the limit of Excel."""

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CODE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
_BULLET: Final = "• "
_SPACES: Final = re.compile(r"[ \t\u00a0\u202f]+")


class Cell(NamedTuple):
    """A cell as it came back.

    Attributes:
        value: what it holds; of a formula, what was last computed.
        spot: where it is.
        form: its number format, such as "mmm-yy".
        is_formula: whether it computes its value.
        is_error: whether it shows an error such as #REF!.
    """

    value: str | float | bool | date | datetime | time | None
    spot: Spot
    form: str = "General"
    is_formula: bool = False
    is_error: bool = False

    @property
    def text(self) -> str:
        """What it holds as text, without what is no difference."""
        return plain(self.value) if isinstance(self.value, str) else number_text(self.value)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be seen in it."""
        return self.value is None or (isinstance(self.value, str) and not plain(self.value))


def plain(text: str) -> str:
    """A text without spaces at the ends of its lines, and lines end as everywhere."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def number_text(value: object) -> str:
    """A number as a person writes it: 3, not 3.0."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - where floats stop being exact
    return "" if value is None else str(value)


def writable(text: str) -> str:
    """A text that a cell can hold: no control characters, and not too long."""
    clean = _UNWRITABLE.sub("\ufffd", text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"


def escaped(text: str) -> str:
    """A text as the file format holds it, which takes _x0041_ for the letter A."""
    return _CODE.sub(r"_x005F\g<0>", text)


def unescaped(text: str) -> str:
    """A text of a file, with the letters that stand in it by their numbers."""
    return _CODE.sub(lambda code: chr(int(code[0][2:6], 16)), text)


def shown_for(column: Column, value: Value, choices: Mapping[str, Choices]) -> Shown:
    """What a cell shows for a value of the plan."""
    if value is None:
        return None
    if isinstance(value, tuple):
        if column.kind is Kind.CHOICES:
            return "\n".join(choices[column.choices].word(one) for one in value)
        lines = [" ".join(line.split()) for line in value]
        return lines[0] if len(lines) == 1 else "\n".join(_BULLET + line for line in lines)
    if column.kind is Kind.CHOICE:
        return choices[column.choices].word(value)
    if column.kind is Kind.WHOLE:
        return int(value)
    if column.kind in {Kind.DAY, Kind.WHEN}:
        return _day(value) or value
    return value


def is_unchanged(cell: Cell, shown: Shown) -> bool:
    """Whether a cell still shows what it was given, whatever a program made of it on the way."""
    if cell.is_error:
        return False
    if isinstance(shown, date):
        value = cell.value
        if isinstance(value, datetime):
            return value == datetime.combine(shown, time())
        return value == shown or cell.text == shown.isoformat()
    if isinstance(cell.value, date):
        return False
    return cell.text == plain(writable(number_text(shown) if shown is None else str(shown)))


def value_of(
    column: Column, cell: Cell, before: Value, choices: Mapping[str, Choices]
) -> Value:  # fmt: skip
    """The value that a filled cell stands for, as the plan's files would hold it.

    Args:
        column: what the cell is read as.
        cell: not empty.
        before: what the plan held when the workbook was made.
        choices: the words that are understood.

    Raises:
        BadCell: it cannot be understood, or has two readings.
    """
    if cell.is_error:
        raise BadCell(f"The cell shows the error {cell.value}.", "Write the value into it.")
    match column.kind:
        case Kind.CHOICE:
            return _choice(cell.text, choices[column.choices])
        case Kind.CHOICES:
            return _choices(cell.text, choices[column.choices])
        case Kind.WHEN:
            return when_of(cell.value, cell.form, before if isinstance(before, str) else None)
        case Kind.DAY:
            return day_of(cell.value, cell.form)
        case Kind.WHOLE:
            return _whole(cell)
        case Kind.FIGURE:
            return _figure(cell)
        case Kind.LINES:
            return _lines(_text(cell), before)
        case _:
            return _text(cell)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2022-12-16") else None
    except ValueError:
        return None


def _text(cell: Cell) -> str:
    if isinstance(cell.value, date | time):
        raise BadCell("Text is expected here, not a date.", "Write it as text, with ' before it.")
    return cell.text


def _choice(text: str, choices: Choices) -> str:
    value = choices.value(text)
    if value is None:
        advice = did_you_mean(text, choices.offered) or "Choose one from the list of the cell."
        raise BadCell(f"{_quoted(text)} is not one of the words for this.", advice)
    return value


def _choices(text: str, choices: Choices) -> tuple[str, ...]:
    """Names on a line each, or with semicolons; a name may hold a semicolon itself."""
    found: list[str] = []
    for line in filter(None, text.split("\n")):
        whole = choices.value(line)
        names = [whole] if whole is not None else map(str.strip, line.split(";"))
        found += [name if whole is not None else _choice(name, choices) for name in names if name]
    return tuple(dict.fromkeys(found))


def _whole(cell: Cell) -> str:
    if not re.fullmatch(r"\d{1,12}", cell.text, re.ASCII):
        raise BadCell(f"{_quoted(cell.text)} is not a whole number.", "Write digits only.")
    return str(int(cell.text))


def _figure(cell: Cell) -> str:
    """A figure as it is seen: 31% is a number of 0.31 that is shown as a per cent."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        if "%" in cell.form:
            return number_text(round(cell.value * 100, 10)) + "%"
        return number_text(round(cell.value, 10))
    return _text(cell)


def _lines(text: str, before: Value) -> tuple[str, ...]:
    """A text a line; one that was there stays as it was written."""
    known = {" ".join(one.split()): one for one in before} if isinstance(before, tuple) else {}
    lines = (line.removeprefix(_BULLET.strip()).strip() for line in text.split("\n"))
    return tuple(known.get(line, line) for line in lines if line)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= 40 else line[:39] + "…")  # noqa: PLR2004 - a message's width
