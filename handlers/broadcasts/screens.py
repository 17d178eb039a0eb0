"""What does the one message of the group that stands for a broadcast say, and which buttons has it?"""

from datetime import datetime

from handlers.broadcasts import progress
from handlers.callbacks import Cast
from handlers.context import Services
from handlers.screens import Button, button, in_columns
from handlers.staff.standing import officer_name
from locales import Rich
from registration import broadcasting
from registration.areas import kecamatan_name
from registration.audiences import PARTS, Audience
from registration.broadcasting import BUTTONS, State
from registration.income import shown as grouped
from registration.programme import Programme
from storage import audiences
from storage.broadcasts import Broadcast
from storage.database import Unit

Screen = tuple[Rich, list[list[Button]]]
_ROWS: dict[State, tuple[tuple[str, ...], ...]] = {
    State.CONFIRMING: (("back", "drop"),),
    State.SECOND: (("agree",), ("back", "drop")),
    State.SCHEDULED: (("cancel",),),
    State.RUNNING: (("pause", "cancel"),),
    State.PAUSED: (("resume",), ("cancel", "recall")),
    State.CANCELLED: (("report", "recall"), ("unknown",)),
    State.DONE: (("report", "recall"), ("unknown",)),
    State.RECALLING: (),
    State.RECALLED: (("report",),),
}


def window_of(programme: Programme, now: datetime) -> str:
    """By the cases of which window people are chosen: the last that has opened, else the first that will."""
    opened = [window for window in programme.windows if window.opens <= now]
    return max(opened, key=lambda window: window.opens).key if opened else programme.window_for(now).key


async def screen(unit: Unit, services: Services, broadcast: Broadcast) -> Screen:
    """The message as it stands now."""
    if broadcast.state is State.WRITING:
        return await _writing(unit, services, broadcast)
    name = (
        await officer_name(unit, services, broadcast.author_id) if broadcast.author_id else services.texts("cast-shell")
    )
    text = services.texts.rich("cast-head", id=str(broadcast.id), officer=name)
    text += Rich("\n") + services.texts.rich("cast-to", audience=audience_words(services, broadcast.audience))
    text += Rich("\n") + await _state(unit, services, broadcast)
    rows = _ROWS[broadcast.state]
    if broadcast.started_at is None and broadcast.state is State.CANCELLED:
        rows = ()
    return text, [[_button(services, broadcast, act) for act in row] for row in rows]


async def _state(unit: Unit, services: Services, broadcast: Broadcast) -> Rich:
    people = grouped(broadcast.counted)
    if broadcast.state is State.CONFIRMING:
        return services.texts.rich("cast-confirming", people=people)
    if broadcast.state is State.SECOND:
        first = await officer_name(unit, services, broadcast.confirmed_by)
        return services.texts.rich("cast-second", people=people, officer=first)
    if broadcast.started_at is None and broadcast.state is not State.SCHEDULED:
        return services.texts.rich(f"cast-unsent-{broadcast.state}")
    if broadcast.state is State.SCHEDULED:
        return services.texts.rich("cast-scheduled", at=clock(services, broadcast.at), people=people)
    return await progress.told(unit, services, broadcast)


async def _writing(unit: Unit, services: Services, broadcast: Broadcast) -> Screen:
    """What was chosen so far, how many that are, and how long it takes."""
    people = await audiences.count(unit, broadcast.audience, window_of(services.programme, unit.now))
    text = services.texts.rich(
        "cast-writing",
        id=str(broadcast.id),
        officer=await officer_name(unit, services, broadcast.author_id),
        audience=audience_words(services, broadcast.audience),
        button=services.texts(f"button-{broadcast.button}"),
        when=clock(services, broadcast.at),
        people=grouped(people),
        minutes=str(broadcasting.minutes(people, services.per_second)),
        tried=services.texts("cast-tried" if broadcast.tried_at else "cast-not-tried"),
    )
    parts = [_button(services, broadcast, "pick", name, words=f"audience-{name}") for name in PARTS]
    ways = [_button(services, broadcast, "pick", name, words=f"cast-pick-{name}") for name in ("button", "time")]
    rows = [parts, ways, [_button(services, broadcast, "trial")], [_button(services, broadcast, "rewrite")]]
    return text, [*rows, [_button(services, broadcast, "send"), _button(services, broadcast, "drop")]]


def choices(services: Services, broadcast: Broadcast, part: str, now: datetime) -> Screen:
    """The values of one part of the audience, the button, or the time, a button each."""
    if part in PARTS:
        found = [_button(services, broadcast, part, words=f"audience-all-{part}")]
        found += [_named(broadcast, part, value, value_words(services, part, value)) for value in PARTS[part]()]
    elif part == "button":
        found = [_named(broadcast, part, value, services.texts(f"button-{value}")) for value in BUTTONS]
    else:
        times = broadcasting.offered(now, services.programme.zone)
        found = [_button(services, broadcast, part, value, words=f"cast-time-{value}") for value in times]
    rows = in_columns(found, 2)
    text = services.texts.rich(f"audience-{part}.ask" if part in PARTS else f"cast-pick-{part}.ask")
    return text, [*rows, [_button(services, broadcast, "show")]]


def sure(services: Services, broadcast: Broadcast, act: str, **values: str) -> Screen:
    """Asked once more before the rest is cancelled or all is taken back."""
    rows = [[_button(services, broadcast, f"{act}_yes")], [_button(services, broadcast, "show")]]
    return services.texts.rich(f"cast-{act}-sure", id=str(broadcast.id), **values), rows


def audience_words(services: Services, audience: Audience) -> str:
    """ "Ojek online · menunggu", or everybody."""
    found = [value_words(services, name, audience.part(name)) for name in PARTS if audience.part(name)]
    return " · ".join(found) or services.texts("audience-everybody")


def value_words(services: Services, part: str, value: str) -> str:
    """What people call it."""
    if part == "kecamatan":
        return kecamatan_name(value)
    return services.texts(f"sector-{value}" if part == "sector" else f"audience-stands-{value.replace('_', '-')}")


def clock(services: Services, at: datetime | None) -> str:
    """Day and time in the city, or "as soon as it is confirmed"."""
    return services.texts("cast-at-once") if at is None else f"{at.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"


def _button(services: Services, broadcast: Broadcast, act: str, value: str = "", *, words: str = "") -> Button:
    return _named(broadcast, act, value, services.texts(words or f"cast-{act.replace('_', '-')}-button"))


def _named(broadcast: Broadcast, act: str, value: str, label: str) -> Button:
    return button(label, Cast(act=act, id=broadcast.id, revision=broadcast.revision, value=value).pack())
