"""A dialogue in RTSP (RFC 2326) over one TCP connection that carries the pictures too.

Opened and set up with a deadline; after `play` the socket never blocks: `receive` gives what came. The camera's
answers to what is said meanwhile stand between the pictures, and the reader hands them back (`heed`).
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
import re
import select
import socket
from typing import Final
from urllib.parse import unquote, urlsplit

from ..address import Address
from ..clock import Clock
from ..errors import CameraError, UnsuitedError
from ..model import Cause
from .challenge import Challenge, read_challenge
from .description import SessionDescription, Track, read_description

AGENT: Final = "MatThan"
RECEIVE_BYTES: Final = 64 * 1024
LARGEST_ANSWER: Final = 64 * 1024
USUAL_TIMEOUT_S: Final = 60.0
LEAVE_S: Final = 0.5
_CAUSES: Final = {
    401: Cause.CREDENTIALS,
    403: Cause.CREDENTIALS,
    404: Cause.PATH,
    # Busy, or not well: that is no reason to be read otherwise from now on.
    **dict.fromkeys((453, 500, 502, 503, 504), Cause.NO_DATA),
}
_STATUS: Final = re.compile(rb"RTSP/1\.\d (\d{3})")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the camera said. `headers` by lower-case name; one that stands more than once has its values in lines."""

    status: int
    headers: Mapping[str, str]
    body: str


