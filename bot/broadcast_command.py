"""How does the operator send a broadcast from the shell? One row is left; the running bot sends it, here it is watched.

The row's key is made of text, audience, button and label: the same command said again shows the same broadcast.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.wrong import Wrong, database_told, first_line, must_be_up_to_date
from handlers.broadcasts.progress import WAITING
from handlers.broadcasts.screens import audience_words, clock, value_words, window_of
from handlers.context import deciding
from locales import Texts
from locales.texts import utf16_length
from registration.audiences import PARTS, Audience, NoSuchAudience, read_audience
from registration.broadcasting import BUTTONS, LONGEST_TEXT, SENDING, State, minutes, soonest
from registration.income import shown as grouped
from storage import audiences, batches, broadcasts
from storage.broadcasts import Broadcast, Content
from storage.database import Unit

TEXTS = Texts()
PATIENCE = 20.0  # seconds after which a bot that has not begun is not running
_LOOK = 1.0
Run = Callable[[Callable[[App], Awaitable[None]]], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What was said on the command line. `people`: the number that confirms; None: it is asked for."""

    text_file: Path
    audience: str = ""
    button: str = BUTTONS[0]
    label: str = ""
    people: int | None = None
    dry_run: bool = False


def made(run: Run) -> Callable[..., None]:
    """The command; `run` gives it the parts of the bot and tells faults in a sentence."""

    def broadcast(
        text_file: Annotated[Path, typer.Option(help=TEXTS("cli-broadcast-text-file"))],
        audience: Annotated[str, typer.Option(help=TEXTS("cli-broadcast-audience"))] = "",
        button: Annotated[str, typer.Option(help=TEXTS("cli-broadcast-button"))] = BUTTONS[0],
        label: Annotated[str, typer.Option(help=TEXTS("cli-broadcast-label"))] = "",
        people: Annotated[int | None, typer.Option(help=TEXTS("cli-broadcast-people"))] = None,
        dry_run: Annotated[bool, typer.Option(help=TEXTS("cli-broadcast-dry-run"))] = False,
    ) -> None:
        run(lambda app: send(app, Order(text_file, audience, button, label, people, dry_run)))

    return broadcast


async def send(app: App, order: Order) -> None:
    """Count, have the number confirmed, leave the row, watch. Raises `Wrong`."""
    text, audience = _text(order.text_file), _audience(app, order)
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            await must_be_up_to_date(unit.conn, app.db.url)
            people = await audiences.count(unit, audience, window_of(app.programme, unit.now))
            key = _key(unit, order, audience, text)
            before = await broadcasts.by_key(unit, key)
        if before is None:
            time = str(minutes(people, app.services().per_second))
            whom = audience_words(app.services(), audience)
            typer.echo(TEXTS("operator-broadcast-count", people=grouped(people), minutes=time, audience=whom))
            typer.echo(text)
        if order.dry_run:
            return
        if before is None:
            _confirm(order, people)
        async with app.db.unit(app.clock.now()) as unit:
            left = before or await _leave(unit, app, key, Content(text), people, audience.written, order.button)
        await _watch(app, left)


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise Wrong("broadcast-file", path=str(path), reason=first_line(problem)) from None
    if not text or utf16_length(text) > LONGEST_TEXT:
        raise Wrong("broadcast-text", path=str(path))
    return text


def _audience(app: App, order: Order) -> Audience:
    services = app.services()
    try:
        found = read_audience(order.audience)
    except NoSuchAudience:
        found = None
    if found is None or order.button not in BUTTONS:
        named = (f"{part}={value} ({value_words(services, part, value)})" for part in PARTS for value in PARTS[part]())
        raise Wrong("broadcast-audience", choices=", ".join(named), buttons=", ".join(BUTTONS))
    return found


def _key(unit: Unit, order: Order, audience: Audience, text: str) -> str:
    whole = "\n".join((order.label, order.button, audience.written, text))
    return f"shell:{unit.ring.index(whole, 'broadcast').hex()}"


def _confirm(order: Order, people: int) -> None:
    typed = order.people if order.people is not None else typer.prompt(TEXTS("operator-broadcast-sure"), type=int)
    if people == 0 or typed != people:
        raise Wrong("broadcast-number", people=grouped(people))


async def _leave(
    unit: Unit, app: App, key: str, content: Content, people: int, audience: str, button: str
) -> Broadcast:
    """Scheduled for now, or for the morning; the group of staff that there is sees it and can halt it."""
    groups = await deciding(unit, app.services())
    return await broadcasts.create(
        unit,
        key,
        chat_id=next((chat for chat in groups.values() if chat is not None), None),
        state=State.SCHEDULED,
        content=content,
        audience=audience,
        button=button,
        counted=people,
        at=soonest(unit.now, app.programme.zone),
    )


async def _watch(app: App, broadcast: Broadcast) -> None:
    """Show how far it is until it is over or halted; stopping to watch stops nothing."""
    services, waited = app.services(), 0.0
    with typer.progressbar(length=max(1, broadcast.counted), label=TEXTS("operator-broadcast-bar")) as bar:
        while True:
            async with app.db.unit(app.clock.now()) as unit:
                seen = await broadcasts.get(unit, broadcast.id) or broadcast
                counts = await batches.counts(unit, broadcast.id)
            bar.update(sum(counts.values()) - sum(counts.get(state, 0) for state in WAITING) - bar.pos)
            begins_later = seen.state is State.SCHEDULED and (
                waited >= PATIENCE or (seen.at is not None and seen.at > app.clock.now())
            )
            if begins_later or seen.state is State.PAUSED or seen.state not in SENDING:
                break
            await asyncio.sleep(_LOOK)
            waited += _LOOK
    numbers = {
        state: grouped(counts.get(state, 0)) for state in ("sent", "unreachable", "failed", "unknown", "dropped")
    }
    if seen.state is State.SCHEDULED:
        typer.echo(TEXTS("operator-broadcast-waits", at=clock(services, seen.at)))
    else:
        typer.echo(TEXTS("cast-counts", whole=grouped(sum(counts.values())), **numbers))
