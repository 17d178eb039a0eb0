"""Do the reminders arrive in time, while the clock goes on, and end at a word, in the whole running bot?"""

from datetime import datetime, timedelta
from pathlib import Path

from simulator.seen import Seen
from simulator.user import SimUser
from tests.stories.staff.office import card_of, sent_case
from tests.support.town import STAFF, Town, running, settings_for, staffed_simulator, town
from tests.support.worker import Filling

BEFORE = datetime(2025, 9, 20, 9, 0)  # noqa: DTZ001 - local time of the city, as CLOCK_START takes it
STOP = "🔕 Berhenti diingatkan"


def set_clock(here: Town, moment: str) -> None:
    """It is this moment in the city now."""
    clock = here.app.clock
    clock._shift += datetime.fromisoformat(moment).replace(tzinfo=clock.zone) - clock.now()


async def reminders(who: SimUser) -> list[Seen]:
    return [one for one in await who.transcript() if STOP in one.buttons]


async def test_from_thirty_days_before_to_the_opening_and_then_no_more_at_a_word(tmp_path: Path) -> None:
    async with town(tmp_path, clock_start=BEFORE) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        for worker in (siti, budi):
            await worker.press("🔔 Ingatkan saya")
            await worker.sees("Baik, kami ingatkan.")
        for count, day in enumerate(("10-02", "10-18", "10-25", "10-29"), 1):
            set_clock(here, f"2025-{day}T08:00")
            await siti.wait_for(lambda one: STOP in one.buttons)
            await siti.send("/status")  # so that the next wait looks at what is new
            await siti.sees("Belum ada")
            assert len(await reminders(siti)) == count
        await siti.send("/berhenti")
        await siti.sees("kami tidak mengingatkan lagi")
        for day in ("10-31", "11-01"):
            set_clock(here, f"2025-{day}T08:30")
            await budi.sees("Pendaftaran sudah dibuka." if day == "11-01" else "Tinggal dikirim", ever=True)
        assert (len(await reminders(siti)), len(await reminders(budi))) == (4, 6)


async def test_a_form_left_at_the_letter_is_reminded_of_after_two_days_down_and_gone_on_with(tmp_path: Path) -> None:
    async with staffed_simulator() as (sim, _officer, _chief):
        budi = await sim.add_user("Budi (contoh)", phone="6281234567890")
        filling = Filling(budi)
        begun = datetime(2025, 11, 10, 9, 0)  # noqa: DTZ001 - as above
        async with running(settings_for(sim, tmp_path, clock_start=begun)):
            await budi.start()
            await filling.up_to("letter")
        async with running(settings_for(sim, tmp_path, clock_start=begun + timedelta(days=2, hours=13))):
            await budi.send("/bantuan")  # at night: nobody is reminded, and who writes is answered
            await budi.sees("Butuh bantuan?")
        assert await reminders(budi) == []
        async with running(settings_for(sim, tmp_path, clock_start=begun + timedelta(days=3))):
            await budi.sees("Anda berhenti di: Surat aplikator.", timeout=20)
            await budi.press("▶️ Lanjutkan")
            await filling.asked("letter")
        assert await sim.problems() == []


async def test_a_decision_on_ones_own_case_is_no_reminder_and_comes_all_the_same(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await siti.send("/berhenti")
        await siti.sees("kami tidak mengingatkan lagi")
        await here.chief.press("✅ Setujui", chat=STAFF)
        await siti.sees(f"Pendaftaran {case.number} disetujui.")
