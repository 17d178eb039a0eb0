"""How does one invented worker behave: answering what stands on the screen, again when nothing comes?"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from registration.questions import BY_KEY, Kind
from simulator.connection import SimError
from simulator.seen import Seen
from simulator.user import SimUser
from tests.crash.intended import Intended
from tests.crash.screens import SUMMARY, Screen, marked, number_in, screen_of
from tests.support.town import sample
from tests.support.worker import TEXTS

PATIENCE = 8.0  # seconds without anything new, after which a person tries again, and later and later
_PASSING = {"resume", "doubt", "page-taken"}  # screens that may come more than once and are pressed each time
_RECEIPTS = {"receipt", "receipt-mended"}


@dataclass
class Person:
    """One worker and what they remember: `told` are answers that a later question has acknowledged.

    `unsure` names questions that a repeated answer may have reached in the bot before the person saw them: what is
    stored for those is looked at on the summary, as a person would. `lost` says what the person found missing.
    """

    user: SimUser
    wants: Intended
    dice: random.Random
    number: str = ""
    decided: str = ""
    tries_again: int = 0
    lost: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    _given: set[str] = field(default_factory=set)
    _done: set[str] = field(default_factory=set)
    _last: Screen | None = None
    _fixing: str = ""
    _silences: int = 0

    async def live(self, stop: Callable[[], bool]) -> None:
        """From the first message until the decision is heard (or `stop` says so)."""
        await self.user.start()
        version = 0
        heard = time.monotonic()
        while not self.decided and not stop():
            view = await self.user.view(None, version, 1)
            version = view["version"]
            posts = sorted((Seen.of(self.user.id, post) for post in view["posts"]), key=lambda one: -one.version)
            if await self._look([one for one in posts if not one.mine and not one.deleted]):
                heard, self._silences = time.monotonic(), 0
            elif time.monotonic() - heard > PATIENCE * (1 + self._silences % 4):
                heard = time.monotonic()
                await self._try_again()

    async def _look(self, posts: list[Seen]) -> bool:
        """Act on the newest screen that was not answered yet; whether there was one."""
        for post in posts:
            screen = screen_of(post)
            if screen is not None and screen.name not in self._done:
                await self._act(screen)
                return True
        return False

    async def _try_again(self) -> None:
        """Nothing came. What stood last is answered once more; every fourth time the bot is asked where things are."""
        if self._last is None:
            await self.user.start()
            return
        self._silences += 1
        waiting = self._last.name in _RECEIPTS
        if self._silences % 4 == 0:
            await self.user.send("/status" if waiting or self._last.name == SUMMARY else "/daftar")
        elif not waiting:
            self.tries_again += 1
            await self._act(self._last, again=True)

    async def _act(self, screen: Screen, *, again: bool = False) -> None:
        if screen.name in _PASSING:
            await self._pass(screen)
            return
        self._done.add(screen.name)
        self._last = screen
        self._learn(screen)
        if screen.name in BY_KEY:
            await self._answer(screen.name, screen, again)
        elif screen.name == SUMMARY:
            await self._check_and_send(screen)
        elif screen.name == "list":
            self._done -= {SUMMARY, self._fixing}
            await self._press(screen, TEXTS(f"q-{self._fixing}.label"))
        elif screen.name == "send-back":
            await self._begin_mending(screen)
        elif screen.press:
            await self._press(screen, screen.press)

    async def _pass(self, screen: Screen) -> None:
        if screen.name == "resume":  # what stands after it is what the bot asks now
            self._done -= {*BY_KEY, SUMMARY}
        await self._press(screen, screen.press)

    def _learn(self, screen: Screen) -> None:
        """What this screen tells: a later question, the summary or a receipt acknowledges what was given before."""
        if screen.name in BY_KEY or screen.name == SUMMARY or screen.name in _RECEIPTS:
            self.told |= self._given - {screen.name}
        if screen.name == "receipt":
            self.number = number_in(screen.post.text)
        if screen.name in {"approve", "reject"} and number_in(screen.post.text) == self.number:
            self.decided = screen.name

    async def _begin_mending(self, screen: Screen) -> None:
        again = set(marked(screen.post))
        for key in again - self.wants.mended:
            self.wants.mend(key)
        self.told -= again
        self._given -= again
        self._done -= {*again, SUMMARY}
        await self._press(screen, TEXTS("button-mend", number=number_in(screen.post.text)))

    async def _check_and_send(self, screen: Screen) -> None:
        wrong = self.wants.wrong_on(screen.post.text)
        if not wrong:
            self.unsure.clear()
            self._fixing = ""
            await self._press(screen, TEXTS("button-send"))
            return
        self._fixing = wrong[0]
        if self._fixing not in self.unsure:
            self.lost.append(f"{self.wants.nik}: {self._fixing} stands wrong on the summary")
        self._done -= {"list"}
        await self._press(screen, TEXTS("button-change"))

    async def _answer(self, key: str, screen: Screen, again: bool) -> None:
        question = BY_KEY[key]
        if key in self.told - self.unsure - {self._fixing}:
            self.lost.append(f"{self.wants.nik}: {key} is asked again")
        if again and question.kind is not Kind.PAGES:
            self.unsure |= self.wants.after(key)
        self._given.add(key)
        value: Any = self.wants.answers[key]
        if isinstance(value, list):
            await self.user.photo(sample(value[0]))
        elif value == "contact":
            await self.user.share_contact()
        elif question.kind is Kind.PAGES or (question.kind is Kind.CHOICE and self.dice.random() < 0.7):
            await self._press(screen, value)
        else:
            await self.user.send(value)

    async def _press(self, screen: Screen, label: str) -> None:
        """Press without waiting for the answer: the bot may be dead. A button that is gone was pressed in vain."""
        place = {"user": self.user.id, "chat": self.user.id, "message_id": screen.post.id}
        try:
            await self.user.sim.act("press", label=label, wait=0, **place)
        except SimError:
            self._done.discard(screen.name)
