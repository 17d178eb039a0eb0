"""Which group is bound to which agency, and which group may be bound: codes of the operator?"""

import secrets
from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, or_, select, text, update

from storage import marks
from storage.database import Unit
from storage.tables import AgencyGroup, Case, Invite, table_of

_TABLE = table_of(AgencyGroup)
_INVITE = table_of(Invite)
_CASE = table_of(Case)
VALID = timedelta(hours=24)
_CODE_BYTES = 12  # 96 bits: nobody guesses it over a chat, and it can still be copied by hand


async def groups(unit: Unit) -> dict[str, int]:
    """The group of every agency that is bound, by its present id."""
    rows = (await unit.conn.execute(select(_TABLE.c.agency, _TABLE.c.chat_id))).all()
    return {row.agency: await marks.moved(unit, row.chat_id) for row in rows}


async def bind(unit: Unit, agency: str, chat_id: int, bound_by: int | None) -> None:
    """From now on this group decides for this agency, and no other group."""
    row = {"agency": agency, "chat_id": chat_id, "bound_by": bound_by, "at": unit.now}
    await unit.upsert(AgencyGroup, [row], conflict=["agency"])


async def unbind(unit: Unit, agency: str) -> None:
    """No group is bound to this agency any more."""
    await unit.conn.execute(delete(_TABLE).where(_TABLE.c.agency == agency))


async def standing(unit: Unit, agency: str, after: int, most: int) -> list[int]:
    """Ids of the cases of an agency that are not decided, at most `most` of those above `after`."""
    # Written out as in the index of cases that serves this, or the database does not see that it does.
    not_decided = text("state IN ('waiting', 'claimed', 'sent_back', 'objected')")
    statement = select(_CASE.c.id).where(_CASE.c.agency == agency, _CASE.c.id > after, not_decided)
    return list((await unit.conn.execute(statement.order_by(_CASE.c.id).limit(most))).scalars())


async def invite(unit: Unit, agencies: Collection[str]) -> str:
    """A new code with which one group may be bound to these agencies, for a day. It is told once and never again."""
    code = secrets.token_hex(_CODE_BYTES)
    await unit.conn.execute(delete(_INVITE).where(_INVITE.c.expires_at <= unit.now))
    row = {
        "code_index": _index(unit, code),
        "agencies": " ".join(agencies),
        "expires_at": unit.now + VALID,
        "chat_id": None,
    }
    await unit.conn.execute(_INVITE.insert().values(row))
    return code


async def is_good(unit: Unit, code: str, chat_id: int) -> bool:
    """Could this group use this code now? Also once more after it did: Telegram may send the same message twice."""
    return (
        await unit.conn.execute(select(_INVITE.c.agencies).where(*_usable(unit, code, chat_id)))
    ).first() is not None


async def redeem(unit: Unit, code: str, chat_id: int) -> bool:
    """Let this group use the code up; False when it is wrong, too old, or was used by another group."""
    statement = update(_INVITE).where(*_usable(unit, code, chat_id)).values(chat_id=chat_id)
    return (await unit.conn.execute(statement.returning(_INVITE.c.agencies))).first() is not None


async def invited(unit: Unit, chat_id: int) -> set[str]:
    """To which agencies this group may be bound by the codes it has used, while these are valid."""
    statement = select(_INVITE.c.agencies).where(_INVITE.c.chat_id == chat_id, _INVITE.c.expires_at > unit.now)
    return {agency for row in await unit.conn.execute(statement) for agency in row.agencies.split()}


async def close_invites(unit: Unit, chat_id: int, agency: str) -> None:
    """What this group was invited for is settled for this agency: bound, unbound, or given to another group."""
    rows = (await unit.conn.execute(select(_INVITE).where(_INVITE.c.chat_id == chat_id))).all()
    for row in rows:
        left = " ".join(each for each in row.agencies.split() if each != agency)
        await unit.conn.execute(update(_INVITE).where(_INVITE.c.code_index == row.code_index).values(agencies=left))


async def follow(unit: Unit, old_chat: int, new_chat: int) -> None:
    """A group that has used a code got a new id before it was bound."""
    await unit.conn.execute(update(_INVITE).where(_INVITE.c.chat_id == old_chat).values(chat_id=new_chat))


def _usable(unit: Unit, code: str, chat_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        _INVITE.c.code_index == _index(unit, code),
        _INVITE.c.expires_at > unit.now,
        or_(_INVITE.c.chat_id.is_(None), _INVITE.c.chat_id == chat_id),
    )


def _index(unit: Unit, code: str) -> bytes:
    return unit.ring.index(code.strip().lower(), "invite")
