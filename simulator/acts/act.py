"""What does an act (a wish of a test or of the page) get to work with, and how is it refused?"""

import base64
import binascii
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.model import Chat, Person
from simulator.wire import Json
from simulator.world import World


class ActError(Exception):
    """The act is impossible: the words say why (HTTP 400)."""


@dataclass(frozen=True)
class Act:
    """One act: the world and the JSON object that was sent, read with its types checked."""

    world: World
    body: Json

    def number(self, name: str, default: int | None = None) -> int:
        value = self.body.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ActError(f"{name} must be a whole number")
        return value

    def decimal(self, name: str, default: float | None = None) -> float:
        value = self.body.get(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ActError(f"{name} must be a number")
        return float(value)

    def text(self, name: str, default: str | None = None) -> str:
        value = self.body.get(name, default)
        if not isinstance(value, str):
            raise ActError(f"{name} must be a text")
        return value

    def flag(self, name: str) -> bool:
        return self.body.get(name) is True

    def items(self, name: str) -> list[Json]:
        value = self.body.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise ActError(f"{name} must be a list of objects")
        return value

    def object(self, name: str) -> dict[str, Any]:
        value = self.body.get(name, {})
        if not isinstance(value, dict):
            raise ActError(f"{name} must be an object")
        return value

    def data(self, name: str = "data") -> bytes:
        """Bytes, sent as base64."""
        try:
            return base64.b64decode(self.text(name), validate=True)
        except binascii.Error as error:
            raise ActError(f"{name} must be base64") from error

    def inside(self, body: Json) -> "Act":
        """The same act with another body, for the items of a list."""
        return Act(self.world, body)

    @property
    def person(self) -> Person:
        """The `user` who acts; a deactivated account cannot."""
        person = self.world.people.get(self.number("user"))
        if person is None or person.is_bot:
            raise ActError("no such user")
        if person.deactivated:
            raise ActError("this account is deactivated")
        return person

    @property
    def chat(self) -> Chat:
        """The `chat` it happens in; without one, the private chat of `user`."""
        chat = self.world.chats.get(self.number("chat", self.body.get("user")))
        if chat is None:
            raise ActError("no such chat")
        return chat

    @property
    def group(self) -> Chat:
        """The `chat`, which must be a group."""
        if self.chat.kind == "private":
            raise ActError("this is not a group")
        return self.chat


Handler = Callable[[Act], Awaitable[Json]]
