"""Which settings does the operator give? Every environment variable, once; `.env.example` lists them all."""

from datetime import datetime
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment and from a file `.env` beside it."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite+aiosqlite:///var/lindung.db"
    data_dir: Path = Path("var")
    data_keys_file: Path = Path("var/keys")
    programme_file: Path = Path("programmes/balikpapan.toml")
    staff_chat_id: int | None = None
    clock_start: datetime | None = None
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    send_per_second: int = Field(default=28, ge=1)
    send_chat_burst: int = Field(default=12, ge=1)
    send_group_per_minute: int = Field(default=19, ge=1)

    @property
    def api_base(self) -> str:
        """The address before `/bot<token>/<method>`."""
        return self.telegram_api_url.rstrip("/")
