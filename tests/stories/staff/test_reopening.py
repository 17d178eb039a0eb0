"""Can a supervisor, and nobody else, have a case looked at again that was refused or closed?"""

from pathlib import Path

from registration.lifecycle import State
from storage import cases
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.stories.staff.test_objections import rejected
from tests.support.town import STAFF, town

ONLY = "Ini hanya bisa dilakukan admin grup."


async def test_a_supervisor_reopens_a_refused_case_and_it_is_decided_anew(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await rejected(here, siti, here.officer)
        old = await card_of(here, case)
        await asks(here.officer, f"/buka {case.number} salah lihat", ONLY)
        await asks(here.chief, f"/buka {case.number}", "Tulis alasannya setelah nomor")
        assert (await now(here, case)).state == State.REJECTED
        await asks(here.chief, f"/buka {case.number} salah lihat", "dibuka lagi. Kartunya segera dipasang di bawah")
        told = await siti.sees("dibuka lagi.")
        assert "salah lihat" not in told.text
        card = await here.chief.wait_for(
            lambda one: one.text.startswith(case.number) and one.id != old.id, chat=STAFF, timeout=20
        )
        assert card.buttons[:4] == ["✋ Ambil", "✅ Setujui", "🔁 Minta perbaikan", "❌ Tolak"]
        await asks(here.chief, f"/buka {case.number} sekali lagi", "tidak sedang ditolak atau ditutup")
        assert await here.officer.press("✅ Setujui", card) == "Disetujui. Pekerja diberi tahu."
        await siti.sees("disetujui.")
        assert [step[0] for step in await moves(here, case)] == ["claim", "reject", "reopen", "approve"]
        assert (await now(here, case)).unique
        await asks(here.officer, f"/kasus {case.number}", "membuka lagi")


async def test_who_registered_with_the_same_nik_meanwhile_keeps_it_and_the_card_says_so(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        first = await rejected(here, siti, here.officer)
        second = await kept_case(here, siti, nik=first.answers["nik"])
        await asks(here.chief, f"/buka {first.number} salah lihat", "dibuka lagi. Kartunya")
        shown = await here.chief.wait_for(
            lambda one: one.text.startswith(first.number) and "Menunggu" in one.text, chat=STAFF, timeout=20
        )
        assert "⚠️ Kemungkinan ganda: NIK ini sudah ada di pendaftaran lain." in shown.text.splitlines()
        assert [(await now(here, case)).unique for case in (first, second)] == [False, True]
        async with here.look() as unit:
            assert len(await cases.in_states(unit, [State.WAITING])) == 2


async def test_ones_own_case_an_open_one_and_one_that_is_not_there_stay_as_they_are(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        waits = await sent_case(here, siti)
        await asks(here.chief, f"/buka {waits.number} iseng", "tidak sedang ditolak atau ditutup")
        await here.sim.set_member(STAFF, siti.id, "administrator")
        await asks(siti, f"/buka {waits.number} punya saya", "Anda sendiri")
        await asks(here.chief, "/buka BPN-25-999999-9 salah", "BPN-25-")
        assert (await now(here, waits)).state == State.WAITING
