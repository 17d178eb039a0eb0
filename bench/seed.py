"""How does Lindung come to know the people of a bench? Each has agreed and stands before the question of the NIK."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.crowd import chat_ids
from registration.programme import load_programme
from storage import consents, drafts, people
from storage.database import Database
from storage.keys import KeyRing, make_key
from storage.schema import bring_up_to_date

PROGRAMME = Path(__file__).parents[1] / "programmes" / "balikpapan.toml"
# Before the question of the NIK: for oneself, other work, a photo. The photo's row is not looked at while typing.
_BEGUN = {"for_whom": "self", "sector": "lainnya", "ktp_photo": [1]}


async def seed(folder: Path, count: int) -> None:
    """Make key and database in `folder`, with `count` people at their form; the file `seeded` holds its size then."""
    make_key(folder / "keys")
    rules = load_programme(PROGRAMME)
    db = Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", KeyRing.load(folder / "keys"))
    async with db.unit(datetime.now(UTC)) as unit:
        await bring_up_to_date(unit.conn)
        for chat_id in chat_ids(count):
            person, _ = await people.meet(unit, chat_id)
            await consents.keep(unit, person.id, rules.consent.version, chat_id=chat_id, agreed=True)
            draft = await drafts.open_new(unit, person.id, _BEGUN, rules_version=rules.version)
            await people.fill(unit, person.id, draft.id)
    await db.close()
    (folder / "seeded").write_text(str((folder / "lindung.db").stat().st_size))


if __name__ == "__main__":
    asyncio.run(seed(Path(sys.argv[1]), int(sys.argv[2])))
