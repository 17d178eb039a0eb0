"""Do cases from before deadlines keep their cards and their waits, and are decisions of before the counts counted?"""

from datetime import timedelta

from storage import cases, decisions, migrations
from storage.cases import Case
from storage.tables import Case as CaseTable
from storage.tables import History, Slot, table_of
from tests.support.databases import NOW, connected, later


def row(number: int, state: str) -> dict[str, object]:
    """A case as it stood before."""
    return {
        "number": f"BPN-{number}", "person_id": 1, "draft_id": 1, "window": "w2025", "sector": "ojol", "state": state,
        "agency": "disnaker", "revision": 0, "answers_sealed": b"", "nik_index": b"%d" % number, "phone_index": b"",
        "nik_live": True, "rules_version": "v1", "review_sealed": b"", "hints_sealed": b"", "changed": "",
        "sent_at": NOW, "updated_at": later(30), "queue_number": number,
    }  # fmt: skip


async def test_old_cases_have_their_cards_where_they_stand_and_wait_since_they_were_sent_or_sent_back(
    empty_database: str,
) -> None:
    async with connected(empty_database) as db:
        async with db.unit(NOW) as unit:
            await unit.conn.run_sync(migrations.upgrade, "0008")
            rows = [row(number, state) for number, state in ((1, "waiting"), (2, "sent_back"), (3, "waiting"))]
            await unit.conn.execute(table_of(CaseTable).insert(), rows)
            await unit.conn.execute(table_of(Slot).insert(), [{"name": "card:1", "chat_id": -1001, "message_id": 7}])
            await unit.conn.run_sync(migrations.upgrade)
        async with db.unit(NOW + timedelta(days=1)) as unit:
            found: list[Case] = await cases.in_states(unit, ["waiting", "sent_back"])
    assert [(case.card_chat, case.since) for case in found] == [(-1001, NOW), (None, later(30)), (None, NOW)]


async def test_what_officers_decided_before_decisions_were_counted_is_counted(empty_database: str) -> None:
    steps = [("officer", 5, "approve"), ("officer", 5, "claim"), ("worker", 7, "withdraw"), ("time", None, "approve")]
    steps += [("officer", 5, "approve"), ("officer", 6, "reject")]
    async with connected(empty_database) as db:
        async with db.unit(NOW) as unit:
            await unit.conn.run_sync(migrations.upgrade, "0018")
            step = {"case_id": 1, "from_state": "waiting", "to_state": "x", "note_sealed": b""}
            rows = [
                step | {"actor": actor, "actor_id": who, "move": move, "at": later(10 * number)}
                for number, (actor, who, move) in enumerate(steps)
            ]
            await unit.conn.execute(table_of(History).insert(), rows)
            await unit.conn.run_sync(migrations.upgrade)
        async with db.unit(later(60)) as unit:
            found = await decisions.by_officer(unit, NOW, later(20))
    assert found == {5: {"approve": (2, 1)}, 6: {"reject": (1, 1)}}
