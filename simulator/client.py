"""How does a test (in Python) make the simulated world, order trouble, and look into the journal?"""

from typing import Any

from simulator.connection import Connection
from simulator.user import SimUser
from simulator.wire import Json


class Simulator(Connection):
    """The simulator, seen from a test: `async with Simulator(url) as sim:`. For people, see `SimUser`."""

    async def add_user(self, first_name: str, **more: Any) -> SimUser:
        """Let a person exist; `id`, `last_name`, `username`, `phone`, `language_code` may be given."""
        return SimUser(self, (await self.act("add_user", first_name=first_name, **more))["id"], first_name)

    async def add_crowd(self, first: int, count: int) -> None:
        """Let so many people exist, with ids from `first` on, who may be written to."""
        await self.act("add_crowd", first=first, count=count)

    def user(self, user_id: int, first_name: str = "") -> SimUser:
        """Somebody who exists already, such as the people of the demonstration."""
        return SimUser(self, user_id, first_name)

    async def new_world(self) -> None:
        """Announce this client's token, so that its bot has a world of its own."""
        await self._ask("POST", "/sim/world", body={"token": self.token})

    async def reset(self) -> None:
        """Begin this world anew."""
        await self._ask("POST", "/sim/reset", body={})

    async def add_group(self, title: str, kind: str = "supergroup", *, id: int = 0, forum: bool = False) -> int:
        """Make an empty group; returns its id."""
        return int((await self.act("add_group", title=title, kind=kind, id=id, forum=forum))["id"])

    async def set_member(self, chat: int, user: int, status: str = "member", **more: Any) -> None:
        """Give somebody a place in a group, in silence: `anonymous`, `title`, `rights`, `by`."""
        await self.act("set_member", chat=chat, user=user, status=status, **more)

    async def add_bot(self, chat: int, status: str = "administrator", by: int | None = None, **more: Any) -> None:
        """Add the bot to a group, with a service message; `rights` limits an administrator."""
        await self.act("join", chat=chat, user=self.bot_id, status=status, by=by, **more)

    async def remove_bot(self, chat: int, by: int) -> None:
        """Somebody throws the bot out of a group."""
        await self.act("leave", chat=chat, user=self.bot_id, by=by)

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":")[0])

    async def upgrade_group(self, chat: int) -> int:
        """A basic group becomes a supergroup; returns the new id."""
        return int((await self.act("upgrade_group", chat=chat))["chat"])

    async def fault(self, method: str = "*", **fields: Any) -> int:
        """Order trouble: chat_id, code, description, parameters, times, when, probability, delay."""
        times = {"times": fields.pop("times")} if "times" in fields else {}
        body = {
            "method": method,
            **{key: value for key, value in fields.items() if value is not None},
            **times,
        }
        return int((await self._ask("POST", "/sim/act/fault", body=body))["fault"])

    async def clear_faults(self) -> None:
        """No more trouble."""
        await self.act("clear_faults")

    async def settings(self, **values: Any) -> None:
        """Switch limits, privacy, query_seconds."""
        await self.act("settings", **values)

    async def advance(self, seconds: float) -> str:
        """Move the world's clock; returns the moment as ISO 8601."""
        return str((await self.act("clock", advance=seconds))["now"])

    async def now(self) -> str:
        """The world's moment as ISO 8601."""
        return str((await self.act("clock"))["now"])

    async def inject(self, update: Json) -> int:
        """Queue any object as an update; returns its update_id."""
        return int((await self.act("inject", update=update))["update_id"])

    async def redeliver(self, update_id: int) -> None:
        """Hand over an old update once more, same id."""
        await self.act("redeliver", update_id=update_id)

    async def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """The bot's calls, oldest first: {"n", "time", "method", "params", "answer"}."""
        calls: list[Json] = (await self.read("calls", since=since))["calls"]
        return [call for call in calls if method in {None, call["method"]}]

    async def problems(self) -> list[str]:
        """What was wrong with the bot's requests or with the simulator; a good test ends with []."""
        return list((await self.read("problems"))["problems"])

    async def waiting_updates(self) -> int:
        """How many updates the bot has not confirmed."""
        return int((await self.read("updates"))["waiting"])
