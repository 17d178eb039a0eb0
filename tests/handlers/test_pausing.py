"""What do officers read when Telegram wants the bot to wait?"""

import pytest

from handlers.context import Services
from handlers.staff.pausing import on_paused
from registration.programme import read_programme
from storage import outbox
from tests.handlers.phone import STAFF, TEXTS
from tests.registration.test_programme import SHIPPED
from tests.support.databases import Store, later


@pytest.mark.parametrize(("lane", "key"), [(3, "sending-paused-some"), (1, "sending-paused-all")])
async def test_officers_read_until_when_and_what_waits(store: Store, lane: int, key: str) -> None:
    services = Services(read_programme(SHIPPED), TEXTS, "", STAFF)
    async with store.unit() as unit:
        await on_paused(unit, services, {"lane": lane, "until": later(167).isoformat()})
    async with store.look() as unit:
        said = [(errand.chat_id, errand.body["params"]["text"]) for errand in await outbox.due(unit, "call", 10)]
    assert said == [(STAFF, TEXTS.rich(key, until="10-11-2025 11:47").text)]
