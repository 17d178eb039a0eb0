"""What does the operator do by hand: see what waits, put it back in line, seal all with a new key, invite a group?"""

from bot.app import App
from bot.check import check_token
from bot.shelves import vault_told
from bot.wrong import Wrong, database_told
from locales import Texts
from storage import agencies, alerts, inbox
from storage.database import Unit
from storage.rotation import reseal_files, reseal_rows
from storage.schema import bring_up_to_date


async def parked(app: App, texts: Texts, *, retry: bool) -> list[str]:
    """One line for each parked event and open alert: numbers and codes, never personal data. Raises `Wrong`."""
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
            lines = [*await _parked_lines(unit, texts), *await _alert_lines(unit, app, texts)]
            if retry:
                count = await inbox.retry(unit, None)
                await alerts.settle(unit, "parked", "inbox")
                lines.append(texts("operator-retried", count=count))
    return lines or [texts("operator-nothing-waits")]


async def _parked_lines(unit: Unit, texts: Texts) -> list[str]:
    return [
        texts("operator-parked", id=str(event.id), kind=event.kind, tries=event.attempts, error=event.error)
        for event in await inbox.parked(unit)
    ]


async def _alert_lines(unit: Unit, app: App, texts: Texts) -> list[str]:
    found = await alerts.open_alerts(unit)
    return [
        texts("operator-alert", since=f"{at.astimezone(app.clock.zone):%d-%m-%Y %H:%M}", code=code, about=about)
        for code, about, at in found
    ]


async def invite(app: App, texts: Texts, wanted: list[str]) -> list[str]:
    """A new code that lets one group be bound to these agencies (none: to all), and how to use it. Raises `Wrong`."""
    known = app.programme.agencies
    for agency in wanted:
        if agency not in known:
            raise Wrong("agency-unknown", agency=agency, known=", ".join(known))
    me = await check_token(app)
    chosen = wanted or list(known)
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
            code = await agencies.invite(unit, chosen)
    names = ", ".join(known[agency].short for agency in chosen)
    link = f"https://t.me/{me.username}?startgroup={code}&admin=delete_messages+manage_topics"
    return [texts("operator-invite", agencies=names), link, texts("operator-invite-typed", code=code)]


async def rotate(app: App) -> tuple[int, int]:
    """Seal everything anew with the newest key: (rows, files) that an older key had sealed. Raises `Wrong`."""
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
        rows = await reseal_rows(app.db, app.clock.now)
    with vault_told(app.settings):
        return rows, await reseal_files(app.vault)
