"""How do our words reach people? Outbox rows go to Telegram within its limits (python-telegram-bot)."""
