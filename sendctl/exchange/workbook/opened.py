"""Opens a workbook for reading row by row; it must have passed the guard."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from sendctl.exchange.workbook.guard import NotReadable

if TYPE_CHECKING:
    from openpyxl import Workbook


@contextmanager
def opened(data: bytes, *, computed: bool = False) -> Iterator[Workbook]:
    """A workbook, as long as the block runs.

    Args:
        data: the file.
        computed: whether a formula counts as what it last gave, not as itself.

    Raises:
        NotReadable: the library cannot make sense of it, now or while it is read.
        ImportError: the package openpyxl is not installed.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra

    with warnings.catch_warnings():
        # It warns of everything that it would lose by writing; nothing is written.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(
                BytesIO(data), read_only=True, data_only=computed, keep_links=False
            )
            yield book
            book.close()
        except NotReadable:
            raise
        except Exception as why:  # it raises whatever a broken part makes it raise
            raise NotReadable(
                "The file is damaged, or no Excel workbook.",
                "Open it in Excel or LibreOffice, and save it again.",
            ) from why
