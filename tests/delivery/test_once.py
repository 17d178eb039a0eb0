"""Does a broadcast reach nobody twice, whatever Telegram answers and whenever the bot dies?"""

from pathlib import Path

import pytest

from delivery.budget import Limits
from storage import alerts, batches, inbox
from storage.outbox import Lane
from tests.delivery.office import Office, office
from tests.support.databases import NOW

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


async def counts(here: Office) -> dict[str, int]:
    async with here.db.unit(NOW) as unit:
        return await batches.counts(unit, 1)


async def broadcast(here: Office, *people: int) -> None:
    for person in people:
        await here.put(person, "siaran", lane=Lane.BROADCAST, batch=1)


async def test_each_copy_that_arrived_knows_its_message(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        await broadcast(here, budi.id, sari.id)
        assert await here.ends() == ["sent", "sent"]
        seen = [(await user.sees("siaran", ever=True)).id for user in (budi, sari)]
        async with here.db.unit(NOW) as unit:
            assert [copy.message_id for copy in await batches.copies(unit, 1, ["sent"])] == seen


async def test_what_telegram_surely_did_not_deliver_is_sent_again(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.sim.fault("sendMessage", code=429, parameters={"retry_after": 1})
        await here.sim.fault("sendMessage", code=500)
        await broadcast(here, budi.id)
        assert await here.ends() == ["sent"]
        assert await here.texts(budi) == ["siaran"]
        assert len(await here.sim.calls("sendMessage")) == 3


@pytest.mark.parametrize("code", [0, 502])
async def test_a_lost_answer_is_unknown_and_never_sent_again(tmp_path: Path, code: int) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.sim.fault("sendMessage", code=code, when="after")
        await broadcast(here, budi.id)
        assert await here.ends() == ["unknown"]
        assert await here.texts(budi) == ["siaran"]


async def test_who_has_blocked_the_bot_is_unreachable_and_what_is_refused_failed(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        await budi.block()
        await here.sim.fault("sendMessage", chat_id=sari.id, code=400)
        await broadcast(here, budi.id, sari.id)
        assert sorted(await here.ends()) == ["failed", "unreachable"]
        assert await counts(here) == {"unreachable": 1, "failed": 1}


async def test_a_paused_broadcast_stands_still_and_a_resumed_one_goes_on_at_once(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.sim.fault("sendMessage", code=429, parameters={"retry_after": 1})
        await broadcast(here, budi.id)
        while not await here.sim.calls("sendMessage"):
            await here.states()
        async with here.db.unit(NOW) as unit:
            await batches.pause(unit, 1)
        await here.put(budi.id, "jawaban")
        await budi.sees("jawaban")
        assert await here.texts(budi) == ["jawaban"]
        async with here.db.unit(NOW) as unit:
            await batches.resume(unit, 1)
        assert await here.ends() == ["sent", "sent"]
        assert await here.texts(budi) == ["jawaban", "siaran"]


async def test_while_broadcasts_have_to_wait_for_hours_answers_still_leave(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        await here.sim.fault("sendMessage", chat_id=budi.id, code=429, parameters={"retry_after": 10_000})
        await broadcast(here, budi.id)
        while not await here.sim.calls("sendMessage"):
            await here.states()
        await broadcast(here, sari.id)
        await here.put(budi.id, "jawaban")
        await here.put(sari.id, "jawaban")
        for user in (budi, sari):
            await user.sees("jawaban")
        async with here.db.unit(NOW) as unit:
            assert [(code, about) for code, about, _ in await alerts.open_alerts(unit)] == [
                ("telegram_pause", "pause:3")
            ]
            assert [event.kind for event in await inbox.take(unit, 10)] == ["sending_paused"]
        assert await counts(here) == {"due": 2}


@pytest.mark.parametrize("rate", [0, 500])
async def test_only_broadcasts_are_paid_for_and_only_where_that_is_switched_on(tmp_path: Path, rate: int) -> None:
    async with office(tmp_path, limits=Limits(1000, 1000, 1000, rate)) as here:
        budi = await here.person("Budi (contoh)")
        await here.put(budi.id, "jawaban")
        await broadcast(here, budi.id)
        assert await here.ends() == ["sent", "sent"]
        calls = {call["params"]["text"]: call["params"] for call in await here.sim.calls("sendMessage")}
        assert "allow_paid_broadcast" not in calls["jawaban"]
        assert calls["siaran"].get("allow_paid_broadcast", False) == (rate > 0)
