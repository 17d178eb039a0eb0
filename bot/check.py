"""What is wrong before the bot starts, in plain words that say what to do?"""

from pathlib import Path

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramUnauthorizedError
from aiogram.types import ChatMemberAdministrator, User
from aiogram.utils.token import TokenValidationError, validate_token
from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.settings import Settings
from registration.programme import Programme, ProgrammeProblem, load_programme
from storage import marks
from storage.keys import KeyProblem, KeyRing
from storage.schema import bring_up_to_date


class Wrong(Exception):
    """Something must be put right before the bot can start; the text says what."""


def check_files(settings: Settings) -> Programme:
    """Token form, programme file, key file. Raises `Wrong`."""
    token = settings.bot_token.get_secret_value()
    if not token:
        raise Wrong("BOT_TOKEN is empty. Get a token from @BotFather and put it into .env: BOT_TOKEN=123456:ABC…")
    try:
        validate_token(token)
    except TokenValidationError:
        raise Wrong(
            "BOT_TOKEN does not look like a token. It has the form 123456:ABC… as @BotFather gave it."
        ) from None
    return check_programme(settings.programme_file, settings.data_keys_file)


def check_programme(programme_file: Path, keys_file: Path) -> Programme:
    """The programme file and the key file. Raises `Wrong`."""
    try:
        programme = load_programme(programme_file)
    except ProgrammeProblem as problem:
        where = f"line {problem.line}, " if problem.line else ""
        raise Wrong(f"{programme_file} is wrong: {where}{problem.key or 'the file'}: {problem.reason}") from None
    except OSError as problem:
        raise Wrong(f"The programme file {programme_file} cannot be read: {problem.strerror}.") from None
    try:
        KeyRing.load(keys_file)
    except KeyProblem as problem:
        raise Wrong(_about_keys(problem.code, keys_file)) from None
    return programme


def _about_keys(code: str, path: Path) -> str:
    return {
        "missing": f"The key file {path} is missing. Make one with: python -m bot key. If this bot has stored data"
        " before, bring back its key file instead: without it the data cannot be read.",
        "empty": f"The key file {path} is empty. Bring back a copy, or, on a new installation, delete it and run:"
        " python -m bot key",
        "mode": f"Others may read the key file {path}. Say: chmod 0400 {path}",
        "unreadable": f"The key file {path} cannot be read by this user.",
    }.get(code, f"The key file {path} is not a key file. Bring back a copy of the right one.")


async def check_running(app: App) -> User:
    """Database, token and staff groups, by trying them. Who the bot is. Raises `Wrong`."""
    await _check_database(app)
    me = await _check_token(app)
    for chat_id in sorted(await _staff_chats(app)):
        await _check_group(app.listener, chat_id, me)
    return me


async def _check_database(app: App) -> None:
    try:
        async with app.db.unit(app.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
            await marks.set_number(unit, "last check", int(unit.now.timestamp()))
    except (SQLAlchemyError, OSError) as problem:
        reason = str(getattr(problem, "orig", problem)).splitlines()[0]
        raise Wrong(f"The database {app.db.url.render_as_string()} cannot be written: {reason}") from None


async def _check_token(app: App) -> User:
    try:
        return await app.listener.get_me()
    except TelegramUnauthorizedError:
        raise Wrong("Telegram refuses BOT_TOKEN. Ask @BotFather for the present one (/token).") from None
    except TelegramNetworkError:
        raise Wrong(
            f"Telegram cannot be reached at {app.settings.api_base}. Check the network, or TELEGRAM_API_URL."
        ) from None
    except TelegramAPIError as problem:
        raise Wrong(f"Telegram does not answer getMe as it should: {problem.message}") from None


async def _staff_chats(app: App) -> set[int]:
    own = [agency.staff_chat for agency in app.programme.agencies.values()]
    chats = {app.settings.staff_chat_id if chat is None else chat for chat in own}
    if None in chats:
        without = next(agency.name for agency in app.programme.agencies.values() if agency.staff_chat is None)
        raise Wrong(
            f"{without} has no staff group. Set STAFF_CHAT_ID in .env, or staff_chat in {app.settings.programme_file}."
        )
    async with app.db.unit(app.clock.now()) as unit:
        return {await marks.moved(unit, chat) for chat in chats if chat is not None}


async def _check_group(bot: Bot, chat_id: int, me: User) -> None:
    try:
        await bot.get_chat(chat_id)
        member = await bot.get_chat_member(chat_id, me.id)
    except TelegramAPIError:
        raise Wrong(
            f"The staff group {chat_id} is unknown to the bot. Add @{me.username} to the group and check the number."
        ) from None
    if member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}:
        raise Wrong(f"The bot is not in the staff group {chat_id}. Add @{me.username} to it.")
    if not isinstance(member, ChatMemberAdministrator):
        raise Wrong(
            f"The bot is not an administrator of the staff group {chat_id}. Make @{me.username} one: only then does"
            " Telegram tell it who joins and leaves."
        )
