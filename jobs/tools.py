"""What may a job use?"""

from dataclasses import dataclass

from telegram import Bot

from documents.reader.reader import Reader
from documents.sandbox import Sandbox
from jobs.known_pages import KnownPages
from jobs.lists import Lists
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Tools:
    """Telegram for questions (not for messages to people), the limited child processes, the vault, all pages known.

    `lists`: who writes them; `reader`: None when nothing is to be read; `read_seconds`: how long one page may take.
    """

    bot: Bot
    sandbox: Sandbox
    vault: Vault
    known_pages: KnownPages
    lists: Lists
    reader: Reader | None = None
    read_seconds: float = 10


class TryLater(Exception):
    """The network or Telegram is not there now; the job is tried again."""
