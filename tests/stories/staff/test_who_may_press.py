"""Who may decide? Only members of the group, on the one card that stands for the case, and not on their own."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.seen import Seen
from simulator.user import SimUser
from tests.stories.staff.office import card_of, data, moves, now, sent_case
from tests.support.town import STAFF, Town, town

NOT_MEMBER = "Hanya anggota grup petugas yang boleh menekan tombol ini."
OLD = "Ini bukan kartu yang berlaku. Cari kartu terbarunya di grup petugas."


async def forged(who: SimUser, text: str, card: Seen) -> str:
    """What somebody reads who presses with any data on any message, as a hostile client could."""
    answer = await who.press_data(text, card, forged=True)
    assert answer["answered"] is True
    return str(answer["text"])


def later(here: Town, **span: int) -> None:
    """Let the bot's clock run ahead."""
    here.app.clock._shift += timedelta(**span)


async def test_who_left_or_never_was_in_the_group_cannot_decide(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        stranger = await here.person("Orang Luar (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        assert await forged(stranger, data("approve", case), card) == NOT_MEMBER
        await here.officer.press("✋ Ambil", chat=STAFF)
        await here.officer.press("↩️ Lepas", chat=STAFF)
        await here.officer.leave(STAFF)  # the bot is told
        assert await forged(here.officer, data("approve", case), card) == NOT_MEMBER
        assert (await now(here, case)).state == "waiting"


async def test_who_left_without_the_bot_being_told_cannot_decide_once_telegram_is_asked_again(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.sim.set_member(STAFF, here.sim.bot_id, "member")  # only administrators are told of members
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        await here.officer.press("✋ Ambil", chat=STAFF)
        await here.officer.press("↩️ Lepas", chat=STAFF)
        await here.officer.leave(STAFF)
        later(here, minutes=here.app.programme.review.verify_minutes, seconds=1)
        assert await forged(here.officer, data("approve", case), card) == NOT_MEMBER
        assert (await now(here, case)).state == "waiting"


async def test_forged_data_and_copies_of_a_card_decide_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        case, other = await sent_case(here, siti), await sent_case(here, budi, nik="6471051708900002")
        card = await card_of(here, case)
        unknown = await forged(here.officer, "x" * 64, card)
        heard = {
            "a case that does not exist": await forged(here.officer, f"r:approve:{other.id + 1}:0:", card),
            "another case's data on this card": await forged(here.officer, data("approve", other), card),
            "an unknown act": await forged(here.officer, data("explode", case), card),
            "this card's data on the worker's welcome": await forged(
                here.officer, data("approve", case), await siti.last()
            ),
        }
        assert heard == dict.fromkeys(heard, OLD)
        rubbish = ["r:approve", "r:approve:-1:0:", "r:approve:1:0:../..", f"r:approve:{case.id}:0:::", "\x00" * 64, "€"]
        assert {await forged(here.officer, text, card) for text in rubbish} == {unknown}
        wrong_revision = await forged(here.officer, data("approve", case, revision=7), card)
        assert wrong_revision == "Pekerja baru mengubah isinya. Lihat kartunya lagi, lalu tekan lagi."
        step_over = "Kartu ini sudah berganti langkah. Lihat tombolnya yang baru."
        for act in ("mark", "next", "reason", "write", "confirm_reject", "confirm_send_back"):
            assert await forged(here.officer, data(act, case, value="name"), card) == step_over
        assert (await moves(here, case), await moves(here, other)) == ([], [])


async def test_a_card_cannot_be_forwarded(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        card = await card_of(here, await sent_case(here, siti))
        with pytest.raises(Exception, match="protected from forwarding"):
            await here.officer.forward(card)


async def test_an_anonymous_admin_presses_as_a_person_but_must_write_as_one(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.sim.set_member(STAFF, here.chief.id, "creator", anonymous=True)
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.chief.press("❌ Tolak", chat=STAFF)
        await here.chief.press("✍️ Tulis alasan sendiri", chat=STAFF)
        asked = await here.chief.sees("balas pesan ini", chat=STAFF)
        await here.chief.send("Alasan tanpa nama", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("Tulis sebagai diri sendiri", chat=STAFF)
        await here.officer.send("Alasan orang lain", chat=STAFF, reply_to=asked.id)
        await here.officer.sees("ditunggu dari petugas lain", chat=STAFF)
        assert (await now(here, case)).review == {"act": "reject", "step": "reasons"}
        assert await moves(here, case) == [("claim", "waiting", "claimed", "officer", here.chief.id)]


async def test_nobody_decides_on_their_own_case(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.officer.start()
        case = await sent_case(here, here.officer)
        await card_of(here, case)
        said = await here.officer.press("✅ Setujui", chat=STAFF)
        assert said == "Pendaftaran ini dikirim dari HP Anda sendiri. Minta petugas lain memeriksanya."
        assert await here.chief.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
