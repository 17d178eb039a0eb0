"""How does a story about staff get a case quickly: sent already, its card standing in the group?"""

from typing import Any

from handlers.callbacks import Review
from handlers.context import Services
from handlers.staff import cards
from locales import Texts
from registration import case_number
from registration.lifecycle import State
from simulator.seen import Seen
from simulator.user import SimUser
from storage import cases, drafts, files, marks, people
from storage.cases import Case, NewCase
from storage.database import Unit
from tests.support.town import STAFF, Town, sample

TEXTS = Texts()
# An invented fisher; the NIK fits the birth date and the sex.
SITI: dict[str, Any] = {
    "for_whom": "self",
    "sector": "nelayan",
    "nik": "6471055708900001",
    "name": "Siti Contoh",
    "birth_place": "Balikpapan",
    "birth_date": "1990-08-17",
    "sex": "P",
    "address": "Jl. Contoh Indah No. 12",
    "rt_rw": "009/007",
    "kecamatan": "64.71.05",
    "kelurahan": "64.71.05.1012",
    "issued_on": "2012-12-03",
    "phone": "081234567890",
    "income": 3000000,
    "income_statement": "yes",
    "covered": "no",
    "fishing_work": "crew",
    "fisher_document": "none",
    "ktp_photo": ["ktp00_l0.jpg"],
}


def services_of(here: Town) -> Services:
    """What the running bot's handlers have at hand."""
    return Services(here.app.programme, TEXTS, "", STAFF)


async def sent_case(here: Town, worker: SimUser, **answers: Any) -> Case:
    """A case as sending a form leaves it; lists among the answers name sample photos, one for each page."""
    photos = {name: sample(name) for value in (SITI | answers).values() if isinstance(value, list) for name in value}
    vault_names = {name: await here.app.vault.put(data) for name, data in photos.items()}
    async with here.look() as unit:
        person, _ = await people.meet(unit, worker.id)
        draft = await drafts.open_new(unit, person.id, {}, rules_version="2025-11")
        kept = {
            key: await _pages(unit, draft.id, key, [vault_names[name] for name in value])
            if isinstance(value, list)
            else value
            for key, value in (SITI | answers).items()
        }
        case = await _create(unit, here, person.id, draft.id, kept)
        await drafts.close(unit, draft, "sent")
        await cases.write_history(unit, case.id, "send", ("", case.state), actor="worker", actor_id=worker.id)
        await cards.draw(unit, services_of(here), case)
    return case


async def _pages(unit: Unit, draft_id: int, key: str, names: list[str]) -> list[int]:
    ids = []
    for number, name in enumerate(names):
        file_id = await files.expect(unit, draft_id, key, f"unique{number}", forwarded=False)
        assert file_id is not None
        ids += await files.keep(unit, file_id, [{"name": name, "width": 1000, "height": 630}])
    return ids


async def _create(unit: Unit, here: Town, person_id: int, draft_id: int, answers: dict[str, Any]) -> Case:
    serial = await marks.count_up(unit, "case serial 2025")
    new = NewCase(
        number=case_number.make(2025, serial, here.app.programme.case_prefix),
        person_id=person_id,
        draft_id=draft_id,
        window="w2025",
        sector=answers["sector"],
        agency=here.app.programme.sectors[answers["sector"]].agency,
        state=State.WAITING,
        answers=answers,
        rules_version="2025-11",
    )
    return await cases.create(unit, new)


async def card_of(here: Town, case: Case, chat: int = STAFF) -> Seen:
    """The card of a case as the group's owner sees it now."""
    start = f"{case.number} ·"  # the number alone may stand on the card of a possible double
    return await here.chief.wait_for(lambda one: one.text.startswith(start), chat=chat, timeout=20, ever=True)


async def now(here: Town, case: Case) -> Case:
    """The case as it is stored now."""
    async with here.look() as unit:
        found = await cases.get(unit, case.id)
    assert found is not None
    return found


async def moves(here: Town, case: Case) -> list[tuple[str, str, str, str, int | None]]:
    """(move, from, to, actor, who) of a case's history, without its sending."""
    async with here.look() as unit:
        steps = await cases.history(unit, case.id)
    return [(step.move, step.from_state, step.to_state, step.actor, step.actor_id) for step in steps[1:]]


def data(act: str, case: Case, revision: int = 0, value: str = "") -> str:
    """The callback data of a card's button."""
    return Review(act=act, case=case.id, revision=revision, value=value).pack()
