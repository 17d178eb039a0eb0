"""Is somebody a member of the staff group right now? What they want waits until Telegram has said so."""

from datetime import timedelta
from typing import Any

from handlers.context import Services
from storage import officers, outbox
from storage.database import Unit
from storage.officers import Officer


async def known(unit: Unit, services: Services, chat_id: int, user_id: int, *, anew: bool = False) -> Officer | None:
    """The officer, if Telegram has confirmed them in the last minutes; `anew`: in this very moment, with their rank."""
    officer = await officers.find(unit, chat_id, user_id)
    fresh = timedelta(minutes=0 if anew else services.programme.review.verify_minutes)
    return officer if officer is not None and unit.now - officer.checked_at <= fresh else None


def ask(unit: Unit, chat_id: int, user_id: int, **waiting: dict[str, Any]) -> None:
    """Have Telegram asked. `waiting` comes back with its answer: the press or the order that goes on then."""
    body: dict[str, Any] = {"chat_id": chat_id, "user_id": user_id, **waiting}
    outbox.job(unit, "check_member", body)


async def learn(unit: Unit, body: dict[str, Any]) -> str:
    """Telegram has answered: "" for a member, else why they may not go on ("try-again", "not-member")."""
    chat_id, user_id, result = body["chat_id"], body["user_id"], body["result"]
    if "failed" in result:
        return "try-again"
    if result["role"] is None:
        await officers.remove(unit, chat_id, user_id)
        return "not-member"
    await officers.confirm(unit, chat_id, user_id, result["name"], result["role"])
    return ""
