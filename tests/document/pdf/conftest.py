from __future__ import annotations

import pytest

from sendctl.document import Document, write_pdf


@pytest.fixture(scope="session")
def pdf(sample: Document) -> bytes:
    return write_pdf(sample)
