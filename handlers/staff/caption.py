"""What does a card say, within Telegram's 1,024 characters?"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import Services, deciding
from handlers.staff import doubles, lines
from handlers.staff.doubles import Double
from handlers.staff.standing import standing
from locales import Rich
from locales.texts import utf16_length
from storage.cases import Case
from storage.database import Unit

_MOST = 1024  # UTF-16 units of a caption (Bot API, sendPhoto)
_LONGEST = 200  # characters of one value, as long as there is room
# From roomy to tight: characters of one value, of the officer's own words.
_TIGHTER = ((_LONGEST, 300), (60, 300), (40, 120), (24, 60))
_NEVER_DROPPED = 3  # NIK, name and birth stand on every card


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a card: number and warnings about the whole, answers, checks, and where the case stands."""

    head: list[Rich]
    data: list[lines.Line]
    checks: list[Rich]
    standing: list[Rich]
    more: Rich

    def text(self, longest: int, shown: int) -> Rich:
        """All of it, with the first `shown` answers cut to `longest` characters."""
        data = [Rich(line.cut(longest)) for line in self.data[:shown]]
        left_out = [self.more] if shown < len(self.data) else []
        checks = [*self.checks, Rich("")] if self.checks else []
        return _joined([*self.head, *data, *left_out, Rich(""), *checks, *self.standing])


async def caption_of(unit: Unit, services: Services, case: Case, found: Sequence[Double] = ()) -> Rich:
    """Number, doubles, answers, checks, state. Too long: values get shorter, then the least needed are left out."""
    parts = _Parts([], [], [], [], Rich(""))
    longest = _LONGEST
    agency = await _agency(unit, services, case)
    for longest, note in _TIGHTER:
        parts = _Parts(
            [*lines.head(services, case, agency), *doubles.lines(services, found)],
            lines.data(services, case),
            await lines.checked(unit, services, case),
            await standing(unit, services, case, note),
            services.texts.rich("card-more"),
        )
        if _fits(text := parts.text(longest, len(parts.data))):
            return text
    for shown in range(len(parts.data), _NEVER_DROPPED - 1, -1):
        if _fits(text := parts.text(longest, shown)):
            return text
    return cut(parts.text(longest, _NEVER_DROPPED), _MOST)


async def _agency(unit: Unit, services: Services, case: Case) -> str:
    """Whose case it is, where one group decides for several agencies; else ""."""
    groups = await deciding(unit, services)
    shared = list(groups.values()).count(groups[case.agency]) > 1
    return services.programme.agencies[case.agency].short if shared else ""


def cut(text: Rich, most: int) -> Rich:
    """The text within `most` UTF-16 units, its end replaced by "…"; styles end with it."""
    if utf16_length(text.text) <= most:
        return text
    kept = text.text
    while utf16_length(kept) >= most:
        kept = kept[:-1]
    end = utf16_length(kept)
    inside = (
        {**entity, "length": min(entity["length"], end - entity["offset"])}
        for entity in text.entities
        if entity["offset"] < end
    )
    return Rich(kept + "…", tuple(inside))


def _fits(text: Rich) -> bool:
    return utf16_length(text.text) <= _MOST


def _joined(parts: list[Rich]) -> Rich:
    text = parts[0]
    for part in parts[1:]:
        text = text + Rich("\n") + part
    return text
