"""Do officers hear, on both cards, that two people sent the same photo, and does no worker hear of it?"""

from pathlib import Path

from PIL import Image

from bench.specimens.photo import lit, sent
from simulator.seen import Seen
from simulator.user import SimUser
from tests.support.town import SAMPLES, STAFF, running, sample, settings_for, staffed_simulator
from tests.support.worker import BUDI, Filling

WARNING = "Foto KTP mirip sekali dengan {}, padahal NIK-nya berbeda."
# Invented people; each NIK fits the birth date and the sex.
PEOPLE = {"Budi": "6471 0517 0890 0001", "Agus": "6471 0517 0890 0002", "Dedi": "6471 0517 0890 0003"}


def pressed_again(name: str) -> bytes:
    """The photo as somebody sends it on: brighter, turned, and pressed harder."""
    with Image.open(SAMPLES / name) as picture:
        return sent(lit(picture.convert("RGB"), 1.2).rotate(180), 60)


async def registers(worker: SimUser, name: str, photo: bytes) -> str:
    """From the welcome to the receipt, with this photo of a KTP; the case number."""
    await worker.start()
    answers = BUDI | {"nik": PEOPLE[name], "name": f"{name} Contoh", "ktp_photo": photo}
    return await Filling(worker, answers).register("nelayan")


async def card(officer: SimUser, number: str) -> Seen:
    """The card of a case as it stands now."""
    return await officer.wait_for(lambda seen: seen.text.startswith(f"{number} ·"), chat=STAFF, timeout=30, ever=True)


async def test_two_workers_with_one_photo_are_told_of_on_both_cards_across_a_restart_and_a_stranger_is_not(
    tmp_path: Path,
) -> None:
    async with staffed_simulator() as (sim, officer, _chief):
        workers = {name: await sim.add_user(f"{name} (contoh)", phone="6281234567890") for name in PEOPLE}
        async with running(settings_for(sim, tmp_path)):
            budi = await registers(workers["Budi"], "Budi", sample("ktp00_l0.jpg"))
            dedi = await registers(workers["Dedi"], "Dedi", sample("ktp01_l1.jpg"))
            await card(officer, dedi)
        async with running(settings_for(sim, tmp_path)):
            agus = await registers(workers["Agus"], "Agus", pressed_again("ktp00_l0.jpg"))
            await officer.sees(WARNING.format(budi), chat=STAFF, timeout=20, ever=True)
            await officer.sees(WARNING.format(agus), chat=STAFF, timeout=20, ever=True)
        warned = [number for number in (budi, agus, dedi) if "mirip" in (await card(officer, number)).text]
        assert warned == [budi, agus]
        told = [seen.text for worker in workers.values() for seen in await worker.transcript()]
        assert [text for text in told if "mirip" in text] == []
        assert await sim.problems() == []
