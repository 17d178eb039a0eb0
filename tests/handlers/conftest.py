"""Each test has a phone and a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.phone import Phone, phone_in


@pytest.fixture
async def phone(tmp_path: Path) -> AsyncIterator[Phone]:
    """The phone of an invented worker who writes for the first time."""
    async with phone_in(tmp_path) as made:
        yield made
