"""What may a job use?"""

from dataclasses import dataclass

from telegram import Bot

from documents.reader.reader import Reader
from documents.sandbox import Sandbox
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Tools:
    """Telegram for questions (not for messages to people), the limited child processes, the vault.

    `reader`: None when identity cards are not to be read.
    """

    bot: Bot
    sandbox: Sandbox
    vault: Vault
    reader: Reader | None = None


class TryLater(Exception):
    """The network or Telegram is not there now; the job is tried again."""
