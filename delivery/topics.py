"""In which topic of a forum does a message stand, and what if that topic is not there (any more)?"""

from collections.abc import Awaitable, Callable
from typing import Any

from delivery.outcome import Outcome, Verdict
from storage import inbox, marks
from storage.database import Unit
from storage.outbox import Errand

Ask = Callable[[str, dict[str, Any]], Awaitable[Outcome]]
InUnit = Callable[[Callable[[Unit], Awaitable[Any]]], Awaitable[Any]]


class Topics:
    """Sends what has a topic (`topic`: its `key` and `name`), which is made when the first message needs it.

    At most one call to a chat is under way, so that two messages never make two topics.
    """

    def __init__(self, ask: Ask, in_unit: InUnit) -> None:
        self._ask = ask
        self._in_unit = in_unit

    async def send(self, errand: Errand, method: str, params: dict[str, Any]) -> Outcome:
        """Send to the topic; one that was deleted is made again, and without the right to make one it goes without."""
        slot = f"topic:{errand.chat_id}:{errand.body['topic']['key']}"
        place = await self._in_unit(lambda unit: marks.place_of(unit, slot))
        if place is not None:
            outcome = await self._ask(method, params | {"message_thread_id": place.message_id})
            if outcome.verdict is not Verdict.THREAD_GONE:
                return outcome
        made = await self._make(errand, slot)
        if made.verdict in {Verdict.NO_TOPICS, Verdict.FAILED}:
            await self._tell(errand, made.words)
            return await self._ask(method, params)
        if made.verdict is not Verdict.SENT or not made.messages:
            return made
        return await self._ask(method, params | {"message_thread_id": made.messages[0]})

    async def _make(self, errand: Errand, slot: str) -> Outcome:
        wish = {"chat_id": errand.chat_id, "name": errand.body["topic"]["name"]}
        outcome = await self._ask("createForumTopic", wish)
        if outcome.verdict is Verdict.SENT and outcome.messages:
            row = (slot, int(errand.chat_id or 0), outcome.messages[0])
            await self._in_unit(lambda unit: marks.fill_slots(unit, [row]))
        return outcome

    async def _tell(self, errand: Errand, words: str) -> None:
        """The conversation must know: the administrators have to give a right, or the group is no forum any more."""
        body = {"chat_id": errand.chat_id, "forum": "not a forum" not in words.lower()}
        await self._in_unit(lambda unit: inbox.put_result(unit, f"topics:{errand.key}", "topics_refused", body))
