"""What becomes of a message when Telegram is busy, silent, or has lost the one it was for?"""

import time
from pathlib import Path

import pytest
from sqlalchemy import select

from storage import alerts, inbox, marks, people
from storage.folder import Folder
from storage.outbox import Lane
from storage.shelf import ShelfProblem
from storage.tables import Outbox, table_of
from tests.delivery.office import Office, office
from tests.support.buckets import S3
from tests.support.databases import NOW
from tests.support.shelves import a_bucket
from tests.support.town import STAFF, sample

# python-telegram-bot warns of a change of type whenever it makes the error for a 429.
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


async def open_alerts(here: Office) -> list[tuple[str, str]]:
    async with here.db.unit(NOW) as unit:
        return [(code, about) for code, about, _ in await alerts.open_alerts(unit)]


async def tries(here: Office) -> list[int]:
    async with here.db.unit(NOW) as unit:
        return list((await unit.conn.execute(select(table_of(Outbox).c.attempts))).scalars())


async def sends(here: Office) -> int:
    return len(await here.sim.calls("sendMessage"))


async def test_while_telegram_asks_for_a_pause_nothing_is_sent_and_then_everything_in_order(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        await here.sim.fault("sendMessage", code=429, parameters={"retry_after": 1})
        began = time.monotonic()
        await here.put(budi.id, "satu", "dua", "tiga")
        while not await sends(here):
            await here.states()
        await here.put(sari.id, "empat")
        await sari.sees("empat")
        assert time.monotonic() - began >= 1
        assert await here.ends() == ["sent"] * 4
        assert await here.texts(budi) == ["satu", "dua", "tiga"]
        assert await sends(here) == 5


async def test_a_pause_of_one_group_does_not_hold_up_people(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, _chief = await here.person("Budi (contoh)"), await here.group()
        await here.sim.fault("sendMessage", chat_id=STAFF, code=429, parameters={"retry_after": 2})
        began = time.monotonic()
        await here.put(STAFF, "kartu", lane=Lane.NOTICE)
        while not await sends(here):
            await here.states()
        await here.put(budi.id, "halo")
        await budi.sees("halo")
        assert time.monotonic() - began < 2
        assert await here.ends() == ["sent", "sent"]


async def test_a_fault_in_one_chat_keeps_its_order_and_leaves_the_others_alone(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        await here.sim.fault("sendMessage", chat_id=budi.id, code=502)
        await here.put(budi.id, "satu", "dua")
        await here.put(sari.id, "tiga")
        await sari.sees("tiga")
        assert await here.texts(budi) == []
        assert await here.ends() == ["sent", "sent", "sent"]
        assert await here.texts(budi) == ["satu", "dua"]


async def test_a_lost_answer_repeats_what_a_person_waits_for_and_never_a_broadcast(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        for lane in (Lane.ANSWER, Lane.NOTICE, Lane.BROADCAST):
            await here.sim.fault("sendMessage", code=0, when="after")
            await here.put(budi.id, lane.name, lane=lane)
            await here.ends()
        assert await here.texts(budi) == ["ANSWER", "ANSWER", "NOTICE", "NOTICE", "BROADCAST"]
        assert await here.ends() == ["sent", "sent", "unknown"]


async def test_who_has_blocked_the_bot_is_marked_and_nothing_more_waits_for_them(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        async with here.db.unit(NOW) as unit:
            await people.meet(unit, budi.id)
        await budi.block()
        await here.put(budi.id, "satu", "dua")
        assert await here.ends() == ["dropped", "dropped"]
        async with here.db.unit(NOW) as unit:
            assert (await people.by_id(unit, 1)).unreachable
        assert await open_alerts(here) == []


async def test_what_waits_for_a_group_follows_it_to_its_new_number(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await here.group()
        new = await here.sim.upgrade_group(STAFF)
        await here.put(STAFF, "satu", "dua", lane=Lane.NOTICE)
        assert await here.ends() == ["sent", "sent"]
        assert await here.texts(chief, new) == ["satu", "dua"]
        async with here.db.unit(NOW) as unit:
            assert await marks.moved(unit, STAFF) == new
            assert [event.kind for event in await inbox.take(unit, 10)] == ["group_moved"]


async def test_a_group_that_lost_the_bot_keeps_its_cards_until_the_bot_is_back(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await here.group()
        await here.sim.remove_bot(STAFF, by=chief.id)
        await here.put(STAFF, "kartu", lane=Lane.NOTICE)
        while not await open_alerts(here):
            await here.states()
        assert await open_alerts(here) == [("group_lost", str(STAFF))]
        assert await here.states() == ["due"]


async def test_entities_that_telegram_refuses_are_left_out_and_the_words_arrive(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.sim.fault("sendMessage", code=400, description="Bad Request: can't parse entities: odd offset")
        bold = [{"type": "bold", "offset": 0, "length": 4}]
        await here.call("sendMessage", budi.id, {"text": "halo", "entities": bold})
        assert await here.ends() == ["sent"]
        assert [(one.text, one.entities) for one in await budi.transcript() if not one.mine] == [("halo", [])]


async def test_a_message_that_was_deleted_is_sent_anew_instead_of_edited(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.put(budi.id, "pertanyaan", slot="screen:1")
        await here.ends()
        await budi.delete(await budi.sees("pertanyaan", ever=True))
        instead = {"method": "sendMessage", "params": {"chat_id": budi.id, "text": "berikutnya"}}
        extra = {"edit": "screen:1", "instead": instead}
        await here.call("editMessageText", budi.id, {"text": "berikutnya"}, slot="screen:1", extra=extra)
        assert await here.ends() == ["sent", "sent"]
        assert await here.texts(budi) == ["berikutnya"]


async def test_a_card_that_somebody_deleted_comes_back_to_the_inbox_to_be_drawn_again(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await here.group()
        await here.put(STAFF, "kartu", slot="card:1")
        await here.ends()
        await chief.delete(await chief.sees("kartu", chat=STAFF, ever=True))
        await here.call("editMessageCaption", STAFF, {"caption": "baru"}, slot="card:1", extra={"edit": "card:1"})
        assert await here.ends() == ["sent", "dropped"]
        async with here.db.unit(NOW) as unit:
            assert [(event.kind, event.body) for event in await inbox.take(unit, 10)] == [
                ("message_gone", {"slot": "card:1"})
            ]


async def test_the_edit_of_a_card_that_is_not_up_yet_is_left_out_and_what_follows_goes(tmp_path: Path) -> None:
    """The card will show the newest state anyway when it is drawn."""
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.call("editMessageText", budi.id, {"text": "baru"}, extra={"edit": "nowhere"})
        await here.put(budi.id, "halo")
        assert await here.ends() == ["sent", "sent"]
        assert await here.texts(budi) == ["halo"]
        assert await open_alerts(here) == []


async def test_a_picture_leaves_the_vault_when_it_was_sent(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        await here.group()
        name = await here.vault.put(sample("ktp00_l0.jpg"))
        await here.call("sendPhoto", STAFF, {"caption": "kartu"}, slot="card:1", extra={"vault": name})
        assert await here.ends() == ["sent"]
        assert await here.left_in_vault() == []


async def test_a_card_waits_for_a_store_that_is_away_and_the_rest_of_its_group_does_not(tmp_path: Path, s3: S3) -> None:
    async with office(tmp_path, a_bucket(s3).shelf) as here:
        chief = await here.group()
        name = await here.vault.put(sample("ktp00_l0.jpg"))
        with s3.refusing():
            extra = {"vault": name}
            await here.call("sendPhoto", STAFF, {"caption": "kartu"}, lane=Lane.NOTICE, slot="card:1", extra=extra)
            while await tries(here) == [0]:
                pass
            await here.put(STAFF, "jawaban")
            await chief.sees("jawaban", chat=STAFF)
            assert await here.states() == ["due", "sent"]
        assert await here.ends() == ["sent", "sent"]
        assert await here.left_in_vault() == []


class KeepsAll(Folder):
    """A shelf that nothing can be deleted from."""

    async def delete(self, name: str) -> None:
        raise ShelfProblem("disk", "Read-only file system")


async def test_a_picture_that_cannot_be_deleted_was_sent_all_the_same_and_the_courier_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with office(tmp_path, KeepsAll(tmp_path / "vault")) as here:
        await here.group()
        name = await here.vault.put(sample("ktp00_l0.jpg"))
        await here.call("sendPhoto", STAFF, {"caption": "kartu"}, slot="card:1", extra={"vault": name})
        assert await here.ends() == ["sent"]
        await here.put(STAFF, "halo")
        assert await here.ends() == ["sent", "sent"]
    assert caplog.messages == ["A sent picture stays in the vault for a day: disk"]


async def test_a_card_whose_picture_is_gone_from_the_vault_is_drawn_again_and_holds_nobody_up(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi, _chief = await here.person("Budi (contoh)"), await here.group()
        extra = {"vault": "0" * 32}
        await here.call("sendPhoto", STAFF, {"caption": "kartu"}, slot="card:1", extra=extra)
        await here.put(budi.id, "halo")
        assert await here.ends() == ["dropped", "sent"]
        async with here.db.unit(NOW) as unit:
            assert [(event.kind, event.body) for event in await inbox.take(unit, 10)] == [
                ("message_gone", {"slot": "card:1"})
            ]


async def test_a_row_whose_seal_is_broken_is_given_up_and_the_others_go(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await here.sim.fault("sendMessage", code=429, parameters={"retry_after": 1})
        await here.put(budi.id, "satu", "dua", "tiga")
        table = table_of(Outbox)
        async with here.db.unit(NOW) as unit:
            await unit.conn.execute(table.update().where(table.c.id == 2).values(body_sealed=b"x"))
        assert await here.ends() == ["sent", "failed", "sent"]
        assert await here.texts(budi) == ["satu", "tiga"]
        assert await open_alerts(here) == [("row_unreadable", "outbox:2")]


async def test_errors_that_pass_keep_a_notice_due(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        for code in (401, 500):
            await here.sim.fault("sendMessage", code=code)
        await here.put(budi.id, "halo", lane=Lane.NOTICE)
        assert await here.ends() == ["sent"]
        async with here.db.unit(NOW) as unit:
            assert (await unit.conn.execute(select(table_of(Outbox).c.attempts))).scalar_one() == 2
