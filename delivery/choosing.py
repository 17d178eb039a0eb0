"""Which of the rows that are due leave now: fair to all chats, and in a group to new cards and to edits?"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from delivery.budget import Budget, is_counted
from delivery.trip import weight
from storage import marks, outbox
from storage.database import Unit
from storage.outbox import Errand, Lane
from storage.overtaken import without_overtaken
from storage.taking import Candidate, candidates, new_card

WINDOW = 48  # answers, notices and cards under way at once
BULK = 16  # broadcasts under way at once: as many as a crash may leave unknown
_PRESSES = 24  # ends of spinners under way at once, which no limit holds back
_PAGE = 64  # rows looked at together
_PAGES = 4
_BULK_PAGE = 8
# Seconds: what may leave so soon is made ready now, so that the limit is used up. The round begins in time for that.
_AHEAD = 0.07
_LEAD = 0.03
_NEW_CARD = "editMessageMedia"  # turns into a sending, as there is nothing to edit yet
_NO_CHAT = 0


@dataclass(slots=True)
class Choice:
    """What leaves, each after so many seconds; `waits`: after how many seconds more may leave; `some`: is any due?"""

    leaving: list[tuple[Errand, float]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    some: bool = False


class Chooser:
    """At most one row to a chat leaves at once, so that order to a person is kept, whoever else has how many rows."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._edited: set[int] = set()  # groups whose last message was something else than a new card

    async def choose(self, unit: Unit, going: Collection[Errand], held: Collection[int]) -> Choice:
        """What may leave beside what is `going`, with nothing for the chats in `held`."""
        choice = Choice()
        held = list(held)
        busy = [errand.id for errand in going]
        under_way = Counter(_kind(errand) for errand in going)
        for page in range(_PAGES):
            room = _PAGE if under_way["urgent"] + under_way["press"] < WINDOW else 0
            bulk = min(_BULK_PAGE, BULK - under_way["bulk"]) if page == 0 else 0
            if under_way["press"] >= _PRESSES:
                held.append(_NO_CHAT)
            found = await candidates(unit, room, bulk, busy=busy, held=held)
            choice.some = choice.some or bool(found)
            await self._look(unit, await without_overtaken(unit, found), under_way, choice)
            if sum(row.lane != Lane.BROADCAST for row in found) < _PAGE:
                break
            # Some chat has many rows: look past it.
            held += {row.chat_id for row in found if row.chat_id is not None}
            busy += [row.id for row in found if row.chat_id is None]
        return choice

    async def _look(self, unit: Unit, rows: Sequence[Candidate], under_way: Counter[str], choice: Choice) -> None:
        seen: set[int] = set()
        unreadable = []
        for first in rows:
            if first.chat_id in seen or under_way[_kind(first)] >= _MOST[_kind(first)]:
                continue
            if first.chat_id is not None:
                seen.add(first.chat_id)
            row, is_new = await self._fair(unit, first)
            wait = self._budget.wait(row.name, row.chat_id, row.lane)
            if wait > _AHEAD:
                choice.waits.append(wait - _LEAD)
                continue
            errand = row.opened(unit.ring)
            if errand is None:
                unreadable.append(row.id)
                continue
            self._budget.spend(row.name, row.chat_id, row.lane, messages=weight(errand), after=wait)
            under_way[_kind(row)] += 1
            if row.chat_id is not None and is_counted(row.name):
                (self._edited.discard if is_new else self._edited.add)(row.chat_id)
            choice.leaving.append((errand, wait))
        await outbox.give_up(unit, unreadable)

    async def _fair(self, unit: Unit, row: Candidate) -> tuple[Candidate, bool]:
        """This row or the one that goes before it, and whether that is a new card.

        Of a group's few messages a minute every other one is a new card while there is one, the oldest case first.
        """
        chat = row.chat_id
        if chat is None or chat >= 0 or not is_counted(row.name):
            return row, True
        is_new = row.name == _NEW_CARD and row.slot is not None and await marks.place_of(unit, row.slot) is None
        if is_new or chat in self._edited:
            card = await new_card(unit, chat)
            return (row, is_new) if card is None else (card, True)
        return row, is_new


_MOST = {"bulk": BULK, "press": _PRESSES, "urgent": WINDOW}


def _kind(row: Errand | Candidate) -> str:
    if row.lane == Lane.BROADCAST:
        return "bulk"
    return "press" if row.chat_id is None else "urgent"
