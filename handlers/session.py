"""What happens when a handler writes `await message.answer(...)`? A row in the outbox, and no request."""

from collections.abc import AsyncGenerator
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import User
from pydantic import BaseModel

from storage import outbox
from storage.database import Unit

current_unit: ContextVar[Unit] = ContextVar("current_unit")


class OutboxSession(BaseSession):
    """A session without a socket. The results of calls are not known yet, so handlers get None."""

    def __init__(self, me: User) -> None:
        super().__init__()
        self._me = me

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's
    ) -> TelegramType:
        """Leave the call in the outbox of the running transaction."""
        if isinstance(method, GetMe):
            return self._me  # type: ignore[return-value]  # GetMe's type is User
        params = {name: _plain(value) for name, value in method if _is_given(value)}
        chat_id = params.get("chat_id")
        outbox.call(current_unit.get(), method.__api_method__, params, chat_id=chat_id)
        return None  # type: ignore[return-value]  # what Telegram answers is known only after the commit

    async def close(self) -> None:
        """Nothing is open."""

    def stream_content(self, *_args: Any, **_more: Any) -> AsyncGenerator[bytes, None]:
        """Files are fetched by jobs."""
        raise NotImplementedError


def _is_given(value: Any) -> bool:
    return value is not None and not isinstance(value, Default)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: _plain(each) for name, each in value if _is_given(each)}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value
