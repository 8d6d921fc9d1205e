"""One request to a hub and its answer: signed, bounded in time and size, never redirected, never trusted.

Whatever a hub does (silence, endless bodies, HTML, redirects, packed bodies, a wrong clock) ends here as one of
the exceptions of `errors`, or as an answer of at most `JSON_BYTES`.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
import json
import ssl
from types import MappingProxyType
from typing import Any

import aiohttp
from homeassistant.const import EVENT_HOMEASSISTANT_CLOSE
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.aiohttp_client import async_create_clientsession
from homeassistant.util.hass_dict import HassKey
from yarl import URL

from ..const import DOMAIN
from ..lib.mat_than_engine.protocol.limits import JSON_BYTES
from ..lib.mat_than_engine.protocol.parts import OFFSET_FIELD, parse_offset
from ..lib.mat_than_engine.protocol.problems import Problem, ProblemDocument
from ..lib.mat_than_engine.wire import WireError, read
from .errors import HubCertificateError, HubNonsenseError, HubRefusedError, HubUnreachableError
from .identity import Identity
from .outgoing import OutgoingBody, OutgoingBytes, OutgoingPieces
from .pace import Pace
from .signatures import RequestHead, signed_headers

SMALL_TIMEOUT = aiohttp.ClientTimeout(total=20, sock_connect=10, sock_read=15)
# A clip may take long on a thin line; what counts is that it moves, and that it ends some day.
CLIP_TIMEOUT = aiohttp.ClientTimeout(total=1800, sock_connect=10, sock_read=60)
LONGEST_RETRY_AFTER_S = 3600.0  # a hub cannot silence a home for longer with one answer

_SESSION: HassKey[aiohttp.ClientSession] = HassKey(f"{DOMAIN}.hub_session")


@callback
def async_get_hub_session(hass: HomeAssistant) -> aiohttp.ClientSession:
    """Home Assistant's session for hubs: no cookies between hubs, nothing unpacked that a hub packed."""
    if _SESSION not in hass.data:
        session = async_create_clientsession(
            hass, auto_cleanup=False, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
        )

        @callback
        def _detach(_event: Event) -> None:
            session.detach()

        hass.bus.async_listen_once(EVENT_HOMEASSISTANT_CLOSE, _detach)
        hass.data[_SESSION] = session
    return hass.data[_SESSION]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBody:
    """A body read from a file while it is sent; `read()` starts over with each attempt."""

    sha256: str
    size_bytes: int
    read: Callable[[], AsyncIterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: method, path and query as they go on the wire, and a body with its type.

    The hub may take `wait_s` longer than usual with its answer: it was asked to wait for something to tell.
    """

    method: str
    path: str
    body: bytes | FileBody | None = None
    content_type: str = "application/json"
    fields: Mapping[str, str] = MappingProxyType({})  # of the head, beside the usual ones
    signed: bool = True
    wait_s: float = 0.0

    @property
    def timeout(self) -> aiohttp.ClientTimeout:
        """How long it may take."""
        if isinstance(self.body, FileBody):
            return CLIP_TIMEOUT
        if not self.wait_s:
            return SMALL_TIMEOUT
        return aiohttp.ClientTimeout(total=20 + self.wait_s, sock_connect=10, sock_read=15 + self.wait_s)


@dataclass(frozen=True, slots=True)
class Answer:
    """A 2xx and its body; `offset` is how much of an upload the hub has, where it says so."""

    status: int
    body: bytes
    offset: int | None = None


class Transport:
    """Requests to one hub, signed with this home's key for it; no faster than `pace`."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        hub_url: str,
        identity: Identity | None,
        clock: Callable[[], datetime],
        pace: Pace | None = None,
    ) -> None:
        self._session = session
        self._hub_url = hub_url
        self._identity = identity
        self._clock = clock
        self._pace = pace
        self._skew = timedelta(0)

    async def ask(self, call: Call) -> Answer:
        """Send and read the answer; once more where only the clocks differ. Raises `SharingError`s.

        Of a call that is cancelled nothing more leaves, wherever its body is.
        """
        try:
            return await self._attempt(call)
        except _ClockSkewError as skew:
            self._skew = skew.server_time - self._clock()
            try:
                return await self._attempt(call)
            except _ClockSkewError as err:
                raise HubRefusedError(401, Problem.CLOCK_SKEW) from err

    async def _attempt(self, call: Call) -> Answer:
        url = URL(f"{self._hub_url}{call.path}", encoded=True)
        body = self._outgoing(call.body)
        try:
            async with self._session.request(
                call.method,
                url,
                data=body,
                headers=self._headers(call, str(url)),
                allow_redirects=False,
                timeout=self._timeout(call),
            ) as response:
                return await _read_answer(response)
        except asyncio.CancelledError:
            if body is not None:
                body.line.reset()
            raise
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError, ssl.SSLError) as err:
            raise HubCertificateError("the hub's certificate is not good") from err
        except aiohttp.ClientResponseError as err:  # what answers is not HTTP as aiohttp knows it
            raise HubNonsenseError("the answer is not HTTP") from err
        except (aiohttp.ClientError, TimeoutError, OSError) as err:
            raise HubUnreachableError(f"no answer ({type(err).__name__})") from err

    def _outgoing(self, body: bytes | FileBody | None) -> OutgoingBody | None:
        if body is None:
            return None
        if isinstance(body, FileBody):
            return OutgoingPieces(body.read() if self._pace is None else self._pace.paced(body.read()))
        if self._pace is not None:
            self._pace.note(len(body))
        return OutgoingBytes(body)

    def _timeout(self, call: Call) -> aiohttp.ClientTimeout:
        """How long it may take; what is slow because the owner wants it so, so much longer."""
        timeout = call.timeout
        if self._pace is None or not isinstance(call.body, FileBody) or timeout.total is None:
            return timeout
        slow_s = call.body.size_bytes / self._pace.bytes_per_s
        return aiohttp.ClientTimeout(
            total=timeout.total + 2 * slow_s, sock_connect=timeout.sock_connect, sock_read=timeout.sock_read
        )

    def _headers(self, call: Call, url: str) -> dict[str, str]:
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", **call.fields}
        if call.body is not None:
            headers["Content-Type"] = call.content_type
        if isinstance(call.body, FileBody):
            headers["Content-Length"] = str(call.body.size_bytes)
        if call.signed:
            if self._identity is None:
                raise ValueError("a signed request needs a key")
            digest = call.body.sha256 if isinstance(call.body, FileBody) else call.body
            head = RequestHead(method=call.method, url=url, fields=headers, body=digest)
            return signed_headers(self._identity, head, created=self._clock() + self._skew)
        return headers


