"""What may a job use?"""

from dataclasses import dataclass

from telegram import Bot

from documents.sandbox import Sandbox
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Tools:
    """Telegram for questions (not for messages to people), the limited child processes, the vault."""

    bot: Bot
    sandbox: Sandbox
    vault: Vault


class TryLater(Exception):
    """The network or Telegram is not there now; the job is tried again."""
