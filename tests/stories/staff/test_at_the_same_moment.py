"""What if officers, the worker and Telegram's repeats come at the same moment? One decision, and everyone hears."""

import asyncio
from pathlib import Path

from storage import alerts
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.stories.staff.test_who_may_press import forged, later
from tests.support.town import STAFF, sample, town


async def test_two_officers_at_the_same_instant_make_one_decision_and_the_other_reads_why_not(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        said = await asyncio.gather(*(who.press("✅ Setujui", chat=STAFF) for who in (here.officer, here.chief)))
        assert sorted(map(str, said)) in (
            ["Disetujui. Pekerja diberi tahu.", "Sudah disetujui oleh Ibu Ratna (contoh)."],
            ["Disetujui. Pekerja diberi tahu.", "Sudah disetujui oleh Pak Hasan (contoh)."],
        )
        assert [move[0] for move in await moves(here, case)] == ["approve"]
        await siti.sees("disetujui.")
        assert len([one for one in await siti.transcript() if "disetujui." in one.text]) == 1


async def test_a_case_in_one_officers_hands_is_not_the_others_until_its_time_is_over(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.officer.press("❌ Tolak", chat=STAFF)
        await here.officer.press("⬜ Pendaftaran ganda", chat=STAFF)
        held = "Kartu ini sedang diperiksa Pak Hasan (contoh)."
        may_free = f"{held} Admin grup boleh menekan ↩️ Lepas, lalu siapa pun bisa mengambilnya."
        assert await here.chief.press("☑️ Pendaftaran ganda", chat=STAFF) == may_free
        later(here, minutes=here.app.programme.review.claim_minutes)
        said = await here.chief.press("❌ Tolak sekarang", chat=STAFF)
        assert said == "Kartu ini sudah berganti langkah. Lihat tombolnya yang baru."
        await here.chief.press("✋ Ambil", chat=STAFF)
        await here.chief.sees("Diperiksa Ibu Ratna (contoh). Mulai 10:00", chat=STAFF)
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Kartu ini sedang diperiksa Ibu Ratna (contoh)."
        hasan, ratna = here.officer.id, here.chief.id
        assert await moves(here, case) == [
            ("claim", "waiting", "claimed", "officer", hasan),
            ("lapse", "claimed", "waiting", "time", None),
            ("claim", "waiting", "claimed", "officer", ratna),
        ]


async def test_a_press_that_arrives_twice_counts_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)

        async def twice(act: str, value: str = "") -> list[str]:
            return [await forged(here.officer, data(act, case, value=value), card) for _ in range(2)]

        saved = "Sudah tersimpan."
        assert await twice("claim") == ["Anda memeriksa kartu ini.", saved]
        assert await twice("release") == ["Kartu ini bebas lagi.", saved]
        assert await twice("reject") == ["Anda memeriksa kartu ini.", saved]
        assert await twice("reason", "double") == ["None", "None"]
        assert await twice("reject") == [saved, saved]
        assert await twice("confirm_reject") == ["Ditolak. Pekerja diberi tahu alasannya.", saved]
        assert [move[0] for move in await moves(here, case)] == ["claim", "release", "claim", "reject"]
        assert (await now(here, case)).review["reasons"] == ["double"]


async def test_a_button_from_before_the_worker_mended_decides_nothing_and_the_card_is_shown_anew(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        for label in ("🔁 Minta perbaikan", "⬜ Foto KTP", "➡️ Lanjut ke alasan", "⬜ Foto terpotong"):
            await here.officer.press(label, chat=STAFF)
        await here.officer.press("🔁 Kirim ke pekerja", chat=STAFF)
        sent_back = "Sudah dikirim ke pekerja untuk diperbaiki, oleh Pak Hasan (contoh)."
        assert await forged(here.chief, data("approve", case), card) == sent_back
        await siti.press(f"✏️ Perbaiki {case.number}", timeout=20)
        await siti.photo(sample("ktp01_l1.jpg"))
        await siti.sees("Sudah diperbaiki.", timeout=20)
        await siti.press("✅ Kirim pendaftaran")
        await here.officer.sees("🆕 Diperbaiki: Foto KTP", chat=STAFF, timeout=20)
        old = await forged(here.officer, data("approve", case), card)
        assert old == "Pekerja baru mengubah isinya. Lihat kartunya lagi, lalu tekan lagi."
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
        assert await forged(here.chief, data("reject", case, revision=3), card) == (
            "Sudah disetujui oleh Pak Hasan (contoh)."
        )
        assert (await now(here, case)).state == "approved"


async def test_a_case_withdrawn_before_its_card_was_drawn_is_never_shown(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        await siti.send("/start")
        case = await sent_case(here, siti)
        await siti.send("/status")
        await siti.press(f"✖️ Batalkan {case.number}")
        await siti.press(f"✖️ Ya, batalkan {case.number}")
        other = await sent_case(here, budi, nik="6471051708900002")
        await card_of(here, other)
        shown = [one.text.split()[0] for one in await here.chief.transcript(STAFF) if one.text.startswith("BPN-")]
        assert shown == [other.number]
        async with here.look() as unit:
            assert await alerts.open_alerts(unit) == []


async def test_a_case_that_the_worker_withdrew_cannot_be_decided(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await siti.send("/status")
        await siti.press(f"✖️ Batalkan {case.number}")
        await siti.press(f"✖️ Ya, batalkan {case.number}")
        gone = await here.officer.sees("Dibatalkan oleh pekerja", chat=STAFF)
        assert gone.buttons == []
        assert await forged(here.officer, data("approve", case), card) == "Sudah dibatalkan oleh pekerja."
        assert [move[0] for move in await moves(here, case)] == ["withdraw"]
