"""Streams no camera should send, made from a seed: the same seed, the same bytes.

`HostileMaker.make` writes one as a file. Its kinds are the ways in which streams go wrong: damaged on the way, coded by
a broken or malicious encoder, dated by a broken clock, cut off, of absurd sizes, or no video at all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
import random
import subprocess
from typing import cast

import av

CODERS = {"h264": "libx264", "hevc": "libx265", "mjpeg": "mjpeg"}
NAL_START = b"\0\0\0\1"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One stream: what was done to it, and where it lies."""

    seed: int
    kind: str
    path: Path


class HostileMaker:
    """Makes streams in a folder; the sound ones they come from are encoded once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._kinds: list[Callable[[random.Random], tuple[str, bytes]]] = [
            self._bit_flips,
            self._bit_flips,
            self._truncated,
            self._cut_and_pasted,
            self._zeroed,
            self._wrong_sps,
            self._wrong_sps,
            self._changing_size,
            self._endless_gop,
            self._no_key_frame,
            self._dates,
            self._dates,
            self._huge_picture,
            self._tiny_picture,
            self._hollow,
            self._sound_only,
            self._noise,
            self._nothing_alike,
        ]

    def make(self, seed: int) -> Hostile:
        """The stream of that seed."""
        rng = random.Random(seed)
        make = self._kinds[seed % len(self._kinds)]
        suffix, data = make(rng)
        path = self.folder / f"hostile{seed}.{suffix}"
        path.write_bytes(data)
        return Hostile(seed, make.__name__.strip("_"), path)

    def sound(self, codec: str, kind: str, size: str = "160x90", seconds: float = 4) -> Path:
        """A sound stream to start from, in that kind of file."""
        path = self.folder / f"sound.{codec}.{size}.{kind}"
        if not path.exists():
            scale = size.replace("x", ":")
            video = ["-f", "lavfi", "-i", f"testsrc2=s=160x90:r=10:d={seconds},scale={scale}:flags=neighbor"]
            tone = ["-f", "lavfi", "-i", f"sine=d={seconds}:sample_rate=16000"] if kind in {"mp4", "ts", "mkv"} else []
            coder = ["-c:v", CODERS[codec], "-g", "10"] + ([] if codec == "mjpeg" else ["-preset", "ultrafast"])
            pixels = "yuvj444p" if codec == "mjpeg" else "yuv420p"
            make = ["ffmpeg", "-v", "error", "-y", *video, *tone, *coder, "-pix_fmt", pixels, "-c:a", "aac", str(path)]
            subprocess.run(make, check=True, capture_output=True)
        return path

    def _any(self, rng: random.Random) -> tuple[str, bytearray]:
        codec = rng.choice(["h264", "h264", "hevc", "hevc", "mjpeg"])
        kinds = {"h264": ["mp4", "ts", "mkv", "h264"], "hevc": ["mp4", "ts", "mkv", "hevc"], "mjpeg": ["mkv", "mjpeg"]}
        kind = rng.choice(kinds[codec])
        return kind, bytearray(self.sound(codec, kind).read_bytes())

    def _raw(self, rng: random.Random) -> tuple[str, list[bytes]]:
        """The units of an elementary stream."""
        codec = rng.choice(["h264", "hevc"])
        data = self.sound(codec, codec).read_bytes().replace(NAL_START, b"\0\0\1")
        return codec, [unit for unit in data.split(b"\0\0\1") if unit]

    def _bit_flips(self, rng: random.Random) -> tuple[str, bytes]:
        kind, data = self._any(rng)
        first = rng.choice([0, 0, 64, 2000])
        for _ in range(rng.choice([1, 10, 100, 1000])):
            data[rng.randrange(first, len(data))] ^= 1 << rng.randrange(8)
        return kind, bytes(data)

    def _truncated(self, rng: random.Random) -> tuple[str, bytes]:
        kind, data = self._any(rng)
        return kind, bytes(data[: rng.randrange(len(data))])

    def _cut_and_pasted(self, rng: random.Random) -> tuple[str, bytes]:
        kind, data = self._any(rng)
        for _ in range(rng.randrange(1, 12)):
            start, length = rng.randrange(len(data)), rng.randrange(1, 3000)
            piece = data[start : start + length]
            if rng.random() < 0.5:
                del data[start : start + length]
            place = rng.randrange(len(data) + 1)
            data[place:place] = piece
        return kind, bytes(data)

    def _zeroed(self, rng: random.Random) -> tuple[str, bytes]:
        kind, data = self._any(rng)
        for _ in range(rng.randrange(1, 10)):
            start, length = rng.randrange(len(data)), rng.randrange(1, 2000)
            data[start : start + length] = bytes([rng.choice([0, 255])]) * len(data[start : start + length])
        return kind, bytes(data)

    def _wrong_sps(self, rng: random.Random) -> tuple[str, bytes]:
        """Parameter sets that say something else than the pictures are; later ones may differ from the first."""
        codec, units = self._raw(rng)
        sets = {7, 8} if codec == "h264" else {32, 33, 34}
        share = rng.choice([0.2, 0.5, 1.0])
        for at, unit in enumerate(units):
            if _kind(unit, codec) in sets and rng.random() < share:
                wrong = bytearray(unit)
                for _ in range(rng.randrange(1, 8)):
                    wrong[rng.randrange(1, len(wrong))] ^= 1 << rng.randrange(8)
                units[at] = bytes(wrong)
        return codec, _joined(units)

    def _changing_size(self, rng: random.Random) -> tuple[str, bytes]:
        codec = rng.choice(["h264", "hevc", "mjpeg"])
        sizes = rng.choices(["160x90", "320x180", "16x16", "640x480", "1280x720", "90x160"], k=rng.randrange(2, 6))
        return codec, b"".join(self.sound(codec, codec, size, 1).read_bytes() for size in sizes)

    def _endless_gop(self, rng: random.Random) -> tuple[str, bytes]:
        """One key frame, then none for a thousand pictures."""
        codec, units = self._raw(rng)
        keys = {5} if codec == "h264" else set(range(16, 22))
        later = [unit for unit in units if _kind(unit, codec) not in keys and _is_picture(unit, codec)]
        first = next(i for i, unit in enumerate(units) if _kind(unit, codec) in keys)
        return codec, _joined([*units[: first + 1], *(rng.choices(later, k=1000))])

    def _no_key_frame(self, rng: random.Random) -> tuple[str, bytes]:
        codec, units = self._raw(rng)
        keys = {5} if codec == "h264" else set(range(16, 22))
        return codec, _joined([unit for unit in units if _kind(unit, codec) not in keys])

    def _dates(self, rng: random.Random) -> tuple[str, bytes]:
        """Sound pictures with timestamps nobody can mean."""
        kind = rng.choice(["mkv", "ts", "mp4"])
        path = self.folder / f"dates.{rng.random()}.{kind}"
        codec = rng.choice(["h264", "hevc"])
        with av.open(str(self.sound(codec, "mp4"))) as given, av.open(str(path), "w") as out:
            stream = out.add_stream_from_template(given.streams.video[0])
            dates = _dates(rng)
            for packet in given.demux(video=0):
                if packet.size and packet.dts is not None:
                    packet.stream = stream
                    packet.dts = packet.pts = int(next(dates) / cast("float", packet.time_base))
                    try:
                        out.mux(packet)
                    except av.FFmpegError, OSError, ValueError, OverflowError:
                        continue  # what no file can hold is not sent
        data = path.read_bytes()
        path.unlink()
        return kind, data

    def _huge_picture(self, rng: random.Random) -> tuple[str, bytes]:
        codec, size = rng.choice([("h264", "7680x4320"), ("mjpeg", "7680x4320"), ("h264", "4096x3072")])
        data = bytearray(self.sound(codec, codec, size, 0.2).read_bytes())
        for _ in range(rng.choice([0, 0, 1, 20])):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        return codec, bytes(data)

    def _tiny_picture(self, rng: random.Random) -> tuple[str, bytes]:
        codec, size = rng.choice(
            [("mjpeg", "1x1"), ("h264", "2x2"), ("h264", "16x2"), ("mjpeg", "8x1"), ("hevc", "16x16")]
        )
        return codec, self.sound(codec, codec, size, 1).read_bytes()

    def _hollow(self, rng: random.Random) -> tuple[str, bytes]:
        """Nothing, a byte, or a head without a body."""
        kind, data = self._any(rng)
        return kind, bytes(data[: rng.choice([0, 1, 3, 4, 12, 64, 188, 600])])

    def _sound_only(self, rng: random.Random) -> tuple[str, bytes]:
        kind = rng.choice(["aac", "m4a", "ts"])
        path = self.folder / f"tone.{kind}"
        if not path.exists():
            tone = ["-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac"]
            subprocess.run(["ffmpeg", "-v", "error", "-y", *tone, str(path)], check=True)
        data = bytearray(path.read_bytes())
        if rng.random() < 0.5:
            data[rng.randrange(len(data))] ^= 255
        return kind, bytes(data)

    def _noise(self, rng: random.Random) -> tuple[str, bytes]:
        """Noise that begins like a stream."""
        kind, data = self._any(rng)
        return kind, bytes(data[: rng.randrange(4, 1500)]) + rng.randbytes(rng.randrange(10, 40_000))

    def _nothing_alike(self, rng: random.Random) -> tuple[str, bytes]:
        """Words and playlists that would reach elsewhere."""
        words = [
            b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n",
            b"ffconcat version 1.0\nfile /etc/hostname\n",
            b"v=0\r\nm=video 0 RTP/AVP 96\r\nc=IN IP4 127.0.0.1\r\na=rtpmap:96 H264/90000\r\n",
            b"<html>" + rng.randbytes(200),
            b"\x89PNG\r\n\x1a\n" + rng.randbytes(500),
            b"GIF89a" + rng.randbytes(500),
        ]
        return rng.choice(["mp4", "m3u8", "ts", "sdp"]), rng.choice(words)


def _dates(rng: random.Random) -> Iterator[float]:
    """Seconds for one picture after another."""
    kind = rng.choice(["1970", "jumps", "backward", "standing", "wrap", "far", "shuffled"])
    at, step = {"1970": -3.0, "wrap": 2**32 / 90_000 - 1, "far": 4e9}.get(kind, 10.0), 0.1
    while True:
        yield at
        if kind == "jumps" and rng.random() < 0.1:
            at += rng.choice([-1e5, -3, 3, 60, 1e5, 1.8e9])
        elif kind == "backward":
            at -= step
        elif kind == "shuffled":
            at += rng.uniform(-0.5, 0.7)
        elif kind != "standing":
            at += step
        if kind == "wrap" and at > 2**32 / 90_000:
            at -= 2**32 / 90_000


def _kind(unit: bytes, codec: str) -> int:
    return unit[0] & 31 if codec == "h264" else unit[0] >> 1 & 63


def _is_picture(unit: bytes, codec: str) -> bool:
    return 1 <= _kind(unit, codec) <= 5 if codec == "h264" else _kind(unit, codec) <= 31


def _joined(units: list[bytes]) -> bytes:
    return b"".join(NAL_START + unit for unit in units)
