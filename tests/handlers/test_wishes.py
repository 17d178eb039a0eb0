"""Does a wish to be reminded, or not to be, hold at once, and is it kept?"""

from datetime import UTC, datetime, timedelta

from bot.reminding import Reminding
from handlers.context import Services
from registration.programme import Programme
from storage import people, reminders, reminding
from tests.handlers.phone import PROGRAMME, TEXTS, Phone

BEFORE = datetime(2025, 9, 20, 1, 0, tzinfo=UTC)  # Saturday 09:00 in the city, six weeks before the opening
H30 = datetime(2025, 10, 2, 0, 0, tzinfo=UTC)  # 08:00 in the city
STOP = "🔕 Berhenti diingatkan"
WISH = "🔔 Ingatkan saya"


async def look(phone: Phone, now: datetime, programme: Programme = PROGRAMME) -> None:
    """The clock comes to `now`, and everybody is reminded of what is true then; what was sent appears on the phone."""
    phone.now = now
    services = Services(programme, TEXTS, "LindungContohBot")
    assert await Reminding(phone.db, services, lambda: now).look()
    await phone.deliver()


async def kept(phone: Phone) -> tuple[str, list[bool]]:
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        return person.reminders, await reminding.wishes(unit, person.id)


async def names(phone: Phone) -> list[tuple[str, str]]:
    """What this person was reminded of."""
    async with phone.db.unit(phone.now) as unit:
        person, _ = await people.meet(unit, phone.id)
        return [(name, occasion) for name, occasion, _ in await reminders.of_person(unit, person.id)]


async def test_who_presses_start_before_the_opening_may_ask_to_be_reminded(phone: Phone) -> None:
    phone.now = BEFORE
    await phone.type("/start")
    await phone.press(WISH)
    assert "Baik, kami ingatkan." in phone.said[0]
    await phone.type("/start")
    assert WISH not in phone.newest.buttons
    assert await kept(phone) == ("on", [True])


async def test_while_registration_is_open_the_welcome_offers_to_register_and_nothing_else_is_needed(
    phone: Phone,
) -> None:
    await phone.type("/start")
    assert WISH not in phone.newest.buttons


async def test_a_button_below_every_reminder_ends_them_takes_the_buttons_away_and_says_the_way_back(
    phone: Phone,
) -> None:
    phone.now = BEFORE
    await phone.type("/ingatkan")
    await look(phone, H30)
    reminder = phone.newest
    assert "rencananya dibuka bulan November 2025" in reminder.text
    assert list(reminder.buttons) == ["📝 Daftar", STOP]
    await phone.press(STOP, reminder)
    assert "kami tidak mengingatkan lagi" in phone.said[-1]
    assert "/ingatkan" in phone.said[-1]
    assert phone.shown[reminder.id].buttons == {}
    assert await kept(phone) == ("off", [True, False])
    for days in range(1, 40):
        await look(phone, H30 + timedelta(days=days))
    assert await names(phone) == [("opening", "w2025:30")]


async def test_a_wish_said_twice_is_one_wish_and_may_be_taken_back_as_often_as_one_likes(phone: Phone) -> None:
    phone.now = BEFORE
    for words in ("/ingatkan", "/ingatkan", "/berhenti", "/stop", "/ingatkan"):
        await phone.type(words)
    assert await kept(phone) == ("on", [True, False, True])


async def test_what_waits_to_leave_does_not_leave_after_the_wish_to_stop(phone: Phone) -> None:
    phone.now = BEFORE
    await phone.type("/ingatkan")
    phone.now = H30
    assert await Reminding(phone.db, Services(PROGRAMME, TEXTS, ""), lambda: H30).look()
    await phone.type("/berhenti")
    assert [text for text in phone.said if "rencananya dibuka" in text] == []
    assert len(phone.said) == 1


async def test_who_asks_late_hears_what_comes_and_not_what_was(phone: Phone) -> None:
    phone.now = H30 + timedelta(hours=3)
    await phone.type("/ingatkan")
    for days in range(1, 35):
        await look(phone, H30 + timedelta(days=days))
    assert [occasion for _, occasion in await names(phone)] == ["w2025:14", "w2025:7", "w2025:3", "w2025:1", "w2025:0"]
