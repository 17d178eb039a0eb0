"""Full: does the next one hear a number, and get the place that comes free, by rule and with notice?"""

from pathlib import Path

import pytest

from simulator.user import SimUser
from storage import balance
from storage.cases import Case
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.stories.staff.test_who_may_press import forged
from tests.support.town import ROOT, STAFF, Town, running, settings_for, staffed_simulator, town

NIKS = [f"647105570890{number:04}" for number in range(1, 9)]
APPROVED = "Disetujui. Pekerja diberi tahu."
NUMBER_ONE = "Disetujui. Tempat penuh, jadi masuk daftar tunggu nomor 1. Pekerja diberi tahu."


def rules_with(folder: Path, quota: str) -> Path:
    """The shipped rules with another quota."""
    rules = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    file = folder / "rules.toml"
    file.write_text(rules.replace("pool = 7100", quota), encoding="utf-8")
    return file


async def sent(here: Town, *names: str) -> list[tuple[SimUser, Case]]:
    """Invented workers, each with a case whose card stands in the group."""
    found = []
    for name, nik in zip(names, NIKS, strict=False):
        worker = await here.person(f"{name} (contoh)")
        case = await sent_case(here, worker, nik=nik)
        await card_of(here, case)
        found.append((worker, case))
    return found


async def approve(here: Town, case: Case) -> str | None:
    return await here.chief.press("✅ Setujui", await card_of(here, case))


async def withdraw(worker: SimUser, case: Case) -> None:
    await worker.send("/status")
    await worker.press(f"✖️ Batalkan {case.number}")
    asked = await worker.sees(f"Batalkan pendaftaran {case.number}?")
    assert "diberikan ke pekerja lain" in asked.text
    await worker.press(f"✖️ Ya, batalkan {case.number}")
    await worker.sees("sudah dibatalkan")


async def books(here: Town) -> list[str]:
    async with here.look() as unit:
        return await balance.differences(unit)


async def test_the_third_of_two_places_hears_a_number_and_gets_the_place_that_another_gives_back(
    tmp_path: Path, database_url: str
) -> None:
    async with town(tmp_path, database_url=database_url, programme_file=rules_with(tmp_path, "pool = 2")) as here:
        (siti, first), (_, second), (wati, third) = await sent(here, "Siti", "Budi", "Wati")
        assert [await approve(here, case) for case in (first, second, third)] == [APPROVED, APPROVED, NUMBER_ONE]
        told = await wati.sees("disetujui, tetapi semua tempat sedang terisi")
        assert "Nomor tunggu Anda: 1." in told.text
        await wati.send("/status")
        status = await wati.sees("Kabar pendaftaran")
        assert "Nomor tunggu Anda: 1." in status.text
        assert "🕓 10 November 2025: disetujui petugas, masuk daftar tunggu" in status.text
        card = await here.chief.sees("Disetujui, daftar tunggu oleh Ibu Ratna", chat=STAFF)
        assert (card.text.split()[0], "Antrean: 3" in card.text) == (third.number, True)
        await withdraw(siti, first)
        await wati.sees(f"Ada tempat untuk pendaftaran {third.number}.", timeout=20)
        await here.chief.sees("✅ Disetujui oleh Ibu Ratna (contoh)", chat=STAFF)
        assert [move[0] for move in await moves(here, third)] == ["waitlist", "promote"]
        assert [(await now(here, case)).state for case in (first, second, third)] == [
            "withdrawn", "approved", "approved",
        ]  # fmt: skip
        assert await books(here) == []


