"""A camera that speaks RTSP as a test wants it to: its login, its answers, and every byte that it sends."""

import base64
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
import hashlib
from pathlib import Path
import re
import socket
import subprocess
import threading
from typing import Any

import av

MOST_BYTES = 1200


def rtp_of(movie: Path, most_pictures: int = 10_000) -> list[bytes]:
    """The RTP packets that FFmpeg makes of a movie's pictures. Those of MPEG-TS bring their parameter sets along."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as heard, av.open(str(movie)) as source:
        heard.bind(("127.0.0.1", 0))
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8_000_000)
        heard.settimeout(0.5)
        packets: list[bytes] = []
        video = source.streams.video[0]
        url = f"rtp://127.0.0.1:{heard.getsockname()[1]}?pkt_size={MOST_BYTES}"
        with av.open(url, "w", format="rtp") as out:
            track = out.add_stream_from_template(video)
            for number, packet in enumerate(source.demux(video)):
                if packet.dts is None or number >= most_pictures:
                    break
                packet.stream = track
                out.mux(packet)
                packets += _heard(heard, 0.0)
        packets += _heard(heard, 0.2)
    return [packet for packet in packets if packet[1] & 127 < 120]  # not the reports beside them


def _heard(server: socket.socket, longest_s: float) -> Iterator[bytes]:
    server.settimeout(longest_s)
    while True:
        try:
            yield server.recv(65536)
        except TimeoutError, BlockingIOError:
            return


def sdp_of(movie: Path) -> str:
    """What FFmpeg says of a movie that it sends, with the parameter sets that only this holds."""
    told = movie.with_suffix(".sdp")
    send = ["-c", "copy", "-f", "rtp", "-sdp_file", str(told), "rtp://127.0.0.1:9"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(movie), *send], check=True)
    return told.read_text().partition("SDP:\n")[2] or told.read_text() + "a=control:track1\r\n"


def interleaved(packets: Sequence[bytes], channel: int = 0) -> bytes:
    """The packets as they come over the session's connection."""
    return b"".join(b"$" + bytes((channel,)) + len(packet).to_bytes(2) + packet for packet in packets)


def description(codec: str, more: str = "") -> str:
    """What such a camera says of itself."""
    return (
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\na=control:*\r\n"
        f"m=video 0 RTP/AVP 96\r\na=rtpmap:96 {codec}/90000\r\na=framerate:15.0\r\na=control:track1\r\n{more}"
    )


@dataclass
class ScriptedCamera:
    """What it demands, what it says, what it sends once it plays.

    `asked` is what it was asked for, `agents` who asked: one for each connection.
    """

    described: str
    stream: Sequence[bytes] = ()  # pieces, each sent by itself
    challenge: str = ""
    user: str = "viewer"
    password: str = "p@ss: /%"
    session: str = "12345678;timeout=60"
    transport: str = "RTP/AVP/TCP;unicast;interleaved=0-1"
    hangs_up: bool = False
    refuses: str = ""  # what it answers to DESCRIBE instead
    drops_at: str = ""  # the question at which it hangs up, the first time that it hears it
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    port: int = 0

    def url(self, login: str | None = None) -> str:
        """Its address."""
        login = "viewer:p%40ss%3A%20%2F%25@" if login is None else login
        return f"rtsp://{login}127.0.0.1:{self.port}/live?channel=1"

    @contextmanager
    def serving(self) -> Iterator[ScriptedCamera]:
        """Listen, and treat each connection so."""
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.port = server.getsockname()[1]
            threading.Thread(target=self._serve, args=(server,), daemon=True).start()
            yield self

    def _serve(self, server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=self._attend, args=(connection,), daemon=True).start()

    def _attend(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines:
            known = False
            try:
                while request := self._request(lines):
                    if not known:
                        self.agents.append(request[2].get("user-agent", ""))
                    known = True
                    if request[0] == self.drops_at:
                        self.drops_at = ""
                        return
                    self._answer(connection, *request)
            except OSError:
                return

    def _request(self, lines: Any) -> tuple[str, str, dict[str, str]] | None:
        first = lines.readline().decode().split()
        if len(first) != 3:
            return None
        headers = {}
        while line := lines.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return first[0], first[1], headers

    def _answer(self, connection: socket.socket, method: str, url: str, headers: dict[str, str]) -> None:
        self.asked.append(method)
        said = {"CSeq": headers["cseq"]}
        if self.challenge and not self._is_right(method, url, headers.get("authorization", "")):
            self._say(connection, "401 Unauthorized", said | {"WWW-Authenticate": self.challenge})
            return
        match method:
            case "OPTIONS":
                said["Public"] = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN"
            case "SETUP":
                second = url.endswith("/track2")
                transport = self.transport.replace("0-1", "2-3") if second else self.transport
                said |= {"Session": self.session, "Transport": transport}
        if method == "DESCRIBE" and self.refuses:
            self._say(connection, self.refuses, said)
            return
        body = self.described if method == "DESCRIBE" else ""
        self._say(connection, "200 OK", said, body)
        if method == "PLAY":
            for piece in self.stream:
                connection.sendall(piece)
            if self.hangs_up:
                connection.shutdown(socket.SHUT_RDWR)

    def _say(self, connection: socket.socket, status: str, headers: dict[str, str], body: str = "") -> None:
        if body:
            headers["Content-Length"] = str(len(body.encode()))
        lines = [f"RTSP/1.0 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", body]
        connection.sendall("\r\n".join(lines).encode())

    def _is_right(self, method: str, url: str, said: str) -> bool:
        if self.challenge.startswith("Basic"):
            return said == "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        words = dict(re.findall(r'(\w+)="?([^",]+)"?', said))
        hashed: Callable[[bytes], Any] = hashlib.sha256 if "SHA-256" in self.challenge else hashlib.md5
        who = hashed(f"{self.user}:home:{self.password}".encode()).hexdigest()
        what = hashed(f"{method}:{url}".encode()).hexdigest()
        middle = f"{words.get('nc')}:{words.get('cnonce')}:auth:" if "qop" in self.challenge else ""
        nonce = re.search(r'nonce="(\w+)"', self.challenge)
        assert nonce is not None
        right = hashed(f"{who}:{nonce[1]}:{middle}{what}".encode()).hexdigest()
        return words.get("response") == right and words.get("uri") == url
