"""Which settings does the operator give? Every environment variable, once; `.env.example` lists them all."""

from datetime import datetime
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.wrong import Wrong

_DATABASES = {"sqlite+aiosqlite", "postgresql+asyncpg"}


class Settings(BaseSettings):
    """Read from the environment and from a file `.env` beside it."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True)

    bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^/]")
    database_url: str = "sqlite+aiosqlite:///var/lindung.db"
    data_dir: Path = Path("var")
    data_keys_file: Path = Path("var/keys")
    vault_url: str | None = Field(default=None, pattern=r"^s3://[a-z0-9][a-z0-9.-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?$")
    vault_endpoint: str | None = Field(default=None, pattern=r"^https?://[^/]")
    vault_region: str = "us-east-1"
    vault_key_id: SecretStr = SecretStr("")
    vault_key_secret: SecretStr = SecretStr("")
    programme_file: Path = Path("programmes/balikpapan.toml")
    staff_chat_id: int | None = None
    clock_start: datetime | None = None
    clock_file: Path | None = None
    read_seconds: int = Field(default=10, ge=0)
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    send_per_second: int = Field(default=30, ge=1)
    send_chat_burst: int = Field(default=12, ge=1)
    send_group_per_minute: int = Field(default=20, ge=1)
    paid_broadcast: int = Field(default=0, ge=0, le=1000)

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: str) -> str:
        try:
            known = make_url(address).drivername in _DATABASES
        except ArgumentError:
            known = False
        if not known:
            raise ValueError("no such database")
        return address

    @property
    def api_base(self) -> str:
        """The address before `/bot<token>/<method>`."""
        return self.telegram_api_url.rstrip("/")


def read_settings() -> Settings:
    """The settings of the environment. Raises `Wrong` for the first that cannot be used; its value is not told."""
    try:
        return Settings()
    except ValidationError as problem:
        name = str(problem.errors(include_url=False, include_context=False)[0]["loc"][0])
        raise Wrong("setting", name=name.upper()) from None
