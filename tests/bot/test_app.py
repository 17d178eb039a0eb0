"""Does the running bot outlive what happens to its database, and go on where it stopped?"""

import asyncio
from pathlib import Path

import pytest

from tests.support.databases import Postgresql
from tests.support.town import running, settings_for, staffed_simulator, town
from tests.support.worker import Filling, first_line


async def test_a_form_goes_on_after_a_restart_where_it_stopped(tmp_path: Path, database_url: str) -> None:
    async with staffed_simulator() as (sim, _officer, _chief):
        settings = settings_for(sim, tmp_path, database_url=database_url)
        sari = await sim.add_user("Sari (contoh)")
        async with running(settings):
            await sari.start()
            await Filling(sari).up_to("sector")
        async with running(settings):
            await sari.start()
            await sari.press("▶️ Lanjutkan")
            await sari.sees(first_line("sector"))
        assert await sim.problems() == []


async def test_a_bot_goes_on_when_postgresql_was_away_for_a_while(
    tmp_path: Path, postgresql: Postgresql, caplog: pytest.LogCaptureFixture
) -> None:
    url = await postgresql.fresh(tables=True)
    async with town(tmp_path, database_url=url) as here:
        sari = await here.person("Sari (contoh)")
        filling = Filling(sari)
        await filling.up_to("sector")
        async with postgresql.away(url), asyncio.timeout(20):
            await sari.send("/start")
            while caplog.text.count("The database failed under the polling") < 2:
                await here.sim.now()
        await sari.press("▶️ Lanjutkan", timeout=20)
        await filling.asked("sector")
