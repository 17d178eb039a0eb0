"""A reader whose process is started once for a module."""

from collections.abc import AsyncIterator

import pytest

from documents.reader.reader import Reader


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    async with Reader() as one:
        yield one
