"""Is everybody reminded of what is true for them, in words that lead on, once a day and once in all?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from registration.lifecycle import State
from registration.programme import read_programme
from registration.questions import READ
from storage import cases, drafts, people, queue
from storage.cases import Case, NewCase
from storage.keys import KeyRing
from tests.handlers.given import GIVEN
from tests.handlers.phone import Phone, phone_in
from tests.handlers.test_wishes import BEFORE, H30, STOP, look, names
from tests.registration.test_programme import SHIPPED

MORNING = datetime(2025, 11, 11, 0, 0, tzinfo=UTC)  # 08:00 in the city, the day after OPEN_DAY
TO_THE_LETTER = {key: given.stored for key, given in GIVEN.items() if given.sector == "ojol" and key != "letter"}
BEGUN = dict(list(TO_THE_LETTER.items())[:2])


async def after(phone: Phone, days: int, *, hours: float = 0) -> list[str]:
    """What the bot says when the clock comes to 08:00, so many days after the first morning."""
    phone.said = []
    await look(phone, MORNING + timedelta(days=days - 1, hours=hours))
    return phone.said


async def sent(phone: Phone, state: str = State.WAITING, **more: Any) -> Case:
    """A case of this phone, without its letter; sent back, it is open to be mended."""
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        answers = TO_THE_LETTER | {"letter": "later"}
        new = NewCase("BPN-1", person.id, 0, "w2025", "ojol", "disnaker", State.WAITING, answers, "v1")
        case = await cases.create(unit, new)
        if state == State.SENT_BACK:
            await drafts.open_new(unit, person.id, answers, rules_version="v1", case_id=case.id, only=("ktp_photo",))
        changed = await cases.change(unit, case, state=state, **more)
    assert changed is not None
    return changed


async def test_who_stops_in_the_middle_hears_after_1_3_and_7_days_where_they_stopped(phone: Phone) -> None:
    await phone.begin_with(BEGUN)
    said = {days: await after(phone, days) for days in range(1, 20)}
    assert [days for days, texts in said.items() if texts] == [1, 3, 7]
    assert "Anda berhenti di: Foto KTP." in said[1][0]
    assert list(phone.newest.buttons) == ["▶️ Lanjutkan", STOP]
    await phone.press("▶️ Lanjutkan")
    assert "Foto KTP\nLetakkan KTP" in phone.said[-1]


async def test_an_answer_counts_the_days_anew_and_the_letter_is_named(phone: Phone) -> None:
    await phone.begin_with(TO_THE_LETTER, asking="plate")
    assert "Nomor polisi" in (await after(phone, 1))[0]
    phone.now = MORNING + timedelta(hours=2)
    await phone.type("KT 1234 AB")
    assert await after(phone, 2) != []
    assert "Surat aplikator" in phone.said[0]
    assert [await after(phone, days) != [] for days in (3, 4, 5, 8)] == [False, True, False, True]


async def test_a_form_that_is_complete_is_reminded_of_once_it_can_be_sent(phone: Phone) -> None:
    phone.now = BEFORE
    await phone.begin_with(TO_THE_LETTER | {"letter": "later"})
    for days in range(1, 42):
        await look(phone, BEFORE + timedelta(days=days))
    assert await names(phone) == []
    await look(phone, datetime(2025, 11, 1, 0, 0, tzinfo=UTC))
    assert "Sekarang sudah bisa dikirim." in phone.newest.text
    assert [name for name, _ in await names(phone)] == ["draft_open"]


async def test_a_form_not_sent_is_reminded_of_on_the_day_before_the_closing_and_nothing_else_that_day(
    phone: Phone,
) -> None:
    phone.now = datetime(2025, 12, 29, 3, 0, tzinfo=UTC)
    await phone.type("/ingatkan")
    await phone.begin_with(BEGUN)
    await look(phone, datetime(2025, 12, 30, 0, 0, tzinfo=UTC))
    assert "rencananya ditutup besok" in phone.newest.text
    assert [name for name, _ in await names(phone)] == ["draft_closing"]
    await look(phone, datetime(2025, 12, 31, 0, 0, tzinfo=UTC))
    assert [name for name, _ in await names(phone)] == ["draft_closing", "draft"]


async def test_who_asked_and_has_not_begun_hears_of_the_closing_with_the_days_that_are_left(phone: Phone) -> None:
    await phone.type("/ingatkan")
    found = []
    for day in range(10, 32):
        phone.said = []
        await look(phone, datetime(2025, 12, day, 2, 0, tzinfo=UTC))
        found += [(day, text.split("<")[0].splitlines()[0]) for text in phone.said]
    assert found == [
        (17, "⏳ Pendaftaran rencananya ditutup 14 hari lagi."),
        (24, "⏳ Pendaftaran rencananya ditutup 7 hari lagi."),
        (30, "⏳ Pendaftaran rencananya ditutup besok."),
    ]


async def test_after_two_days_down_what_is_still_true_is_said_once_in_words_of_today(phone: Phone) -> None:
    await phone.type("/ingatkan")
    await look(phone, datetime(2025, 12, 26, 5, 0, tzinfo=UTC))  # H-7 was the 24th
    assert "ditutup 5 hari lagi" in phone.newest.text
    await look(phone, datetime(2025, 12, 27, 5, 0, tzinfo=UTC))
    assert await names(phone) == [("closing", "w2025:7")]


async def test_of_two_days_that_were_both_missed_only_the_later_one_is_said(phone: Phone) -> None:
    phone.now = BEFORE
    await phone.type("/ingatkan")
    await look(phone, datetime(2025, 10, 30, 5, 0, tzinfo=UTC))
    await look(phone, datetime(2025, 10, 30, 6, 0, tzinfo=UTC))
    assert await names(phone) == [("opening", "w2025:3")]


async def test_a_case_sent_back_is_reminded_of_after_2_and_5_days_with_the_way_to_mend_it(phone: Phone) -> None:
    await sent(phone, State.SENT_BACK)
    said = {days: await after(phone, days) for days in range(1, 15)}
    assert [days for days, texts in said.items() if texts] == [2, 5]
    assert "Pendaftaran BPN-1 menunggu perbaikan" in said[2][0]
    await phone.press("✏️ Perbaiki BPN-1")
    assert "Ini yang perlu diperbaiki" in phone.said[-1]


async def test_who_has_mended_is_not_reminded_of_it(phone: Phone) -> None:
    case = await sent(phone, State.SENT_BACK)
    async with phone.db.unit(phone.now) as unit:
        draft = await drafts.mending(unit, case.id)
        assert draft is not None
        await drafts.close(unit, draft, "sent")
        await cases.change(unit, case, state=State.WAITING)
        await queue.give_number(unit, case)
    assert [await after(phone, days) for days in range(1, 10)] == [[]] * 9


async def test_a_letter_that_was_promised_is_asked_for_after_3_and_7_days(phone: Phone) -> None:
    await sent(phone)
    said = {days: await after(phone, days) for days in range(1, 20)}
    assert [days for days, texts in said.items() if texts] == [3, 7]
    assert list(phone.newest.buttons) == ["📎 Kirim surat untuk BPN-1", STOP]


async def test_the_more_important_comes_first_and_the_other_on_the_next_day(phone: Phone) -> None:
    await sent(phone, State.SENT_BACK)
    await phone.begin_with(BEGUN)
    for days in (2, 3):
        await after(phone, days)
        await after(phone, days, hours=3)
    assert [name for name, _ in await names(phone)] == ["sent_back", "draft"]


async def test_nobody_is_reminded_in_the_middle_of_an_answer_but_ten_minutes_later(phone: Phone) -> None:
    await phone.begin_with(BEGUN)
    phone.now = MORNING - timedelta(minutes=5)
    await phone.type("/status")
    assert [await after(phone, 1), await after(phone, 1, hours=0.05)] == [[], []]
    assert len(await after(phone, 1, hours=0.1)) == 1


async def test_nobody_is_reminded_at_night_and_in_the_morning_of_what_is_still_true(phone: Phone) -> None:
    await phone.begin_with(BEGUN)
    assert [await after(phone, 1, hours=hours) for hours in (-0.1, 12, 15, 23.9)] == [[], [], [], []]
    assert len(await after(phone, 2)) == 1


async def test_who_has_blocked_the_bot_is_left_out_until_they_write_again(phone: Phone) -> None:
    phone.now = BEFORE
    await phone.type("/ingatkan")
    async with phone.db.unit(phone.now) as unit:
        await people.mark_unreachable(unit, phone.id)
    await look(phone, H30)
    assert await names(phone) == []
    phone.now = H30 + timedelta(hours=1)
    await phone.type("/status")
    await look(phone, H30 + timedelta(hours=2))
    assert await names(phone) == [("opening", "w2025:30")]


async def test_a_form_that_the_rules_hold_is_not_reminded_of(tmp_path: Path) -> None:
    programme = read_programme(SHIPPED.replace("stops = []", 'stops = ["covered"]'))
    async with phone_in(tmp_path, programme) as phone:
        await phone.begin_with(TO_THE_LETTER | {"covered": "yes"})
        await look(phone, MORNING, programme)
        assert await names(phone) == []


async def test_one_form_that_cannot_be_opened_keeps_nobody_else_from_being_reminded(phone: Phone) -> None:
    async with phone.db.unit(phone.now) as unit:
        stranger, _ = await people.meet(unit, 1)
        unit.ring = KeyRing({2: bytes(32)})
        await drafts.open_new(unit, stranger.id, {}, rules_version="v1")
    await phone.begin_with(BEGUN)
    assert len(await after(phone, 1)) == 1


async def test_one_odd_form_keeps_nobody_else_from_being_reminded(phone: Phone) -> None:
    async with phone.db.unit(phone.now) as unit:
        stranger, _ = await people.meet(unit, 1)
        await drafts.open_new(unit, stranger.id, {READ: "nothing like a reading"}, rules_version="v1")
    await phone.begin_with(BEGUN)
    assert len(await after(phone, 1)) == 1


async def test_the_end_of_cover_is_told_with_its_condition_to_who_was_approved(tmp_path: Path) -> None:
    programme = read_programme(SHIPPED.replace("# cover_ends =", "cover_ends ="))
    async with phone_in(tmp_path, programme) as phone:
        await sent(phone, State.APPROVED)
        await look(phone, datetime(2026, 12, 1, 0, 0, tzinfo=UTC), programme)
        assert "direncanakan sampai 31 Desember 2026" in phone.newest.text
        assert "kalau nama Anda masuk daftar kota" in phone.newest.text
