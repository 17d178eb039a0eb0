"""How do updates reach a bot that set a webhook?"""

import asyncio

import aiohttp

from simulator.wire import Json
from simulator.world import World

_PAUSE_SECONDS = 0.3  # after a failure; Telegram waits longer and longer, a test should not
_PATIENCE = aiohttp.ClientTimeout(total=60)


async def deliver_for_ever(world: World) -> None:
    """Post each update in turn to the bot's URL until it answers 2xx; idle while there is no webhook."""
    async with aiohttp.ClientSession(timeout=_PATIENCE) as http:
        while not world.updates.closed:
            webhook: Json = world.profile.get("webhook", {})
            ready = world.updates.ready(1) if webhook else []
            if not ready:
                await world.updates.bell.wait(3600)
            elif await _delivered(http, webhook, ready[0]):
                world.updates.done(ready[0])
            else:
                await asyncio.sleep(_PAUSE_SECONDS)


async def _delivered(http: aiohttp.ClientSession, webhook: Json, update: Json) -> bool:
    secret = {"X-Telegram-Bot-Api-Secret-Token": webhook["secret"]} if webhook["secret"] else {}
    try:
        async with http.post(webhook["url"], json=update, headers=secret) as answer:
            return answer.ok
    except (aiohttp.ClientError, TimeoutError):
        return False
