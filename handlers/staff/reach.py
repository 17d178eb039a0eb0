"""Whom can the bot not reach, by kelurahan, and where do the others come from (/belum)?"""

from collections import Counter
from collections.abc import Iterable

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from delivery import messages
from handlers.context import Services
from handlers.filters import StaffGroup
from handlers.staff.supervisors import Do, Wish, grant
from locales import Rich
from registration.areas import kecamatan_list, kelurahan_of, kelurahan_of_code
from storage import participants, reach
from storage.cells import GONE, OFF
from storage.database import Unit

router = Router(name="reach")
router.message.filter(StaffGroup())
_PLACES = {ward.code: ward.name for area in kecamatan_list() for ward in kelurahan_of(area.code)}
_NOWHERE = ""
_ALL = (*_PLACES, _NOWHERE)
_MOST_SOURCES = 15
Lost = Counter[tuple[str, str]]


@router.message(Command("belum", ignore_case=True))
async def on_missing(message: Message, unit: Unit, services: Services) -> None:
    """/belum, for supervisors."""
    await grant(unit, services, Wish.of_message("missing", "", message), _tell)


async def _tell(unit: Unit, services: Services, wish: Wish) -> None:
    found = await reach.reach(unit, _PLACES)
    text = services.texts.rich("missing-head", known=found.known, asked=found.asked, **_counted(found.lost, _ALL))
    text += _by_kelurahan(services, found.lost) + _by_source(services, found.sources)
    messages.send(unit, wish.chat_id, text, reply_to=wish.message_id)
    if alone := await participants.without_chat(unit):  # both lists together could be too long for one message
        messages.send(unit, wish.chat_id, _without_chat(services, alone), reply_to=wish.message_id)


def _counted(lost: Lost, places: Iterable[str]) -> dict[str, int]:
    blocked, off = (sum(lost[why, place] for place in places) for why in (GONE, OFF))
    return {"blocked": blocked, "off": off}


def _without_chat(services: Services, alone: Counter[str]) -> Rich:
    """Old participants who never came, most first, so that it is seen where to go."""
    text = services.texts.rich("missing-old", count=alone.total())
    for code, count in sorted(alone.items(), key=lambda each: (-each[1], each[0])):
        ward = kelurahan_of_code(code)
        text += Rich("\n") + services.texts.rich("missing-source", name=ward.name if ward else code, count=count)
    return text


def _by_kelurahan(services: Services, lost: Lost) -> Rich:
    """A line for each place in the order of its code, last for no place or one outside; nobody is named."""
    if not lost.total():
        return Rich("")
    text = Rich("\n\n") + services.texts.rich("missing-places")
    for place, name in (_PLACES | {_NOWHERE: services.texts("missing-nowhere")}).items():
        counts = _counted(lost, [place])
        if any(counts.values()):
            text += Rich("\n") + services.texts.rich("missing-line", name=name, **counts)
    return text


def _by_source(services: Services, sources: Counter[str]) -> Rich:
    without = sources.pop("", 0)
    if not sources:
        return Rich("")
    text = Rich("\n\n") + services.texts.rich("missing-sources")
    for name, count in sources.most_common(_MOST_SOURCES):
        text += Rich("\n") + services.texts.rich("missing-source", name=name, count=count)
    if rest := sources.total() - sum(count for _, count in sources.most_common(_MOST_SOURCES)):
        text += Rich("\n") + services.texts.rich("missing-source-rest", count=rest)
    return text + Rich("\n") + services.texts.rich("missing-source-none", count=without)


WISHES: dict[str, Do] = {"missing": _tell}
