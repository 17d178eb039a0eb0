"""What is written down when a call has ended: rows settled, slots filled, people and groups lost or moved?"""

from datetime import datetime, timedelta

from delivery.outcome import Outcome, Verdict
from delivery.parcel import pictures
from storage import alerts, inbox, marks, once, outbox, people
from storage.database import Unit
from storage.outbox import Errand, Lane

_MOST_TRIES = 40  # about three hours; a decision and a card are worth waiting for as long as it takes
LOST_GROUP_SECONDS = 30.0
# What is to vanish from the chat of somebody who has blocked us is tried for as long as Telegram deletes: 48 hours.
_DELETE_AGAIN = timedelta(minutes=10)
_MOST_DELETIONS = 288


def patience(attempts: int) -> float:
    """Seconds to wait after this many tries: 1, 2, 4 … at most 5 minutes."""
    return float(min(300, 2 ** min(attempts, 9)))


async def write(unit: Unit, ended: list[tuple[Errand, Outcome]]) -> list[str]:
    """Write the ends of calls; the names of vault files that are no longer needed."""
    sent = [(errand, outcome) for errand, outcome in ended if outcome.verdict is Verdict.SENT]
    await outbox.settle(unit, [errand.id for errand, _ in sent if errand.batch is None], "sent")
    await once.arrived(
        unit,
        [(errand.id, outcome.messages[0] if outcome.messages else None) for errand, outcome in sent if errand.batch],
    )
    await marks.fill_slots(
        unit,
        [
            (errand.slot, errand.chat_id, outcome.messages[0])
            for errand, outcome in sent
            if errand.slot and errand.chat_id is not None and outcome.messages
        ],
    )
    for errand, outcome in sent:
        _let_vanish(unit, errand, outcome)
    finished = [errand for errand, _ in sent]
    for errand, outcome in ended:
        if outcome.verdict is not Verdict.SENT and await _write_other(unit, errand, outcome):
            finished.append(errand)
    groups = {errand.chat_id for errand, _ in sent if errand.chat_id is not None and errand.chat_id < 0}
    for chat_id in groups:
        await alerts.settle(unit, "group_lost", str(chat_id))
    return [name for errand in finished for name in pictures(errand)]


def _let_vanish(unit: Unit, errand: Errand, outcome: Outcome) -> None:
    """Written down together with the sending, so that no crash leaves a message standing for good."""
    if "vanish" not in errand.body:
        return
    after = timedelta(seconds=errand.body["vanish"])
    for message_id in outcome.messages:
        params = {"chat_id": errand.chat_id, "message_id": message_id}
        outbox.call(unit, "deleteMessage", params, chat_id=errand.chat_id, lane=Lane.NOTICE, after=after)


async def _write_other(unit: Unit, errand: Errand, outcome: Outcome) -> bool:
    """Write an end that is not a success; whether the row is over."""
    if outcome.verdict is Verdict.PAUSE:
        await _again(unit, errand, None, outcome.words)
        return False
    if outcome.verdict is Verdict.MOVED and errand.chat_id is not None:
        await _again(unit, errand, None, outcome.words)
        await _group_moved(unit, errand.chat_id, outcome.new_chat)
        return False
    if "unsent" in errand.body and outcome.verdict is not Verdict.LATER:
        report = {"kind": "pages_unsent", **errand.body["unsent"], "refused": outcome.verdict is Verdict.UNREACHABLE}
        await inbox.put_result(unit, f"unsent:{errand.key}", report.pop("kind"), report)
        await outbox.settle(unit, [errand.id], "dropped", outcome.words)
        return True
    if outcome.verdict is Verdict.INSTEAD and errand.slot is not None:
        await inbox.put_result(unit, f"gone:{errand.key}", "message_gone", {"slot": errand.slot})
        await outbox.settle(unit, [errand.id], "dropped", outcome.words)
        return True
    if outcome.verdict is Verdict.UNREACHABLE:
        return await _unreachable(unit, errand)
    if outcome.verdict is Verdict.UNKNOWN and errand.lane == Lane.BROADCAST:
        await outbox.settle(unit, [errand.id], "unknown", outcome.words)
        return True
    patient = errand.lane == Lane.NOTICE or errand.attempts < _MOST_TRIES
    if outcome.verdict in {Verdict.LATER, Verdict.AWAY, Verdict.UNKNOWN} and patient:
        until = unit.now + timedelta(seconds=patience(errand.attempts))
        await _again(unit, errand, until, outcome.words)
        return False
    await outbox.settle(unit, [errand.id], "failed", outcome.words)
    about = f"{errand.name}:{errand.id}" if errand.batch is None else f"batch:{errand.batch}"
    await alerts.raise_alert(unit, "call_failed", about)
    return True


async def _again(unit: Unit, errand: Errand, until: datetime | None, words: str) -> None:
    """It was not delivered, or may be delivered twice: it stays due, from `until` on, or as it was."""
    if errand.lane == Lane.BROADCAST:
        await once.put_back(unit, errand.id, until, words, tried=until is not None)
    elif until is not None:
        await outbox.postpone(unit, errand.id, until, words)


async def _unreachable(unit: Unit, errand: Errand) -> bool:
    if errand.chat_id is None:
        await outbox.settle(unit, [errand.id], "failed", "unreachable")
        return True
    if errand.chat_id < 0:
        if await alerts.is_open(unit, "cards_left_behind", str(errand.chat_id)):
            await outbox.settle(unit, [errand.id], "dropped", "the group decides for nobody now")
        elif await outbox.is_due(unit, errand.id):  # else it was dropped while it was under way
            await alerts.raise_alert(unit, "group_lost", str(errand.chat_id))
        await _again(unit, errand, None, "unreachable")
        return False  # the cards wait until the bot is back in its group
    if errand.name == "deleteMessage" and errand.attempts < _MOST_DELETIONS:
        await _again(unit, errand, unit.now + _DELETE_AGAIN, "unreachable")
        return False
    await people.mark_unreachable(unit, errand.chat_id)
    await outbox.drop_for(unit, errand.chat_id, "unreachable")
    body = {"telegram_id": errand.chat_id}
    await inbox.put_result(unit, f"unreachable:{errand.key}", "unreachable", body)
    state = "dropped" if errand.batch is None else "unreachable"
    await outbox.settle(unit, [errand.id], state, "unreachable")
    return True


async def _group_moved(unit: Unit, old_chat: int, new_chat: int) -> None:
    await marks.remember_move(unit, old_chat, new_chat)
    await outbox.redirect(unit, old_chat, new_chat)
    body = {"old_chat": old_chat, "new_chat": new_chat}
    await inbox.put_result(unit, f"moved:{old_chat}:{new_chat}", "group_moved", body)
