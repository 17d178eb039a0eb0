"""Where the file asks for two officers, does an approval wait for the second, and hold for what both have seen?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simulator.seen import Seen
from simulator.user import SimUser
from storage.cases import Case
from tests.stories.staff.desk import asks
from tests.stories.staff.groups import FISHERY, bind, group
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.stories.staff.test_objections import objected
from tests.stories.staff.test_passing_on import DONE, pass_on
from tests.stories.staff.test_places_kept import amend, states
from tests.stories.staff.test_quota import APPROVED, NUMBER_ONE, books, sent
from tests.stories.staff.test_who_may_press import forged, later
from tests.support.town import ROOT, STAFF, Town, sample, town

FIRST = "Persetujuan pertama tercatat. Sekarang satu petugas lain perlu menyetujui juga."
OTHER = (
    "Anda sudah menyetujui. Persetujuan kedua harus dari petugas lain. "
    "Kalau kartunya sedang Anda ambil, tekan Lepas dulu."
)
JUST_NOW = "Petugas lain baru saja menyetujui. Kalau Anda juga setuju, tekan Setujui sekali lagi."
SAVED = "Sudah tersimpan."
WAITS = "1️⃣ Disetujui Pak Hasan (contoh), 10-11-2025 09:00. Menunggu petugas kedua."
APPROVE = "✅ Setujui"


@asynccontextmanager
async def strict_town(folder: Path, quota: str = "pool = 7100") -> AsyncIterator[Town]:
    """A town whose rules ask for two officers on every case of a fisher."""
    rules = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8").replace("pool = 7100", quota)
    file = folder / "rules.toml"
    file.write_text(rules.replace("[sectors.nelayan]\n", "[sectors.nelayan]\ntwo_officers = true\n"), encoding="utf-8")
    async with town(folder, programme_file=file) as here:
        yield here


async def approve_first(who: SimUser, case: Case, card: Seen) -> Seen:
    """Approve as the first; the card when it says so."""
    assert await who.press(APPROVE, card) == FIRST
    return await who.wait_for(
        lambda one: one.text.startswith(case.number) and "Menunggu petugas kedua." in one.text,
        chat=card.chat,
        ever=True,
    )


async def first_approved(here: Town, worker: SimUser) -> Case:
    """A case that Pak Hasan has approved, as the first."""
    case = await sent_case(here, worker)
    card = await approve_first(here.officer, case, await card_of(here, case))
    assert WAITS in card.text
    return await now(here, case)


async def steps(here: Town, case: Case) -> list[str]:
    return [move[0] for move in await moves(here, case)]


async def test_the_first_approval_is_recorded_and_the_second_ones_decides(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await first_approved(here, siti)
        assert (case.state, case.decided_at, case.revision) == ("waiting", None, 1)
        assert await here.officer.press(APPROVE, chat=STAFF) == OTHER
        line = f"{case.number} · 1️⃣ menunggu petugas kedua\n🎣 Nelayan · 1 menit"
        assert line in (await asks(here.officer, "/antrian", "Menunggu: 1")).text
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert ("Menunggu diperiksa" in status.text, "isetujui" in status.text) == (True, False)
        assert await here.chief.press(APPROVE, chat=STAFF) == APPROVED
        await siti.sees("disetujui.")
        card = await here.chief.sees("Disetujui oleh Ibu Ratna (contoh)", chat=STAFF, ever=True)
        assert "Menunggu petugas kedua" not in card.text
        hasan, ratna = here.officer.id, here.chief.id
        assert await moves(here, case) == [
            ("first_approve", "waiting", "waiting", "officer", hasan),
            ("approve", "waiting", "approved", "officer", ratna),
        ]
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert [line.partition(" – ")[2] for line in told.text.splitlines()[2:]] == [
            "Pak Hasan (contoh) menyetujui, menunggu petugas kedua",
            "Ibu Ratna (contoh) menyetujui",
        ]
        counted = await asks(here.officer, "/petugas", "Keputusan sejak")
        assert sorted(counted.text.splitlines()[1:]) == [
            "Ibu Ratna (contoh): ✅ 1, ❌ 0, 🔁 0 (minggu ini 1)",
            "Pak Hasan (contoh): ✅ 1, ❌ 0, 🔁 0 (minggu ini 1)",
        ]


async def test_two_at_the_same_instant_and_a_double_tap_are_one_first_approval(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        both = (here.officer, here.chief)
        said = await asyncio.gather(*(forged(who, data("approve", case), card) for who in both))
        assert sorted(said) == [FIRST, JUST_NOW]
        early, late = both if said[0] == FIRST else both[::-1]
        assert await forged(early, data("approve", case), card) == SAVED
        assert [await forged(early, data("approve", case, 1), card) for _ in range(2)] == [OTHER, OTHER]
        assert await steps(here, case) == ["first_approve"]
        assert [await forged(late, data("approve", case, 1), card) for _ in range(2)] == [APPROVED, SAVED]
        assert await steps(here, case) == ["first_approve", "approve"]


async def test_another_may_take_the_case_meanwhile_and_one_alone_rejects_or_sends_back(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await first_approved(here, siti)
        await here.chief.press("✋ Ambil", chat=STAFF)
        taken = await here.chief.sees("✋ Diperiksa Ibu Ratna (contoh).", chat=STAFF, ever=True)
        assert WAITS in taken.text
        held = "Kartu ini sedang diperiksa Ibu Ratna (contoh)."
        assert await here.officer.press(APPROVE, chat=STAFF) == held
        later(here, minutes=here.app.programme.review.claim_minutes)
        assert await here.officer.press(APPROVE, chat=STAFF) == OTHER
        for label in (
            "🔁 Minta perbaikan",
            "⬜ Nama",
            "➡️ Lanjut ke alasan",
            "⬜ Data beda dengan KTP",
            "🔁 Kirim ke pekerja",
        ):
            await here.chief.press(label, chat=STAFF)
        await siti.sees("perlu diperbaiki sedikit")
        assert (await now(here, case)).state == "sent_back"
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.send("Siti Aminah Contoh")
        await siti.press("✅ Kirim pendaftaran")
        await siti.sees("Perbaikan terkirim")
        card = await here.chief.sees("🆕 Diperbaiki: Nama", chat=STAFF, ever=True)
        assert "Menunggu petugas kedua" not in card.text
        await approve_first(here.chief, case, card)
        for label in ("❌ Tolak", "⬜ Pendaftaran ganda", "❌ Tolak sekarang"):
            await here.officer.press(label, chat=STAFF)
        await siti.sees("belum bisa diterima")
        assert (await steps(here, case))[-3:] == ["first_approve", "claim", "reject"]


async def test_a_paper_that_follows_a_first_approval_needs_both_again(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti, fisher_document="later")
        stale = await card_of(here, case)
        await approve_first(here.officer, case, stale)
        await siti.send("/status")
        await siti.press(f"📎 Kirim surat untuk {case.number}")
        await siti.photo(sample("letter_grab.jpg"))
        await siti.sees("1 foto diterima", timeout=20)
        await siti.press("✅ Selesai, sudah semua")
        await siti.press("✅ Kirim pendaftaran")
        await siti.sees("Sudah kami terima.")
        card = await here.chief.sees("🆕 Diperbaiki:", chat=STAFF, ever=True)
        assert "Menunggu petugas kedua" not in card.text
        changed = "Pekerja baru mengubah isinya. Lihat kartunya lagi, lalu tekan lagi."
        assert await forged(here.chief, data("approve", case, 1), stale) == changed
        assert await here.officer.press(APPROVE, await approve_first(here.chief, case, card)) == APPROVED
        assert await steps(here, case) == ["first_approve", "supplement", "first_approve", "approve"]


async def test_who_left_the_group_has_approved_nothing_that_waits(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await first_approved(here, siti)
        await here.officer.leave(STAFF)
        joko = await here.sim.add_user("Pak Joko (contoh)")
        await here.sim.set_member(STAFF, joko.id)
        assert await here.chief.press(APPROVE, chat=STAFF) == FIRST
        await here.chief.sees("1️⃣ Disetujui Ibu Ratna (contoh)", chat=STAFF, ever=True)
        assert await joko.press(APPROVE, chat=STAFF) == APPROVED
        assert await steps(here, case) == ["first_approve", "first_approve", "approve"]


async def test_a_case_that_is_passed_on_begins_anew_with_the_other_agencys_officers(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await first_approved(here, siti)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dishub", "Dishub")
        assert await pass_on(here.chief, await card_of(here, case), "Dishub") == DONE
        there = await here.chief.sees("Dialihkan dari DP3", chat=FISHERY, ever=True)
        assert "Menunggu petugas kedua" not in there.text
        again = await approve_first(here.officer, case, there)
        assert await here.chief.press(APPROVE, again) == APPROVED


async def test_a_place_is_taken_by_the_second_approval_and_a_changed_case_keeps_it_for_both(tmp_path: Path) -> None:
    async with strict_town(tmp_path, "pool = 1") as here:
        (siti, first), (_, second) = await sent(here, "Siti", "Budi")
        cards = [await approve_first(here.officer, case, await card_of(here, case)) for case in (second, first)]
        assert (await states(here, first, second), await books(here)) == (["waiting", "waiting"], [])
        assert [await here.chief.press(APPROVE, card) for card in cards[::-1]] == [APPROVED, NUMBER_ONE]
        await amend(here, siti, first, "Jl. Baru Contoh No. 3")
        card = await approve_first(here.chief, first, await card_of(here, first))
        assert (await states(here, first, second), await books(here)) == (["waiting", "waitlisted"], [])
        assert await here.officer.press(APPROVE, card) == APPROVED
        assert (await states(here, first, second), await books(here)) == (["approved", "waitlisted"], [])


async def test_an_objection_is_one_supervisors_for_who_rejected_was_the_other_officer(tmp_path: Path) -> None:
    async with strict_town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        assert await here.chief.press(APPROVE, await card_of(here, case)) == APPROVED
        assert (await now(here, case)).state == "approved"
