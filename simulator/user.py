"""How does a test act and see as one person?"""

import asyncio
import base64
from collections.abc import Callable, Sequence
from typing import Any

from simulator.connection import Connection
from simulator.seen import Seen
from simulator.wire import Json

_PAUSE = 25  # seconds one long poll lasts at most


class SimUser:
    """A person of the simulated world. Everything takes `chat=` (default: the private chat with the bot).

    `sees` and `wait_for` look at what is new since this person's last act in that chat
    (`ever=True`: at everything). `place` may name `reply_to` (message id) and `thread` (topic).
    """

    def __init__(self, sim: Connection, id: int, first_name: str) -> None:
        self.sim, self.id, self.first_name = sim, id, first_name
        self._marks: dict[int, int] = {}

    async def send(self, text: str, *, chat: int | None = None, **place: Any) -> Seen:
        """Write a text; `reply_to` (message id), `thread` (topic) and `entities` may be given."""
        return await self._do("send", chat, text=text, **place)

    async def start(self, payload: str = "") -> Seen:
        """Tap "Start", with the payload of a deep link if any."""
        return await self._do("start", None, payload=payload)

    async def start_group(self, chat: int, payload: str, rights: Json | None = None) -> Seen:
        """Follow a `startgroup` link into a group; with `rights` the bot becomes an administrator there."""
        return await self._do("start_group", chat, payload=payload, rights=rights)

    async def photo(self, data: bytes, caption: str | None = None, *, chat: int | None = None, **place: Any) -> Seen:
        """Send a picture (made smaller, as Telegram does)."""
        return await self._do("photo", chat, data=_text(data), caption=caption, **place)

    async def document(
        self, data: bytes, file_name: str, mime_type: str = "", *, chat: int | None = None, **place: Any
    ) -> Seen:
        """Send a file as it is; `caption`, `reply_to` and `thread` may be given."""
        return await self._do("document", chat, data=_text(data), file_name=file_name, mime_type=mime_type, **place)

    async def album(self, items: Sequence[bytes | Json], *, chat: int | None = None, **place: Any) -> list[Seen]:
        """Send 2 to 10 photos together: bytes, or {"kind", "data", "caption", "file_name", "mime_type"}."""
        dicts: list[Json] = [{"data": item} if isinstance(item, bytes) else item for item in items]
        wire = [{**item, "data": _text(item["data"])} for item in dicts]
        answer = await self._act("album", chat, items=wire, **place)
        return [Seen.of(chat or self.id, post) for post in answer["posts"]]

    async def share_contact(self, *, chat: int | None = None) -> Seen:
        """Share one's own number."""
        return await self._do("contact", chat)

    async def send_contact(self, phone: str, name: str, owner: int | None = None, *, chat: int | None = None) -> Seen:
        """Send somebody else's number; `owner` is their user id, when Telegram knows it."""
        return await self._do("contact", chat, phone=phone, name=name, owner=owner)

    async def location(self, latitude: float, longitude: float, *, chat: int | None = None) -> Seen:
        """Send a place."""
        return await self._do("location", chat, latitude=latitude, longitude=longitude)

    async def sticker(self, emoji: str = "👍", *, chat: int | None = None) -> Seen:
        """Send a sticker."""
        return await self._do("sticker", chat, emoji=emoji)

    async def voice(self, seconds: int = 3, *, chat: int | None = None) -> Seen:
        """Send a voice message."""
        return await self._do("voice", chat, seconds=seconds)

    async def forward(self, message: Seen, hidden_name: str | None = None, *, chat: int | None = None) -> Seen:
        """Send a message on; `hidden_name` stands for an author who hides the account."""
        return await self._do("forward", chat, from_chat=message.chat, message_id=message.id, hidden_name=hidden_name)

    async def edit(self, message: Seen, text: str) -> Seen:
        """Change one's own text or caption."""
        return await self._do("edit", message.chat, message_id=message.id, text=text)

    async def delete(self, message: Seen) -> None:
        """Delete a message; the bot is not told."""
        await self._act("delete", message.chat, message_id=message.id)

    async def press(
        self,
        label: str,
        message: Seen | None = None,
        *,
        chat: int | None = None,
        timeout: float = 10,  # noqa: ASYNC109 - the message of the error must name what was waited for
    ) -> str | None:
        """Press an inline button (of the newest message that has it) and wait until the bot answers.

        Returns the words of the toast or alert, None when it had none. Raises TimeoutError without an answer.
        """
        place = message
        if place is None:
            place = await self.wait_for(lambda one: label in one.buttons, chat=chat, timeout=timeout, ever=True)
        answer = await self._act("press", place.chat, message_id=place.id, label=label, wait=timeout)
        if not answer["answered"]:
            raise TimeoutError(f"the bot did not answer the button {label!r} within {timeout} s")
        text: str | None = answer["text"]
        return text

    async def press_data(self, data: str, message: Seen, *, forged: bool = False, wait: float = 10) -> Json:
        """Press by callback data; `forged` sends any data on any message, as a hostile client could.

        Returns {"callback", "update_id", "answered", "text", "alert", "url"}.
        """
        return await self._act("press", message.chat, message_id=message.id, data=data, forged=forged, wait=wait)

    async def tap_reply(self, label: str, *, chat: int | None = None) -> Seen:
        """Tap a button of the reply keyboard below the chat."""
        return await self._do("tap", chat, label=label)

    async def block(self) -> None:
        """Block the bot."""
        await self._act("block", None)

    async def unblock(self) -> None:
        """Unblock the bot."""
        await self._act("unblock", None)

    async def deactivate(self) -> None:
        """Delete the account."""
        await self._act("deactivate", None)

    async def join(self, chat: int) -> None:
        """Enter a group, with a service message."""
        await self._act("join", chat)

    async def leave(self, chat: int) -> None:
        """Leave a group, with a service message."""
        await self._act("leave", chat)

    async def view(self, chat: int | None = None, since: int = 0, wait: int = 0) -> Json:
        """The chat as the page gets it: posts, keyboard, action, topics (see simulator/views.py)."""
        return await self.sim.read("chat", user=self.id, chat=chat, since=since, wait=wait)

    async def transcript(self, chat: int | None = None) -> list[Seen]:
        """Every message that is not deleted, oldest first."""
        return [one for one in _seen(await self.view(chat)) if not one.deleted]

    async def last(self, chat: int | None = None) -> Seen:
        """The newest message of anybody else; raises LookupError when there is none."""
        others = [one for one in await self.transcript(chat) if not one.mine]
        if not others:
            raise LookupError("nobody wrote to this person")
        return others[-1]

    async def keyboard(self, chat: int | None = None) -> list[str]:
        """The labels of the reply keyboard this person sees; [] when there is none."""
        rows = ((await self.view(chat))["keyboard"] or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    async def sees(
        self,
        part: str,
        *,
        chat: int | None = None,
        timeout: float = 10,  # noqa: ASYNC109 - the message of the error must name what was waited for
        ever: bool = False,
    ) -> Seen:
        """Wait for a message of somebody else with these words in it. Raises TimeoutError."""
        try:
            return await self.wait_for(
                lambda one: not one.mine and part in one.text, chat=chat, timeout=timeout, ever=ever
            )
        except TimeoutError as error:
            texts = [one.text for one in await self.transcript(chat)][-5:]
            raise TimeoutError(f"{self.first_name} did not see {part!r}; the newest messages: {texts}") from error

    async def wait_for(
        self,
        right: Callable[[Seen], bool],
        *,
        chat: int | None = None,
        timeout: float = 10,  # noqa: ASYNC109 - one long poll after another shares it
        ever: bool = False,
    ) -> Seen:
        """Wait for a message (not deleted) of which `right` is true; the newest one. Raises TimeoutError."""
        since = 0 if ever else self._marks.get(chat or self.id, 0)
        view = await self.view(chat, since)
        async with asyncio.timeout(timeout):
            while True:
                found = [one for one in _seen(view) if not one.deleted and right(one)]
                if found:
                    return found[-1]
                view = await self.view(chat, view["version"], _PAUSE)

    async def _act(self, name: str, chat: int | None, /, **body: Any) -> Json:
        answer = await self.sim.act(name, user=self.id, chat=chat, **body)
        self._marks[chat or self.id] = answer["before"]
        return answer

    async def _do(self, name: str, chat: int | None, /, **body: Any) -> Seen:
        return Seen.of(chat or self.id, (await self._act(name, chat, **body))["post"])


def _seen(view: Json) -> list[Seen]:
    return [Seen.of(view["chat"]["id"], post) for post in view["posts"]]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
