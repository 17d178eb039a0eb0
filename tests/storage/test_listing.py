"""Are the cases of a list those of one window, one state, and the agencies that were asked for, in order?"""

import itertools

from storage import cases, listing
from storage.cases import Case, NewCase
from storage.database import Unit
from storage.listing import Chosen
from tests.support.databases import Store

_numbers = itertools.count(1)


async def kept(unit: Unit, agency: str, state: str, window: str = "w2025") -> Case:
    number = next(_numbers)
    answers = {"nik": f"64710557089{number:05d}", "name": "Siti"}
    return await cases.create(unit, NewCase(f"BPN-{number}", 1, 1, window, "ojol", agency, state, answers, "v1"))


async def test_a_list_has_one_window_one_state_and_these_agencies_oldest_first(store: Store) -> None:
    async with store.unit() as unit:
        wanted = [(await kept(unit, agency, "approved")).id for agency in ("dp3", "dishub", "dp3")]
        for agency, state, window in (
            ("dp3", "waiting", "w2025"),
            ("dp3", "approved", "w2026"),
            ("disnaker", "approved", "w2025"),
        ):
            await kept(unit, agency, state, window)
    async with store.look() as unit:
        both = Chosen("w2025", "approved", ["dp3", "dishub"])
        assert (await listing.ids(unit, both), await listing.count(unit, both, 9)) == (wanted, 3)
        assert await listing.count(unit, both, 2) == 2
        everybody = Chosen("w2025", "approved")
        assert (len(await listing.ids(unit, everybody)), await listing.count(unit, everybody, 9)) == (4, 4)
        nobody = Chosen("w2025", "approved", [])
        assert (await listing.ids(unit, nobody), await listing.count(unit, nobody, 9)) == ([], 0)
