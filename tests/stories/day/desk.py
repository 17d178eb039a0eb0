"""What does an officer see of the group, and how do they press a button or write into it?"""

from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.connection import SimError
from simulator.seen import Seen
from simulator.user import SimUser
from storage import marks
from tests.stories.day.people import Bell, Life, Office
from tests.support.town import Town

# What somebody reads who pressed on a card that has just changed: they look at it again.
_LOOK_AGAIN = (
    "Ini bukan kartu yang berlaku.",
    "Pekerja baru mengubah isinya.",
    "Kartu ini baru saja dialihkan",
    "Kartu ini sudah dihapus.",
)


class LookAgain(Exception):
    """The card has changed under the officer's finger."""


@dataclass
class Desk:
    """A staff group as its three officers see it now."""

    here: Town
    office: Office
    bell: Bell
    posts: dict[int, Seen] = field(default_factory=dict)
    version: int = 0

    async def watch(self) -> None:
        """Keep up with the group until cancelled."""
        while True:
            await self.look(wait=25)
            self.bell.ring()

    async def look(self, wait: int = 0) -> None:
        """See what is new, after waiting so many seconds for something."""
        view = await self.office.supervisor.view(self.office.chat, since=self.version, wait=wait)
        self.posts |= {post["id"]: Seen.of(self.office.chat, post) for post in view["posts"]}
        self.version = view["version"]

    def standing(self) -> list[Seen]:
        """All messages that are not deleted."""
        return [one for one in self.posts.values() if not one.deleted]

    def find(self, right: Callable[[Seen], bool]) -> Seen | None:
        """The newest message of which `right` is true."""
        return next((one for one in reversed(self.standing()) if right(one)), None)

    def card(self, life: Life, *labels: str) -> Seen | None:
        """The card of a case, once it has all these buttons."""
        return self.find(lambda one: is_card(one, life.number) and set(labels) <= set(one.buttons))

    async def asks(self, *parts: str) -> Seen:
        """Wait for a message that can be replied to. To read it takes longer than to note down that it was sent."""
        seen = await self.says(*parts)
        while not await self._is_noted(seen):
            await self.look(wait=1)
        return seen

    async def _is_noted(self, seen: Seen) -> bool:
        async with self.here.look() as unit:
            return await marks.slot_at(unit, seen.chat, seen.id) is not None

    async def says(self, *parts: str) -> Seen:
        """Wait for a message with these words in it."""

        def found() -> Seen | None:
            return self.find(lambda one: all(part in one.text for part in parts))

        seen: Seen = await self.bell.until(found)
        return seen


def is_card(one: Seen, number: str) -> bool:
    """Is this message the card of the case, and not one that names it?"""
    return "photo" in one.raw and one.text.startswith(f"{number} ·")


@dataclass
class Work:
    """One step that an officer does on a case."""

    desk: Desk
    officer: SimUser
    life: Life

    async def press(self, label: str) -> str:
        """Press a button as soon as the card has it; what is told."""
        card: Seen = await self.desk.bell.until(lambda: self.desk.card(self.life, label))
        return await self.press_on(self.officer, card, label)

    async def press_on(self, who: SimUser, card: Seen, label: str) -> str:
        """Press a button of this very card."""
        try:
            answer = await who.press_data(card.data(label), card, wait=50)
        except SimError as gone:  # deleted in the very moment, because it now stands elsewhere
            raise LookAgain from gone
        assert answer["answered"] is True, f"{self.life.number} {self.life.steps}: nothing was told about {label}"
        if str(answer["text"]).startswith(_LOOK_AGAIN):
            raise LookAgain
        return str(answer["text"])

    async def presses(self, *labels: str, told: str) -> None:
        """One button after the other; the last one tells this."""
        said = ""
        for label in labels:
            said = await self.press(label)
        assert said == told, f"{self.life.number} {self.life.steps}: {said}"

    async def writes(self, text: str, *answer: str, reply_to: int | None = None) -> None:
        """Write into the group, and wait for the answer with these words."""
        await self.officer.send(text, chat=self.desk.office.chat, reply_to=reply_to)
        await self.desk.says(*answer)
