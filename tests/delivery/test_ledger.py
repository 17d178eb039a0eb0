"""How long is a message kept that Telegram does not take?"""

from delivery import ledger
from delivery.outcome import Outcome, Verdict
from storage import outbox
from storage.outbox import Lane
from storage.tables import Outbox, table_of
from tests.support.databases import Store

_MANY = 1000


async def test_a_decision_waits_for_telegram_for_days_and_an_answer_to_a_tap_only_for_hours(store: Store) -> None:
    async with store.unit() as unit:
        for lane in (Lane.ANSWER, Lane.NOTICE):
            outbox.call(unit, "sendMessage", {"text": lane.name}, chat_id=7, lane=lane)
    async with store.unit() as unit:
        await unit.conn.execute(table_of(Outbox).update().values(attempts=_MANY))
        rows = await outbox.due(unit, "call", 10)
        await ledger.write(unit, [(errand, Outcome(Verdict.LATER, words="no network")) for errand in rows])
    async with store.look() as unit:
        found = await unit.conn.exec_driver_sql("SELECT lane, state, attempts FROM outbox ORDER BY lane")
        assert [tuple(row) for row in found] == [(1, "failed", _MANY), (2, "due", _MANY + 1)]
