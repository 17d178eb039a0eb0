"""Are the settings read as they are listed in `.env.example`?"""

import pytest
from pydantic import SecretStr

from bot.settings import Settings, read_settings
from bot.wrong import Wrong
from tests.support.town import ROOT


def listed() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: value for name, _, value in pairs}


def default(name: str) -> str:
    value = Settings.model_fields[name].get_default()
    secret = value.get_secret_value() if isinstance(value, SecretStr) else value
    return "" if secret is None else str(secret)


def test_the_example_lists_exactly_the_settings_that_there_are_with_their_defaults() -> None:
    assert listed() == {name.upper(): default(name) for name in Settings.model_fields}


def test_each_setting_of_the_example_has_its_use_written_above_it() -> None:
    blocks = (ROOT / ".env.example").read_text().split("\n\n")[1:]
    assert [block for block in blocks if not block.startswith("# ")] == []


def test_the_example_as_it_is_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in listed().items():
        monkeypatch.setenv(name, value)
    assert read_settings() == Settings.model_construct()


def test_the_address_of_telegram_may_end_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://localhost:8081/")
    assert read_settings().api_base == "http://localhost:8081"


def test_the_value_of_a_setting_that_cannot_be_used_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://u:rahasia@x/y")
    with pytest.raises(Wrong) as wrong:
        read_settings()
    assert (wrong.value.code, wrong.value.details) == ("setting", {"name": "DATABASE_URL"})
    assert wrong.value.__suppress_context__
