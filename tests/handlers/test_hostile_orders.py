"""Does a worker ever get stuck, wait without a word, or lose something, whatever is pressed and sent in any order?"""

import random
from typing import Any

import pytest

from registration import flow
from tests.handlers.given import GIVEN, give
from tests.handlers.phone import PROGRAMME, Phone

STEPS = 150
WORDS = [given.good for given in GIVEN.values()] + [given.bad for given in GIVEN.values()] + [
    "/start", "/start nelayan", "/daftar", "/status", "/status BPN-25-000001-1", "/bantuan", "/batal", "/halo",
    "⬅️ Kembali", "✅ Tetap pakai nomor tadi", "terima kasih", "6471 0517 0890 0000", "3.5", "<b>x</b>", "x" * 4000,
]  # fmt: skip
RESULTS: list[dict[str, Any] | None] = [
    None, None, None, {"refused": "too_small", "details": {}}, {"failed": "network"}, {"failed": "broken"},
]  # fmt: skip


class Monkey:
    """Somebody who presses anything, old or new, and sends anything."""

    def __init__(self, phone: Phone, seed: int) -> None:
        self.phone, self.dice = phone, random.Random(seed)  # noqa: S311 - a test that can be repeated, no secret

    async def step(self) -> str:
        """Do one thing; what it was."""
        moves = (
            [self.answer] * 6
            + [self.press_newest] * 4
            + [self.press_any, self.write, self.write, self.photo, self.contact]
        )
        moves += [self.check] * (3 if self.phone.held else 0)
        return str(await self.dice.choice(moves)())

    async def answer(self) -> str:
        """The good answer to the present question, or a press where there is none."""
        draft = await self.phone.maybe_draft()
        question = flow.current(draft.answers, PROGRAMME, draft.asking) if draft else None
        if question is None:
            return await self.press_newest()
        await give(self.phone, question.key)
        assert self.phone.said
        return question.key

    async def press_newest(self) -> str:
        return await self._press(self.phone.newest.buttons, self.phone.newest.id)

    async def press_any(self) -> str:
        message = self.dice.choice(list(self.phone.shown.values()) or [self.phone.newest])
        return await self._press(message.buttons, message.id)

    async def _press(self, buttons: dict[str, str], message_id: int) -> str:
        if not buttons:
            return await self.write()
        data = self.dice.choice(list(buttons.values()))
        toast = await self.phone.press_data(data, message_id)
        assert toast or self.phone.said, data
        return data

    async def write(self) -> str:
        text = self.dice.choice(WORDS)
        await self.phone.type(text)
        assert self.phone.said, text
        return text

    async def photo(self) -> str:
        await self.phone.photo(self.dice.choice(["", "unik-a", "unik-b"]))
        waits = self.phone.held or self.phone.said
        assert waits
        return "photo"

    async def contact(self) -> str:
        owner = self.dice.choice([self.phone.id, 5])
        await self.phone.message(contact={"phone_number": "6281200000001", "first_name": "Ani", "user_id": owner})
        assert self.phone.said
        return "contact"

    async def check(self) -> str:
        await self.phone.checked(self.dice.choice(RESULTS), which=self.dice.randrange(len(self.phone.held)))
        assert self.phone.said
        return "checked"


@pytest.mark.parametrize("seed", range(3))
async def test_nobody_is_left_without_a_word_or_loses_an_answer(phone: Phone, seed: int) -> None:
    monkey = Monkey(phone, seed)
    await phone.type("/start")
    known: dict[int, set[str]] = {}
    for _ in range(STEPS):
        done = await monkey.step()
        draft = await phone.maybe_draft()
        if draft is None:
            continue
        lost = known.get(draft.id, set()) - draft.answers.keys()
        assert lost == set(), done
        known[draft.id] = {name for name in draft.answers if name in GIVEN}
    await phone.type("/daftar")  # and from wherever they are, the way goes on
    assert {"▶️ Lanjutkan", "✅ Setuju"} & phone.newest.buttons.keys() or await _asks(phone)


async def _asks(phone: Phone) -> bool:
    draft = await phone.draft()
    return flow.current(draft.answers, PROGRAMME, draft.asking) is not None