async def test_a_supervisor_records_that_the_insurer_refused_and_the_next_is_promoted(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, "sectors = { nelayan = 1 }")) as here:
        (siti, first), (wati, second) = await sent(here, "Siti", "Wati")
        assert [await approve(here, case) for case in (first, second)] == [APPROVED, NUMBER_ONE]
        card = await here.chief.sees("✅ Disetujui oleh", chat=STAFF, ever=True)
        only = "Ini hanya bisa dilakukan admin grup. Minta admin grup menekannya."
        assert await here.officer.press("🏥 Ditolak BPJS", card) == only
        await here.chief.press("🏥 Ditolak BPJS", card)
        said = await here.chief.press("🏥 Catat penolakan BPJS", chat=STAFF)
        assert said == "Pilih dulu alasannya, atau tulis sendiri."
        await here.chief.press("⬜ NIK/nama tidak cocok", chat=STAFF)
        await here.chief.press("✍️ Tulis alasan sendiri", chat=STAFF)
        asked = await here.chief.sees("balas pesan ini", chat=STAFF)
        await here.chief.send("Cek KK di Disdukcapil", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("Alasan: NIK/nama tidak cocok; Cek KK di Disdukcapil", chat=STAFF, ever=True)
        done = await here.chief.press("🏥 Catat penolakan BPJS", chat=STAFF)
        assert done == "Penolakan BPJS dicatat. Pekerja diberi tahu alasannya."
        told = await siti.sees("belum diterima BPJS Ketenagakerjaan")
        assert "• Menurut BPJS Ketenagakerjaan, NIK atau nama tidak cocok" in told.text
        await wati.sees(f"Ada tempat untuk pendaftaran {second.number}.", timeout=20)
        again = await forged(here.chief, data("approve", first, revision=2), card)
        assert again == "Penolakan BPJS sudah dicatat oleh Ibu Ratna (contoh)."
        assert [move[0] for move in await moves(here, first)] == ["approve", "insurer_refuse"]
        assert await books(here) == []


async def test_buttons_of_an_open_card_do_nothing_on_an_approved_one_and_the_other_way_round(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        ((_, case),) = await sent(here, "Siti")
        card = await card_of(here, case)
        await forged(here.chief, data("insurer_refuse", case), card)
        assert (await now(here, case)).review == {}
        await approve(here, case)
        decided = "Sudah disetujui oleh Ibu Ratna (contoh)."
        for act in ("claim", "reject", "send_back", "release", "mark"):
            assert await forged(here.officer, data(act, case, revision=1, value="name"), card) == decided
        assert await forged(here.chief, data("approve", case), card) == "Sudah tersimpan."
        assert [move[0] for move in await moves(here, case)] == ["approve"]


async def test_one_who_waits_may_withdraw_and_those_behind_move_up(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, "agencies = { dp3 = 0 }")) as here:
        (siti, first), (wati, second) = await sent(here, "Siti", "Wati")
        assert await approve(here, first) == NUMBER_ONE
        assert "nomor 2" in str(await approve(here, second))
        await wati.sees("Nomor tunggu Anda: 2.")
        await withdraw(siti, first)
        await wati.send("/status")
        await wati.sees("Nomor tunggu Anda: 1.")
        assert await books(here) == []


@pytest.mark.parametrize(("raised", "promoted"), [("pool = 2", 1), ("pool = 7100", 2), ("", 2)])
async def test_more_places_in_the_file_move_the_list_at_the_next_start(
    tmp_path: Path, raised: str, promoted: int
) -> None:
    async with staffed_simulator() as (sim, officer, chief):
        settings = settings_for(sim, tmp_path, programme_file=rules_with(tmp_path, "pool = 1"))
        async with running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            people = await sent(here, "Siti", "Budi", "Wati")
            for _, case in people:
                await approve(here, case)
            await people[2][0].sees("Nomor tunggu Anda: 2.")
        rules_with(tmp_path, raised)
        async with running(settings) as app:
            here = Town(sim, settings, officer, chief, app)
            for worker, case in people[1 : promoted + 1]:
                await worker.sees(f"Ada tempat untuk pendaftaran {case.number}.", timeout=20)
            states = [(await now(here, case)).state for _, case in people]
            assert states == ["approved"] * (promoted + 1) + ["waitlisted"] * (2 - promoted)
            assert await books(here) == []
        assert await sim.problems() == []


async def test_kuota_shows_numbers_and_a_picture_in_the_staff_group_and_nowhere_else(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, "pool = 1")) as here:
        (siti, first), (_, second), _ = await sent(here, "Siti", "Budi", "Wati")
        await approve(here, first)
        await approve(here, second)
        await here.officer.send("/kuota", chat=STAFF)
        shown = await here.officer.sees("Kuota per", chat=STAFF, timeout=20)
        assert shown.file_id is not None
        assert shown.text.splitlines() == [
            "📊 Kuota per 10-11-2025 09:00",
            "Pendaftaran 1 November 2025 sampai 31 Desember 2025",
            "Semua pekerja: 1 dari 1 terisi, sisa 0, 1 daftar tunggu, 1 diperiksa",
            "Ojek online: tidak ada",
            "Ojek pangkalan: tidak ada",
            "Nelayan: 1 disetujui, 1 daftar tunggu, 1 diperiksa",
            "Petani: tidak ada",
            "Pedagang / usaha kecil: tidak ada",
            "Pekerja lainnya: tidak ada",
        ]
        await siti.send("/kuota")
        await siti.sees("Tekan salah satu tombol")
        assert [one for one in await siti.transcript() if "Kuota per" in one.text] == []
