"""How is what was sent taken back, as far as Telegram lets a bot delete, and whose copy is nobody sure of?"""

from delivery import messages
from handlers.broadcasts import screens
from handlers.broadcasts.granted import Granted, answer, change, show
from handlers.context import Services
from locales import Rich
from registration.broadcasting import RECALL, State
from registration.income import shown as grouped
from storage import batches, broadcasts, outbox
from storage.broadcasts import Broadcast
from storage.database import Unit
from storage.outbox import Lane

_CHUNK = 500
_NAMED = 40  # case numbers in one message


async def ask(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Tarik kembali" asks once more."""
    answer(unit, services, granted.wish)
    counts = await batches.counts(unit, granted.broadcast.id)
    sent = grouped(counts.get("sent", 0))
    show(unit, granted.broadcast, screens.sure(services, granted.broadcast, "recall", sent=sent))


async def begin(unit: Unit, services: Services, granted: Granted) -> None:
    """Nobody else gets it, and who has it loses it; the clock sees to the rest."""
    await batches.cancel(unit, granted.broadcast.id)
    await change(unit, services, granted, state=State.RECALLING)


async def go_on(unit: Unit, broadcast: Broadcast) -> Broadcast | None:
    """Leave the next deletions; the broadcast once each was tried. What is still under way is waited for first."""
    if broadcast.recalled_at is None:
        if not (await batches.counts(unit, broadcast.id)).get("leaving"):
            await _leave_deletions(unit, broadcast)
        return None
    if await broadcasts.untried(unit, -broadcast.id):
        return None  # of chats that are shut at the moment it is tried again for two days, whatever we say here
    return await broadcasts.change(unit, broadcast, state=State.RECALLED, ended_at=unit.now)


async def _leave_deletions(unit: Unit, broadcast: Broadcast) -> None:
    """One row a message, so that a crash loses none; behind all answers, as the broadcast itself was."""
    page = await batches.copies(unit, broadcast.id, ("sent",), after=broadcast.recalled_row, most=_CHUNK)
    for copy in page:
        if copy.message_id is not None and copy.at is not None and unit.now - copy.at < RECALL:
            params = {"chat_id": copy.chat_id, "message_id": copy.message_id}
            key, batch = f"r:{copy.row}", -broadcast.id
            outbox.call(unit, "deleteMessage", params, chat_id=copy.chat_id, lane=Lane.BROADCAST, key=key, batch=batch)
    await outbox.write_batches(unit)
    ended = {} if len(page) == _CHUNK else {"recalled_at": unit.now}
    await broadcasts.note(unit, broadcast, recalled_row=page[-1].row if page else broadcast.recalled_row, **ended)


async def list_unknown(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Belum pasti": the case numbers of those whose answer was lost; names stay in the cases."""
    counts = await batches.counts(unit, granted.broadcast.id)
    count = counts.get("unknown", 0)
    if not count:
        answer(unit, services, granted.wish, "cast-unknown-none")
        return
    answer(unit, services, granted.wish)
    numbers = await broadcasts.unknown_numbers(unit, granted.broadcast.id, _NAMED)
    text = services.texts.rich("cast-unknown-head", count=grouped(count), id=str(granted.broadcast.id))
    text += Rich("".join(f"\n{number}" for number in numbers))
    messages.send(unit, granted.wish.chat_id, text, reply_to=granted.wish.message_id, thread=granted.broadcast.thread)
