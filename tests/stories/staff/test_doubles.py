"""Do officers see that two cases may be one person's, side by side, and is "no double" remembered?"""

from pathlib import Path

from handlers.staff import comparing
from simulator.user import SimUser
from storage import cases, readings
from storage.cases import Case
from tests.stories.staff.office import TEXTS, sent_case, services_of
from tests.support.town import STAFF, Town, town

ANI = {"nik": "6471055708900002", "name": "Siti Tjontoh", "phone": "081234567899"}
COMPARE = "⚖️ Bandingkan"


async def two_cases(here: Town) -> tuple[Case, Case]:
    """Of two chats: another NIK and phone, the same birth date, the name spelled differently."""
    siti, ani = [await here.person(f"{name} (contoh)") for name in ("Siti", "Ani")]
    one, other = await sent_case(here, siti), await sent_case(here, ani, **ANI)
    async with here.look() as unit:
        await comparing.tell_others(unit, services_of(here), other)
    return one, other


async def press_compare(here: Town, officer: SimUser, case: Case) -> None:
    card = await officer.wait_for(
        lambda one: one.text.startswith(f"{case.number} ·") and COMPARE in one.buttons,
        chat=STAFF,
        timeout=20,
        ever=True,
    )
    assert await officer.press(COMPARE, card) == TEXTS("press-ok-compare")


async def moves_of(here: Town, case: Case) -> list[tuple[str, str]]:
    async with here.look() as unit:
        return [(step.move, step.to_state) for step in await cases.history(unit, case.id)]


async def test_both_cards_tell_of_the_other_and_say_no_more_once_an_officer_has_compared_them(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        one, other = await two_cases(here)
        officer = here.officer
        for about in (one, other):
            words = f"⚠️ Mungkin ganda dengan {about.number}: nama mirip, tanggal lahir sama"
            await officer.sees(words, chat=STAFF, timeout=20, ever=True)
        await press_compare(here, officer, other)
        pair = await officer.sees(f"⚖️ {other.number} dan {one.number} (⏳ menunggu)", chat=STAFF, timeout=20)
        assert pair.text.splitlines()[1:] == [
            "❗ NIK: 6471 0557 0890 0002 | 6471 0557 0890 0001",
            "❗ Nama: Siti Tjontoh | Siti Contoh",
            "✅ Tempat lahir: Balikpapan",
            "✅ Tanggal lahir: 17-08-1990",
            "✅ Jenis kelamin: Perempuan",
            "✅ Alamat: Jl. Contoh Indah No. 12",
            "✅ Kelurahan: Damai Bahagia",
            "❗ Nomor HP: 081234567899 | 081234567890",
        ]
        assert pair.file_id
        await officer.press(f"👥 Bukan ganda dengan {one.number}", chat=STAFF)
        for about in (one, other):
            await officer.wait_for(
                lambda seen, number=about.number: seen.text.startswith(f"{number} ·") and "ganda" not in seen.text,  # type: ignore[misc]  # a default binds the loop's value
                chat=STAFF,
                timeout=20,
                ever=True,
            )
            assert await moves_of(here, about) == [("send", "waiting"), ("not_double", "waiting")]
        async with here.look() as unit:
            shown = [reading.why for reading in await readings.of_case(unit, one.id)]
        assert sorted(shown) == ["compared", "new"]


async def test_whoever_sent_one_of_the_two_cannot_say_that_they_are_no_doubles(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        one, other = await sent_case(here, here.officer), await sent_case(here, siti, **ANI)
        await press_compare(here, here.chief, other)
        await here.chief.sees(f"⚖️ {other.number}", chat=STAFF, timeout=20)
        words = await here.officer.press(f"👥 Bukan ganda dengan {one.number}", chat=STAFF)
        assert words == TEXTS("press-own-case")
        assert await moves_of(here, other) == [("send", "waiting")]


async def test_of_another_agencys_case_only_so_much_is_shown_that_it_can_be_compared(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, ani = [await here.person(f"{name} (contoh)") for name in ("Siti", "Ani")]
        one = await sent_case(here, siti)
        other = await sent_case(here, ani, **ANI, sector="lainnya", job="tukang cuci")
        await press_compare(here, here.officer, other)
        pair = await here.officer.sees(f"⚖️ {other.number} dan {one.number}", chat=STAFF, timeout=20)
        assert [line for line in pair.text.splitlines() if "NIK" in line or "HP" in line] == [
            "❗ NIK: 6471 0557 0890 0002 | •••• •••• •••• 0001",
            "❗ Nomor HP: 081234567899 | (data dinas lain)",
        ]
