"""Who says that a broadcast goes out? One types the number of people; above a limit a second supervisor agrees."""

import re

from handlers.broadcasts import running, screens, writing
from handlers.broadcasts.granted import Granted, answer, change, refresh
from handlers.context import Services
from handlers.staff.supervisors import Wish, say
from registration.broadcasting import State
from registration.income import shown as grouped
from storage import audiences, broadcasts
from storage.broadcasts import Broadcast
from storage.database import Unit


async def ask(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Kirim": count once more, and have the number typed."""
    window = screens.window_of(services.programme, unit.now)
    people = await audiences.count(unit, granted.broadcast.audience, window)
    if people == 0:
        answer(unit, services, granted.wish, "cast-nobody")
        return
    after = await change(unit, services, granted, state=State.CONFIRMING, counted=people)
    if after is not None:
        shown = {"people": grouped(people), "when": screens.clock(services, after.at)}
        writing.ask(unit, services, after, after.number_slot, granted.wish.message_id, "cast-ask-number", **shown)


async def take_number(unit: Unit, services: Services, wish: Wish, broadcast: Broadcast, text: str) -> None:
    """The number has come: right, it is confirmed; wrong, nothing happens."""
    if re.sub(r"[.\s]", "", text) != str(broadcast.counted):
        say(unit, services, wish, "cast-number-wrong", people=grouped(broadcast.counted))
        return
    if broadcast.counted > services.programme.broadcasts.second_above:
        after = await broadcasts.change(unit, broadcast, state=State.SECOND, confirmed_by=wish.user_id)
    else:
        at = broadcast.at or unit.now
        after = await running.begin(unit, services, broadcast, at, confirmed_by=wish.user_id)
    if after is None:
        say(unit, services, wish, "cast-changed")
        return
    await refresh(unit, services, after)
    say(unit, services, wish, f"cast-confirmed-{after.state}", at=screens.clock(services, after.at))


async def agree(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Setuju": another one than who typed the number."""
    broadcast = granted.broadcast
    if granted.wish.user_id == broadcast.confirmed_by:
        answer(unit, services, granted.wish, "cast-second-is-first")
        return
    begun = await running.begin(unit, services, broadcast, broadcast.at or unit.now, second_by=granted.wish.user_id)
    answer(unit, services, granted.wish, "" if begun else "cast-changed")
    if begun is not None:
        await refresh(unit, services, begun)
