"""What if a card is taken away while a new picture is on its way into it?"""

from handlers.context import Services
from handlers.staff import cards
from storage import marks, outbox
from storage.marks import Place
from storage.outbox import Lane
from tests.handlers.phone import PROGRAMME, STAFF, TEXTS
from tests.storage.books import sent
from tests.support.databases import Store

SERVICES = Services(PROGRAMME, TEXTS, "", STAFF)


async def test_a_picture_on_its_way_into_a_card_that_is_taken_down_does_not_come_as_a_second_card(store: Store) -> None:
    async with store.unit() as unit:
        case = await sent(unit, 1)
        await marks.fill_slots(unit, [(cards.slot_of(case), STAFF, 7)])
        extra = {"edit": cards.slot_of(case), "vault": "a" * 32, "instead": {"method": "sendPhoto", "params": {}}}
        outbox.call(
            unit, "editMessageMedia", {}, chat_id=STAFF, lane=Lane.NOTICE, slot=cards.slot_of(case), extra=extra
        )
    async with store.unit(1) as unit:
        await cards.take_down(unit, SERVICES, case, Place(STAFF, 7))
    async with store.look(2) as unit:
        calls = [errand.name for errand in await outbox.due(unit, "call", 9)]
        jobs = [(errand.name, errand.body) for errand in await outbox.due(unit, "job", 9)]
    assert (calls, jobs) == (["deleteMessage"], [("forget_files", {"names": ["a" * 32]})])
