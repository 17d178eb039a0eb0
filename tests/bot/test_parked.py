"""Does what was parked come back when the operator says so, with the real bot running?"""

from pathlib import Path

from bot.operator_work import parked
from storage import inbox
from tests.support.town import town
from tests.support.worker import TEXTS


async def test_a_press_that_the_database_refused_is_parked_told_put_back_and_answered(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        welcome = await budi.wait_for(lambda one: TEXTS("button-register") in one.buttons)
        async with here.look() as unit:
            await unit.conn.exec_driver_sql("ALTER TABLE consent RENAME TO away")
        await budi.press_data(welcome.data(TEXTS("button-register")), welcome, wait=0)
        await budi.sees("Maaf, ada gangguan", timeout=40)
        async with here.look() as unit:
            await unit.conn.exec_driver_sql("ALTER TABLE away RENAME TO consent")
        said = await parked(here.app, TEXTS, retry=True)
        assert len(said) == 3
        assert said[-1] == TEXTS("operator-retried", count=1)
        await budi.send("/bantuan")  # a running bot takes them at its next update
        await budi.wait_for(lambda one: TEXTS("button-agree") in one.buttons, ever=True, timeout=20)
        async with here.look() as unit:
            assert await inbox.parked(unit) == []
