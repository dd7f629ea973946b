"""Drop-downs: what may be chosen stands in a hidden sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sendctl.exchange.workbook.cells import escaped, writable
from sendctl.exchange.workbook.columns import Column, Kind
from sendctl.exchange.workbook.words import Choices

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

SHEET: Final = "Lists"


class Lists:
    """The lists of one workbook; only those that some column offers are written."""

    def __init__(self, choices: Mapping[str, Choices]) -> None:
        self._choices = choices
        self._used: list[str] = []

    def offer(self, page: Worksheet, columns: Sequence[Column], last: int) -> None:
        """Give the columns of a sheet their drop-downs and limits, down to a row."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

        for number, column in enumerate(columns, 1):
            rule = self._rule(column)
            if rule is not None:
                letter = get_column_letter(number)
                rule.add(f"{letter}2:{letter}{last}")
                page.add_data_validation(rule)

    def write(self, book: Workbook) -> None:
        """The hidden sheet, a column a list."""
        page = book.create_sheet(SHEET)
        page.sheet_state = "hidden"
        page.protection.sheet = True
        for number, name in enumerate(self._used, 1):
            for row, word in enumerate([name, *self._choices[name].offered], 1):
                cell = page.cell(row, number, escaped(writable(word)))
                cell.data_type = "s"
                cell.number_format = "@"

    def _rule(self, column: Column) -> DataValidation | None:
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - an extra

        if column.choices and self._choices[column.choices].offered:
            several = column.kind is Kind.CHOICES
            return DataValidation(
                type="list", formula1=self._area(column.choices), allow_blank=True,
                showErrorMessage=True, errorStyle="warning" if several else "stop",
                errorTitle=column.heading,
                error="This is not one name of the list. Several go on a line each (Alt+Enter)."
                if several else "Choose one of the list.",
            )  # fmt: skip
        if column.kind is Kind.WHOLE:
            return DataValidation(
                type="whole", operator="between", formula1="1", formula2="5", allow_blank=True,
                showErrorMessage=True, errorTitle=column.heading, error="Write 1, 2, 3, 4 or 5.",
            )  # fmt: skip
        if column.kind is Kind.DAY:
            return DataValidation(
                type="date", operator="greaterThan", formula1="DATE(1990,1,1)", allow_blank=True,
                showErrorMessage=True, errorTitle=column.heading,
                error="Write a whole date such as 16/12/2022.",
            )  # fmt: skip
        return None

    def _area(self, name: str) -> str:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

        if name not in self._used:
            self._used.append(name)
        letter = get_column_letter(self._used.index(name) + 1)
        return f"{SHEET}!${letter}$2:${letter}${len(self._choices[name].offered) + 1}"
