"""Does what is over go, and does everything that somebody still needs stay?"""

import os
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.housekeeping import Housekeeping
from storage import files, inbox, outbox
from storage.database import Unit
from storage.folder import Folder
from storage.tables import Inbox, Outbox, table_of
from storage.vault import Vault
from tests.support.buckets import S3
from tests.support.databases import RING, Store, later
from tests.support.shelves import Place, a_bucket, names_in

DAY = 24 * 60  # minutes
OUTBOX = table_of(Outbox)


async def tidied(store: Store, vault: Vault, minutes: float = 0) -> None:
    await Housekeeping(store.mine, vault, lambda: later(minutes)).tidy()


def call(unit: Unit, key: str) -> None:
    outbox.call(unit, "sendMessage", {"text": "halo"}, chat_id=7, key=key)


async def keys(store: Store, table: type[Inbox | Outbox]) -> list[str]:
    column = table_of(table).c
    async with store.look() as unit:
        return list((await unit.conn.execute(select(column.key).order_by(column.id))).scalars())


async def test_handled_events_go_after_three_days_and_those_that_wait_or_are_parked_stay(
    store: Store, tmp_path: Path
) -> None:
    async with store.unit() as unit:
        await inbox.put_updates(unit, [{"update_id": number} for number in range(1, 1006)])
        taken = [event.id for event in await inbox.take(unit, 1005)]
        await inbox.done(unit, taken[2:])
        await inbox.park(unit, taken[1], "LookupError at form.py:1")
    await tidied(store, Vault(Folder(tmp_path), RING), 3 * DAY)
    assert len(await keys(store, Inbox)) == 1005
    await tidied(store, Vault(Folder(tmp_path), RING), 3 * DAY + 1)
    assert await keys(store, Inbox) == ["u:1", "u:2"]


async def test_sent_messages_go_after_thirty_days_and_what_failed_waits_or_may_be_sent_once_only_stays(
    store: Store, tmp_path: Path
) -> None:
    async with store.unit() as unit:
        for key in ("sent", "dropped", "failed", "unknown", "due", "sorry:17"):
            call(unit, key)
    async with store.unit() as unit:
        ids = {errand.key: errand.id for errand in await outbox.due(unit, "call", 10)}
        for state in ("sent", "dropped", "failed", "unknown"):
            await outbox.settle(unit, [ids[state]], state)
        await outbox.settle(unit, [ids["sorry:17"]], "sent")
    await tidied(store, Vault(Folder(tmp_path), RING), 30 * DAY)
    assert len(await keys(store, Outbox)) == 6
    await tidied(store, Vault(Folder(tmp_path), RING), 30 * DAY + 1)
    assert await keys(store, Outbox) == ["failed", "unknown", "due", "sorry:17"]


async def test_a_file_goes_when_it_is_a_day_old_and_nothing_points_to_it(store: Store, place: Place) -> None:
    vault = place.vault()
    page, waiting, result, orphan, young = [await vault.put(b"isi") for _ in range(5)]
    async with store.unit() as unit:
        file_id = await files.expect(unit, 1, "ktp_photo", "AgAD", forwarded=False)
        assert file_id is not None
        await files.keep(unit, file_id, [{"name": page, "width": 1, "height": 1}])
        outbox.call(unit, "sendPhoto", {}, chat_id=-7, extra={"vault": waiting})
        await inbox.put_result(unit, "1", "draw_card", {"result": {"vault": result}})
    for name in (page, waiting, result, orphan):
        place.age(name, 90_000)
    await tidied(store, vault)
    assert await names_in(vault) == sorted([page, waiting, result, young])


async def test_half_a_file_goes_when_it_is_a_day_old(store: Store, tmp_path: Path) -> None:
    halves = [tmp_path / "aa" / f"{digit * 32}.part" for digit in "ab"]
    halves[0].parent.mkdir()
    for half in halves:
        half.write_bytes(b"set")
    os.utime(halves[0], (time.time() - 90_000,) * 2)
    await tidied(store, Vault(Folder(tmp_path), RING))
    assert [half.exists() for half in halves] == [False, True]


async def test_while_a_waiting_row_cannot_be_read_no_file_is_deleted(store: Store, place: Place) -> None:
    vault = place.vault()
    orphan = await vault.put(b"isi")
    place.age(orphan, 90_000)
    async with store.unit() as unit:
        call(unit, "broken")
    async with store.unit() as unit:
        await unit.conn.execute(OUTBOX.update().values(body_sealed=b"\x01broken"))
    await tidied(store, vault)
    assert await names_in(vault) == [orphan]


async def test_a_store_that_is_away_is_tidied_another_time(
    store: Store, s3: S3, caplog: pytest.LogCaptureFixture
) -> None:
    vault = a_bucket(s3).vault()
    with s3.refusing():
        await tidied(store, vault)
    assert caplog.messages == ["The vault could not be tidied: InvalidAccessKeyId"]
