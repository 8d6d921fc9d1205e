"""Streams that change on the way: another resolution, a playlist's segments, sound and TLS over the network."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
import subprocess
import threading
import time

import av
from engine_child import EngineChild
import pytest
from rtsp_server import RtspServer

from mat_than_engine.clock import SystemClock
from mat_than_engine.commands import Configure
from mat_than_engine.errors import CameraError
from mat_than_engine.model import CameraState, Cause, Packet, Sound
from mat_than_engine.reports import CameraStatus, ClipSaved
from mat_than_engine.settings import CameraSettings, RecordMode, RecordSettings, Transport
from mat_than_engine.source import Source, Unit, open_source

type Encode = Callable[[str, str, str], Path]
ENCODERS = {"h264": "libx264", "hevc": "libx265"}
# By then each track of a camera has told, in a sender report, where its timestamps lie on the common clock. This camera's
# sound begins up to a key frame's interval before its pictures, which nobody can know before.
REPORTED_S = 6.0


@pytest.fixture(scope="module")
def encode(tmp_path_factory: pytest.TempPathFactory) -> Encode:
    """Makes three seconds of a test picture in a codec, a size and a kind of file."""
    folder = tmp_path_factory.mktemp("encoded")

    def make(codec: str, size: str, kind: str) -> Path:
        path = folder / f"{codec}.{size}.{kind}"
        if not path.exists():
            source = ["-f", "lavfi", "-i", f"testsrc2=s={size}:r=10:d=3", "-pix_fmt", "yuv420p"]
            coder = ["-c:v", ENCODERS[codec], "-preset", "ultrafast", "-g", "10", "-bf", "0"]
            subprocess.run(["ffmpeg", "-v", "error", *source, *coder, str(path)], check=True, capture_output=True)
        return path

    return make


def read_until(source: Source, enough: Callable[[list[Unit]], bool], limit_s: float = 15.0) -> list[Unit]:
    units: list[Unit] = []
    until = time.monotonic() + limit_s
    while not enough(units):
        assert time.monotonic() < until, f"only {len(units)} packets came"
        units += source.read_batch()
        time.sleep(0.05)
    return units


@pytest.mark.alone
@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_another_resolution_within_a_stream_is_noticed(encode: Encode, codec: str) -> None:
    small, large = encode(codec, "320x180", "mp4"), encode(codec, "640x360", "mp4")
    server = RtspServer({"changing": f"{small}+{large}"}, password=False)
    try:
        source = open_source(server.url("changing"), Transport.TCP, SystemClock())
        sizes: list[tuple[int, int]] = []
        firsts: list[Packet] = []
        until = time.monotonic() + 20
        while len(sizes) < 3 and time.monotonic() < until:
            begins_anew = source.begins_anew
            units = source.read_batch()
            pictures = [unit for unit in units if isinstance(unit, Packet)]
            if pictures and (not sizes or begins_anew):
                sizes.append((source.facts.width, source.facts.height))
                firsts.append(pictures[0])
                assert decoded_size(source, pictures[0]) == sizes[-1]
            time.sleep(0.1)
        assert source.time.last_s == pytest.approx(time.monotonic() - source.clock.monotonic_of(0), abs=1.5)
        source.close()
    finally:
        server.stop()
    assert sizes in ([(320, 180), (640, 360), (320, 180)], [(640, 360), (320, 180), (640, 360)])
    assert all(first.key for first in firsts[1:])


def decoded_size(source: Source, packet: Packet) -> tuple[int, int]:
    """Of a picture, by a decoder that knows nothing but what the source says of the stream."""
    decoder = av.VideoCodecContext.create(source.codec.name, "r")
    decoder.extradata = source.codec.extradata
    pictures = [*decoder.decode(packet.raw), *decoder.decode(None)]
    return pictures[0].width, pictures[0].height


def test_a_camera_that_keeps_its_parameters_is_one_stretch(cameras: RtspServer) -> None:
    source = open_source(cameras.url("street"), Transport.TCP, SystemClock())
    began, keys = source.video, 0
    while keys < 3:
        keys += sum(isinstance(unit, Packet) and unit.key for unit in source.read_batch())
        assert not source.begins_anew
        time.sleep(0.05)
    assert source.video is began
    source.close()


def test_who_reads_datagrams_may_not_rest_for_long(cameras: RtspServer) -> None:
    by_udp, by_tcp = (open_source(cameras.url("street"), way, SystemClock()) for way in (Transport.UDP, Transport.TCP))
    before_s = by_udp.longest_rest_s
    while not by_udp.finder.measured:
        by_udp.read_batch()
        time.sleep(before_s)
    rate_kbps = by_udp.facts.bit_rate_kbps
    assert rate_kbps is not None
    assert before_s <= by_udp.longest_rest_s
    assert by_udp.longest_rest_s * rate_kbps * 1000 / 8 < 100_000  # half of what the kernel holds, at most
    assert by_tcp.longest_rest_s > 60
    by_udp.close()
    by_tcp.close()


def test_sound_comes_live_with_the_pictures(cameras: RtspServer) -> None:
    source = open_source(cameras.url("main"), Transport.TCP, SystemClock())
    read_until(source, lambda units: units[-1].time_s > REPORTED_S if units else False)
    units = read_until(source, lambda units: sum(isinstance(u, Sound) for u in units) > 40)
    source.close()
    assert source.facts.audio == "aac"
    pictures = [unit.time_s for unit in units if isinstance(unit, Packet)]
    sounds = [unit.time_s for unit in units if isinstance(unit, Sound)]
    assert sounds == sorted(sounds)
    assert sounds[-1] == pytest.approx(pictures[-1], abs=0.5)
    assert sounds[-1] - sounds[10] == pytest.approx((len(sounds) - 11) * 1024 / 16000, abs=0.1)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that its owner signed, with its key: what cameras have."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert, both = folder / "key.pem", folder / "cert.pem", folder / "both.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=camera"]
    subprocess.run([*make, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    both.write_text(cert.read_text() + key.read_text())
    return both


@pytest.mark.parametrize("transport", list(Transport))
def test_a_camera_behind_tls_gives_pictures_over_that_one_connection(
    certificate: Path, visit: dict[str, Path], transport: Transport
) -> None:
    server = RtspServer({"sub": visit["sub"]}, certificate=certificate)
    try:
        source = open_source(server.url("sub"), transport, SystemClock())
        units = read_until(source, lambda units: len(units) > 20)
        source.close()
    finally:
        server.stop()
    assert any(isinstance(unit, Packet) and unit.key for unit in units)


class Segments(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None:
        return


@dataclass
class Playlist:
    url: str
    file: Path
    writer: subprocess.Popen[bytes]

    def end(self) -> None:
        """The camera goes; who wrote the playlist says so."""
        self.writer.kill()
        self.writer.wait()
        with self.file.open("a") as file:
            file.write("#EXT-X-ENDLIST\n")


@pytest.fixture
def playlist(tmp_path: Path, yard: Path) -> Iterator[Playlist]:
    """A live playlist: ffmpeg writes segments of a second in real time, a real web server serves them."""
    out = tmp_path / "live.m3u8"
    # Twenty seconds are listed: who is held up for some does not lose what a slow machine had not asked for yet.
    live = ["-f", "hls", "-hls_time", "1", "-hls_list_size", "20", "-hls_flags", "delete_segments"]
    encode = ["-an", "-vf", "scale=320:-2", "-c:v", "libx264", "-preset", "ultrafast", "-g", "15", "-bf", "0"]
    writer = subprocess.Popen(["ffmpeg", "-v", "error", "-re", "-i", str(yard), *encode, *live, str(out)])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Segments, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    until = time.monotonic() + 30
    while len(list(tmp_path.glob("*.ts"))) < 4 and time.monotonic() < until:
        time.sleep(0.1)
    yield Playlist(f"http://127.0.0.1:{server.server_port}/live.m3u8", out, writer)
    writer.kill()
    writer.wait()
    server.shutdown()


@pytest.mark.alone
def test_a_live_playlist_is_played_without_gap_as_time_passes(playlist: Playlist) -> None:
    source = open_source(playlist.url, Transport.TCP, SystemClock())
    began, pictures, longest_s = time.monotonic(), list[Packet](), 0.0
    while time.monotonic() - began < 7:
        asked = time.monotonic()
        pictures += [unit for unit in source.read_batch() if isinstance(unit, Packet)]
        longest_s = max(longest_s, time.monotonic() - asked)
        time.sleep(0.25)
    took = time.monotonic() - began
    source.close()
    assert pictures[-1].time_s == pytest.approx(took, abs=1.0)
    steps = [after.time_s - before.time_s for before, after in pairwise(pictures)]
    assert max(steps) < 0.2
    assert longest_s < 1.5  # no batch waits for the segment after it


def test_a_playlist_that_ends_is_played_to_its_end(playlist: Playlist) -> None:
    source = open_source(playlist.url, Transport.TCP, SystemClock())
    playlist.end()
    cause = None
    until = time.monotonic() + 15
    while cause is None and time.monotonic() < until:
        try:
            source.read_batch()
        except CameraError as err:
            cause = err.cause
        time.sleep(0.1)
    source.close()
    assert cause is Cause.ENDED


def test_a_recording_ends_with_its_resolution_and_the_next_begins(
    engine: Callable[[], EngineChild], encode: Encode, tmp_path: Path
) -> None:
    files = [encode("h264", size, "mp4") for size in ("320x180", "640x360")]
    server = RtspServer({"changing": f"{files[0]}+{files[1]}"}, password=False)
    try:
        child = engine()
        record = RecordSettings(mode=RecordMode.CONTINUOUS)
        camera = CameraSettings(camera_id="yard", name="Yard", main_url=server.url("changing"), record=record)
        child.send(Configure(storage=str(tmp_path / "storage"), cameras=(camera,)))
        kept = [
            child.wait_for(ClipSaved, lambda saved, width=width: saved.clip.width == width, 30).clip
            for width in (320, 640)
        ]
        child.wait_for(CameraStatus, lambda status: status.main is not None and status.main.width == 320)
        child.wait_for(CameraStatus, lambda status: status.main is not None and status.main.width == 640)
        child.close_input()
    finally:
        server.stop()
    for clip in kept:
        with av.open(str(tmp_path / "storage" / clip.path)) as container:
            assert {picture.width for picture in container.decode(video=0)} == {clip.width}
    assert all(status.state is not CameraState.RETRYING for status in child.all_of(CameraStatus))
