"""Which cases fit a search, and how is it remembered that somebody searched?"""

from collections.abc import Collection

from registration.finding import Part, has_ends
from storage import cases, terms
from storage.cases import Case
from storage.database import Unit
from storage.search_tables import SearchLog
from storage.tables import table_of

_LOG = table_of(SearchLog)
_MOST_LOOKED_AT = 200  # cases that share four digits, of which the others are compared


async def cases_with(unit: Unit, parts: tuple[Part, ...], agencies: Collection[str], most: int) -> list[Case]:
    """The newest cases of these agencies that have all the parts, at most `most`."""
    looked_at = _MOST_LOOKED_AT if any(part.ends for part in parts) else most
    found = await cases.by_ids(unit, await terms.case_ids(unit, parts, agencies, looked_at))
    return [case for case in found if has_ends(case.answers, parts)][:most]


async def write(unit: Unit, chat_id: int, telegram_id: int, kinds: Collection[str], words: str, found: int) -> None:
    """Remember a search: by what kinds of terms, the words sealed, how much was found."""
    await unit.conn.execute(
        _LOG.insert().values(
            at=unit.now,
            chat_id=chat_id,
            telegram_id=telegram_id,
            kinds=" ".join(sorted(kinds)),
            words_sealed=unit.seal(words, f"search:{chat_id}:{telegram_id}"),
            found=found,
        )
    )