class RtspSession:
    """One connection. Every call of the set-up raises CameraError with the cause, or UnsuitedError."""

    def __init__(self, address: Address, clock: Clock, deadline_s: float) -> None:
        parts = urlsplit(address.location)
        self._url = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._clock = clock
        self._deadline_s = deadline_s
        self._challenge: Challenge | None = None
        self._number = 0
        self._session = ""
        self._options: frozenset[str] = frozenset()
        self._rest = b""
        self._timeout_s = USUAL_TIMEOUT_S
        self._said_at_s = clock.monotonic_s()
        self._heard = False
        try:
            self._socket = socket.create_connection((address.host or "", address.port), self._left_s())
        except (OSError, UnicodeError) as err:  # a host name that cannot be one is a UnicodeError
            raise CameraError(Cause.HOST) from err

    # -- set-up

    def describe(self) -> SessionDescription:
        """What the camera sends at this address."""
        self._options = frozenset(re.split(r"[,\s]+", self._ask("OPTIONS", self._url).headers.get("public", "")))
        answer = self._ask("DESCRIBE", self._url, {"Accept": "application/sdp"})
        base = answer.headers.get("content-base") or answer.headers.get("content-location") or self._url
        self._base = base if urlsplit(base).scheme == "rtsp" else self._url
        return read_description(answer.body)

    def set_up(self, track: Track, channel: int) -> int:
        """Have a track sent over this connection; the channel on which it will come, the wished one or another."""
        way = {"Transport": f"RTP/AVP/TCP;unicast;interleaved={channel}-{channel + 1}"}
        answer = self._ask("SETUP", self._controlled(track.control), way)
        self._session, _, rest = answer.headers.get("session", "").partition(";")
        limit = re.search(r"timeout\s*=\s*(\d+)", rest)
        self._timeout_s = max(10.0, float(limit[1])) if limit else USUAL_TIMEOUT_S
        given = re.search(r"interleaved\s*=\s*(\d+)", answer.headers.get("transport", ""))
        if given is None or not self._session:
            raise UnsuitedError("the track does not come over this connection")
        return int(given[1])

    def play(self, description: SessionDescription) -> None:
        """Have the tracks that were set up sent from now on."""
        self._ask("PLAY", self._controlled(description.control), {"Range": "npt=0.000-"})
        self._socket.setblocking(False)

    # -- afterwards

    def receive(self) -> bytes | None:
        """What came since, at most `RECEIVE_BYTES`; None when nothing did. CameraError when the camera hung up."""
        if self._rest:
            rest, self._rest = self._rest, b""
            return rest
        try:
            data = self._socket.recv(RECEIVE_BYTES)
        except BlockingIOError:
            return None
        except OSError as err:
            raise CameraError(Cause.ENDED) from err
        if not data:
            raise CameraError(Cause.ENDED)
        return data

    def wait(self, longest_s: float) -> None:
        """Until something comes."""
        if not self._rest:
            select.select([self._socket], [], [], longest_s)

    def heed(self, data: bytes, at: int) -> int:
        """Where the camera's message at `at` of `data` ends; -1 while it is not whole. CameraError for anything else."""
        try:
            found = _message(data, at)
        except CameraError as err:
            raise CameraError(Cause.ENDED) from err
        if found is None:
            return -1
        answer, end = found
        if answer.status == 401:  # what keeps the session was signed with a word that is not good any more
            self._challenge = self._challenge_of(answer)
        return end

    def keep(self) -> None:
        """Say that somebody is still here, when it is time to."""
        now_s = self._clock.monotonic_s()
        if now_s - self._said_at_s < self._timeout_s / 3:  # often enough that one may be refused (`heed`)
            return
        self._said_at_s = now_s
        self._say("GET_PARAMETER" if "GET_PARAMETER" in self._options else "OPTIONS", self._base, {})

    def close(self) -> None:
        """Take leave and hang up. Waits a moment for the answer: a camera with few places then has one free again."""
        if self._session:
            with suppress(CameraError, OSError):
                self._say("TEARDOWN", self._base, {})
                self._hear_out()
        self._socket.close()

    def _hear_out(self) -> None:
        until_s = self._clock.monotonic_s() + LEAVE_S
        while (left_s := until_s - self._clock.monotonic_s()) > 0:
            if not select.select([self._socket], [], [], left_s)[0]:
                return
            data = self._socket.recv(RECEIVE_BYTES)
            if not data or b"RTSP/1.0 " in data:
                return

    # -- one question

    def _ask(self, method: str, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        tried = self._challenge
        self._say(method, url, headers or {})
        answer = self._hear()
        if answer.status == 401 and self._user and (tried is None or "stale=true" in _offers(answer).lower()):
            self._challenge = self._challenge_of(answer)
            self._say(method, url, headers or {})
            answer = self._hear()
        if answer.status == 200:
            return answer
        if (cause := _CAUSES.get(answer.status)) is not None:
            raise CameraError(cause)
        raise UnsuitedError(f"the camera answers {answer.status}")

    def _challenge_of(self, answer: Answer) -> Challenge | None:
        found = read_challenge(_offers(answer).splitlines(), self._user, self._password)
        if found is None:
            raise UnsuitedError("nobody here knows how to log in")
        return found

    def _say(self, method: str, url: str, headers: Mapping[str, str]) -> None:
        self._number += 1
        lines = [f"{method} {url} RTSP/1.0", f"CSeq: {self._number}", f"User-Agent: {AGENT}"]
        if self._session:
            lines.append(f"Session: {self._session}")
        if self._challenge is not None:
            lines.append(f"Authorization: {self._challenge.answer(method, url)}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        try:
            self._socket.sendall("\r\n".join([*lines, "", ""]).encode())
        except BlockingIOError:
            pass  # a camera that takes nothing is not kept; it hangs up, and is called again
        except TimeoutError as err:
            raise CameraError(Cause.NO_DATA) from err
        except OSError as err:
            raise CameraError(Cause.ENDED) from err

    def _hear(self) -> Answer:
        """The next answer; pictures that come before it are kept for the reader."""
        pictures, text = b"", self._rest
        while True:
            pictures, text = _parted(pictures, text)
            found = _message(text, 0)
            if found is not None:
                self._heard = True
                self._rest = pictures + text[found[1] :]
                return found[0]
            self._socket.settimeout(self._left_s())
            try:
                data = self._socket.recv(RECEIVE_BYTES)
            except TimeoutError as err:
                raise CameraError(Cause.NO_DATA) from err
            except OSError as err:
                raise CameraError(Cause.NOT_A_STREAM) from err
            if not data:
                if self._heard:
                    raise UnsuitedError("the camera hangs up in the middle of the talk", passing=True)
                raise CameraError(Cause.NOT_A_STREAM)
            text += data

    def _left_s(self) -> float:
        left_s = self._deadline_s - self._clock.monotonic_s()
        if left_s <= 0:
            raise CameraError(Cause.NO_DATA)
        return left_s

    def _controlled(self, control: str) -> str:
        """The address of a track, or of all of them."""
        if control.lower().startswith("rtsp://"):
            return control
        if control in {"", "*"}:
            return self._base
        return f"{self._base.removesuffix('/')}/{control.removeprefix('/')}"


def _parted(pictures: bytes, data: bytes) -> tuple[bytes, bytes]:
    """Whole interleaved packets at the beginning of `data` go over to `pictures`."""
    at = 0
    while len(data) - at >= 4 and data[at] == 0x24:
        end = at + 4 + (data[at + 2] << 8 | data[at + 3])
        if end > len(data):
            break
        at = end
    return pictures + data[:at], data[at:]


def _message(data: bytes, at: int) -> tuple[Answer, int] | None:
    """An answer and where it ends; None while it is not whole. CameraError for what is none.

    A request of the camera's own (it may announce something) counts as an answer without a status.
    """
    if data[at : at + 1] == b"$" or len(data) - at < 12:
        return None
    head_end = data.find(b"\r\n\r\n", at, at + LARGEST_ANSWER)
    line = data[at : at + 200].partition(b"\r\n")[0]
    status = _STATUS.match(line)
    if status is None and not re.fullmatch(rb"[A-Z_]+ \S+ RTSP/1\.\d", line):
        raise CameraError(Cause.NOT_A_STREAM)
    if head_end < 0:
        if len(data) - at >= LARGEST_ANSWER:
            raise CameraError(Cause.NOT_A_STREAM)
        return None
    headers: dict[str, str] = {}
    for raw in data[at:head_end].decode("utf-8", "replace").splitlines()[1:]:
        name, _, value = raw.partition(":")
        key = name.strip().lower()
        headers[key] = f"{headers[key]}\n{value.strip()}" if key in headers else value.strip()
    length = headers.get("content-length", "0")
    size = int(length) if length.isdecimal() else 0
    if size > LARGEST_ANSWER:
        raise CameraError(Cause.NOT_A_STREAM)
    end = head_end + 4 + size
    if end > len(data):
        return None
    return Answer(int(status[1]) if status else 0, headers, data[head_end + 4 : end].decode("utf-8", "replace")), end


def _offers(answer: Answer) -> str:
    return answer.headers.get("www-authenticate", "")
