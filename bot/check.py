"""What is wrong before the bot starts? Each fault is a `Wrong` with its own sentence."""

import asyncio
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetChat, GetChatMember, GetMe, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import ChatMemberAdministrator, User
from aiogram.utils.token import TokenValidationError, validate_token
from sqlalchemy import make_url

from bot.app import App
from bot.settings import Settings
from bot.shelves import check_access, vault_told
from bot.wrong import Wrong, database_told, first_line
from handlers.context import deciding
from registration.programme import Programme, ProgrammeProblem, load_programme
from storage import marks
from storage.keys import KeyProblem, KeyRing
from storage.schema import bring_up_to_date

# Telegram is busy or out of reach for a moment, or a proxy answers in its place.
_PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)
_PAUSES = (0.5, 1.5)  # seconds


class _Undo(Exception):
    """The write was possible; take it back."""


def check_files(settings: Settings) -> None:
    """Token form, folders, programme file, key file: what can be seen without a network. Raises `Wrong`."""
    _check_token_form(settings.bot_token.get_secret_value())
    _check_folder(settings.data_dir)
    _check_sqlite(settings.database_url)
    check_access(settings)
    told_programme(settings.programme_file)
    if settings.clock_file is not None:
        check_clock(settings.clock_file)
    try:
        KeyRing.load(settings.data_keys_file)
    except KeyProblem as problem:
        raise Wrong(f"keys-{problem.code}", path=str(settings.data_keys_file)) from None


def _check_token_form(token: str) -> None:
    if not token:
        raise Wrong("token-empty")
    try:
        validate_token(token)
    except TokenValidationError:
        raise Wrong("token-form") from None


def _check_sqlite(address: str) -> None:
    """Open the file, if it is one. Here and not through aiosqlite, whose thread outlives a connection that failed."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    _check_folder(Path(url.database).parent)
    with database_told(address), closing(sqlite3.connect(url.database)) as file:
        file.execute("PRAGMA schema_version")


def _check_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Wrong("folder", path=str(folder), reason=first_line(problem)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Wrong("folder", path=str(folder), reason="Permission denied")


def check_clock(path: Path) -> None:
    """A file that tells by how much the clock is ahead. Raises `Wrong`."""
    try:
        float(path.read_text(encoding="ascii"))
    except (OSError, ValueError) as problem:
        raise Wrong("clock-file", path=str(path), reason=first_line(problem)) from None


def told_programme(path: Path) -> Programme:
    """The programme of this file. Raises `Wrong` with the line and the part that cannot be used."""
    try:
        return load_programme(path)
    except ProgrammeProblem as problem:
        line, part = str(problem.line or "-"), problem.key or "-"
        raise Wrong("programme", path=str(path), line=line, part=part, reason=problem.reason) from None
    except OSError as problem:
        raise Wrong("programme-unreadable", path=str(path), reason=first_line(problem)) from None


@dataclass(frozen=True, slots=True)
class Ready:
    """What was found: who the bot is, its staff groups, and the agencies (keys) whose cases nobody would see."""

    me: User
    groups: set[int]
    without_group: list[str]


async def check_running(app: App, *, keep: bool = True) -> Ready:
    """Database, vault, token and staff groups, by trying them. Raises `Wrong`.

    The tables are brought up to date; without `keep` that is only tried, for a bot may be running beside. An agency
    without a group is no fault: a group is bound with /pasang, and for that the bot must run.
    """
    found = await _check_database(app, keep=keep)
    with vault_told(app.settings):
        await app.vault.try_out()
    me = await check_token(app)
    groups = {chat_id for chat_id in found.values() if chat_id is not None}
    for chat_id in sorted(groups):
        await _check_group(app, chat_id, me)
    return Ready(me, groups, [agency for agency, chat_id in found.items() if chat_id is None])


async def _check_database(app: App, *, keep: bool) -> dict[str, int | None]:
    """Write to the database; the group of each agency."""
    found: dict[str, int | None] = {}
    with database_told(app.settings.database_url), suppress(_Undo):
        async with app.db.unit(app.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
            await marks.set_number(unit, "last check", int(unit.now.timestamp()))
            found = await deciding(unit, app.services())
            if not keep:
                raise _Undo
    return found


async def check_token(app: App) -> User:
    """Who the bot is. Raises `Wrong`."""
    try:
        return await _asked(app, GetMe())
    except TelegramUnauthorizedError:
        raise Wrong("token-refused") from None
    except TelegramAPIError as problem:
        raise Wrong("telegram-odd", reason=problem.message) from None


async def _asked(app: App, method: TelegramMethod[TelegramType]) -> TelegramType:
    """What Telegram answers; a moment of trouble on its side or on the way is waited out a few times."""
    for pause in _PAUSES:
        try:
            return await app.listener(method)
        except _PASSING:
            await asyncio.sleep(pause)
    try:
        return await app.listener(method)
    except _PASSING:
        raise Wrong("telegram-away", address=app.settings.api_base) from None


async def _check_group(app: App, chat_id: int, me: User) -> None:
    about: dict[str, str] = {"chat": str(chat_id), "bot": me.username or ""}
    try:
        await _asked(app, GetChat(chat_id=chat_id))
        member = await _asked(app, GetChatMember(chat_id=chat_id, user_id=me.id))
    except TelegramForbiddenError:
        raise Wrong("group-left", **about) from None
    except TelegramAPIError:
        raise Wrong("group-unknown", **about) from None
    if member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}:
        raise Wrong("group-left", **about)
    if not isinstance(member, ChatMemberAdministrator):
        raise Wrong("group-rights", **about)
