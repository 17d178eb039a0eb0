"""Is everything sealed with the new key after a rotation, also beside a running bot?"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from registration.participants import Listed
from storage import drafts, inbox, outbox, participants, people, questions
from storage.database import Database
from storage.keys import KeyRing, SealBroken, make_key
from storage.questions import NewQuestion
from storage.rotation import reseal_files, reseal_rows
from storage.schema import bring_up_to_date
from storage.tables import Draft, Inbox, Outbox, table_of
from tests.support.shelves import Place

SITI = Listed("Siti Contoh", "6471055708900001", "", "64.71.05.1012", None)
NOW = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)


async def _filled(folder: Path) -> Database:
    make_key(folder / "keys")
    db = Database(f"sqlite+aiosqlite:///{folder / 'rows.db'}", KeyRing.load(folder / "keys"))
    async with db.unit(NOW) as unit:
        await bring_up_to_date(unit.conn)
    async with db.unit(NOW) as unit:
        person, _ = await people.meet(unit, 7)
        await people.await_words(unit, person, {"what": "question"})
        question = await questions.ask(unit, NewQuestion(person.id, None, "", "", "Budi", "Kapan?"))
        await questions.answer(unit, question, 50, "Januari.")
        await participants.keep(unit, [SITI])
        for number in range(250):
            await drafts.open_new(unit, person.id, {"name": f"Contoh {number}"}, rules_version="t")
        await inbox.put_updates(unit, [{"update_id": 1}])
        outbox.job(unit, "nothing", {"a": 1})
    return db


async def _key_ids(db: Database, column: str, table: str) -> list[int]:
    async with db.unit(NOW) as unit:
        rows = await unit.conn.execute(text(f'SELECT DISTINCT substr({column}, 1, 1) FROM "{table}"'))  # noqa: S608
        return sorted(row[0][0] for row in rows)


async def test_every_row_and_file_carries_the_new_key_and_opens_in_the_process_that_did_not_rotate(
    tmp_path: Path, place: Place
) -> None:
    running = await _filled(tmp_path)
    vault = place.vault(running.ring)
    name = await vault.put(b"SPECIMEN")
    assert make_key(tmp_path / "keys") == 2
    rotating = Database(running.url.render_as_string(), KeyRing.load(tmp_path / "keys"))
    assert await reseal_rows(rotating, lambda: NOW) == 256
    assert await reseal_rows(rotating, lambda: NOW) == 0
    rotating_vault = place.vault(rotating.ring)
    assert [await reseal_files(rotating_vault), await reseal_files(rotating_vault)] == [1, 0]
    for column, model in (("answers_sealed", Draft), ("body_sealed", Inbox), ("body_sealed", Outbox)):
        assert await _key_ids(rotating, column, table_of(model).name) == [2]
    async with running.unit(NOW) as unit:
        asked = await questions.of_person(unit, 1)
        assert [(one.text, one.answers[0].text) for one in asked] == [("Kapan?", "Januari.")]
        assert (await participants.keep(unit, [SITI])).same == 1
        assert (await people.meet(unit, 7))[0].awaiting == {"what": "question"}
        kept = [draft.answers["name"] for draft in await drafts.open_of(unit, 1)]
    assert kept == [f"Contoh {number}" for number in reversed(range(250))]
    assert await vault.get(name) == b"SPECIMEN"
    assert running.ring.active_id == 2
    await running.close()
    await rotating.close()


async def test_a_key_that_was_lost_is_a_plain_error(tmp_path: Path) -> None:
    db = await _filled(tmp_path)
    make_key(tmp_path / "other")
    stranger = Database(db.url.render_as_string(), KeyRing.load(tmp_path / "other"))
    async with stranger.unit(NOW) as unit:
        row = (await unit.conn.execute(select(table_of(Draft)))).first()
        assert row is not None
        with pytest.raises(SealBroken):
            unit.unseal(row.answers_sealed, f"draft:{row.id}")
    await db.close()
    await stranger.close()
