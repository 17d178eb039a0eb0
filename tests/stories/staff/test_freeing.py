"""Can a supervisor take a case out of an officer's hands, and nobody else, and does everybody see it?"""

from pathlib import Path

from registration.lifecycle import State
from tests.stories.staff.desk import asks
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.support.town import STAFF, town


async def test_a_supervisor_frees_a_case_that_an_officer_has_and_the_card_says_from_whom(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.officer.press("❌ Tolak", chat=STAFF)
        taken = await here.chief.sees("Diperiksa Pak Hasan (contoh)", chat=STAFF, ever=True)
        told = await here.chief.press_data(data("approve", case), taken, forged=True)
        assert told["text"] == (
            "Kartu ini sedang diperiksa Pak Hasan (contoh). Admin grup boleh menekan ↩️ Lepas, lalu siapa pun bisa "
            "mengambilnya."
        )
        freed = await here.chief.press_data(data("release", case), taken, forged=True)
        assert freed["text"] == "Kartu ini dilepas dari petugas yang memegangnya. Siapa pun boleh mengambilnya."
        card = await here.officer.sees("Dilepas dari Pak Hasan (contoh) oleh Ibu Ratna (contoh)", chat=STAFF, ever=True)
        assert card.buttons[0] == "✋ Ambil"
        after = await now(here, case)
        assert (after.state, after.officer_id, after.claimed_at, after.review) == (State.WAITING, None, None, {})
        assert await here.officer.press("✋ Ambil", card) == "Anda memeriksa kartu ini."
        assert await moves(here, case) == [
            ("claim", "waiting", "claimed", "officer", here.officer.id),
            ("free", "claimed", "waiting", "officer", here.chief.id),
            ("claim", "waiting", "claimed", "officer", here.officer.id),
        ]
        history = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert "Ibu Ratna (contoh) membebaskan kartu; dari Pak Hasan (contoh)" in history.text
        await siti.send("/status")
        assert "membebaskan" not in (await siti.sees("Kabar pendaftaran")).text


async def test_an_officer_who_is_no_supervisor_or_no_longer_one_frees_nothing_of_others(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.chief.press("✋ Ambil", chat=STAFF)
        said = await here.officer.press_data(data("release", case), card, forged=True)
        assert said["text"] == "Kartu ini sedang diperiksa Ibu Ratna (contoh)."
        await here.sim.set_member(STAFF, here.officer.id, "administrator")
        await here.sim.set_member(STAFF, here.officer.id, "member")
        said = await here.officer.press_data(data("release", case), card, forged=True)
        assert said["text"] == "Kartu ini sedang diperiksa Ibu Ratna (contoh)."
        assert (await now(here, case)).officer_id == here.chief.id
