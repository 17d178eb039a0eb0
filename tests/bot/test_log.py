"""Does the log tell what happens without telling a token or a NIK?"""

import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO

import pytest

from bot.log import set_up

TOKEN = "123456789:" + "Ab-_1" * 7


@pytest.fixture
def log() -> Iterator[StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with redirect_stderr(StringIO()) as written:
        set_up("INFO")
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


def said(log: StringIO) -> list[str]:
    """The lines without their time."""
    return [line.split(" ", 2)[2] for line in log.getvalue().splitlines()]


def test_a_token_and_a_nik_are_left_out_wherever_they_stand(log: StringIO) -> None:
    logging.getLogger("bot.x").warning("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("aiohttp").error("/file/bot%s/photo", TOKEN.replace(":", "%3A"))
    logging.getLogger("storage").error("nik=%s, case 12345678901234567", "6471051708900001")
    assert said(log) == [
        "WARNING bot.x: GET https://api.telegram.org/bot<token>/getMe",
        "ERROR   aiohttp: /file/bot<token>/photo",
        "ERROR   storage: nik=<nik>, case 12345678901234567",
    ]


def test_a_token_in_a_traceback_is_left_out_too(log: StringIO) -> None:
    problem = ConnectionError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("bot").error("lost", exc_info=problem)
    assert TOKEN not in log.getvalue()
    assert log.getvalue().splitlines()[-1] == "ConnectionError: https://api.telegram.org/bot<token>/getMe"


def test_the_bot_speaks_from_its_level_on_and_libraries_from_warning_on(log: StringIO) -> None:
    logging.getLogger("bot.app").info("mulai")
    logging.getLogger("bot.app").debug("rincian")
    logging.getLogger("aiogram").info("update")
    logging.getLogger("telegram.Bot").debug("Call to Bot API endpoint")
    assert said(log) == ["INFO    bot.app: mulai"]
