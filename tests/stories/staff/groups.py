"""How does a story get more groups, bind agencies to them, and look at what stands where?"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.user import SimUser
from storage import agencies
from tests.support.town import Town

FISHERY, TRAFFIC, FOREIGN = -1002000000002, -1002000000003, -1002000000004


async def group(here: Town, chat: int, *, forum: bool = False, owner: SimUser | None = None) -> None:
    """A group with the same officers, without the bot."""
    await here.sim.add_group("Dinas lain (contoh)", id=chat, forum=forum)
    await here.sim.set_member(chat, (owner or here.chief).id, "creator")
    await here.sim.set_member(chat, here.officer.id)


async def code_for(here: Town, *names: str) -> str:
    """A code of the operator."""
    async with here.look() as unit:
        return await agencies.invite(unit, names)


async def bind(here: Town, chat: int, agency: str, short: str, rights: dict[str, bool] | None = None) -> None:
    """The owner follows the operator's link and chooses the agency."""
    everything = {"can_manage_topics": True, "can_delete_messages": True}
    await here.chief.start_group(chat, await code_for(here, agency), rights=everything | (rights or {}))
    await here.chief.press(short, chat=chat)
    await here.chief.sees("Grup ini sekarang memeriksa pendaftaran", chat=chat)


async def bound(here: Town) -> dict[str, int]:
    """Which agency is bound to which group, as it is stored."""
    async with here.look() as unit:
        return await agencies.groups(unit)


async def cards_in(here: Town, chat: int) -> list[str]:
    """The numbers of the cards that stand in a group, oldest case first."""
    return sorted(one.text.split()[0] for one in await here.chief.transcript(chat) if "photo" in one.raw)


async def until(here: Town, chat: int, right: Callable[[], Awaitable[Any]], wanted: Any) -> None:
    """Wait for a change in a group after which `right` gives what is wanted."""
    try:
        async with asyncio.timeout(25):
            while await right() != wanted:
                await here.chief.view(chat, since=(await here.chief.view(chat))["version"], wait=1)
    except TimeoutError:
        assert await right() == wanted


async def calls(here: Town, method: str, chat: int) -> int:
    """How often the bot has made this call about this group."""
    return sum(call["params"].get("chat_id") == chat for call in await here.sim.calls(method))
