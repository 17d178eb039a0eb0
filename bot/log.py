"""What is logged? Events and numbers, never personal data and never the token."""

import logging
import re
import warnings

_TOKEN = re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}")
_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")


class _Redact(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return _NIK.sub("<nik>", _TOKEN.sub("<token>", super().format(record)))


def set_up(level: str, handler: logging.Handler | None = None) -> None:
    """Log to standard error, or to `handler`.

    Libraries speak from WARNING on: their lower levels print addresses with the token.
    """
    handler = handler or logging.StreamHandler()
    handler.setFormatter(_Redact("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("bot", "handlers", "delivery", "jobs", "storage"):
        logging.getLogger(name).setLevel(level)
    # aiogram prints the text of what a handler raised, which may hold what a person typed.
    logging.getLogger("aiogram.event").setLevel(logging.CRITICAL)
    # The courier speaks python-telegram-bot's general method on purpose: it sends rows, not typed calls.
    warnings.filterwarnings("ignore", message=r"Please use 'Bot\.")
