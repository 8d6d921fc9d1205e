"""A camera's address and its user name and password, kept apart and joined only for the engine.

Owners paste addresses as the vendor's page shows them, often with the password inside. The form takes them apart
here; what is stored, shown or compared is the address alone.
"""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

SCHEMES = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}


class AddressError(ValueError):
    """A text that is not the address of a video stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamAddress:
    """An address without credentials, and the credentials that were written into it, if any."""

    url: str
    username: str | None = None
    password: str | None = None


def parse_address(text: str) -> StreamAddress:
    """Take apart what an owner typed. AddressError when no stream can be there."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError as err:
        raise AddressError from err
    if parts.scheme.lower() not in SCHEMES or not host or any(char.isspace() for char in parts.netloc):
        raise AddressError
    where = f"[{host}]" if ":" in host else host
    bare = parts._replace(scheme=parts.scheme.lower(), netloc=where if port is None else f"{where}:{port}", fragment="")
    return StreamAddress(
        url=urlunsplit(bare),
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def with_credentials(url: str, username: str | None, password: str | None) -> str:
    """The address the engine opens. Nothing but the pipe to the engine may carry it."""
    if not username:
        return url
    parts: SplitResult = urlsplit(url)
    secret = f"{quote(username, safe='')}:{quote(password or '', safe='')}"
    return urlunsplit(parts._replace(netloc=f"{secret}@{parts.netloc}"))


def with_host(url: str, host: str) -> str:
    """The same stream at another address of its device."""
    parts = urlsplit(url)
    where = f"[{host}]" if ":" in host else host
    return urlunsplit(parts._replace(netloc=where if parts.port is None else f"{where}:{parts.port}"))


def host_of(url: str) -> str:
    """The name or number of the device that a stream comes from."""
    return urlsplit(url).hostname or ""


def fingerprint(url: str) -> str:
    """The same for every spelling of the same stream; tells nothing about the address."""
    parts = urlsplit(url)
    port = parts.port or SCHEMES.get(parts.scheme, 0)
    path = parts.path.rstrip("/")
    return sha256(f"{parts.hostname}:{port}{path}?{parts.query}".encode()).hexdigest()[:32]
