"""Whom do we remind of something now, in which words, and where does the button below lead?"""

import logging
from datetime import datetime

from delivery import messages
from handlers.callbacks import Menu
from handlers.context import Services
from handlers.screens import Button, button
from handlers.worker.moment import in_words
from locales import Rich
from registration import flow
from registration.checking import first_stop
from registration.programme import Window
from registration.reminders import Anchor, Occasion, Whom, left
from storage import reminders
from storage.database import Unit
from storage.drafts import Draft
from storage.outbox import Lane
from storage.reminders import Target

_log = logging.getLogger(__name__)
STEP = 50  # people a transaction, so that nobody's answer waits for more than milliseconds
# What is worth doing, from so many days before the opening on.
_TIPS = ((21, "papers"), (10, "terms"), (4, "form"), (2, "photo"), (0, "eve"))


async def remind(unit: Unit, services: Services, occasion: Occasion, after: int, rested: datetime) -> int | None:
    """Remind those of the next people for whom the occasion is true now, and who have been quiet since `rested`.

    Where the next step begins; None when nobody is left.
    """
    ids = await reminders.step(unit, occasion, after, STEP)
    if not ids:
        return None
    today = unit.now.astimezone(services.programme.zone).date()
    found = await reminders.targets(unit, occasion, ids, today, rested)
    window = occasion.window
    same = _of_window(unit, services, occasion, window) if window is not None and found else None
    words = [(target, _words(unit, services, occasion, target, same)) for target in found]
    texts = {(target.person_id, target.key): text for target, text in words if text is not None}
    wanted = [target for target in found if (target.person_id, target.key) in texts]
    for target, key in await reminders.claim(unit, occasion.reminder.name, wanted, today):
        markup = messages.inline(_buttons(services, occasion, target))
        text = texts[target.person_id, target.key]
        messages.send(unit, target.telegram_id, text, markup, lane=Lane.BROADCAST, key=key)
    return ids[-1]


def _words(unit: Unit, services: Services, occasion: Occasion, target: Target, same: Rich | None) -> Rich | None:
    try:
        return _text_of(unit, services, occasion, target, same)
    except (LookupError, TypeError, ValueError) as problem:  # one odd form must not keep all others from being reminded
        _log.error("Nobody is reminded of draft %s: %s", target.about, type(problem).__name__)
        return None


def _text_of(unit: Unit, services: Services, occasion: Occasion, target: Target, same: Rich | None) -> Rich | None:
    """The words of a reminder, the `same` for all where it belongs to a window; None where there is nothing to say."""
    if occasion.reminder.whom is Whom.UNSENT and (target.draft is None or _is_stopped(unit, services, target.draft)):
        return None
    if same is not None:
        return same
    if occasion.reminder.whom is Whom.UNSENT and target.draft is not None:
        return _unfinished(unit, services, target.draft)
    cover = in_words(target.cover_ends) if target.cover_ends else ""
    return services.texts.rich(f"remind-{occasion.reminder.name.replace('_', '-')}", number=target.number, cover=cover)


def _is_stopped(unit: Unit, services: Services, draft: Draft) -> bool:
    """A form that the rules hold cannot be gone on with."""
    programme = services.programme
    today = unit.now.astimezone(programme.zone).date()
    stop = first_stop(draft.answers, programme, programme.window_for(unit.now), today)
    return draft.asking is None and stop is not None


def _unfinished(unit: Unit, services: Services, draft: Draft) -> Rich | None:
    """Where somebody stopped. A form that only waits for registration to open is left in peace."""
    question = flow.current(draft.answers, services.programme, draft.asking)
    if question is not None:
        return services.texts.rich("remind-draft", where=services.texts(f"q-{question.key}.label"))
    return services.texts.rich("remind-draft-ready") if services.programme.window_at(unit.now) else None


def _of_window(unit: Unit, services: Services, occasion: Occasion, window: Window) -> Rich:
    """Days are counted as they are left now. A day that is not known for sure is told as such."""
    texts, zone = services.texts, services.programme.zone
    name = occasion.reminder.name.replace("_", "-")
    opens, closes = in_words(window.opens.astimezone(zone)), in_words(window.closes.astimezone(zone))
    opening = occasion.reminder.anchor is Anchor.BEFORE_OPEN
    days = left(services.programme, unit.now, window.opens if opening else window.closes)
    values: dict[str, str | int] = {
        "when": _when(services, days),
        "opens": opens,
        "month": opens.split(" ", 1)[1],
        "closes": closes,
        "cover": in_words(window.cover_ends) if window.cover_ends else "",
    }
    unsure = not window.day_known and texts.has(f"remind-{name}-unsure")
    text = texts.rich(f"remind-{name}-unsure" if unsure else f"remind-{name}", **values)
    return text + Rich("\n\n") + texts.rich(_tip(days)) if opening else text


def _when(services: Services, days: int) -> str:
    if days in {0, 1}:
        return services.texts("remind-today" if days == 0 else "remind-tomorrow")
    return services.texts("remind-in-days", days=days)


def _tip(days: int) -> str:
    return next(f"remind-tip-{name}" for least, name in _TIPS if days >= least)


def _buttons(services: Services, occasion: Occasion, target: Target) -> list[list[Button]]:
    """On with it, and no more of this."""
    act = occasion.reminder.act
    label = services.texts(f"button-{act}", number=target.number)
    stop = button(services.texts("button-remind-stop"), Menu(act="remind_stop").pack())
    return [[button(label, Menu(act=act, id=target.about).pack())], [stop]]
