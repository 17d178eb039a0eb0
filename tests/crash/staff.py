"""How do three officers behave: two at once on the same card, until every card is decided?"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.connection import SimError
from simulator.seen import Seen
from simulator.user import SimUser
from tests.crash.screens import number_in
from tests.support.town import STAFF
from tests.support.worker import TEXTS

_CLAIMED = TEXTS("card-claimed", officer="|", at="", free="").partition("|")[0].strip()
_PATIENCE = 3.0  # seconds after which an officer presses once more
_PLANS = ("approve", "approve", "reject", "send_back")
_TICKED, _OPEN_BOX = "☑️ ", "⬜ "
_CHANGED = TEXTS("card-changed", what="")
_REFUSE = TEXTS("staff-insurer-refuse")  # the one button of a card that is decided already


@dataclass
class Staff:
    """Officers who look at the group together; `presses` counts how often a button was pressed."""

    officers: list[SimUser]
    dice: random.Random
    presses: int = 0
    _cards: dict[str, Seen] = field(default_factory=dict)
    _patient_until: dict[str, float] = field(default_factory=dict)
    _plans: dict[tuple[str, int], str] = field(default_factory=dict)

    async def work(self, stop: Callable[[], bool]) -> None:
        """Look at every card that waits for a decision, act, look again."""
        version = 0
        while not stop():
            view = await self.officers[0].view(STAFF, version, 1)
            version = view["version"]
            for post in sorted((Seen.of(STAFF, each) for each in view["posts"]), key=lambda one: one.id):
                if not post.mine and number_in(post.text):
                    self._show(number_in(post.text), post)
            for number, card in list(self._cards.items()):
                if (
                    card.buttons
                    and _REFUSE not in card.buttons
                    and time.monotonic() >= self._patient_until.get(number, 0)
                ):
                    self._patient_until[number] = time.monotonic() + _PATIENCE
                    await self._decide(number, card)

    def _show(self, number: str, post: Seen) -> None:
        """A card is new or has changed: there is something to do with it at once."""
        self._cards[number] = post
        self._patient_until.pop(number, None)

    async def _decide(self, number: str, card: Seen) -> None:
        """A free card is pressed by two at the same moment; one that somebody took is finished by that officer."""
        holder = self._holder(card)
        if holder is not None:
            await self._press(holder, card, self._next_button(number, holder, card))
        elif _CLAIMED not in card.text:
            pair = self.dice.sample(self.officers, 2)
            presses = [self._press(one, card, self._next_button(number, one, card)) for one in pair]
            await asyncio.gather(*presses)

    def _holder(self, card: Seen) -> SimUser | None:
        return next((one for one in self.officers if f"{_CLAIMED} {one.first_name}" in card.text), None)

    def _next_button(self, number: str, officer: SimUser, card: Seen) -> str:
        """The button that brings this officer's plan one step on."""
        boxes = [label for label in card.buttons if label.startswith((_TICKED, _OPEN_BOX))]
        if boxes:
            return self._on_boxes(card, boxes)
        plan = self._plans.setdefault((number, officer.id), self.dice.choice(_PLANS))
        if plan == "send_back" and _CHANGED in card.text:
            plan = "approve"  # once is enough
        return TEXTS(f"staff-{plan.replace('_', '-')}")

    def _on_boxes(self, card: Seen, boxes: list[str]) -> str:
        if not any(label.startswith(_TICKED) for label in boxes):
            wrong = _OPEN_BOX + TEXTS(f"q-{self.dice.choice(('ktp_photo', 'name'))}.label")
            return wrong if wrong in boxes else self.dice.choice(boxes)
        going_on = ("staff-next", "staff-confirm-reject", "staff-confirm-send-back")
        return next(TEXTS(key) for key in going_on if TEXTS(key) in card.buttons)

    async def _press(self, officer: SimUser, card: Seen, label: str) -> None:
        self.presses += 1
        try:
            await officer.sim.act("press", user=officer.id, chat=STAFF, message_id=card.id, label=label, wait=0)
        except SimError:
            self.presses -= 1  # the card changed in between