class _ClockSkewError(Exception):
    """The hub's clock and ours differ; it told its own."""

    def __init__(self, server_time: datetime) -> None:
        super().__init__("clock skew")
        self.server_time = server_time


async def _read_answer(response: aiohttp.ClientResponse) -> Answer:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise HubNonsenseError("the answer is packed")
    body = bytearray()
    async for chunk in response.content.iter_chunked(16 * 1024):
        body += chunk
        if len(body) > JSON_BYTES:
            raise HubNonsenseError("the answer is too long")
    if 200 <= response.status < 300:
        return Answer(response.status, bytes(body), parse_offset(response.headers.get(OFFSET_FIELD)))
    raise _refusal(response, bytes(body))


def _refusal(response: aiohttp.ClientResponse, body: bytes) -> Exception:
    """The exception for an answer that is no 2xx."""
    document = _problem_document(response.content_type, body)
    retry_after = _retry_after_s(response.headers.get("Retry-After"), document)
    if document is None:
        # A proxy in front of the hub answers for it with 502, 503 or 429 and a page of its own: busy, not nonsense.
        # What was asked by HEAD is answered without a document.
        if response.status == 429 or response.status >= 500 or response.method == "HEAD":
            return HubRefusedError(response.status, None, retry_after)
        return HubNonsenseError(f"status {response.status} without a problem document")
    if document.problem is Problem.CLOCK_SKEW and document.server_time is not None:
        return _ClockSkewError(document.server_time)
    return HubRefusedError(response.status, document.problem, retry_after)


def _problem_document(content_type: str, body: bytes) -> ProblemDocument | None:
    """The problem in a body; members that a later version added are passed over (RFC 9457, section 3.2)."""
    if content_type != "application/problem+json":
        return None
    known = {field.name for field in fields(ProblemDocument)}
    try:
        value: Any = json.loads(body)
        if not isinstance(value, dict):
            return None
        return read(ProblemDocument, {name: part for name, part in value.items() if name in known})
    except ValueError, RecursionError, WireError:
        return None


def _retry_after_s(header: str | None, document: ProblemDocument | None) -> float | None:
    wanted: float | None = document.retry_after_s if document is not None else None
    if header is not None and header.strip().isdecimal() and len(header) < 10:
        wanted = float(header)
    return None if wanted is None else min(max(wanted, 0.0), LONGEST_RETRY_AFTER_S)


def utc_now() -> datetime:
    """The clock of requests."""
    return datetime.now(UTC)
