"""Changed after approval: does a case keep its place until it ends, and do the books agree all the while?"""

from pathlib import Path

from simulator.user import SimUser
from storage.cases import Case
from tests.stories.staff.office import now
from tests.stories.staff.test_quota import APPROVED, NUMBER_ONE, approve, books, rules_with, sent
from tests.stories.worker.test_amending import begin
from tests.support.town import STAFF, Town, town


async def amend(here: Town, worker: SimUser, case: Case, address: str) -> None:
    """Another address, sent; the new card stands."""
    await begin(case, worker)
    await worker.press("✏️ Ubah jawaban")
    await worker.press("Alamat")
    await worker.send(address)
    await worker.press("✅ Kirim pendaftaran")
    await worker.sees("Perubahan terkirim.")
    await here.chief.sees(address, chat=STAFF, timeout=20)


async def states(here: Town, *found: Case) -> list[str]:
    return [(await now(here, case)).state for case in found]


async def test_a_changed_case_keeps_its_place_and_gives_it_back_when_it_is_rejected(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, "pool = 1")) as here:
        (siti, first), (budi, second) = await sent(here, "Siti", "Budi")
        assert [await approve(here, case) for case in (first, second)] == [APPROVED, NUMBER_ONE]
        await amend(here, siti, first, "Jl. Baru Contoh No. 3")
        assert (await states(here, first, second), await books(here)) == (["waiting", "waitlisted"], [])
        assert await approve(here, first) == APPROVED
        assert (await states(here, first, second), await books(here)) == (["approved", "waitlisted"], [])
        await amend(here, siti, first, "Jl. Baru Contoh No. 4")
        await here.chief.press("❌ Tolak", chat=STAFF)
        await here.chief.press("⬜ Data tidak benar", chat=STAFF)
        await here.chief.press("❌ Tolak sekarang", chat=STAFF)
        await budi.sees("Ada tempat untuk pendaftaran")
        assert (await states(here, first, second), await books(here)) == (["rejected", "approved"], [])


async def test_who_waits_for_a_place_may_change_data_and_a_withdrawal_while_changed_frees_the_place(
    tmp_path: Path,
) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, "pool = 1")) as here:
        (siti, first), (budi, second) = await sent(here, "Siti", "Budi")
        assert [await approve(here, case) for case in (first, second)] == [APPROVED, NUMBER_ONE]
        await amend(here, budi, second, "Jl. Baru Contoh No. 5")
        assert (await states(here, first, second), await books(here)) == (["approved", "waiting"], [])
        assert await approve(here, second) == NUMBER_ONE
        await amend(here, siti, first, "Jl. Baru Contoh No. 6")
        await siti.send("/status")
        await siti.press(f"✖️ Batalkan {first.number}")
        await siti.press(f"✖️ Ya, batalkan {first.number}")
        await siti.sees("sudah dibatalkan")
        await budi.sees("Ada tempat untuk pendaftaran")
        assert (await states(here, first, second), await books(here)) == (["withdrawn", "approved"], [])
