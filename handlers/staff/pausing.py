"""What do officers hear when Telegram wants the bot to be silent for minutes or hours?"""

from datetime import datetime
from typing import Any

from delivery import messages
from handlers.context import Services, staff_chats
from handlers.staff.standing import day_and_clock
from storage.database import Unit
from storage.outbox import Lane


async def on_paused(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Say until when, and what waits."""
    until = day_and_clock(services, datetime.fromisoformat(body["until"]))
    what = "some" if body["lane"] == Lane.BROADCAST else "all"
    text = services.texts.rich(f"sending-paused-{what}", until=until)
    for group in sorted(await staff_chats(unit, services)):
        messages.send(unit, group, text)
