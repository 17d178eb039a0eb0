"""How do people talk to us? Telegram's updates become changes of drafts and cases (aiogram)."""
