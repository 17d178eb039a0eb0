"""Does all work with the vault in a bucket, and is nothing lost and nobody held up while the store is away?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import select, update

from handlers.staff import cards
from locales import Texts
from storage import alerts
from storage.bucket import Access
from storage.tables import Outbox, table_of
from tests.stories.staff.office import sent_case, services_of
from tests.support.buckets import S3
from tests.support.shelves import names_in
from tests.support.town import STAFF, Town, sample, town
from tests.support.worker import Filling

OUTBOX = table_of(Outbox)
TEXTS = Texts()


@asynccontextmanager
async def town_with(access: Access, folder: Path) -> AsyncIterator[Town]:
    """A town whose bot keeps its files in this bucket."""
    async with town(
        folder,
        vault_url=access.url,
        vault_endpoint=access.endpoint,
        vault_key_id=access.key_id,
        vault_key_secret=access.secret,
    ) as here:
        yield here


async def wait_for(here: Town, jobs: set[str]) -> None:
    """Look until exactly these jobs wait."""
    async with asyncio.timeout(20):
        while await jobs_that_wait(here) != jobs:
            pass  # each look is a transaction of its own, between which the bot works


async def jobs_that_wait(here: Town) -> set[str]:
    """The jobs that were tried in vain and will be tried again."""
    async with here.look() as unit:
        tried = OUTBOX.c.kind == "job", OUTBOX.c.state == "due", OUTBOX.c.attempts > 0
        return set((await unit.conn.execute(select(OUTBOX.c.name).where(*tried))).scalars())


async def test_a_worker_registers_and_is_approved_with_every_file_in_the_bucket(tmp_path: Path, s3: S3) -> None:
    async with town_with(s3.fresh(), tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        number = await Filling(budi).register("ojol")
        await here.officer.sees(number, chat=STAFF, timeout=20)
        await here.officer.press("✅ Setujui", chat=STAFF)
        await budi.sees("disetujui.")
        async with asyncio.timeout(20):
            while len(await names_in(here.app.vault)) != 2:  # KTP and letter; the card's picture goes when it is sent
                pass
    assert not (tmp_path / "vault").exists()


async def test_photo_and_card_wait_until_the_store_is_back_and_others_do_not(tmp_path: Path, s3: S3) -> None:
    async with town_with(s3.fresh(), tmp_path) as here:
        budi, siti = await here.person("Budi (contoh)"), await here.person("Siti (contoh)", "6281234567891")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        case = await sent_case(here, siti)
        await here.officer.sees(case.number, chat=STAFF, timeout=20)
        with s3.refusing():
            await budi.photo(sample("ktp00_l0.jpg"))
            async with here.look() as unit:
                await cards.draw(unit, services_of(here), case)
            await wait_for(here, {"fetch_photo", "draw_card"})
            await siti.send("/status")
            await siti.sees(case.number)
        await filling.asked("nik")
        await wait_for(here, set())
        async with here.look() as unit:
            assert await alerts.open_alerts(unit) == []


async def test_a_worker_whose_photo_waited_too_long_is_asked_to_send_it_again(tmp_path: Path, s3: S3) -> None:
    async with town_with(s3.fresh(), tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        with s3.refusing():
            await budi.photo(sample("ktp00_l0.jpg"))
            await wait_for(here, {"fetch_photo"})
            async with here.look() as unit:
                await unit.conn.execute(update(OUTBOX).where(OUTBOX.c.state == "due").values(attempts=6))
            await budi.sees(TEXTS("photo-network").splitlines()[0], timeout=40)
        await budi.photo(sample("ktp00_l0.jpg"))
        await filling.asked("nik")
