"""A sandbox of two children, closed after the test."""

from collections.abc import AsyncIterator

import pytest

from documents.sandbox import Sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(size=2) as box:
        yield box
