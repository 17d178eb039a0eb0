"""The first rival: a bare aiogram bot with the same six questions, in its fastest style. It keeps nothing on disk."""

import asyncio
import os

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from bench.questions import QUESTIONS

router = Router()


class Form(StatesGroup):
    """Which question is on; none: the first."""

    name = State()
    birth_place = State()
    birth_date = State()
    sex = State()
    address = State()


_ORDER: tuple[State | None, ...] = (None, *Form.__states__)


async def take(message: Message, state: FSMContext) -> None:
    """Any answer: remember it and ask the next question."""
    now = await state.get_state()
    step = next(number for number, each in enumerate(_ORDER) if (each.state if each else None) == now)
    await state.update_data({f"answer_{step}": message.text})
    await state.set_state(_ORDER[(step + 1) % len(_ORDER)])
    await message.answer(QUESTIONS[step])


# One handler a state, as such bots have; StateFilter costs no thread hop, a bare State or F.text would.
for each_state in _ORDER:
    router.message.register(take, StateFilter(each_state))


async def main() -> None:
    """Poll until stopped."""
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
