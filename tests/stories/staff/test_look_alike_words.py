"""Of which look-alikes does a card tell, and what becomes of results that come too late or not at all?"""

import base64
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.staff import doubles, likeness
from handlers.staff.caption import caption_of
from storage import alerts, cases, files, fingerprints, look_alikes, outbox
from storage.cases import Case
from storage.database import Database, Unit
from storage.keys import KeyRing, make_key
from storage.look_alikes import Pair
from storage.schema import bring_up_to_date
from tests.stories.staff.test_card_words import NOW, SERVICES, case_with

WARNING = "mirip sekali"
VAULT_NAME = "a" * 32


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database of one's own."""
    make_key(tmp_path / "keys")
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'cards.db'}", KeyRing.load(tmp_path / "keys"))
    async with db.unit(NOW) as one:
        await bring_up_to_date(one.conn)
    yield db
    await db.close()


async def page(unit: Unit, draft: int, question: str) -> int:
    file_id = await files.expect(unit, draft, question, "u", forwarded=False)
    assert file_id is not None
    return (await files.keep(unit, file_id, [{"name": VAULT_NAME, "width": 1000, "height": 800}]))[0]


async def sent(unit: Unit, last_digit: int, draft: int, question: str = "ktp_photo") -> tuple[Case, int]:
    """A case whose page has the fingerprint of the number `draft`; the page's file."""
    case = await case_with(unit, {"nik": f"647105570890000{last_digit}"})
    file_id = await page(unit, draft, question)
    await fingerprints.add(unit, file_id, case.id, b"bits")
    return case, file_id


async def told(unit: Unit, case: Case) -> list[str]:
    text = (await caption_of(unit, SERVICES, case, await doubles.of_case(unit, case))).text
    return [line for line in text.splitlines() if WARNING in line]


async def test_another_persons_case_is_named_on_both_cards_and_ones_own_earlier_case_is_not(db: Database) -> None:
    async with db.unit(NOW) as unit:
        siti, _ = await sent(unit, 1, 1)
        again, _ = await sent(unit, 1, 2)
        ani, _ = await sent(unit, 2, 3)
        await look_alikes.note(unit, [Pair(2, 1, 0.0), Pair(3, 1, 0.0), Pair(3, 2, 0.0)])
        start, end = "⚠️ Foto KTP mirip sekali dengan ", ", padahal NIK-nya berbeda."
        assert await told(unit, siti) == [f"{start}{ani.number}{end}"]
        assert await told(unit, again) == [f"{start}{ani.number}{end}"]
        assert await told(unit, ani) == [f"{start}{siti.number}, {again.number}{end}"]


async def test_a_decided_card_and_a_dismissed_pair_say_nothing(db: Database) -> None:
    async with db.unit(NOW) as unit:
        (siti, _), (ani, _), (ina, _) = [await sent(unit, number, number, "letter") for number in (1, 2, 3)]
        await look_alikes.note(unit, [Pair(2, 1, 0.0), Pair(3, 2, 0.0)])
        await look_alikes.dismiss(unit, ani.id, siti.id, officer_id=7)
        decided = await cases.change(unit, ina, state="rejected")
        assert decided is not None
        assert await told(unit, siti) == []
        assert await told(unit, decided) == []
        assert [ina.number in line for line in await told(unit, ani)] == [True]


async def test_of_many_look_alikes_five_are_named_and_the_rest_counted(db: Database) -> None:
    async with db.unit(NOW) as unit:
        siti, _ = await sent(unit, 1, 1)
        others = [(await sent(unit, 2, number))[0] for number in range(2, 9)]
        await look_alikes.note(unit, [Pair(number, 1, 0.0) for number in range(2, 9)])
        (line,) = await told(unit, siti)
        assert [other.number in line for other in others] == [True] * 5 + [False] * 2
        assert "dan 2 lagi" in line


def result(case: Case, file_id: int, **found: Any) -> dict[str, Any]:
    """What comes back from `fingerprint_pages`."""
    return {"case": case.id, "pages": [{"file": file_id, "name": VAULT_NAME}], "result": found}


async def test_the_bits_of_a_page_are_kept_and_then_compared(db: Database) -> None:
    async with db.unit(NOW) as unit:
        case = await case_with(unit, {})
        file_id = await page(unit, 1, "ktp_photo")
        bits = [base64.b64encode(b"bits").decode()]
        await likeness.on_fingerprinted(unit, SERVICES, result(case, file_id, bits=bits))
        assert [found for _, found in await fingerprints.of_case(unit, case.id)] == [b"bits"]
    async with db.unit(NOW) as unit:
        assert [(job.name, job.body) for job in await outbox.due(unit, "job", 9)] == [
            ("compare_pages", {"case": case.id})
        ]


async def test_the_bits_of_a_page_that_was_forgotten_meanwhile_are_not_kept(db: Database) -> None:
    async with db.unit(NOW) as unit:
        case = await case_with(unit, {})
        file_id = await page(unit, 1, "ktp_photo")
        await files.forget(unit, [file_id])
        await likeness.on_fingerprinted(unit, SERVICES, result(case, file_id, bits=["Yml0cw=="]))
        assert await fingerprints.after(unit, 0, 9) == []


@pytest.mark.parametrize("found", [{"bits": [None]}, {"failed": "broken"}])
async def test_a_page_that_could_not_be_compared_is_told_to_the_operator(db: Database, found: dict[str, Any]) -> None:
    async with db.unit(NOW) as unit:
        case = await case_with(unit, {})
        file_id = await page(unit, 1, "ktp_photo")
        await likeness.on_fingerprinted(unit, SERVICES, result(case, file_id, **found))
        await likeness.on_compared(unit, SERVICES, {"case": case.id, "result": {"failed": "broken"}})
        assert [(code, about) for code, about, _ in await alerts.open_alerts(unit)] == [
            ("page_not_compared", str(case.id))
        ]
