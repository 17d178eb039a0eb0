"""Is a case found by what it has, only by that, only by its agency, and is the search itself remembered sealed?"""

from sqlalchemy import select

from registration.finding import parts_of
from registration.names import FOLDING
from storage import cases, marks, searches, terms
from storage.cases import Case, NewCase
from storage.search_tables import CaseTerm, SearchLog
from storage.tables import Case as CaseTable
from storage.tables import table_of
from tests.support.databases import RING, Store, later

AGENCIES = ("disnaker", "dp3")
TERM, LOG = table_of(CaseTerm), table_of(SearchLog)


async def sent(store: Store, number: int, name: str, nik: str = "", agency: str = "dp3") -> Case:
    answers = {"nik": nik or f"64710517089{number:05d}", "name": name, "phone": f"+62812345{number:05d}"}
    new = NewCase(f"BPN-{number}", number, number, "w2025", "nelayan", agency, "waiting", answers, "v1")
    async with store.unit(number) as unit:
        return await cases.create(unit, new)


async def found(store: Store, words: str, agencies: tuple[str, ...] = AGENCIES, most: int = 11) -> list[str]:
    async with store.look() as unit:
        return [case.number for case in await searches.cases_with(unit, parts_of(words), agencies, most)]


async def test_a_case_is_found_by_all_that_it_has_and_several_words_must_all_fit(store: Store) -> None:
    await sent(store, 1, "Soekarno Contoh")
    await sent(store, 2, "Siti Sukarno")
    await sent(store, 3, "Siti Contoh", agency="disnaker")
    heard = {
        words: await found(store, words)
        for words in (
            "sukarno", "siti", "siti soekarno", "contoh soekarno", "budi", "siti budi", "6471051708900002",
            "6471051708900099", "0002", "0900002", "1900002", "081234500003", "500003", "siti 0003", "siti 0001",
        )
    }  # fmt: skip
    assert heard == {
        "sukarno": ["BPN-2", "BPN-1"], "siti": ["BPN-3", "BPN-2"], "siti soekarno": ["BPN-2"],
        "contoh soekarno": ["BPN-1"], "budi": [], "siti budi": [], "6471051708900002": ["BPN-2"],
        "6471051708900099": [], "0002": ["BPN-2"], "0900002": [], "1900002": [], "081234500003": ["BPN-3"],
        "500003": ["BPN-3"], "siti 0003": ["BPN-3"], "siti 0001": [],
    }  # fmt: skip


async def test_digits_beyond_the_last_four_are_compared_with_the_whole_number(store: Store) -> None:
    await sent(store, 1, "Budi", nik="6471051708900001")
    await sent(store, 2, "Budi", nik="6471051708910001")
    assert await found(store, "0001") == ["BPN-2", "BPN-1"]
    assert await found(store, "8900001") == ["BPN-1"]


async def test_a_group_finds_only_what_it_decides_on_and_the_newest_first_as_many_as_asked_for(store: Store) -> None:
    for number in range(1, 8):
        await sent(store, number, "Siti", agency=AGENCIES[number % 2])
    assert await found(store, "siti", ("dp3",)) == ["BPN-7", "BPN-5", "BPN-3", "BPN-1"]
    assert await found(store, "siti", (), 3) == []
    assert await found(store, "siti", most=3) == ["BPN-7", "BPN-6", "BPN-5"]


async def test_a_mended_case_is_found_by_what_it_has_now_and_no_longer_by_what_it_had(store: Store) -> None:
    case = await sent(store, 1, "Siti Contoh")
    async with store.unit() as unit:
        answers = case.answers | {"name": "Aminah Contoh"}
        assert await cases.change(unit, case, answers=answers, state="waiting") is not None
    assert [await found(store, word) for word in ("siti", "aminah", "contoh")] == [[], ["BPN-1"], ["BPN-1"]]


async def test_cases_from_before_there_were_terms_get_them_in_steps_and_each_once(store: Store) -> None:
    for number in range(1, 6):
        await sent(store, number, f"Siti {'ABCDE'[number - 1] * 2}a")
    broken = await sent(store, 6, "Siti Rusak")
    async with store.unit() as unit:
        await unit.conn.execute(TERM.delete())
        table = table_of(CaseTable)
        await unit.conn.execute(table.update().where(table.c.id == broken.id).values(answers_sealed=b"\x01broken"))
    assert await found(store, "siti") == []
    steps = []
    for _ in range(5):
        async with store.unit() as unit:
            steps.append(await terms.catch_up(unit, 2))
    assert steps == [2, 2, 2, 0, 0]
    assert await found(store, "siti") == ["BPN-5", "BPN-4", "BPN-3", "BPN-2", "BPN-1"]
    async with store.look() as unit:
        assert await marks.number(unit, f"terms of folding {FOLDING} up to case") == broken.id


async def test_what_lies_in_the_tables_tells_neither_words_nor_digits_nor_of_which_kind_they_are(store: Store) -> None:
    await sent(store, 1, "Siti")
    async with store.unit(9) as unit:
        await searches.write(unit, -1001, 5, {"nik_end", "name"}, "siti 0001", 1)
    async with store.look() as unit:
        kept = list((await unit.conn.execute(select(TERM.c.term))).scalars())
        (row,) = await unit.conn.execute(select(LOG))
        words = unit.unseal(row.words_sealed, "search:-1001:5")
    assert (len(kept), len(set(kept)), {len(term) for term in kept}) == (5, 5, {16})
    assert RING.index("siti", "name")[:16] not in kept
    assert b"siti" not in row.words_sealed
    assert (row.at, row.chat_id, row.telegram_id, row.kinds, row.found) == (later(9), -1001, 5, "name nik_end", 1)
    assert words == "siti 0001"
