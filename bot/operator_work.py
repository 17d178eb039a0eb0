"""What waits for the operator's hand, and how is it put back in line?"""

from bot.app import build
from bot.settings import Settings
from storage import alerts, inbox
from storage.schema import bring_up_to_date


async def parked(settings: Settings, *, retry: bool) -> list[str]:
    """One line for each parked event and open alert: numbers and codes, never personal data."""
    async with build(settings) as app, app.db.unit(app.clock.now()) as unit:
        await bring_up_to_date(unit.conn)
        lines = [
            f"parked {event.id}: {event.kind}, {event.attempts} tries: {event.error}"
            for event in await inbox.parked(unit)
        ]
        lines += [
            f"alert since {at:%Y-%m-%d %H:%M} UTC: {code} {about}" for code, about, at in await alerts.open_alerts(unit)
        ]
        if retry:
            count = await inbox.retry(unit, None)
            await alerts.settle(unit, "parked", "inbox")
            lines.append(f"{count} put back in line; a running bot takes them at its next update.")
        return lines or ["Nothing waits for you."]
