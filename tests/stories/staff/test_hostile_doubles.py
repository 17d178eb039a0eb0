"""Does comparing two cases give away or change nothing that it should not, whatever is pressed, and whenever?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from handlers.callbacks import Desk
from jobs.runner import JOBS
from jobs.tools import Tools
from storage import inbox
from storage.tables import Inbox, Outbox, table_of
from tests.stories.staff.groups import FISHERY, TRAFFIC, bind, group
from tests.stories.staff.office import TEXTS, card_of, sent_case
from tests.stories.staff.test_doubles import moves_of, press_compare, two_cases
from tests.stories.staff.test_passing_on import DONE, pass_on
from tests.stories.staff.test_who_may_press import forged
from tests.support.town import STAFF, Town, town

NOBODY = {"nik": "6471055708800003", "name": "Wati Contoh", "phone": "081234567897", "birth_date": "1988-08-17"}


def not_double(case_id: int, value: str) -> str:
    """The callback data of "Bukan ganda"."""
    return Desk(act="not_double", id=case_id, value=value).pack()


async def parked(here: Town) -> int:
    async with here.look() as unit:
        return len(await inbox.parked(unit))


@pytest.mark.parametrize("value", ["abc", "", "1.5", "99999999999999999999", "0"])
async def test_a_made_up_other_case_is_answered_and_writes_nothing(tmp_path: Path, value: str) -> None:
    async with town(tmp_path) as here:
        case = await sent_case(here, await here.person("Siti (contoh)"))
        card = await card_of(here, case)
        assert await forged(here.officer, not_double(case.id, value), card) == TEXTS("not-double-none")
        assert (await moves_of(here, case), await parked(here)) == ([("send", "waiting")], 0)


async def test_a_case_that_is_no_possible_double_cannot_be_written_on_by_another_agencys_group(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, wati = [await here.person(f"{name} (contoh)") for name in ("Siti", "Wati")]
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        theirs = await sent_case(here, siti)
        ours = await sent_case(here, wati, **NOBODY, sector="lainnya", job="tukang cuci")
        card = await card_of(here, ours)
        assert await forged(here.officer, not_double(ours.id, str(theirs.id)), card) == TEXTS("not-double-none")
        assert await moves_of(here, theirs) == [("send", "waiting")]


async def test_said_twice_it_is_written_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        one, other = await two_cases(here)
        await press_compare(here, here.officer, other)
        pair = await here.officer.sees(f"⚖️ {other.number} dan {one.number}", chat=STAFF, timeout=20)
        data = not_double(other.id, str(one.id))
        taken = TEXTS("not-double-taken", one=other.number, other=one.number)
        assert [await forged(here.officer, data, pair) for _ in range(2)] == [taken, TEXTS("not-double-none")]
        assert await moves_of(here, one) == [("send", "waiting"), ("not_double", "waiting")]


@asynccontextmanager
async def held_drawing(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Pairs are drawn only at the end of the block, as on a machine that has much to do."""
    gate, draw = asyncio.Event(), JOBS["draw_pair"]

    async def later(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
        await gate.wait()
        return await draw(tools, body)

    monkeypatch.setitem(JOBS, "draw_pair", later)
    yield
    gate.set()


async def pictures(here: Town, chat: int, drawn: int) -> int:
    """How many pictures left for a group by themselves, once so many pairs were drawn; cards go another way."""
    inbox_, outbox_ = table_of(Inbox), table_of(Outbox)
    over = (inbox_.c.kind == "draw_pair") & (inbox_.c.state == "done")
    left = (outbox_.c.name == "sendPhoto") & (outbox_.c.chat_id == chat)
    async with asyncio.timeout(25):
        while True:
            async with here.look() as unit:
                done, sent = [
                    (await unit.conn.execute(select(func.count()).where(each))).scalar_one() for each in (over, left)
                ]
            if done == drawn:
                return int(sent)
            await asyncio.sleep(0.05)


async def test_a_case_that_is_passed_on_while_the_pair_is_drawn_takes_no_other_ktp_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as here:
        await group(here, TRAFFIC)
        await bind(here, TRAFFIC, "dishub", "Dishub")
        _, other = await two_cases(here)
        async with held_drawing(monkeypatch):
            await press_compare(here, here.officer, other)
            assert await pass_on(here.officer, await card_of(here, other), "Dishub") == DONE
        assert (await pictures(here, TRAFFIC, 1), await pictures(here, STAFF, 1)) == (0, 0)


async def test_a_case_that_is_decided_while_the_pair_is_drawn_is_drawn_again_covered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(tmp_path) as here:
        one, other = await two_cases(here)
        async with held_drawing(monkeypatch):
            await press_compare(here, here.officer, other)
            assert await here.officer.press("✅ Setujui", await card_of(here, one)) == "Disetujui. Pekerja diberi tahu."
        assert await pictures(here, STAFF, 2) == 1
        pair = await here.officer.sees(f"⚖️ {other.number} dan {one.number}", chat=STAFF, timeout=20, ever=True)
        assert "NIK: 6471 0557 0890 0002 | •••• •••• •••• 0001" in pair.text


async def test_a_pair_without_a_picture_cannot_be_forwarded_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_tools: Tools, _body: dict[str, Any]) -> dict[str, Any]:
        return {"failed": "broken"}

    monkeypatch.setitem(JOBS, "draw_pair", broken)
    async with town(tmp_path) as here:
        one, other = await two_cases(here)
        await press_compare(here, here.officer, other)
        pair = await here.officer.sees(f"⚖️ {other.number} dan {one.number}", chat=STAFF, timeout=20)
        assert pair.raw.get("has_protected_content") is True
