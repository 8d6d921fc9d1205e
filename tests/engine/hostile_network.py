"""Hostile streams over real sockets: a web server and an RTSP camera that keep to no rule. Seeded like the files."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
import random
import socket
import struct
import threading
import time

from hostile_streams import HostileMaker

type Serve = Callable[[socket.socket], None]
SENDS_FOR_S = 3.0


@contextmanager
def serving(serve: Serve) -> Iterator[int]:
    """A port that treats every connection so."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=attend, args=(connection,), daemon=True).start()

        def attend(connection: socket.socket) -> None:
            with connection:
                connection.settimeout(5)
                try:
                    serve(connection)
                except OSError:
                    return

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1]


def hostile_http(maker: HostileMaker, seed: int) -> Serve:
    """An answer whose head, length or body is wrong."""
    rng = random.Random(seed)
    body = maker.make(seed).path.read_bytes()
    picture = maker.sound("mjpeg", "mjpeg").read_bytes()[:3000]
    part = b"--cut\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % rng.choice([0, 10, 3000, 2**40])
    parts = b"".join(part + picture for _ in range(50))
    head = b"HTTP/1.1 200 OK\r\n"
    answers = [
        head + b"Content-Type: video/mp4\r\nContent-Length: %d\r\n\r\n" % rng.choice([0, 17, len(body), 2**62]) + body,
        head + b"Content-Type: multipart/x-mixed-replace; boundary=cut\r\n\r\n" + parts,
        head + b"Transfer-Encoding: chunked\r\n\r\n" + b"%x\r\n" % rng.choice([1, 2**31, 2**63]) + body,
        head + b"X-Endless: " + b"a" * 200_000,
        b"HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\n\r\n",
        rng.randbytes(5000),
    ]
    answer = rng.choice(answers)

    def serve(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(answer)

    return serve


class HostileRtsp:
    """An RTSP camera with a wrong description, or wrong packets, or both."""

    def __init__(self, maker: HostileMaker, seed: int) -> None:
        self._rng = random.Random(seed)
        self._codec = self._rng.choice(["h264", "hevc"])
        data = maker.sound(self._codec, self._codec).read_bytes().replace(b"\0\0\0\1", b"\0\0\1")
        self._units = [unit for unit in data.split(b"\0\0\1") if unit]

    def __call__(self, connection: socket.socket) -> None:
        """Answer what is asked until it is told to play, then send."""
        while request := self._request(connection):
            method, number = request
            if method == "DESCRIBE":
                self._answer(connection, number, self._description(), "Content-Type: application/sdp\r\n")
            elif method == "SETUP":
                carried = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n"
                self._answer(connection, number, b"", carried)
            elif method == "PLAY":
                self._answer(connection, number, b"", "Session: 1\r\n")
                self._send(connection)
                return
            else:
                self._answer(connection, number, b"", "Public: DESCRIBE, SETUP, PLAY\r\n")

    @staticmethod
    def _request(connection: socket.socket) -> tuple[str, str] | None:
        text = b""
        while b"\r\n\r\n" not in text:
            more = connection.recv(4096)
            if not more:
                return None
            text += more
        lines = text.decode(errors="replace").split("\r\n")
        number = next((line.split(":")[1] for line in lines if line.lower().startswith("cseq")), "1")
        return lines[0].split(" ")[0], number.strip()

    @staticmethod
    def _answer(connection: socket.socket, number: str, body: bytes, more: str) -> None:
        head = f"RTSP/1.0 200 OK\r\nCSeq: {number}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)

    def _description(self) -> bytes:
        name = {"h264": "H264", "hevc": "H265"}[self._codec]
        sets = bytearray(self._units[0])
        if self._rng.random() < 0.5:
            sets[self._rng.randrange(len(sets))] ^= 1 << self._rng.randrange(8)
        sprop = base64.b64encode(bytes(sets)).decode()
        key = "sprop-parameter-sets" if self._codec == "h264" else "sprop-sps"
        rate = self._rng.choice([90000, 90000, 90000, 1, 2**31])
        lines = [
            "v=0", "o=- 0 0 IN IP4 127.0.0.1", "s=-", "c=IN IP4 0.0.0.0", "t=0 0", "m=video 0 RTP/AVP 96",
            f"a=rtpmap:96 {name}/{rate}", f"a=fmtp:96 packetization-mode=1;{key}={sprop}", "a=control:track",
        ]  # fmt: skip
        text = "\r\n".join(lines) + "\r\n"
        if self._rng.random() < 0.2:
            text = text[: self._rng.randrange(len(text))] + "a=" + "x" * self._rng.randrange(20_000)
        return text.encode()

    def _send(self, connection: socket.socket) -> None:
        number, stamp, until = 0, self._rng.randrange(2**32), time.monotonic() + SENDS_FOR_S
        damage = self._rng.choice([0.0, 0.05, 0.5])
        while time.monotonic() < until:
            for unit in self._units:
                number += 1 if self._rng.random() > 0.02 else self._rng.randrange(60_000)
                stamp += 900 if self._rng.random() > 0.01 else self._rng.randrange(2**32)
                packet = bytearray(struct.pack(">BBHII", 128, 224, number % 2**16, stamp % 2**32, 7) + unit[:1300])
                if self._rng.random() < damage:
                    packet[self._rng.randrange(len(packet))] ^= 1 << self._rng.randrange(8)
                length = len(packet) if self._rng.random() > damage / 10 else self._rng.randrange(2**16)
                connection.sendall(b"$\0" + struct.pack(">H", length) + packet)
            time.sleep(0.02)


def address_of(maker: HostileMaker, seed: int) -> tuple[str, Serve]:
    """The scheme and the server of a seed's network stream."""
    return ("http", hostile_http(maker, seed)) if seed % 2 else ("rtsp", HostileRtsp(maker, seed))
