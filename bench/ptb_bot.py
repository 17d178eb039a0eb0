"""The second rival: a ConversationHandler of python-telegram-bot with the same six questions. It keeps nothing."""

import os
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ContextTypes, ConversationHandler, MessageHandler, filters

from bench.questions import QUESTIONS

_Context = ContextTypes.DEFAULT_TYPE


def _step(number: int) -> MessageHandler[CallbackContext[Any, Any, Any, Any], Any]:
    async def take(update: Update, context: _Context) -> int:
        message = update.message
        if message is None or context.user_data is None:
            raise LookupError("only messages of people come here")
        context.user_data[f"answer_{number}"] = message.text
        await message.reply_text(QUESTIONS[number])
        return number + 1 if number + 1 < len(QUESTIONS) else ConversationHandler.END

    return MessageHandler(filters.TEXT, take)


def main() -> None:
    """Poll until stopped."""
    builder = Application.builder().token(os.environ["BOT_TOKEN"])
    application = builder.base_url(os.environ["TELEGRAM_API_URL"] + "/bot").build()
    states: dict[object, list[Any]] = {number: [_step(number)] for number in range(1, len(QUESTIONS))}
    application.add_handler(ConversationHandler(entry_points=[_step(0)], states=states, fallbacks=[]))
    application.run_polling()


if __name__ == "__main__":
    main()
