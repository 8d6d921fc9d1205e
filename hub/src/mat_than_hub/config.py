"""What the administrator decides: from a TOML file, the environment and the command line, in rising order.

Values that would put households at risk (http to the network, a public address without https, a certificate without
its key) are refused with a sentence that says what to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from pathlib import Path
import tomllib
from typing import Any
from urllib.parse import urlsplit

from .protocol.pairing import is_private_line

ENVIRONMENT_PREFIX = "MAT_THAN_HUB_"


_NUMBERS = {
    "port",
    "retention_days",
    "session_hours",
    "free_space_mib",
    "requests_per_case",
    "requests_per_officer",
}


class ConfigError(Exception):
    """A setting that cannot be; the message is for the administrator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8443
    public_url: str = ""  # what homes and officers type; empty: the address served on
    tls_cert: Path | None = None
    tls_key: Path | None = None
    behind_proxy: bool = False
    database: str = ""  # a SQLAlchemy URL; empty: SQLite in `data`
    retention_days: int = 30  # the longest anything is kept, whatever a consent allows
    session_hours: int = 12
    free_space_mib: int = 512  # below it uploads are put off
    requests_per_case: int = 3  # in seven days, for footage
    requests_per_officer: int = 20  # in seven days

    @property
    def url(self) -> str:
        """The public address, without a slash at its end."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls_cert else 'http'}://{host}:{self.port}"

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL."""
        return self.database or f"sqlite+aiosqlite:///{self.data / 'hub.sqlite'}"

    @property
    def secure_cookies(self) -> bool:
        """Whether browsers reach the console by https."""
        return self.url.startswith("https:")

    def __post_init__(self) -> None:
        """Refuse what is unsafe or cannot be."""
        if not 0 < self.port < 65536:
            raise ConfigError("port must lie in 1..65535")
        if (self.tls_cert is None) != (self.tls_key is None):
            raise ConfigError("tls_cert and tls_key belong together; give both")
        if not self.behind_proxy and self.tls_cert is None and not _is_loopback(self.host):
            raise ConfigError(
                f"serving plain http on {self.host} would show footage to the network; give --tls-cert and --tls-key, "
                "or --behind-proxy when a proxy adds https"
            )
        parts = urlsplit(self.url)
        if not parts.hostname or parts.path or parts.query or parts.fragment or parts.username is not None:
            raise ConfigError("public_url must be scheme://host[:port] and nothing more")
        if not is_private_line(self.url):
            raise ConfigError("public_url must be https (http only for this very machine)")
        if not 1 <= self.retention_days <= 365:
            raise ConfigError("retention_days must lie in 1..365")
        if not 1 <= self.session_hours <= 168:
            raise ConfigError("session_hours must lie in 1..168")
        if self.free_space_mib < 0:
            raise ConfigError("free_space_mib must not be negative")
        if self.requests_per_case < 1 or self.requests_per_officer < 1:
            raise ConfigError("requests_per_case and requests_per_officer must be 1 or more")
        if not self.database_url.startswith(("sqlite+aiosqlite:", "postgresql+asyncpg:")):
            raise ConfigError("database must begin with sqlite+aiosqlite: or postgresql+asyncpg:")


def load_settings(given: Mapping[str, Any], environment: Mapping[str, str], file: Path | None = None) -> Settings:
    """Settings from the command line (`given`, None is not given), the environment and a TOML file."""
    merged: dict[str, Any] = _from_file(file) if file else {}
    names = {field.name for field in fields(Settings)}
    for name in names:
        if (text := environment.get(ENVIRONMENT_PREFIX + name.upper())) is not None:
            merged[name] = text
    merged |= {name: value for name, value in given.items() if value is not None}
    if unknown := sorted(set(merged) - names):
        raise ConfigError(f"unknown settings: {', '.join(unknown)}")
    if not merged.get("data"):
        raise ConfigError("say where the data goes: --data DIR")
    return Settings(**{name: _convert(name, value) for name, value in merged.items()})


def _from_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as err:
        raise ConfigError(f"cannot read {file}: {err.strerror}") from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise ConfigError(f"{file} is not TOML: {err}") from err


def _convert(name: str, value: Any) -> Any:
    try:
        if name in {"data", "tls_cert", "tls_key"}:
            return Path(value).expanduser().absolute()
        if name in _NUMBERS:
            return int(value)
    except (TypeError, ValueError) as err:
        raise ConfigError(f"{name} is not right") from err
    if name == "behind_proxy":
        if value not in {True, False, "true", "false", "1", "0"}:
            raise ConfigError("behind_proxy is neither true nor false")
        return value in {True, "true", "1"}
    if not isinstance(value, str):
        raise ConfigError(f"{name} is not a text")
    return value


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
